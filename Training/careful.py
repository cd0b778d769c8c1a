"""The careful engine's network: MiniLM with roles of words (a CRF), links between pieces, antecedents of
mentions, and vectors of what is said."""

import gzip
import json

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

# The numbers of RoleLabel: outside, begin and inside of source, cue and content.
LABELS = 7
SOURCE, CUE, CONTENT = 0, 1, 2
LOOKS = 32
# A piece's candidates are told apart by how many pieces of their role lie between, up to so many.
REACH = 4
FORBIDDEN = -1e4
# A mention is compared with so many mentions before it, apart by how many words lie between.
MENTIONS_BACK = 40
DISTANCES = (3, 8, 16, 32, 64, 128)
PRONOUNS = set("he she it they him her them his hers its their theirs himself herself itself".split())
DEFINITE = set("the this that these those".split()) | {"his", "her", "its", "their"}
STANCES = (
    "asserts confirms denies doubts declines urges plans conditional warns condemns supports".split()
)


def allowed():
    """Whether label j may follow label i: inside only after its own role."""
    grid = torch.ones(LABELS, LABELS, dtype=torch.bool)
    for inside in (2, 4, 6):
        grid[:, inside] = False
        grid[inside - 1, inside] = True
        grid[inside, inside] = True
    return grid


class Report:
    """A line of `sayso-train careful-lessons` with its word pieces; gold that it lacks is None."""

    def __init__(self, entry, pieces):
        self.id, self.publisher = entry["id"], entry["publisher"]
        self.words, self.looks = entry["words"], entry["looks"]
        self.labels = entry.get("labels")
        self.sentences = entry["sentences"]
        self.paragraphs = set(entry["paragraphs"])
        self.spans = entry.get("pieces")
        self.chains = entry.get("chains")
        self.statements = entry.get("statements")
        self.pieces = [pieces.of(word) for word in self.words]
        sizes = np.array([len(own) for own in self.pieces], dtype=np.int64)
        # Where each word's pieces begin in all pieces, and where the last ends.
        self.starts = np.concatenate([[0], np.cumsum(sizes)])
        self.ids = np.array([piece for own in self.pieces for piece in own], dtype=np.int64)
        self.piece_looks = np.repeat(np.array(self.looks, dtype=np.int64), sizes)
        self._queries = None

    @staticmethod
    def read(path, pieces):
        """All lines of a file, which may be gzipped; empty texts are left out."""
        opened = gzip.open if str(path).endswith(".gz") else open
        with opened(path, "rt", encoding="utf-8") as lines:
            reports = [Report(json.loads(line), pieces) for line in lines]
        return [report for report in reports if report.words]

    def windows(self, most, first=None):
        """Ranges of words, whole sentences where they fit, of at most so many pieces.

        The first window takes at most `first` pieces, so that borders differ from pass to pass.
        """
        ends = self.sentences[1:] + [len(self.words)]
        result, start, used, room = [], 0, 0, first or most
        for begin, end in zip(self.sentences, ends):
            size = sum(len(p) for p in self.pieces[begin:end])
            if used and used + size > room:
                result.append((start, begin))
                start, used, room = begin, 0, most
            while size > most:
                cut = begin
                taken = 0
                while taken + len(self.pieces[cut]) <= most - used:
                    taken += len(self.pieces[cut])
                    cut += 1
                result.append((start, cut))
                start, begin, used, room = cut, cut, 0, most
                size -= taken
            used += size
        if start < len(self.words):
            result.append((start, len(self.words)))
        return result

    def queries(self):
        """Mentions that may refer back: their heads [n], heads before them [n, MENTIONS_BACK], nearest last
        and -1 where there are fewer, and whether each is the same one.

        Silver chains (`polnear`) hold only what is said twice, so there what has no antecedent is left out.
        """
        if self._queries is None:
            found = self._referring()
            heads = np.array([head for head, _ in found], dtype=np.int64)
            before = np.full((len(found), MENTIONS_BACK), -1, dtype=np.int64)
            same = np.zeros((len(found), MENTIONS_BACK), dtype=np.int64)
            for at, (_, others) in enumerate(found):
                before[at, : len(others)] = [other for other, _ in others]
                same[at, : len(others)] = [is_same for _, is_same in others]
            self._queries = heads, before, same
        return self._queries

    def _referring(self):
        mentions = sorted(
            (start, -end, head, number)
            for number, chain in enumerate(self.chains)
            for start, end, head in chain
        )
        result = []
        for at, (start, end, head, chain) in enumerate(mentions):
            first = self.words[start].lower()
            if not (first in PRONOUNS and -end == start + 1 or first in DEFINITE):
                continue
            before = [
                (other, own == chain)
                for begin, _, other, own in mentions[:at]
                # A word is no antecedent of what it is in, nor of what is in it.
                if other != head and (begin, other) != (start, head) and other < start
            ][-MENTIONS_BACK:]
            if self.publisher == "polnear" and not any(same for _, same in before):
                continue
            if before:
                result.append((head, before))
        return result


def rows(items, width):
    """Arrays as a padded tensor [items, width]."""
    result = np.zeros((len(items), width), dtype=np.int64)
    for at, item in enumerate(items):
        result[at, : len(item)] = item
    return torch.from_numpy(result)


class Batch:
    """Windows as padded tensors, with their gold. Words are numbered through, window after window."""

    def __init__(self, windows, pieces, wants=("roles",)):
        flat, looks, first, last = [], [], [], []
        sizes = [end - begin for _, (begin, end) in windows]
        for report, (begin, end) in windows:
            low, high = report.starts[begin], report.starts[end]
            flat.append(np.concatenate([[pieces.start], report.ids[low:high], [pieces.end]]))
            looks.append(np.concatenate([[0], report.piece_looks[low:high], [0]]))
            first.append(report.starts[begin:end] - low + 1)
            last.append(report.starts[begin + 1 : end + 1] - low)
        length, words = max(map(len, flat)), max(sizes)
        self.ids, self.looks = rows(flat, length), rows(looks, length)
        self.present = torch.arange(length)[None] < torch.tensor([len(f) for f in flat])[:, None]
        self.words = torch.arange(words)[None] < torch.tensor(sizes)[:, None]
        # Where the words' first and last pieces lie in the batch.
        self.first, self.last = (
            torch.from_numpy(np.concatenate([own + at * length for at, own in enumerate(places)]))
            for places in (first, last)
        )
        offsets = np.concatenate([[0], np.cumsum(sizes)])
        if "roles" in wants:
            self._roles(windows, words, offsets.tolist())
        starts = {}
        for (report, (begin, _)), offset in zip(windows, offsets):
            starts.setdefault(id(report), (report, int(offset) - begin))
        if "mentions" in wants:
            self._mentions(starts.values())
        if "claims" in wants:
            self._claims(starts.values())

    def to(self, device):
        """The same on a device."""
        for name, value in vars(self).items():
            if isinstance(value, torch.Tensor):
                setattr(self, name, value.to(device, non_blocking=True))
        for link in getattr(self, "links", []):
            for name, value in link.items():
                link[name] = value.to(device, non_blocking=True)
        return self

    def _roles(self, windows, words, offsets):
        """Labels [windows, words], and links: pieces that ask, their candidates and the answers."""
        labels = []
        for report, (begin, end) in windows:
            own = list(report.labels[begin:end])
            if own and own[0] in (2, 4, 6):
                own[0] -= 1
            labels.append(own)
        self.labels = rows(labels, words)
        asks = ([], [])
        for (report, (begin, end)), offset in zip(windows, offsets):
            spans, answers = self._links(report, begin, end)
            for piece, answer in enumerate(answers):
                near = candidates(spans, piece)
                numbers = [other for other, _ in near]
                if answer == -2 or answer >= 0 and answer not in numbers:
                    continue
                relation = 0 if spans[piece][0] == CONTENT else 1
                right = numbers.index(answer) if answer >= 0 else 2 * REACH
                found = [(spans[o][1] + offset, spans[o][2] + offset, b) for o, b in near]
                own = (spans[piece][1] + offset, spans[piece][2] + offset)
                asks[relation].append((own, found, right))
        self.links = []
        for own in asks:
            item = [n for n, (_, found, _) in enumerate(own) for _ in found]
            slot = [s for _, found, _ in own for s in range(len(found))]
            flat = [f for _, found, _ in own for f in found]
            self.links.append(
                {
                    "ask": torch.tensor([o for o, _, _ in own], dtype=torch.long).view(-1, 2),
                    "item": torch.tensor(item, dtype=torch.long),
                    "slot": torch.tensor(slot, dtype=torch.long),
                    "found": torch.tensor(flat, dtype=torch.long).view(-1, 3),
                    "right": torch.tensor([r for _, _, r in own], dtype=torch.long),
                }
            )

    @staticmethod
    def _links(report, begin, end):
        """Pieces (role, first, last) in the window and, for each, the number of its answer there:
        -1 none, -2 not to be asked (the answer lies outside, or a source)."""
        inside = [i for i, s in enumerate(report.spans) if s[1] >= begin and s[2] <= end]
        number = {piece: at for at, piece in enumerate(inside)}
        spans, answers = [], []
        for piece in inside:
            role, start, stop, owner = report.spans[piece]
            spans.append((role, start - begin, stop - 1 - begin))
            if role == SOURCE:
                answers.append(-2)
            else:
                answers.append(-1 if owner < 0 else number.get(owner, -2))
        return spans, answers

    def _mentions(self, reports):
        """Words that ask for an antecedent [n], their candidates [n, most] and which are right."""
        parts = [(report.queries(), offset) for report, offset in reports]
        self.asks = torch.from_numpy(np.concatenate([own[0] + offset for own, offset in parts]))
        found = [np.where(own[1] < 0, -1, own[1] + offset) for own, offset in parts]
        self.found = torch.from_numpy(np.concatenate(found))
        self.right = torch.from_numpy(np.concatenate([own[2] for own, _ in parts]))

    def _claims(self, reports):
        """Statements: words of the content and of what surrounds it, flat with the number of their
        statement; whether two meet in a claim; stances."""
        said, around, said_of, around_of, claims, stances = [], [], [], [], [], []
        self.origins = []
        for report, offset in reports:
            ends = report.sentences[1:] + [len(report.words)]
            for entry in report.statements:
                words = [w for start, end in entry["content"] for w in range(start, end)]
                sentence = [
                    n for n, (s, e) in enumerate(zip(report.sentences, ends)) if s <= words[-1] and e > words[0]
                ]
                start = report.sentences[max(0, sentence[0] - 1)]
                near = range(start, ends[sentence[-1]])
                number = len(claims)
                said += [w + offset for w in words]
                said_of += [number] * len(words)
                around += [w + offset for w in near]
                around_of += [number] * len(near)
                claims.append(set(entry["claims"]))
                stances.append(STANCES.index(entry["stance"]))
                self.origins.append(report.id)
        self.said, self.said_of = torch.tensor(said), torch.tensor(said_of)
        self.around, self.around_of = torch.tensor(around), torch.tensor(around_of)
        self.same = torch.tensor([[bool(a & b) for b in claims] for a in claims])
        self.stances = torch.tensor(stances)


def candidates(spans, piece):
    """Pieces of the role asked for near a piece, with the bucket of their place: the nearest so
    many on each side, the bucket telling side and order."""
    wanted = CUE if spans[piece][0] == CONTENT else SOURCE
    result = []
    for side, order in ((-1, range(piece - 1, -1, -1)), (1, range(piece + 1, len(spans)))):
        met = 0
        for other in order:
            if spans[other][0] != wanted:
                continue
            result.append((other, met if side < 0 else REACH + met))
            met += 1
            if met == REACH:
                break
    return result


class Careful(nn.Module):
    """Role scores of words, link scores of pieces, antecedents of mentions, vectors of statements.

    A word is the mean of the vectors of its first and its last piece; a piece is the vectors of
    its first and its last word. A link's score is bilinear (Dozat and Manning, 2017) plus a bias by
    where the candidate lies; "none" is a candidate with a vector of its own. A mention's antecedents are
    scored alike, from heads (Lee et al., "End-to-end Neural Coreference Resolution", 2017, without
    spans). A statement is its content's words and those of its surroundings, each under weights of its
    own (additive pooling), in one space where what meets in a claim is near (Khosla et al.,
    "Supervised Contrastive Learning", 2020).
    """

    def __init__(self, encoder, link=64, meaning=128, dropout=0.15):
        super().__init__()
        width = encoder.width
        self.encoder, self.dropout = encoder, dropout
        self.looks = nn.Embedding(LOOKS, width)
        nn.init.zeros_(self.looks.weight)
        self.roles = nn.Linear(width, LABELS)
        self.steps = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.starts = nn.Parameter(torch.zeros(LABELS))
        # One of each for contents that look for cues, one for cues that look for sources.
        self.asking = nn.ModuleList(nn.Linear(2 * width, link) for _ in range(2))
        self.answering = nn.ModuleList(nn.Linear(2 * width, link) for _ in range(2))
        self.none = nn.Parameter(torch.zeros(2, link))
        self.places = nn.Parameter(torch.zeros(2, 2 * REACH))
        self.referring = nn.Linear(width, link)
        self.referred = nn.Linear(width, link)
        self.nobody = nn.Parameter(torch.zeros(link))
        self.distances = nn.Parameter(torch.zeros(len(DISTANCES) + 1))
        # Weights of words, and what they give: of the content, of its surroundings.
        self.weighing = nn.ModuleList(nn.Linear(width, 1) for _ in range(2))
        self.meaning = nn.ModuleList(nn.Linear(width, meaning) for _ in range(2))
        self.sharpness = nn.Parameter(torch.tensor(10.0).log())
        self.stance = nn.Linear(2 * width, len(STANCES))
        self.stance_weighing = nn.ModuleList(nn.Linear(width, 1) for _ in range(2))
        self.register_buffer("allowed", allowed(), persistent=False)

    def parameter_groups(self, encoder_rate, head_rate):
        slow = [p for p in self.encoder.parameters() if p.requires_grad]
        fast = [p for n, p in self.named_parameters() if not n.startswith("encoder.")]
        return [{"params": slow, "lr": encoder_rate}, {"params": fast, "lr": head_rate}]

    def vectors(self, batch):
        """Vectors of a batch's words [words, width]."""
        x = self.encoder(batch.ids, batch.present, self.looks(batch.looks)).flatten(0, 1)
        return 0.5 * (x[batch.first] + x[batch.last]).float()

    def drop(self, x):
        return F.dropout(x, self.dropout, self.training)

    # Roles

    def transitions(self):
        """Scores of steps, and of starts, with what is not allowed far below."""
        steps = self.steps.masked_fill(~self.allowed, FORBIDDEN)
        inside = torch.zeros(LABELS, dtype=torch.bool, device=steps.device)
        inside[[2, 4, 6]] = True
        return steps, self.starts.masked_fill(inside, FORBIDDEN)

    def likelihood(self, scores, batch):
        """Minus the log probability of the gold labels, summed (Lafferty et al., 2001).

        The sum over paths is a product of matrices, taken pair by pair: seven rounds for 128 words.
        """
        steps, starts = self.transitions()
        padded = scores.new_zeros(*batch.words.shape, LABELS)
        padded[batch.words] = scores
        labels, present = batch.labels, batch.words.float()
        own = torch.gather(padded, 2, labels[..., None])[..., 0] * present
        path = own.sum(1) + starts[labels[:, 0]]
        path = path + (steps[labels[:, :-1], labels[:, 1:]] * present[:, 1:]).sum(1)
        still = torch.full_like(steps, FORBIDDEN).fill_diagonal_(0)
        grids = steps + padded[:, 1:, None, :]
        grids = torch.where(batch.words[:, 1:, None, None], grids, still)
        while grids.shape[1] > 1:
            if grids.shape[1] % 2:
                grids = torch.cat([grids, still.expand(len(grids), 1, -1, -1)], 1)
            left, right = grids[:, 0::2], grids[:, 1::2]
            grids = torch.logsumexp(left[..., None] + right[..., None, :, :], -2)
        total = starts + padded[:, 0]
        if grids.shape[1]:
            total = torch.logsumexp(total[:, :, None] + grids[:, 0], 1)
        return (torch.logsumexp(total, 1) - path).sum()

    def link_scores(self, words, spans, piece):
        """Scores of a piece's candidates, "none" last, and the candidates."""
        near = candidates(spans, piece)
        relation = 0 if spans[piece][0] == CONTENT else 1
        both = [spans[piece]] + [spans[other] for other, _ in near]
        both = torch.cat([words[[row[1] for row in both]], words[[row[2] for row in both]]], -1)
        ask = self.asking[relation](both[0])
        found = self.answering[relation](both[1:])
        found = torch.cat([found, self.none[relation][None]])
        scores = found @ ask / ask.shape[0] ** 0.5
        if near:
            scores[:-1] += self.places[relation, [bucket for _, bucket in near]]
        return scores, [other for other, _ in near]

    def link_loss(self, words, batch):
        """Mean cross-entropy of all links of a batch."""
        loss, counts = words.new_zeros(()), 0
        for relation, link in enumerate(batch.links):
            if not len(link["ask"]):
                continue
            ask = self.asking[relation](self.drop(words[link["ask"]].flatten(1)))
            scale = ask.shape[1] ** 0.5
            none = ask @ self.none[relation] / scale
            scores = F.pad(none[:, None], (2 * REACH, 0), value=FORBIDDEN)
            if len(link["item"]):
                found = link["found"]
                both = self.answering[relation](self.drop(words[found[:, :2]].flatten(1)))
                values = (both * ask[link["item"]]).sum(-1) / scale
                values = values + self.places[relation, found[:, 2]]
                scores = scores.index_put((link["item"], link["slot"]), values)
            loss = loss + F.cross_entropy(scores, link["right"], reduction="sum")
            counts += len(link["ask"])
        return loss / max(1, counts)

    def loss(self, batch):
        """Per word: roles, and links beside them."""
        words = self.vectors(batch)
        scores = self.roles(self.drop(words))
        return self.likelihood(scores, batch) / len(scores), self.link_loss(words, batch)

    def decode(self, scores):
        """The likeliest labels [words] of one report's scores [words, labels] (Viterbi)."""
        steps, starts = (x.detach().cpu().numpy() for x in self.transitions())
        scores = scores.detach().cpu().numpy()
        best, back = starts + scores[0], []
        for row in scores[1:]:
            paths = best[:, None] + steps
            back.append(paths.argmax(0))
            best = paths.max(0) + row
        label = int(best.argmax())
        labels = [label]
        for origin in reversed(back):
            label = int(origin[label])
            labels.append(label)
        return labels[::-1]

    # Mentions

    def antecedent_scores(self, words, batch):
        """Scores [n, candidates + 1] of the antecedents of a batch's mentions, "nobody" last."""
        ask = self.referring(self.drop(words[batch.asks]))
        found = batch.found.clamp(min=0)
        known = self.referred(self.drop(words))[found]
        scores = (known * ask[:, None]).sum(-1) / ask.shape[1] ** 0.5
        apart = batch.asks[:, None] - found
        bucket = sum((apart >= limit).long() for limit in DISTANCES)
        scores = (scores + self.distances[bucket]).masked_fill(batch.found < 0, FORBIDDEN)
        return torch.cat([scores, (ask @ self.nobody / ask.shape[1] ** 0.5)[:, None]], 1)

    def mention_loss(self, batch):
        """Mean of minus the log of what all right antecedents together are given."""
        scores = self.antecedent_scores(self.vectors(batch), batch)
        right = torch.cat([batch.right, 1 - batch.right.amax(1, keepdim=True)], 1) > 0
        inside = torch.logsumexp(scores.masked_fill(~right, FORBIDDEN), 1)
        return (torch.logsumexp(scores, 1) - inside).mean()

    # Statements

    @staticmethod
    def pooled(weights, values, words, of, count):
        """Sums [count, width] of the words' values, weighted by a softmax over each statement's words."""
        logits = weights[words, 0]
        raised = (logits - logits.max()).exp()
        total = raised.new_zeros(count).index_add(0, of, raised)
        share = raised / total[of]
        return values.new_zeros(count, values.shape[1]).index_add(0, of, share[:, None] * values[words])

    def meanings(self, words, batch):
        """Unit vectors [statements, meaning]."""
        count, total = len(batch.stances), 0
        for at, (where, of) in enumerate(
            ((batch.said, batch.said_of), (batch.around, batch.around_of))
        ):
            values = self.meaning[at](words)
            total = total + self.pooled(self.weighing[at](words), values, where, of, count)
        return F.normalize(total, dim=-1)

    def stance_scores(self, words, batch):
        """Scores [statements, stances]."""
        count = len(batch.stances)
        both = [
            self.pooled(self.stance_weighing[at](words), words, where, of, count)
            for at, (where, of) in enumerate(
                ((batch.said, batch.said_of), (batch.around, batch.around_of))
            )
        ]
        return self.stance(torch.cat(both, -1))

    def claim_loss(self, batch):
        """How far what meets in a claim is from standing nearest, and how far stances are missed."""
        words = self.drop(self.vectors(batch))
        found = self.meanings(words, batch)
        scores = found @ found.T * self.sharpness.exp().clamp(max=30)
        own = torch.eye(len(found), dtype=torch.bool, device=found.device)
        scores = scores.masked_fill(own, FORBIDDEN)
        logs = scores - torch.logsumexp(scores, 1, keepdim=True)
        right = batch.same & ~own
        counts = right.sum(1)
        near = -(logs * right).sum(1)[counts > 0] / counts[counts > 0]
        stance = F.cross_entropy(self.stance_scores(words, batch), batch.stances)
        return near.mean(), stance
