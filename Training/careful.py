"""The careful engine's network: MiniLM with roles of words (a CRF) and links between pieces."""

import json

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


def allowed():
    """Whether label j may follow label i: inside only after its own role."""
    grid = torch.ones(LABELS, LABELS, dtype=torch.bool)
    for inside in (2, 4, 6):
        grid[:, inside] = False
        grid[inside - 1, inside] = True
        grid[inside, inside] = True
    return grid


class Report:
    """A line of `sayso-train careful-lessons` with its word pieces."""

    def __init__(self, line, pieces):
        entry = json.loads(line)
        self.id, self.publisher = entry["id"], entry["publisher"]
        self.words, self.looks, self.labels = entry["words"], entry["looks"], entry["labels"]
        self.sentences = entry["sentences"]
        self.paragraphs = set(entry["paragraphs"])
        self.spans = entry["pieces"]
        self.pieces = [pieces.of(word) for word in self.words]

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


class Batch:
    """Windows as padded tensors, with gold labels and links inside the window."""

    def __init__(self, windows, pieces):
        rows = []
        for report, (begin, end) in windows:
            flat, looks, first, last = [pieces.start], [0], [], []
            for word in range(begin, end):
                first.append(len(flat))
                flat += report.pieces[word]
                looks += [report.looks[word]] * len(report.pieces[word])
                last.append(len(flat) - 1)
            flat.append(pieces.end)
            looks.append(0)
            rows.append((flat, looks, first, last))
        count = len(rows)
        length = max(len(row[0]) for row in rows)
        words = max(len(row[2]) for row in rows)
        self.ids = torch.zeros(count, length, dtype=torch.long)
        self.looks = torch.zeros(count, length, dtype=torch.long)
        self.present = torch.zeros(count, length, dtype=torch.bool)
        self.first = torch.zeros(count, words, dtype=torch.long)
        self.last = torch.zeros(count, words, dtype=torch.long)
        self.words = torch.zeros(count, words, dtype=torch.bool)
        self.labels = torch.zeros(count, words, dtype=torch.long)
        self.links = []
        for at, (flat, looks, first, last) in enumerate(rows):
            self.ids[at, : len(flat)] = torch.tensor(flat)
            self.looks[at, : len(flat)] = torch.tensor(looks)
            self.present[at, : len(flat)] = True
            self.first[at, : len(first)] = torch.tensor(first)
            self.last[at, : len(last)] = torch.tensor(last)
            self.words[at, : len(first)] = True
            report, (begin, end) = windows[at]
            labels = list(report.labels[begin:end])
            if labels and labels[0] in (2, 4, 6):
                labels[0] -= 1
            self.labels[at, : len(labels)] = torch.tensor(labels)
            self.links.append(self._links(report, begin, end))

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
    """Role scores of words and link scores of pieces.

    A word is the mean of the vectors of its first and its last piece; a piece is the vectors of
    its first and its last word. A link's score is bilinear (Dozat and Manning, 2017) plus a bias by
    where the candidate lies; "none" is a candidate with a vector of its own.
    """

    def __init__(self, encoder, link=64, dropout=0.15):
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
        self.register_buffer("allowed", allowed(), persistent=False)

    def parameter_groups(self, encoder_rate, head_rate):
        slow = [p for p in self.encoder.parameters() if p.requires_grad]
        fast = [p for n, p in self.named_parameters() if not n.startswith("encoder.")]
        return [{"params": slow, "lr": encoder_rate}, {"params": fast, "lr": head_rate}]

    def vectors(self, batch):
        """Vectors of words [b, words, width]."""
        x = self.encoder(batch.ids, batch.present, self.looks(batch.looks))

        def pick(places):
            return torch.gather(x, 1, places[..., None].expand(-1, -1, x.shape[-1]))

        return 0.5 * (pick(batch.first) + pick(batch.last)).float()

    def transitions(self):
        """Scores of steps, and of starts, with what is not allowed far below."""
        steps = self.steps.masked_fill(~self.allowed, FORBIDDEN)
        starts = self.starts.clone()
        starts[[2, 4, 6]] = FORBIDDEN
        return steps, starts

    def likelihood(self, scores, batch):
        """Minus the log probability of the gold labels, summed (Lafferty et al., 2001)."""
        steps, starts = self.transitions()
        labels, present = batch.labels, batch.words.float()
        own = torch.gather(scores, 2, labels[..., None])[..., 0] * present
        path = own.sum(1) + starts[labels[:, 0]]
        path = path + (steps[labels[:, :-1], labels[:, 1:]] * present[:, 1:]).sum(1)
        total = starts + scores[:, 0]
        for at in range(1, scores.shape[1]):
            further = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, at]
            total = torch.where(batch.words[:, at, None], further, total)
        return (torch.logsumexp(total, 1) - path).sum()

    def link_scores(self, words, spans, piece):
        """Scores of a piece's candidates, "none" last, and the candidates."""
        near = candidates(spans, piece)
        relation = 0 if spans[piece][0] == CONTENT else 1
        rows = [spans[piece]] + [spans[other] for other, _ in near]
        first = words[[row[1] for row in rows]]
        last = words[[row[2] for row in rows]]
        both = torch.cat([first, last], -1)
        ask = self.asking[relation](both[0])
        found = self.answering[relation](both[1:])
        found = torch.cat([found, self.none[relation][None]])
        scores = found @ ask / ask.shape[0] ** 0.5
        bias = torch.stack([self.places[relation, bucket] for _, bucket in near]) if near else None
        if bias is not None:
            scores = scores + F.pad(bias, (0, 1))
        return scores, [other for other, _ in near]

    def link_loss(self, words, batch):
        """Summed cross-entropy of all links of a batch, computed at once; and their number."""
        asks, founds, counts = ([], []), ([], []), 0
        answers = ([], [])
        for at, (spans, wanted) in enumerate(batch.links):
            for piece, answer in enumerate(wanted):
                if answer == -2:
                    continue
                near = candidates(spans, piece)
                relation = 0 if spans[piece][0] == CONTENT else 1
                numbers = [other for other, _ in near]
                if answer >= 0 and answer not in numbers:
                    continue
                asks[relation].append((at, spans[piece]))
                founds[relation].append([(at, spans[other], bucket) for other, bucket in near])
                answers[relation].append(numbers.index(answer) if answer >= 0 else 2 * REACH)
        loss = words.new_zeros(())
        for relation in range(2):
            if not asks[relation]:
                continue
            count = len(asks[relation])
            rows = torch.tensor([at for at, _ in asks[relation]])
            first = torch.tensor([span[1] for _, span in asks[relation]])
            last = torch.tensor([span[2] for _, span in asks[relation]])
            drop = lambda x: F.dropout(x, self.dropout, self.training)
            ask = self.asking[relation](drop(torch.cat([words[rows, first], words[rows, last]], -1)))
            item, r, f, l, bucket = [], [], [], [], []
            slot = []
            for number, near in enumerate(founds[relation]):
                for order, (at, span, place) in enumerate(near):
                    item.append(number), slot.append(order), r.append(at)
                    f.append(span[1]), l.append(span[2]), bucket.append(place)
            scores = torch.full((count, 2 * REACH + 1), FORBIDDEN)
            scale = ask.shape[1] ** 0.5
            none = ask @ self.none[relation] / scale
            pad = torch.cat([scores[:, :-1], none[:, None]], 1)
            if item:
                item_t = torch.tensor(item)
                both = torch.cat([words[r, f], words[r, l]], -1)
                found = self.answering[relation](drop(both))
                values = (found * ask[item_t]).sum(-1) / scale
                values = values + self.places[relation, torch.tensor(bucket)]
                pad = pad.index_put((item_t, torch.tensor(slot)), values)
            loss = loss + F.cross_entropy(pad, torch.tensor(answers[relation]), reduction="sum")
            counts += count
        return loss, counts

    def loss(self, batch):
        """Per word: roles, and links beside them."""
        words = self.vectors(batch)
        scores = self.roles(F.dropout(words, self.dropout, self.training))
        roles = self.likelihood(scores, batch) / batch.words.sum()
        links, count = self.link_loss(words, batch)
        return roles, links / max(1, count)

    def decode(self, scores):
        """The likeliest labels [words] of one report's scores [words, labels] (Viterbi)."""
        steps, starts = self.transitions()
        best, back = starts + scores[0], []
        for at in range(1, len(scores)):
            value, origin = (best[:, None] + steps).max(0)
            best = value + scores[at]
            back.append(origin)
        label = int(best.argmax())
        labels = [label]
        for origin in reversed(back):
            label = int(origin[label])
            labels.append(label)
        return labels[::-1]
