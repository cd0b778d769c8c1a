#!/usr/bin/env python3
"""Checks the gold of affairs: every quoted string lies exactly once in its report, every id resolves.

    python3 Evaluation/affairs/check.py [--docs FOLDER]

With `texts` (a gold that holds offsets) it checks ranges and ids; with --docs, a folder that holds, for each
file F of the gold, the output of `sayso text --json F` as F.json, the hash of the text too.
"""
import hashlib, json, pathlib, sys

HERE = pathlib.Path(__file__).resolve().parent
STANCES = set("asserts confirms denies doubts declines urges plans conditional warns condemns supports".split())
KINDS = set("person office body state group outlet".split())
VERDICTS = set("agree disagree revised part-of".split())
docs = pathlib.Path(sys.argv[sys.argv.index("--docs") + 1]) if "--docs" in sys.argv else None
problems = []


def body(path):
    text = path.read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def check(folder):
    def bad(what):
        problems.append(f"{folder.name}: {what}")

    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    quoted = "texts" not in gold
    if quoted:
        texts = {p.name: body(p) for p in sorted((folder / "reports").glob("*.md"))}
        lengths = {name: len(text) for name, text in texts.items()}
    else:
        lengths = {t["report"]: t["length"] for t in gold["texts"]}
        for t in gold["texts"] if docs else []:
            text = json.loads((docs / (t["report"] + ".json")).read_text(encoding="utf-8"))["text"]
            if hashlib.sha256(text.encode()).hexdigest() != t["sha256"]:
                bad(f"{t['report']} is read differently now")
    reports = set(lengths)
    in_stories = [r for s in gold["stories"] for r in s["reports"]]
    if sorted(in_stories) != sorted(reports):
        bad("a report is in no story or in several")
    for group in gold["origins"]:
        if len(group) < 2 or not set(group) <= reports:
            bad(f"origin {group}")
    names = [a["name"] for a in gold["actors"]]
    if len(names) != len(set(names)):
        bad("an actor twice")
    for a in gold["actors"]:
        if a["kind"] not in KINDS or a.get("side", names[0]) not in names:
            bad(f"actor {a['name']}")
    known = lambda who: who in names or who.startswith("unnamed: ")
    claims = [c["id"] for c in gold["claims"]]
    figures = {f["id"]: f for f in gold["figures"]}
    if len(claims) != len(set(claims)) or len(figures) != len(gold["figures"]):
        bad("an id twice")

    def place(entry, key):
        if entry["report"] not in reports:
            return bad(f"no report {entry['report']}")
        if quoted:
            n = texts[entry["report"]].count(entry[key])
            if n != 1:
                bad(f"{entry['report']}: {n} times: {entry[key]}")
        else:
            for start, end in entry["spans"]:
                if not 0 <= start < end <= lengths[entry["report"]]:
                    bad(f"{entry['report']}: {start}-{end}")

    used = set()
    for s in gold["statements"]:
        place(s, "content")
        used |= {s["claim"], *s.get("also", [])}
        if s["stance"] not in STANCES:
            bad(f"stance {s['stance']}")
        for who in [s["speaker"], *s.get("chain", [])]:
            if not known(who):
                bad(f"no actor {who}")
    for f in gold["figures"]:
        place(f, "words")
        used.add(f["claim"])
        if not known(f["owner"]):
            bad(f"no actor {f['owner']}")
        if f.get("copyOf", f["id"]) not in figures:
            bad(f"{f['id']} copies {f['copyOf']}")
    if used != set(claims):
        bad(f"claims not used or not there: {sorted(used ^ set(claims))}")
    pairs = set()
    for c in gold["comparisons"] + gold.get("incomparable", []):
        if not {c["a"], c["b"]} <= set(figures) or c["a"] == c["b"] or c.get("verdict", "agree") not in VERDICTS:
            bad(f"comparison {c}")
        pair = frozenset((c["a"], c["b"]))
        if pair in pairs:
            bad(f"compared twice: {c}")
        pairs.add(pair)
    print(f"{folder.name}: " + ", ".join(f"{len(v)} {k}" for k, v in gold.items() if isinstance(v, list))
          + f", {len(reports)} reports, {sum(s['stance'] == 'denies' for s in gold['statements'])} denials")


for folder in sorted(p.parent for p in HERE.glob("*/gold.json")):
    check(folder)
print("\n".join(problems) or "all resolves")
sys.exit(1 if problems else 0)
