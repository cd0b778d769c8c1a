#!/usr/bin/env python3
"""Runs a command without its output and prints its peak memory and time.

usage: peak.py COMMAND [ARGUMENT...]

Example, memory over a large archive:
  python3 Benchmarks/make_warc.py /tmp/big.warc.gz 2 FOLDER_OF_PAGES
  python3 Benchmarks/peak.py .build/release/sayso text --json /tmp/big.warc.gz
"""
import resource
import subprocess
import sys
import time

if len(sys.argv) < 2:
    sys.exit(__doc__)
start = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"exit status        {done.returncode:>10}")
print(f"peak memory, MiB   {usage.ru_maxrss / 1024:>10.1f}")
print(f"wall seconds       {time.monotonic() - start:>10.1f}")
print(f"processor seconds  {usage.ru_utime + usage.ru_stime:>10.1f}")
