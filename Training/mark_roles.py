"""Marks the roles of texts with one or several trained networks, as lessons for another to learn from.

Several networks vote: their scores of words, steps and links are averaged (Hinton, Vinyals and Dean, "Distilling
the Knowledge in a Neural Network", 2015, with the likeliest labels in place of probabilities).
"""

import argparse
import gzip
import json

import torch

from careful import CONTENT, CUE, SOURCE, Careful, Report
from minilm import MiniLM, WordPieces
from train_careful import read, restored, spans_of


class Several:
    """Networks that vote."""

    def __init__(self, nets):
        self.nets = nets
        steps = torch.stack([net.steps for net in nets]).mean(0)
        starts = torch.stack([net.starts for net in nets]).mean(0)
        nets[0].steps.data.copy_(steps)
        nets[0].starts.data.copy_(starts)

    def labels(self, vectors):
        scores = [net.roles(v) for net, v in zip(self.nets, vectors)]
        return self.nets[0].decode(torch.stack(scores).mean(0))

    def owners(self, vectors, spans):
        """For each piece the one that it belongs to, -1 for none."""
        result = []
        for at, span in enumerate(spans):
            if span[0] == SOURCE:
                result.append(-1)
                continue
            votes = [net.link_scores(v, spans, at) for net, v in zip(self.nets, vectors)]
            best = int(torch.stack([scores for scores, _ in votes]).mean(0).argmax())
            result.append((votes[0][1] + [-1])[best])
        return result


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", nargs="+", help="files of train_careful.py")
    parser.add_argument("--texts", required=True, help="lessons whose gold is not looked at")
    parser.add_argument("--encoder", required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", required=True, help="lessons to write, gzipped")
    parser.add_argument("--window", type=int, default=200, help="pieces of a window")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--part", default="0/1", help="I/N: every Nth text, from the Ith")
    options = parser.parse_args()
    first, every = map(int, options.part.split("/"))
    torch.set_num_threads(2)

    pieces = WordPieces(options.encoder)
    nets, heads = [], []
    for path in options.weights:
        net = restored(Careful(MiniLM.pretrained(options.encoder)), path).eval()
        heads.append(net)
        nets.append(restored(Careful(MiniLM.pretrained(options.encoder)), path).eval().to(options.device))
    several = Several(heads)
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        for report in Report.read(options.texts, pieces)[first::every]:
            vectors = [read(net, report, pieces, options.window, options.device).cpu() for net in nets]
            labels = several.labels(vectors)
            spans = spans_of(labels, report.paragraphs)
            owners = several.owners(vectors, spans)
            if not any(role == CUE for role, _, _ in spans) and any(
                role == CONTENT for role, _, _ in spans
            ):
                continue
            line = {
                "id": report.id,
                "publisher": "silver",
                "words": report.words,
                "looks": report.looks,
                "sentences": report.sentences,
                "paragraphs": sorted(report.paragraphs),
                "labels": labels,
                "pieces": [[r, s, e + 1, owner] for (r, s, e), owner in zip(spans, owners)],
            }
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
