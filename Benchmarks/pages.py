#!/usr/bin/env python3
"""Times the reading of web pages beside trafilatura in the same run, on one core each.

usage: pages.py SAYSO DATA [ROUNDS]
  SAYSO   the release binary
  DATA    the folder that holds extraction-trafilatura/html.tar.zst

Needs `pip install trafilatura` and tar with zstd. Prints pages a second of processor time and the ratio.
"""
import os
import resource
import subprocess
import sys
import tempfile

PEER = """
import os, sys, trafilatura
folder = sys.argv[1]
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), "rb") as page:
        trafilatura.extract(page.read(), fast=True, include_comments=False)
"""


def seconds(command):
    """Processor seconds of a command and all it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"pages.py: {' '.join(command)} ended with {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sayso, data = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    with tempfile.TemporaryDirectory() as folder:
        packed = os.path.join(data, "extraction-trafilatura", "html.tar.zst")
        subprocess.run(["tar", "--zstd", "-xf", packed, "-C", folder], check=True)
        pages = os.path.join(folder, "html")
        for name in os.listdir(pages):
            if not name.endswith(".html"):
                os.rename(os.path.join(pages, name), os.path.join(pages, name + ".html"))
        count = len(os.listdir(pages))
        ours = min(seconds([sayso, "text", "--json", pages]) for _ in range(rounds))
        peer = min(seconds([sys.executable, "-c", PEER, pages]) for _ in range(rounds))
    print(f"pages                              {count:>8}")
    print(f"sayso text, pages a second         {count / ours:>8.0f}")
    print(f"trafilatura fast, pages a second   {count / peer:>8.0f}")
    print(f"ratio                              {peer / ours:>8.1f}")


main()
