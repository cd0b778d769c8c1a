"""Fine-tunes the teacher on the train parts of both treebanks."""

import argparse
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import arborescence
import treebank
from minilm import MiniLM, WordPieces
from teacher import Batch, Teacher


def batches(sentences, words, rng=None):
    """Lists of sentences of like length, about so many words each with padding."""
    order = list(range(len(sentences)))
    noise = rng.random if rng else lambda: 0.0
    order.sort(key=lambda at: len(sentences[at]) * (1 + 0.1 * noise()) + noise())
    result, current, longest = [], [], 0
    for at in order:
        longest = max(longest, len(sentences[at]))
        if current and longest * (len(current) + 1) > words:
            result.append(current)
            current, longest = [], len(sentences[at])
        current.append(at)
    result.append(current)
    if rng:
        rng.shuffle(result)
    return result


def targets(sentences, labels):
    """Heads, relations and tags as padded tensors, -1 where there is none."""
    words = max(map(len, sentences))
    result = torch.full((4, len(sentences), words), -1, dtype=torch.long)
    for at, sentence in enumerate(sentences):
        for row, values in enumerate([sentence.heads, *labels.numbers(sentence)]):
            result[row, at, : len(values)] = torch.tensor(values)
    return result


def loss(net, batch, gold):
    heads, relations, upos, xpos = gold
    arcs, vectors, upos_scores, xpos_scores = net(batch)
    found = net.relations(vectors, heads.clamp(min=0))

    def part(scores, gold):
        return F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1)

    return (
        part(arcs, heads)
        + part(found, relations)
        + 0.5 * part(upos_scores, upos)
        + 0.5 * part(xpos_scores, xpos)
    )


@torch.no_grad()
def evaluate(net, sentences, pieces, labels, words):
    """The score of trees and tags on given words."""
    net.eval()
    score = treebank.Score()
    for chosen in batches(sentences, words):
        group = [sentences[at] for at in chosen]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            arcs, vectors, upos, xpos = net(Batch(group, pieces))
        trees = torch.zeros(arcs.shape[:2], dtype=torch.long)
        for at, sentence in enumerate(group):
            n = len(sentence)
            trees[at, :n] = torch.from_numpy(arborescence.heads(arcs[at, :n, : n + 1].numpy()))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = net.relations(vectors, trees)
        for at, sentence in enumerate(group):
            n = len(sentence)
            score.add(
                sentence,
                trees[at, :n].tolist(),
                [labels.relations[r] for r in found[at, :n].argmax(-1).tolist()],
                [labels.upos[t] for t in upos[at, :n].argmax(-1).tolist()],
                [labels.xpos[t] for t in xpos[at, :n].argmax(-1).tolist()],
            )
    net.train()
    return score


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder with ud-ewt and ud-gum")
    parser.add_argument("--encoder", required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", required=True, help="file for the weights")
    parser.add_argument("--start", help="a teacher's weights to go on from")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--words", type=int, default=700, help="words of a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    data = Path(options.data)
    train = [s for path in treebank.TRAIN for s in treebank.read(data / path) if len(s) <= 120]
    dev = {name: treebank.read(data / path) for name, path in treebank.DEV.items()}
    labels = treebank.Labels.of(train)
    pieces = WordPieces(options.encoder)
    net = Teacher(MiniLM.pretrained(options.encoder), labels)
    if options.start:
        net.load_state_dict(torch.load(options.start)["net"])
    groups = net.parameter_groups(options.encoder_rate, options.head_rate)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    steps = options.epochs * len(batches(train, options.words))

    def rate(step):
        warm = 0.05 * steps
        return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    begun, step, seen, sums = time.time(), 0, 0, 0.0
    for epoch in range(options.epochs):
        for chosen in batches(train, options.words, rng):
            group = [train[at] for at in chosen]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                value = loss(net, Batch(group, pieces), targets(group, labels))
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            step, seen, sums = step + 1, seen + sum(map(len, group)), sums + value.item()
            if step % 50 == 0:
                spent = time.time() - begun
                print(
                    f"step {step}/{steps} loss {sums / 50:.3f} {seen / spent:.0f} words/s"
                    f" {spent:.0f} s, left {spent / step * (steps - step):.0f} s",
                    flush=True,
                )
                sums = 0.0
        for name, sentences in dev.items():
            score = evaluate(net, sentences, pieces, labels, options.words)
            print(f"epoch {epoch + 1} {name}-dev {score}", flush=True)
        kept = [labels.relations, labels.upos, labels.xpos]
        torch.save({"net": net.state_dict(), "labels": kept}, options.out)


if __name__ == "__main__":
    main()
