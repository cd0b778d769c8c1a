#!/usr/bin/env python3
"""The whole of `sayso read` with the careful engine beside its encoder alone in PyTorch.

usage: encoder_peer.py BENCHMARK DATA ENCODER LESSONS [--reports N] [--threads N]

BENCHMARK is the program `sayso-benchmark`, built for release; ENCODER the folder of the pretrained
encoder and LESSONS the dev part as `sayso-train careful-lessons` writes it (Training/README.md).
Both read the first N reports of PolNeAR dev in turn, on one thread; a word is what spaces part.
PyTorch is given the word pieces ready made, in batches of like length, and only tags.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Training"))

import torch

from careful import Batch, Careful, Report
from minilm import MiniLM, WordPieces
from train_careful import batches


def peer(options, words):
    torch.set_num_threads(1)
    pieces = WordPieces(options.encoder)
    lines = open(options.lessons, encoding="utf-8").read().splitlines()[: options.reports]
    reports = [Report(line, pieces) for line in lines]
    net = Careful(MiniLM.pretrained(options.encoder)).eval()
    with torch.no_grad():
        ready = [
            Batch(windows, pieces)
            for windows in batches(reports, pieces, random.Random(1), 200, 1600)
        ]
        net.roles(net.vectors(ready[0]))
        start = time.process_time()
        for batch in ready:
            net.roles(net.vectors(batch)).argmax(-1)
        return words / (time.process_time() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmark")
    parser.add_argument("data")
    parser.add_argument("encoder")
    parser.add_argument("lessons")
    parser.add_argument("--reports", type=int, default=20)
    options = parser.parse_args()
    corpus = "polnear/articles-dev.jsonl"
    lines = open(f"{options.data}/{corpus}", encoding="utf-8").read().splitlines()
    words = sum(len(json.loads(line)["text"].split()) for line in lines[: options.reports])
    for _ in range(2):
        theirs = peer(options, words)
        run = subprocess.run(
            [options.benchmark, "--data", options.data, "--corpus", corpus, "--engine", "careful"]
            + ["--reports", str(options.reports), "--rounds", "1"],
            capture_output=True, text=True, check=True,
        )
        whole = next(line for line in run.stdout.splitlines() if "the whole" in line)
        ours = float(whole.split()[2])
        print(
            f"{words} words: the whole of read {ours:.0f} words/s, tagging alone in PyTorch"
            f" {theirs:.0f} words/s: {ours / theirs:.2f} times"
        )


if __name__ == "__main__":
    main()
