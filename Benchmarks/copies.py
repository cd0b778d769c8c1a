#!/usr/bin/env python3
"""Finds copies beside datasketch in the same run, on the same documents, on one core each.

usage: copies.py SAYSO_EVALUATE DATA
  SAYSO_EVALUATE   the release binary
  DATA             the folder that holds polnear/articles-train.jsonl

Needs `pip install datasketch`. datasketch: MinHash with 128 permutations over runs of three words made in
Python, MinHashLSH at 0.7. Prints documents a second of processor time of each with shingling, the ratio,
and recall and precision of datasketch at Jaccard 0.7 (`sayso-evaluate copies` prints those of Sayso).
"""
import json
import re
import subprocess
import sys
import tempfile
import time

WORD = re.compile(r"[^\W_]+")


def runs(text):
    """The runs of three words of a text."""
    words = WORD.findall(text.lower())
    return {" ".join(words[start:start + 3]) for start in range(len(words) - 2)}


def peer(texts):
    """Seconds that datasketch takes, and the pairs that it gives."""
    from datasketch import MinHash, MinHashLSH

    start = time.process_time()
    index = MinHashLSH(threshold=0.7, num_perm=128)
    found = set()
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([run.encode() for run in runs(text)])
        found.update((other, number) for other in index.query(sketch))
        index.insert(number, sketch)
    return time.process_time() - start, found


def truth(texts):
    """The pairs whose Jaccard is 0.7 or more."""
    sets = [runs(text) for text in texts]
    pairs = set()
    for second, b in enumerate(sets):
        for first, a in enumerate(sets[:second]):
            if min(len(a), len(b)) < 0.7 * max(len(a), len(b)):
                continue
            shared = len(a & b)
            if shared and shared >= 0.7 * (len(a) + len(b) - shared):
                pairs.add((first, second))
    return pairs


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, data = sys.argv[1:]
    command = [program, "copies", "--data", data]
    lines = subprocess.run(command + ["--documents"], check=True, capture_output=True).stdout
    texts = [json.loads(line)["text"] for line in lines.splitlines()]
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(lines)
        file.flush()
        timed = subprocess.run(command + ["--speed", file.name], check=True, capture_output=True)
    ours = json.loads(timed.stdout)["per_second"]
    seconds, found = min((peer(texts) for _ in range(3)), key=lambda result: result[0])
    theirs = len(texts) / seconds
    pairs = truth(texts)
    print(f"documents                              {len(texts):>8}")
    print(f"pairs at Jaccard 0.7                   {len(pairs):>8}")
    print(f"sayso, documents a second              {ours:>8.0f}")
    print(f"datasketch, documents a second         {theirs:>8.0f}")
    print(f"ratio                                  {ours / theirs:>8.1f}")
    print(f"datasketch recall                      {len(pairs & found) / len(pairs):>8.3f}")
    print(f"datasketch precision                   {len(pairs & found) / max(1, len(found)):>8.3f}")


main()
