"""Learns what the likeness of two reports is worth, and packs the model that groups them.

    sayso-train story-words --data $DATA --out $WORK/words.tsv
    sayso-train story-pairs --data $DATA --words $WORK/words.tsv --out $WORK/pairs
    python stories.py --words $WORK/words.tsv --pairs $WORK/pairs --out stories.bin

What a pair looks like is computed by `sayso-train story-pairs` alone: Python sees numbers, never
texts. With --folds three more models come out (stories.bin.0 ...), each of which saw nothing of a
third of the stories (of the topics, for ECB+): `sayso-evaluate stories --folds` scores by them.
Needs numpy and scikit-learn.
"""

import argparse
import math
import struct
import zlib
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.neural_network import MLPClassifier

# Pairs of a set that are learned from, at most.
MOST = {"basil": 5000, "allsides": 12000, "ecbplus": 14000, "neus": 12000}
# Neighbours of each report, of whatever story, that are learned from: the hard ones.
NEIGHBOURS = 20
INPUTS = 32
UNITS = 16
# Steps of StoryPairScorer.timeSteps.
DAYS = [0, 1, 2, 4, 7, 14, 30, 90]
RARITY_UNIT = 1 / 24


class Pairs:
    """The pairs of one set, with the story, group (for folds), split and day of each report."""

    def __init__(self, folder, name):
        raw = np.frombuffer((folder / f"{name}.pairs").read_bytes(), "<i4").reshape(-1, 2 + INPUTS)
        self.a, self.b = raw[:, 0], raw[:, 1]
        self.x = raw[:, 2:].copy().view("<f4")
        lines = (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines]
        self.story, group, self.split = (np.array(column) for column in list(zip(*rows))[1:4])
        self.day = np.array([float(row[4]) if row[4] else math.nan for row in rows])
        self.fold = np.array([zlib.crc32(g.encode()) % 3 for g in group])
        self.y = (self.story[self.a] == self.story[self.b]).astype(int)
        self.lessons = self.hard()

    def hard(self):
        """Pairs of one story, and each report's nearest by words, leads and names."""
        near = self.x[:, 0] + self.x[:, 1] + self.x[:, 3]
        found = defaultdict(list)
        for at in np.argsort(-near, kind="stable"):
            for report in (self.a[at], self.b[at]):
                if len(found[report]) < NEIGHBOURS:
                    found[report].append(at)
        return np.array(sorted(set(np.flatnonzero(self.y)).union(*found.values())))


def learn(sets, fold=None):
    """Weights [input][unit], biases, output weights and output bias; ECB+ gives its train topics."""
    random = np.random.RandomState(0)
    xs, ys = [], []
    for name, pairs in sets.items():
        a, b = pairs.a[pairs.lessons], pairs.b[pairs.lessons]
        use = (pairs.split[a] != "dev") & (pairs.split[b] != "dev")
        if fold is not None:
            use &= (pairs.fold[a] != fold) & (pairs.fold[b] != fold)
        chosen = random.permutation(pairs.lessons[use])[: MOST[name]]
        xs.append(pairs.x[chosen])
        ys.append(pairs.y[chosen])
    x, y = np.vstack(xs), np.concatenate(ys)
    mean, spread = x.mean(0), x.std(0) + 1e-6
    net = MLPClassifier((UNITS,), alpha=0.3, max_iter=30, random_state=0, batch_size=200)
    net.fit((x - mean) / spread, y)
    hidden = net.coefs_[0] / spread[:, None]
    bias = net.intercepts_[0] - (mean / spread) @ net.coefs_[0]
    return np.vstack([hidden, bias]), np.append(net.coefs_[1][:, 0], net.intercepts_[1])


def times(sets):
    """What the distance of two days is worth, as log-odds, from BASIL's dates of publication.

    Halved, since near reports also share words; between -2.5 and 1.5; never rising with distance.
    The other side, how far apart similar reports of other stories lie, is from AllSides and BASIL.
    """

    def counts(name, same):
        pairs = sets[name]
        chosen = pairs.lessons[pairs.y[pairs.lessons] == same]
        gaps = np.abs(pairs.day[pairs.a[chosen]] - pairs.day[pairs.b[chosen]])
        gaps = gaps[~np.isnan(gaps)]
        return np.bincount(np.searchsorted(DAYS, gaps), minlength=len(DAYS) + 1)

    one, other = counts("basil", 1), counts("allsides", 0) + counts("basil", 0)
    share = [(c + 1) / (c.sum() + len(c)) for c in (one, other)]
    return np.minimum.accumulate(np.clip(np.log(share[0] / share[1]) / 2, -2.5, 1.5))


def words(path):
    """The sections of the background: a map from hashes to rows, and the rarity of each row.

    The map is SaysoLearning's HashDictionary: open addressing at most half full.
    """
    lines = Path(path).read_text().splitlines()
    reports = int(lines[0])
    entries = [(int(h, 16), int(c)) for h, c in (line.split("\t") for line in lines[1:])]
    slots = 16
    while slots < len(entries) * 2:
        slots *= 2
    keys, rows = [0] * slots, [0] * slots
    for row, (value, _) in enumerate(entries):
        key = (value >> 32) | 1
        at = value & (slots - 1)
        while keys[at] not in (0, key):
            at = (at + 1) & (slots - 1)
        if keys[at] == 0:
            keys[at], rows[at] = key, row + 1
    rarities = bytes(
        max(0, min(255, round(math.log(reports / count) / RARITY_UNIT))) for _, count in entries
    )
    return {
        "words.keys": struct.pack(f"<{slots}I", *keys),
        "words.values": struct.pack(f"<{slots}H", *rows),
        "rarities": rarities,
    }


def write(path, sections):
    """A model file: magic, version, sections (SaysoLearning's ModelFile)."""
    out = b"SAYSOMDL" + struct.pack("<II", 1, len(sections))
    for name, payload in sorted(sections.items()):
        out += struct.pack("<I", len(name)) + name.encode() + struct.pack("<Q", len(payload)) + payload
    Path(path).write_bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", required=True)
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    sets = {name: Pairs(Path(options.pairs), name) for name in MOST}
    shared = words(options.words) | {"times": times(sets).astype("<f4").tobytes()}
    for fold in [None, 0, 1, 2] if options.folds else [None]:
        hidden, output = learn(sets, fold)
        path = options.out if fold is None else f"{options.out}.{fold}"
        parts = {"hidden": hidden, "output": output}
        write(path, shared | {n: v.astype("<f4").tobytes() for n, v in parts.items()})


if __name__ == "__main__":
    main()
