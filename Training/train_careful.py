"""Fine-tunes the careful engine's network on `sayso-train careful-lessons`.

Time decides: the learning rate falls to nothing by the clock (--minutes), so a faster machine takes
more passes. Reports whose id hashes to the held part are left out, to learn confidences from.
"""

import argparse
import copy
import random
import time
import zlib

import torch
import torch.nn.functional as F

from careful import CONTENT, CUE, SOURCE, Batch, Careful, Report
from minilm import MiniLM, WordPieces


def held(report, parts=20):
    """Whether a report is kept out of training: one of twenty, by the hash of its id."""
    return zlib.crc32(report.id.encode()) % parts == 7


def batches(reports, pieces, rng, window, room):
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
def read(net, report, pieces, window):
    """Role scores [words, labels] and vectors of a whole report, window by window."""
    batch = [Batch([(report, part)], pieces) for part in report.windows(window)]
    words = torch.cat([net.vectors(b)[0] for b in batch])
    return net.roles(words), words


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
def evaluate(net, reports, pieces, window):
    """Token micro-F1, and attribution F1 near the reference scorer's (on words)."""
    net.eval()
    hit = found = gold = 0
    right = had = wanted = 0
    words_of = lambda spans: {w for s in spans for w in range(s[1], s[2] + 1)}
    for report in reports:
        if not report.words:
            continue
        scores, vectors = read(net, report, pieces, window)
        labels = net.decode(scores)
        a = {(w, (l - 1) // 2) for w, l in enumerate(labels) if l}
        b = {(w, (l - 1) // 2) for w, l in enumerate(report.labels) if l}
        hit, found, gold = hit + len(a & b), found + len(a), gold + len(b)
        mine = frames(net, spans_of(labels, report.paragraphs), vectors)
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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lessons", required=True, help="lessons of the train part")
    parser.add_argument("--dev", required=True, help="lessons of the dev part")
    parser.add_argument("--encoder", required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", required=True, help="file for the weights")
    parser.add_argument("--start", help="weights of an earlier run to go on from")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--window", type=int, default=200, help="pieces of a window")
    parser.add_argument("--room", type=int, default=1600, help="pieces of a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--without", help="leave this publisher out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    pieces = WordPieces(options.encoder)
    load = lambda path: [Report(line, pieces) for line in open(path, encoding="utf-8")]
    train = [r for r in load(options.lessons) if not held(r) and r.publisher != options.without]
    dev = load(options.dev)
    net = Careful(MiniLM.pretrained(options.encoder))
    if options.start:
        net.load_state_dict(torch.load(options.start)["net"])
    groups = net.parameter_groups(options.encoder_rate, options.head_rate)
    top = [group["lr"] for group in groups]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    average = copy.deepcopy(net)
    begun, step, sums, epoch = time.time(), 0, [0.0, 0.0], 0
    share = lambda: (time.time() - begun) / (60 * options.minutes)
    while share() < 1:
        epoch += 1
        for windows in batches(train, pieces, rng, options.window, options.room):
            done = share()
            if done >= 1:
                break
            rate = min(1.0, step / 100) * (1 - done)
            for group, lr in zip(optimizer.param_groups, top):
                group["lr"] = lr * rate
            batch = Batch(windows, pieces)
            # A piece in thirty is masked, against learning words by heart.
            hidden = (torch.rand(batch.ids.shape) < 1 / 30) & batch.present
            batch.ids[hidden] = pieces.mask
            roles, links = net.loss(batch)
            optimizer.zero_grad()
            (roles + 0.15 * links).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            step += 1
            sums = [sums[0] + roles.item(), sums[1] + links.item()]
            with torch.no_grad():
                keep = min(0.998, step / (step + 10))
                for mean, value in zip(average.parameters(), net.parameters()):
                    if value.requires_grad:
                        mean.lerp_(value, 1 - keep)
            if step % 50 == 0:
                spent = time.time() - begun
                print(
                    f"epoch {epoch} step {step} roles {sums[0] / 50:.4f} links {sums[1] / 50:.4f}"
                    f" {spent:.0f} s, {done:.0%}",
                    flush=True,
                )
                sums = [0.0, 0.0]
        print(f"epoch {epoch} dev {evaluate(average, dev, pieces, options.window)}", flush=True)
        torch.save({"net": average.state_dict()}, options.out)


if __name__ == "__main__":
    main()
