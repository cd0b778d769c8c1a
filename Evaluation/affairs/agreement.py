#!/usr/bin/env python3
"""How far two annotators agree on which statements share a claim.

    python3 Evaluation/affairs/agreement.py

The second annotator was given the statements of gold.json without their claims, the reports, and what
README.md says of claims. Prints, for each affair with a second.json, pairs of statements in one claim:
of the pairs of the second annotator how many are in gold (P), of gold's how many are the second's (R).
"""
import json
from itertools import combinations
from pathlib import Path


def pairs(claims):
    return {(a, b) for a, b in combinations(range(len(claims)), 2) if claims[a] & claims[b]}


for path in sorted(Path(__file__).parent.glob("*/second.json")):
    gold = json.loads((path.parent / "gold.json").read_text())["statements"]
    second = json.loads(path.read_text())["statements"]
    assert len(gold) == len(second), path
    for name, ours, theirs in (
        ("first claim alone", [{s["claim"]} for s in gold], [{s[0]} for s in second]),
        ("all claims", [{s["claim"], *s.get("also", [])} for s in gold], [set(s) for s in second]),
    ):
        ours, theirs = pairs(ours), pairs(theirs)
        both = len(ours & theirs)
        print(
            f"{path.parent.name:8} {name:18} P {100 * both / len(theirs):.1f} "
            f"R {100 * both / len(ours):.1f} F1 {200 * both / (len(ours) + len(theirs)):.1f}"
        )
