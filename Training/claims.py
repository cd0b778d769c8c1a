#!/usr/bin/env python3
"""Learns which earlier statement a statement shares its claim with.

    sayso-train claim-pairs --data DATA --fold 0/3 --out pairs.txt
    python3 Training/claims.py pairs.txt --prior 10 [--plain] [--out Sources/SaysoClaims/AntecedentWeights.swift]

A log-linear ranking of antecedents (Denis and Baldridge, 2008; with the marginal likelihood of
Durrett and Klein, "Easy victories and uphill battles in coreference resolution", 2013): a statement
chooses one of the earlier ones, or to open a claim; all right ones count. Weights are shared
over all regimes and added to by each regime's own, under an L2 prior. Needs numpy and scipy. Prints
pairs F1 on affairs that were left out; `--out` writes weights learned from all but `--unseen` as
Swift.
"""
import argparse
import numpy as np
from scipy.optimize import minimize

REGIMES = 6
# Features of a pair, and of opening a claim, that tell of meanings: the last ones.
MEANING, MEANING_OPENINGS = 6, 3
CAUTIONS = (0.0, 0.75)


def read(path):
    data, block = {}, None
    for line in open(path):
        parts = line.split()
        if parts[0] == "#":
            block["words"] = line[2:].strip()
        elif parts[0] == "statement":
            block = dict(place=int(parts[3]), gold=claims(parts[4]),
                         opening=np.array(parts[5:], float), cands=[])
            affair, story = parts[1].split("/")
            block["story"] = story
            data.setdefault((affair, parts[2]), []).append(block)
        else:
            values = [p.split(":") for p in parts[3:]]
            block["cands"].append((int(parts[0]), int(parts[1]), claims(parts[2]),
                                   {int(k): float(v) for k, v in values}))
    return data


def claims(text):
    return frozenset() if text == "-" else frozenset(text.split(","))


def pack(statements, features):
    """Dense rows over shared and regime weights."""
    for s in statements:
        n = len(s["cands"])
        x = np.zeros((n, features))
        for i, (_, _, _, values) in enumerate(s["cands"]):
            for k, v in values.items():
                if k < features:
                    x[i, k] = v
        s["x"] = x
        s["regime"] = np.array([c[1] for c in s["cands"]], int)
        s["who"] = np.array([c[0] for c in s["cands"]], int)
        s["right"] = np.array([bool(s["gold"] & c[2]) for c in s["cands"]], bool)


def scores(s, shared, own, opening):
    return (np.einsum("ij,ij->i", s["x"], shared[None, :] + own[s["regime"]]) if len(s["who"]) else np.zeros(0),
            s["opening"] @ opening)


def train(statements, features, openings, prior, wrong_link=1.0):
    """Weights shared, of each regime, and for opening, by L-BFGS over all rows at once."""
    learned = [s for s in statements if s["gold"]]
    # A row for each candidate and, last of each statement, for opening a claim.
    x = np.concatenate([np.vstack([s["x"], np.zeros((1, features))]) for s in learned])
    regime = np.concatenate([np.append(s["regime"], REGIMES) for s in learned])
    opening = np.array([s["opening"] for s in learned])
    starts = np.cumsum([0] + [len(s["who"]) + 1 for s in learned[:-1]])
    counts = np.array([len(s["who"]) + 1 for s in learned])
    of = np.repeat(np.arange(len(learned)), counts)
    last = starts + counts - 1
    is_open = np.array([not s["right"].any() for s in learned])
    right = np.concatenate([np.append(s["right"], not s["right"].any()) for s in learned])
    # A margin: a wrong link costs more than a missed one (as softmax-margin does).
    cost = np.where(right, 0.0, np.where(is_open[of], wrong_link, 0.5 * wrong_link))
    cost[last] = np.where(is_open, 0.0, 0.5)
    rows = [np.flatnonzero(regime == r) for r in range(REGIMES)]
    size = features * (REGIMES + 1) + openings

    def split(w):
        return w[:features], w[features:features * (REGIMES + 1)].reshape(REGIMES, features), w[-openings:]

    def loss(w):
        shared, own, start = split(w)
        scores = np.empty(len(x))
        for r in range(REGIMES):
            scores[rows[r]] = x[rows[r]] @ (shared + own[r])
        scores[last] = opening @ start
        scores += cost
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        fit = np.where(right, odds, 0.0)
        total, kept = np.add.reduceat(odds, starts), np.add.reduceat(fit, starts)
        d = odds / total[of] - fit / kept[of]
        own_gradient = np.stack([d[rows[r]] @ x[rows[r]] for r in range(REGIMES)])
        gradient = np.concatenate([own_gradient.sum(0), own_gradient.ravel(), d[last] @ opening])
        value = np.log(total / kept).sum() + 0.5 * prior * (w @ w)
        return value, gradient + prior * w

    result = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options=dict(maxiter=300))
    return split(result.x)


def decode(statements, weights, caution=0.0, most=2):
    """Claims by the statement that opened each, as AntecedentRanker makes them."""
    shared, own, opening = weights
    cluster = {}
    for s in statements:
        sc, o = scores(s, shared, own, opening)
        odds = np.append(sc, o + caution)
        p = np.exp(odds - odds.max())
        p /= p.sum()
        likely = {}
        for who, prob in zip(s["who"], p[:-1]):
            likely.setdefault(cluster[s["story"], who][1], []).append(prob)
        best = max(((sum(sorted(x, reverse=True)[:most]), -c) for c, x in likely.items()), default=(0, 0))
        head = -best[1] if best[0] > p[-1] else s["place"]
        cluster[s["story"], s["place"]] = (s["story"], head)
    return cluster


def pairs(statements, cluster):
    tp = pred = gold = 0
    known = [s for s in statements if s["gold"]]
    for i, b in enumerate(known):
        for a in known[:i]:
            g = bool(a["gold"] & b["gold"])
            f = cluster[a["story"], a["place"]] == cluster[b["story"], b["place"]]
            tp += g and f; pred += f; gold += g
    return tp / max(1, pred), tp / max(1, gold), 2 * tp / max(1, pred + gold)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs")
    parser.add_argument("--unseen", default="venaril", help="affairs that are never learned from")
    parser.add_argument("--affairs", help="learn from these; without it from all that are not unseen")
    parser.add_argument("--prior", type=float, default=1.0)
    parser.add_argument("--margin", type=float, default=1.0)
    parser.add_argument("--plain", action="store_true", help="leave out what is told of meanings")
    parser.add_argument("--out", help="file of Swift for the weights")
    args = parser.parse_args()
    data = read(args.pairs)
    features = 1 + max(k for ss in data.values() for s in ss for c in s["cands"] for k in c[3])
    openings = len(next(iter(data.values()))[0]["opening"])
    if args.plain:
        features, openings = features - MEANING, openings - MEANING_OPENINGS
    for statements in data.values():
        for s in statements:
            s["opening"] = s["opening"][:openings]
        pack(statements, features)
    affairs = sorted({name for name, _ in data} - set(args.unseen.split(",")))
    if args.affairs:
        affairs = args.affairs.split(",")

    def learn(names):
        learned = [s for (a, _), ss in data.items() if a in names for s in ss]
        return train(learned, features, openings, args.prior, args.margin)

    def show(name, variant, weights, caution):
        p, r, f = pairs(data[(name, variant)], decode(data[(name, variant)], weights, caution))
        print(f"{name:10} {variant:6} caution {caution:+.2f}  P {100*p:5.1f} R {100*r:5.1f} F {100*f:5.1f}")
        return p, r, f

    print("affairs unseen, in three folds:")
    unseen = {}
    for fold in range(3):
        left_out = affairs[fold::3]
        weights = learn([a for a in affairs if a not in left_out])
        for a in left_out:
            for v in ("found", "gold"):
                for caution in CAUTIONS:
                    unseen.setdefault((v, caution), []).append(show(a, v, weights, caution))
    for (v, caution), figures in unseen.items():
        p, r, f = np.mean(figures, 0)
        print(f"mean       {v:6} caution {caution:+.2f}  P {100*p:5.1f} R {100*r:5.1f} F {100*f:5.1f}")
    weights = learn(affairs)
    print("affairs that are never learned from:")
    for a, v in sorted(data):
        if a not in affairs:
            for caution in CAUTIONS:
                show(a, v, weights, caution)
    if args.out:
        write(args.out, weights)


def write(path, weights):
    shared, own, opening = weights
    def row(v):
        return ", ".join(f"{x:.3f}" for x in v)
    with open(path, "w") as out:
        out.write("// Written by Training/claims.py; do not edit.\n\n")
        out.write("/// Weights of ``AntecedentFeatures``.\nenum AntecedentWeights {\n")
        out.write("  /// One set for each regime.\n  static let pairs: [[Float]] = [\n")
        for r in own:
            out.write("    [\n")
            v = shared + r
            for i in range(0, len(v), 10):
                out.write("      " + row(v[i:i + 10]) + ",\n")
            out.write("    ],\n")
        out.write("  ]\n  /// For opening a claim.\n  static let opening: [Float] = [\n    " + row(opening) + ",\n  ]\n}\n")


main()
