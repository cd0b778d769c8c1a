"""Trains the student on the treebanks and, if given, on text that the teacher marked."""

import argparse
import copy
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import arborescence
import treebank
from student import Corpus, Student

LEXICAL = (0, 1, 2, 12)
"""Features that say which word it is; they are dropped together, so that the others learn too."""


def batches(corpus, words, rng=None, repeats=1):
    """Arrays of sentences of like length, about so many words each with padding."""
    order = np.tile(np.arange(len(corpus)), repeats)
    noise = rng.uniform(0.9, 1.2, len(order)) if rng else 1.0
    order = order[np.argsort(corpus.lengths[order] * noise, kind="stable")]
    result, start, longest = [], 0, 0
    for at, sentence in enumerate(order):
        length = corpus.lengths[sentence]
        if at > start and max(longest, length) * (at + 1 - start) > words:
            result.append(order[start:at])
            start, longest = at, 0
        longest = max(longest, length)
    result.append(order[start:])
    if rng:
        rng.shuffle(result)
    return result


def weights(rows, words, share):
    """1 for each row, 0 for padding and for the lexical rows of a share of words."""
    result = words[..., None].float().expand(rows.shape).clone()
    if share > 0:
        keep = (torch.rand(words.shape) >= share).float()
        for column in LEXICAL:
            result[..., column] *= keep
    return result


def loss(net, batch, options):
    rows, words, tree, marks = batch
    arcs, vectors, upos, xpos = net(
        rows, weights(rows, words, options.word_dropout), words, options.dropout
    )
    scores = {"heads": arcs, "relations": net.relations(vectors, tree), "upos": upos, "xpos": xpos}
    total = 0.0
    for kind, weight in (("heads", 1.0), ("relations", 1.0), ("upos", 0.5), ("xpos", 0.5)):
        numbers, shares = marks[kind]
        found = torch.gather(F.log_softmax(scores[kind], -1), 2, numbers)
        total = total - weight * (found * shares).sum()
    return total / words.sum()


@torch.no_grad()
def evaluate(net, corpus, sentences, labels, trees=True, words=4000):
    """The score on given words; without `trees` each word takes its best head."""
    net.eval()
    score = treebank.Score()
    for chosen in batches(corpus, words):
        rows, present, _, _ = corpus.batch(chosen)
        arcs, vectors, upos, xpos = net(rows, weights(rows, present, 0.0), present)
        heads = arcs.argmax(-1) * present
        if trees:
            for at, number in enumerate(chosen):
                n = len(sentences[number])
                best = arborescence.heads(arcs[at, :n, : n + 1].numpy())
                heads[at, :n] = torch.from_numpy(best)
        found = net.relations(vectors, heads).argmax(-1)
        upos, xpos = upos.argmax(-1), xpos.argmax(-1)
        for at, number in enumerate(chosen):
            n = len(sentences[number])
            score.add(
                sentences[number],
                heads[at, :n].tolist(),
                [labels.relations[r] for r in found[at, :n].tolist()],
                [labels.upos[t] for t in upos[at, :n].tolist()],
                [labels.xpos[t] for t in xpos[at, :n].tolist()],
            )
    net.train()
    return score


def initial(net, corpora):
    """Rows never seen stay zero, so that a word's unknown rows add no noise; rare ones begin so."""
    counts = np.zeros(net.table.num_embeddings, dtype=np.int64)
    for corpus in corpora:
        counts += np.bincount(corpus.rows.ravel(), minlength=len(counts))
    with torch.no_grad():
        net.table.weight.normal_(0, 0.3)
        net.table.weight *= torch.from_numpy(counts >= 5)[:, None]
    return counts


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with ud-ewt and ud-gum")
    parser.add_argument("--features", required=True, help="folder of parser-features' files")
    parser.add_argument("--silver", help="marks of silver.bin by mark_silver.py")
    parser.add_argument("--silver-features", help="the features of that text")
    parser.add_argument("--start", help="a student's weights to go on from")
    parser.add_argument("--out", required=True, help="file for the weights")
    parser.add_argument("--passes", type=float, default=12, help="times through all")
    parser.add_argument("--gold-repeats", type=int, default=1, help="times gold in a pass")
    parser.add_argument("--words", type=int, default=3000, help="words of a batch")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--last-rate", type=float, default=0.01, help="as a share of the rate")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--dilations", type=int, nargs="+", default=[1, 1, 2, 4])
    parser.add_argument("--arc", type=int, default=64)
    parser.add_argument("--relation", type=int, default=32)
    parser.add_argument("--norm", action="store_true", help="normalise the sum of features")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--word-dropout", type=float, default=0.1)
    parser.add_argument("--averaging", type=float, default=0.997, help="decay of averaged weights")
    parser.add_argument("--minutes", type=float, default=1e9, help="the longest it may take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    data, folder = Path(options.data), Path(options.features)

    train = [s for path in treebank.TRAIN for s in treebank.read(data / path)]
    labels = treebank.Labels.of(train)
    corpora = []
    for name, path in zip(("ewt-train.bin", "gum-train.bin"), treebank.TRAIN):
        corpora.append(Corpus.gold(folder / name, treebank.read(data / path), labels))
    repeats = [options.gold_repeats] * len(corpora)
    if options.silver:
        corpora.append(Corpus.marked(options.silver_features, options.silver))
        repeats.append(1)
    dev = {}
    for name, path in treebank.DEV.items():
        sentences = treebank.read(data / path)
        dev[name] = (Corpus.gold(folder / f"{name}-dev.bin", sentences, labels), sentences)

    net = Student(
        corpora[0].table_rows,
        options.width,
        options.dilations,
        labels,
        options.arc,
        options.relation,
        options.norm,
    )
    seen_rows = initial(net, corpora) > 0
    if options.start:
        net.load_state_dict(torch.load(options.start)["net"])
    averaged = copy.deepcopy(net)
    optimizer = torch.optim.Adam(net.parameters(), lr=options.rate, betas=(0.9, 0.98), fused=True)
    all_words = sum(len(c.rows) * r for c, r in zip(corpora, repeats))
    goal = options.passes * all_words
    count = sum(p.numel() for p in net.parameters())
    print(f"{all_words} words a pass, {count} weights", flush=True)

    begun, step, seen, sums = time.time(), 0, 0, 0.0
    finished = False
    while not finished:
        plan = [
            (corpus, chosen)
            for corpus, times in zip(corpora, repeats)
            for chosen in batches(corpus, options.words, rng, times)
        ]
        for at in rng.permutation(len(plan)):
            corpus, chosen = plan[at]
            spent = (time.time() - begun) / 60
            done = max(seen / goal, spent / options.minutes)
            if done >= 1:
                finished = True
                break
            share = options.last_rate + (1 - options.last_rate) * (1 + math.cos(math.pi * done)) / 2
            for group in optimizer.param_groups:
                group["lr"] = options.rate * share * min(1.0, (step + 1) / 200)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                value = loss(net, corpus.batch(chosen), options)
            optimizer.zero_grad(set_to_none=False)
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            step, sums = step + 1, sums + value.item()
            seen += int(corpus.lengths[chosen].sum())
            if step % 5 == 0:
                decay = min(options.averaging**5, step / (step + 50))
                with torch.no_grad():
                    for ours, theirs in zip(averaged.parameters(), net.parameters()):
                        ours.lerp_(theirs, 1 - decay)
            if step % 200 == 0:
                rate = seen / (time.time() - begun)
                print(
                    f"step {step} loss {sums / 200:.3f} {rate:.0f} words/s {spent:.1f} min"
                    f" done {done:.2f}",
                    flush=True,
                )
                sums = 0.0
        finished = finished or seen >= goal
        for name, (corpus, sentences) in dev.items():
            score = evaluate(averaged, corpus, sentences, labels, trees=finished)
            print(f"{seen / all_words:.1f} passes, {name}-dev {score}", flush=True)
        with torch.no_grad():
            averaged.table.weight *= torch.from_numpy(seen_rows)[:, None]
        kept = {
            "net": averaged.state_dict(),
            "labels": [labels.relations, labels.upos, labels.xpos],
            "options": vars(options),
            "rows": corpora[0].table_rows,
            "features": corpora[0].rows.shape[1],
        }
        torch.save(kept, options.out)


if __name__ == "__main__":
    main()
