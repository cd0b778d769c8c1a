"""Marks text with the teacher: soft marks for the student, and a CoNLL-U file of trees and tags."""

import argparse
import time

import numpy as np
import torch
import torch.nn.functional as F

import arborescence
import treebank
from minilm import MiniLM, WordPieces
from student import CHOICES, Corpus
from teacher import Batch, Teacher
from train_teacher import batches


def load(path, encoder):
    """The teacher of a file of `train_teacher.py`, and its labels."""
    held = torch.load(path)
    labels = treebank.Labels(*held["labels"])
    net = Teacher(MiniLM.pretrained(encoder), labels)
    net.load_state_dict(held["net"])
    return net.eval(), labels


@torch.no_grad()
def mark(net, group, pieces):
    """For each sentence (tree, {kind: log shares [words, choices]}); relations are for the tree."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        arcs, vectors, upos, xpos = net(Batch(group, pieces))
    arcs = F.log_softmax(arcs, -1)
    trees = torch.zeros(arcs.shape[:2], dtype=torch.long)
    for at, sentence in enumerate(group):
        n = len(sentence)
        trees[at, :n] = torch.from_numpy(arborescence.heads(arcs[at, :n, : n + 1].numpy()))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        relations = net.relations(vectors, trees)
    found = {"heads": arcs, "relations": relations, "upos": upos, "xpos": xpos}
    found = {kind: F.log_softmax(scores, -1) for kind, scores in found.items()}
    for at, sentence in enumerate(group):
        n = len(sentence)
        yield trees[at, :n].numpy(), {
            kind: scores[at, :n, : n + 1] if kind == "heads" else scores[at, :n]
            for kind, scores in found.items()
        }


def kept(scores):
    """The CHOICES best of each word and their shares, which sum to 1, [words, CHOICES] each."""
    count = min(CHOICES, scores.shape[-1])
    best, numbers = scores.topk(count, -1)
    pad = (0, CHOICES - count)
    shares = F.pad(best.exp(), pad)
    shares = shares / shares.sum(-1, keepdim=True)
    return F.pad(numbers, pad).to(torch.int16).numpy(), shares.to(torch.float16).numpy()


def conllu(sentence, tree, numbers, shares, labels):
    """A sentence as marked; MISC holds the shares of the tags, the head and the relation."""
    lines = []
    for at, form in enumerate(sentence.forms):
        first = {kind: numbers[kind][at, 0] for kind in Corpus.KINDS}
        sure = {kind: float(shares[kind][at, 0]) for kind in Corpus.KINDS}
        misc = "|".join(f"{kind}={sure[kind]:.3f}" for kind in Corpus.KINDS)
        lines.append(
            f"{at + 1}\t{form}\t_\t{labels.upos[first['upos']]}\t{labels.xpos[first['xpos']]}\t_"
            f"\t{tree[at]}\t{labels.relations[first['relations']]}\t_\t{misc}"
        )
    return "\n".join(lines) + "\n\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", help="CoNLL-U with words only")
    parser.add_argument("--teacher", required=True, help="file of train_teacher.py")
    parser.add_argument("--encoder", required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", required=True, help="file for the marks (.npz)")
    parser.add_argument("--conllu", required=True, help="file for trees and tags")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so long")
    parser.add_argument("--words", type=int, default=1500, help="words of a batch")
    parser.add_argument("--chunk", type=int, default=2000, help="sentences sorted together")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)

    net, labels = load(options.teacher, options.encoder)
    pieces = WordPieces(options.encoder)
    sentences = treebank.read(options.text)
    begun, words = time.time(), 0
    trees, numbers, shares = [], {k: [] for k in Corpus.KINDS}, {k: [] for k in Corpus.KINDS}
    with open(options.conllu, "w", encoding="utf-8") as out:
        for start in range(0, len(sentences), options.chunk):
            if time.time() - begun > 60 * options.minutes:
                break
            chunk = sentences[start : start + options.chunk]
            found = [None] * len(chunk)
            for chosen in batches(chunk, options.words):
                group = [chunk[at] for at in chosen]
                for at, (tree, scores) in zip(chosen, mark(net, group, pieces)):
                    pairs = {kind: kept(values) for kind, values in scores.items()}
                    found[at] = (
                        tree,
                        {kind: pair[0] for kind, pair in pairs.items()},
                        {kind: pair[1] for kind, pair in pairs.items()},
                    )
            for sentence, (tree, number, share) in zip(chunk, found):
                out.write(conllu(sentence, tree, number, share, labels))
                trees.append(tree)
                for kind in Corpus.KINDS:
                    numbers[kind].append(number[kind])
                    shares[kind].append(share[kind])
            words += sum(map(len, chunk))
            print(f"{words} words, {words / (time.time() - begun):.0f} words/s", flush=True)
    arrays = {kind: np.concatenate(values) for kind, values in numbers.items()}
    arrays |= {kind + "_shares": np.concatenate(values) for kind, values in shares.items()}
    lengths = np.array([len(tree) for tree in trees])
    tree = np.concatenate(trees).astype(np.int16)
    np.savez(options.out, lengths=lengths, tree=tree, **arrays)


if __name__ == "__main__":
    main()
