#!/usr/bin/env python3
"""Loads the pages of a running `sayso serve` on this machine, as readers would.

    sayso-evaluate stories-growth --data DATA --reports 100000 --keep big.db
    python3 Benchmarks/web.py SAYSO big.db [--seconds 30] [--adding FOLDER]

Starts SAYSO over the ledger on a free port of the loopback, asks with wrk (Debian's `wrk`): the first page of
stories with 20 parallel readers, then a mixture of stories, their claims, reports, statements and searches; with
--adding, the same mixture while another process adds the reports of a folder. Prints requests a second, the 50th
and 99th percentile, the heaviest and the slowest kind of page, and the peak of the server's memory.
"""
import argparse
import random
import re
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

LUA = """
local paths = {}
for line in io.lines("%s") do paths[#paths + 1] = line end
local place = 0
function setup(thread) thread:set("seed", math.random(1, 1000)) end
function init(args) math.randomseed(seed) end
function request() return wrk.format("GET", paths[math.random(#paths)]) end
"""


def get(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def addresses(base, stories):
    """A mixture: the list, briefs, claims, reports, statements, searches."""
    mixed = []
    for page in range(1, stories // 40 + 2):
        mixed.append(f"/?page={page}")
        for story in re.findall(r'href="(/stories/[0-9a-f]+)"', get(f"{base}/?page={page}").decode()):
            mixed.append(story)
            html = get(base + story).decode()
            for kind in (r"/reports/[^\"#]+", r"/statements/[^\"#]+", r"/stories/[^\"#]+/claims/[^\"#]+"):
                mixed += sorted(set(re.findall(f'href="({kind})"', html)))[:3]
    for word in ("police", "trade", "election", "court", "vaccine", "border", "economy", "climate"):
        mixed += [f"/search?q={word}", f"/search?by=president&q={word}", f"/search?q={word}&stance=denies"]
    return mixed


def kinds(base, mixed):
    """The weight and the time of each kind of page, made for the first time and kept."""
    times, sizes = {}, {}
    for path in mixed:
        kind = re.sub(r"(/\w+/)[^/]+", r"\1…", path.split("?")[0])
        begin = time.perf_counter()
        size = len(get(base + path))
        times.setdefault(kind, []).append(time.perf_counter() - begin)
        sizes[kind] = max(sizes.get(kind, 0), size)
    for kind in sorted(times):
        all_times = sorted(times[kind])
        print(f"  {kind:32} {len(all_times):4} pages, up to {sizes[kind] / 1000:.0f} KB, "
              f"median {1000 * all_times[len(all_times) // 2]:.1f} ms, most {1000 * all_times[-1]:.1f} ms")


def load(name, base, paths, connections, seconds):
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "paths"
        listed.write_text("\n".join(paths) + "\n")
        script = Path(folder) / "mixed.lua"
        script.write_text(LUA % listed)
        out = subprocess.run(
            ["wrk", "--latency", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(script), base],
            capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)
    median, most = (re.search(rf"^ +{share}% +(\S+)", out, re.M).group(1) for share in (50, 99))
    errors = re.findall(r"Non-2xx.*|Socket errors.*", out)
    print(f"{name}: {rate} requests a second, median {median}, p99 {most} {' '.join(errors)}")


def peak(pid):
    return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()).group(1)) // 1024


def now(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()).group(1)) // 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sayso")
    parser.add_argument("ledger")
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--stories", type=int, default=120)
    parser.add_argument("--adding")
    args = parser.parse_args()
    server = subprocess.Popen(
        [args.sayso, "serve", "--port", "0", "--ledger", args.ledger], stderr=subprocess.PIPE, text=True)
    try:
        base = re.search(r"http://[^/]+", server.stderr.readline()).group()
        begin = time.perf_counter()
        get(base + "/")
        print(f"first page of stories, first reader: {1000 * (time.perf_counter() - begin):.0f} ms")
        mixed = addresses(base, args.stories)
        random.Random(1).shuffle(mixed)
        print(f"{len(mixed)} addresses")
        kinds(base, mixed)
        load("first page, 20 readers", base, ["/"], 20, args.seconds)
        load("mixed, 20 readers", base, mixed, 20, args.seconds)
        print(f"memory: {now(server.pid)} MiB, peak {peak(server.pid)} MiB")
        if args.adding:
            adding = subprocess.Popen(
                [args.sayso, "add", "--ledger", args.ledger, "--jobs", "1", args.adding],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            load("mixed, 20 readers, while reports are added", base, mixed, 20, args.seconds)
            print("still adding" if adding.poll() is None else "adding ended before")
            adding.terminate()
            adding.wait()
        print(f"memory: {now(server.pid)} MiB, peak {peak(server.pid)} MiB")
    finally:
        server.terminate()
        server.wait()


main()
