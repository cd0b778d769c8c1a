"""Fine-tunes the careful engine's network on `sayso-train careful-lessons`.

Time decides: the learning rate falls to nothing by the clock (--minutes), so a faster machine takes
more passes. Reports whose id hashes to the held part are left out, to learn confidences from.
"""

import argparse
import copy
import math
import random
import time
import zlib

import torch
import torch.nn.functional as F

from careful import CONTENT, CUE, SOURCE, Batch, Careful, Report
from minilm import MiniLM, WordPieces

# How much the losses of links, mentions, claims and stances count beside that of roles.
LINKS, MENTIONS, CLAIMS, STANCE = 0.15, 0.1, 0.15, 0.05


def held(report, parts=20):
    """Whether a report is kept out of training: one of twenty, by the hash of its id."""
    return zlib.crc32(report.id.encode()) % parts == 7


def batches(reports, rng, window, room):
    """Lists of windows of like length, about so many pieces each with padding."""
    items = []
    for report in reports:
        first = rng.randint(window // 3, window)
        items += [(report, part) for part in report.windows(window, first)]
    size = lambda item: sum(len(p) for p in item[0].pieces[item[1][0] : item[1][1]])
    sized = sorted(((size(i) * (1 + 0.1 * rng.random()), n) for n, i in enumerate(items)))
    result, current, longest = [], [], 0
    for length, at in sized:
        longest = max(longest, length)
        if current and longest * (len(current) + 1) > room:
            result.append(current)
            current, longest = [], length
        current.append(items[at])
    result.append(current)
    rng.shuffle(result)
    return result


def whole(reports, rng, window, room, least=1):
    """Windows of whole reports, drawn until about so many pieces are had."""
    result, size = [], 0
    for count, report in enumerate(rng.sample(reports, len(reports))):
        size += sum(len(p) for p in report.pieces)
        if count >= least and size > room:
            break
        result += [(report, part) for part in report.windows(window, rng.randint(window // 3, window))]
    return result


def spans_of(labels, paragraphs):
    """Pieces (role, first, last) of labels; none runs over a paragraph's start."""
    spans, start, role = [], None, None
    for at, label in enumerate(labels):
        own = None if label == 0 else (label - 1) // 2
        if start is not None and (label % 2 == 1 or own != role or at in paragraphs):
            spans.append((role, start, at - 1))
            start = None
        if start is None and own is not None:
            start, role = at, own
    if start is not None:
        spans.append((role, start, len(labels) - 1))
    return spans


@torch.no_grad()
def read(net, report, pieces, window, device):
    """Vectors [words, width] of a whole report."""
    batch = Batch([(report, part) for part in report.windows(window)], pieces, ()).to(device)
    return net.vectors(batch)


def frames(net, spans, words):
    """Statements as (source span or none, cue span, content spans)."""
    contents, result = {}, []
    for at, span in enumerate(spans):
        if span[0] == CONTENT:
            scores, near = net.link_scores(words, spans, at)
            best = int(scores.argmax())
            if best < len(near):
                contents.setdefault(near[best], []).append(span)
    for cue in sorted(contents):
        scores, near = net.link_scores(words, spans, cue)
        best = int(scores.argmax())
        result.append((spans[near[best]] if best < len(near) else None, spans[cue], contents[cue]))
    return result


def gold_frames(report):
    contents = {}
    for at, (role, start, end, owner) in enumerate(report.spans):
        if role == CONTENT and owner >= 0:
            contents.setdefault(owner, []).append((role, start, end - 1))
    result = []
    for cue, parts in contents.items():
        role, start, end, owner = report.spans[cue]
        source = report.spans[owner] if owner >= 0 else None
        result.append(
            (source and (SOURCE, source[1], source[2] - 1), (CUE, start, end - 1), parts)
        )
    return result


@torch.no_grad()
def evaluate(net, reports, pieces, window, device):
    """Token micro-F1, and attribution F1 near the reference scorer's (on words)."""
    net.eval()
    heads = copy.deepcopy(net).cpu()
    hit = found = gold = 0
    right = had = wanted = 0
    words_of = lambda spans: {w for s in spans for w in range(s[1], s[2] + 1)}
    for report in reports:
        vectors = read(net, report, pieces, window, device).cpu()
        labels = heads.decode(heads.roles(vectors))
        a = {(w, (l - 1) // 2) for w, l in enumerate(labels) if l}
        b = {(w, (l - 1) // 2) for w, l in enumerate(report.labels) if l}
        hit, found, gold = hit + len(a & b), found + len(a), gold + len(b)
        mine = frames(heads, spans_of(labels, report.paragraphs), vectors)
        theirs = gold_frames(report)
        had, wanted = had + len(mine), wanted + len(theirs)
        pairs = []
        for i, m in enumerate(mine):
            for j, t in enumerate(theirs):
                x, y = words_of(m[2]), words_of(t[2])
                dice = 2 * len(x & y) / (len(x) + len(y))
                if dice >= 0.5:
                    pairs.append((-dice, j, i))
        used_i, used_j = set(), set()
        for _, j, i in sorted(pairs):
            if i in used_i or j in used_j:
                continue
            used_i.add(i), used_j.add(j)
            m, t = mine[i], theirs[j]
            cue = words_of([m[1]]) & words_of([t[1]])
            if (m[0] is None) == (t[0] is None):
                source = m[0] is None or words_of([m[0]]) & words_of([t[0]])
                right += bool(cue and source)
    net.train()
    f1 = lambda h, x, y: 200 * h / max(1, x + y)
    return f"token F1 {f1(hit, found, gold):.2f} attribution F1 {f1(right, had, wanted):.2f}"


@torch.no_grad()
def evaluate_mentions(net, reports, pieces, window, device):
    """How often the best antecedent of a mention that has one near is right, by corpus and kind."""
    net.eval()
    right, all_of = {}, {}
    for report in reports:
        if not len(report.queries()[0]):
            continue
        windows = [(report, part) for part in report.windows(window)]
        batch = Batch(windows, pieces, ("mentions",)).to(device)
        best = net.antecedent_scores(net.vectors(batch), batch)[:, :-1].argmax(1)
        hits = torch.gather(batch.right, 1, best[:, None])[:, 0].tolist()
        known = batch.right.amax(1).tolist()
        for head, hit, is_known in zip(report.queries()[0], hits, known):
            if is_known:
                word = report.words[head].lower()
                kind = "he or she" if word in ("he", "she") else "other"
                key = f"{report.publisher} {kind}"
                all_of[key] = all_of.get(key, 0) + 1
                right[key] = right.get(key, 0) + hit
    net.train()
    return ", ".join(f"{k} {100 * right[k] / all_of[k]:.1f} of {all_of[k]}" for k in sorted(all_of))


def words_in_common(reports):
    """Cosines of the words of statements, weighted by how rare they are among them, to compare with."""
    said = [
        {w.lower() for s, e in entry["content"] for w in report.words[s:e] if len(w) > 3}
        for report in reports
        for entry in report.statements
    ]
    counts = {}
    for own in said:
        for word in own:
            counts[word] = counts.get(word, 0) + 1
    vocabulary = {word: at for at, word in enumerate(sorted(counts))}
    rows = torch.zeros(len(said), len(vocabulary))
    for at, own in enumerate(said):
        for word in own:
            rows[at, vocabulary[word]] = math.log(len(said) / counts[word])
    rows = F.normalize(rows, dim=-1)
    return rows @ rows.T


@torch.no_grad()
def evaluate_claims(net, reports, pieces, window, device):
    """Average precision of pairs of statements by nearness, affair by affair, all pairs and those of
    different reports, and how many stances are right."""
    net.eval()
    result = []
    for name in sorted({r.publisher for r in reports}):
        own = [r for r in reports if r.publisher == name]
        windows = [(r, part) for r in own for part in r.windows(window)]
        batch = Batch(windows, pieces, ("claims",)).to(device)
        words = net.vectors(batch)
        found = net.meanings(words, batch)
        scores = (found @ found.T).cpu()
        pairs = torch.triu(torch.ones_like(scores), 1) > 0
        other = torch.tensor([[a != b for b in batch.origins] for a in batch.origins])
        stance = net.stance_scores(words, batch).argmax(1) == batch.stances
        parts = []
        for by in (scores, words_in_common(own)):
            for chosen in (pairs, pairs & other):
                right = batch.same.cpu()[chosen].float()
                right = right[by[chosen].argsort(descending=True)]
                precision = right.cumsum(0) / torch.arange(1, len(right) + 1)
                mean = float((precision * right).sum() / right.sum().clamp(min=1))
                parts.append(f"{100 * mean:.1f}")
        parts = "/".join(parts[:2]) + " (words " + "/".join(parts[2:]) + ")"
        result.append(f"{name} {parts} stance {100 * stance.float().mean():.0f}")
    net.train()
    return "; ".join(result)


def compact(net):
    """What training changed of the weights, matrices rounded to 8 bits as the engine rounds them."""
    result = {}
    for name, value in net.state_dict().items():
        if name == "encoder.pieces.weight":
            continue
        value = value.cpu()
        if name.startswith("encoder.") and value.dim() == 2 and "positions" not in name:
            scale = value.abs().amax(1, keepdim=True) / 127
            result[name] = ((value / scale).round().to(torch.int8), scale)
        else:
            result[name] = value
    return result


def restored(net, path):
    """Loads what `compact` or a whole run wrote into a network."""
    state = torch.load(path, map_location="cpu")["net"]
    for name, value in state.items():
        if isinstance(value, tuple):
            state[name] = value[0].float() * value[1]
    missing, _ = net.load_state_dict(state, strict=False)
    unknown = [name for name in missing if name != "encoder.pieces.weight"]
    if unknown:
        print(f"{path} lacks {len(unknown)} tensors: {', '.join(unknown[:3])} …", flush=True)
    return net


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lessons", required=True, help="roles of the train part")
    parser.add_argument("--dev", required=True, help="roles of the dev part")
    parser.add_argument("--mentions", help="chains of mentions of the train part")
    parser.add_argument("--dev-mentions", help="chains of mentions of the dev part")
    parser.add_argument("--claims", help="statements of affairs")
    parser.add_argument(
        "--unseen", default="venaril,strait,geneva", help="affairs that are measured and never learned"
    )
    parser.add_argument("--fold", help="I/N: leave every Nth of the other affairs out too, from the Ith, "
                        "and one of N reports with mentions")
    parser.add_argument("--mentions-every", type=int, default=1, help="steps from mentions to mentions")
    parser.add_argument("--claims-every", type=int, default=6, help="steps from affair to affair")
    parser.add_argument("--claims-room", type=int, default=6000, help="pieces of an affair at once")
    parser.add_argument("--silver", help="roles that mark_roles.py gave other texts")
    parser.add_argument("--silver-weight", type=float, default=0.5)
    parser.add_argument("--encoder", required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", required=True, help="file for the weights")
    parser.add_argument("--compact", action="store_true", help="write 8 bits, without the pieces' table")
    parser.add_argument("--start", help="weights of an earlier run to go on from")
    parser.add_argument("--start-share", type=float, default=0, help="their share in what is written")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--steps", type=int, default=10**9, help="stop after so many")
    parser.add_argument("--window", type=int, default=200, help="pieces of a window")
    parser.add_argument("--room", type=int, default=1600, help="pieces of a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--layer-dropout", type=float, default=0.0)
    parser.add_argument("--without", help="leave this publisher out, and measure on it alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    return parser.parse_args()


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    device, window = options.device, options.window

    pieces = WordPieces(options.encoder)
    load = lambda path: Report.read(path, pieces) if path else []
    train, dev = load(options.lessons), load(options.dev)
    if options.without:
        dev = [r for r in train + dev if r.publisher == options.without]
    train = [r for r in train if not held(r) and r.publisher != options.without]
    mentions, dev_mentions = load(options.mentions), load(options.dev_mentions)
    mentions = [r for r in mentions if len(r.queries()[0])]
    if options.fold:
        first, every = map(int, options.fold.split("/"))
        mentions = [r for r in mentions if sum(r.id.encode()) % every != first]
    claims, silver = load(options.claims), load(options.silver)
    unseen = set(options.unseen.split(","))
    learned = sorted({r.publisher for r in claims} - unseen)
    if options.fold:
        unseen |= set(learned[first::every])
    affairs = [[r for r in claims if r.publisher == name] for name in learned if name not in unseen]
    apart = [r for r in claims if r.publisher in unseen]

    net = Careful(MiniLM.pretrained(options.encoder))
    before = {}
    if options.start:
        restored(net, options.start)
        known = torch.load(options.start, map_location="cpu")["net"]
        before = {n: v.clone() for n, v in net.state_dict().items() if n in known}
    for block in net.encoder.blocks:
        block.dropout = options.layer_dropout
    net.to(device)
    groups = net.parameter_groups(options.encoder_rate, options.head_rate)
    top = [group["lr"] for group in groups]
    optimizer = torch.optim.AdamW(
        groups, weight_decay=0.01, betas=(0.9, 0.98), fused=device != "cpu"
    )
    average = copy.deepcopy(net)
    pairs = [
        (mean.data, value)
        for mean, value in zip(average.parameters(), net.parameters())
        if value.requires_grad
    ]
    begun, step, epoch = time.time(), 0, 0
    sums = torch.zeros(5, device=device)
    share = lambda: min((time.time() - begun) / (60 * options.minutes), 1)

    def hide(batch):
        # A piece in thirty is masked, against learning words by heart.
        hidden = (torch.rand(batch.ids.shape) < 1 / 30) & batch.present
        batch.ids[hidden] = pieces.mask
        return batch.to(device)

    def mixed():
        # The mean of where a run began and where it ended is often better than either (Wortsman et al.,
        # "Robust fine-tuning of zero-shot models", 2022).
        for name, value in average.state_dict().items():
            if options.start_share and name in before and value.is_floating_point():
                value.lerp_(before[name].to(value.device), options.start_share)

    def save():
        state = compact(average) if options.compact else average.state_dict()
        torch.save({"net": state}, options.out)

    def measure():
        spent = time.time() - begun
        print(f"epoch {epoch} step {step} {spent:.0f} s", flush=True)
        print(f"  roles {evaluate(average, dev, pieces, window, device)}", flush=True)
        if dev_mentions:
            told = evaluate_mentions(average, dev_mentions, pieces, window, device)
            print(f"  antecedents {told}", flush=True)
        if apart:
            print(f"  claims {evaluate_claims(average, apart, pieces, window, device)}", flush=True)

    quarter = 1
    while share() < 1 and step < options.steps:
        epoch += 1
        shown = [(b, 1.0) for b in batches(train, rng, window, options.room)]
        if silver:
            extra = batches(rng.sample(silver, len(silver)), rng, window, options.room)
            shown += [(b, options.silver_weight) for b in extra[: len(shown)]]
            rng.shuffle(shown)
        for windows, weight in shown:
            done = share()
            if done >= 1 or step >= options.steps:
                break
            rate = min(1.0, step / 100) * (1 - done)
            for group, lr in zip(optimizer.param_groups, top):
                group["lr"] = lr * rate
            roles, links = net.loss(hide(Batch(windows, pieces)))
            loss = weight * (roles + LINKS * links)
            parts = [roles, links, *torch.zeros(3)]
            if mentions and step % options.mentions_every == 0:
                drawn = whole(mentions, rng, window, options.room // 2)
                parts[2] = net.mention_loss(hide(Batch(drawn, pieces, ("mentions",))))
                loss = loss + MENTIONS * parts[2]
            if affairs and step % options.claims_every == 0:
                drawn = whole(rng.choice(affairs), rng, window, options.claims_room, least=4)
                drawn = hide(Batch(drawn, pieces, ("claims",)))
                parts[3], parts[4] = net.claim_loss(drawn)
                loss = loss + CLAIMS * parts[3] + STANCE * parts[4]
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            step += 1
            with torch.no_grad():
                sums += torch.stack([part.detach().to(device) for part in parts])
                keep = min(0.998, step / (step + 10))
                torch._foreach_lerp_([p[0] for p in pairs], [p[1] for p in pairs], 1 - keep)
            if step % 100 == 0:
                means = (sums / 100).tolist()
                means[2] *= options.mentions_every
                means[3:] = [options.claims_every * value for value in means[3:]]
                names = ("roles", "links", "mentions", "claims", "stance")
                losses = " ".join(f"{n} {v:.3f}" for n, v in zip(names, means))
                spent = time.time() - begun
                print(f"epoch {epoch} step {step} {losses} {spent:.0f} s, {done:.0%}", flush=True)
                sums.zero_()
            if apart and device != "cpu" and done > quarter / 4:
                quarter += 1
                told = evaluate_claims(average, apart, pieces, window, device)
                print(f"  claims at {done:.0%} {told}", flush=True)
        save()
    mixed()
    save()
    measure()


if __name__ == "__main__":
    main()
