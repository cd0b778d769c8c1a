#!/usr/bin/env python3
"""What one engine reads in reports and the other does not, to be read by eye.

usage: engines_apart.py SAYSO FILE…

Two statements are the same where their contents share half of the shorter one. Prints the others, `+` those of
the careful engine alone, `-` those of the fast one alone, with confidence, stance, speaker, cue and the
beginning of the content; then how many are both's, and each one's alone.
"""

import json
import subprocess
import sys


def read(sayso, engine, files):
    command = [sayso, "read", "--json", "--engine", engine, *files]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"engines_apart: {' '.join(command[:5])} ended with {run.returncode}: {run.stderr}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def characters(statement):
    return {at for start, end in statement["content"]["spans"] for at in range(start, end)}


def same(a, b):
    a, b = characters(a), characters(b)
    return len(a & b) >= 0.5 * min(len(a), len(b))


def shown(sign, statement):
    words = lambda part: (statement[part] or {}).get("text")
    content = " ".join(words("content").split())[:150]
    return (
        f"  {sign} {statement['confidence']:.2f} {statement['stance']}"
        f" | {words('speaker')} | {words('cue')} | {content}"
    )


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sayso, files = sys.argv[1], sys.argv[2:]
    both = careful = fast = 0
    for a, b in zip(read(sayso, "careful", files), read(sayso, "fast", files), strict=True):
        print(f"## {a['outlet']}: {a['title']}")
        for statement in a["statements"]:
            if any(same(statement, other) for other in b["statements"]):
                both += 1
            else:
                careful += 1
                print(shown("+", statement))
        for statement in b["statements"]:
            if not any(same(statement, other) for other in a["statements"]):
                fast += 1
                print(shown("-", statement))
    print(f"both {both}, careful alone {careful}, fast alone {fast}")


if __name__ == "__main__":
    main()
