#!/usr/bin/env python3
"""Learns which earlier statement a statement shares its claim with.

    sayso-train claim-pairs --data DATA --out pairs.txt
    python3 Training/claims.py pairs.txt [--out Sources/SaysoClaims/AntecedentWeights.swift]

A log-linear ranking of antecedents (Denis and Baldridge, 2008; with the marginal likelihood of
Durrett and Klein, "Easy victories and uphill battles in coreference resolution", 2013): a statement
chooses one of the earlier ones, or to open a claim; all right ones count. Weights are shared
over all regimes and added to by each regime's own, under an L2 prior. Needs numpy and scipy. Prints
pairs F1 on affairs that were left out; `--out` writes weights learned from all of `--affairs` as
Swift.
"""
import argparse
import numpy as np
from scipy.optimize import minimize

REGIMES = 6
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
            data.setdefault((parts[1], parts[2]), []).append(block)
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
                x[i, k] = v
        s["x"] = x
        s["regime"] = np.array([c[1] for c in s["cands"]], int)
        s["who"] = np.array([c[0] for c in s["cands"]], int)
        s["right"] = np.array([bool(s["gold"] & c[2]) for c in s["cands"]], bool)


def scores(s, shared, own, opening):
    return (np.einsum("ij,ij->i", s["x"], shared[None, :] + own[s["regime"]]) if len(s["who"]) else np.zeros(0),
            s["opening"] @ opening)


def train(statements, features, openings, prior, wrong_link=1.0):
    train_on = [s for s in statements if s["gold"]]
    size = features * (REGIMES + 1) + openings

    def split(w):
        return w[:features], w[features:features * (REGIMES + 1)].reshape(REGIMES, features), w[-openings:]

    def loss(w):
        shared, own, opening = split(w)
        g_shared, g_own, g_open = np.zeros_like(shared), np.zeros_like(own), np.zeros_like(opening)
        total = 0.0
        for s in train_on:
            sc, o = scores(s, shared, own, opening)
            right = s["right"]
            is_open = not right.any()
            # margin: a wrong link costs more than a missed one (as softmax-margin does)
            cost = np.where(right, 0.0, wrong_link if is_open else 0.5 * wrong_link)
            allsc = np.append(sc + cost, o + (0 if is_open else 0.5))
            top = allsc.max()
            p = np.exp(allsc - top); z = p.sum(); p /= z
            mask = np.append(right, is_open)
            q = np.where(mask, np.exp(allsc - top), 0); zq = q.sum(); q = q / zq
            total -= np.log(zq / z)
            d = p - q
            if len(sc):
                g = d[:-1]
                gx = s["x"] * g[:, None]
                g_shared += gx.sum(0)
                np.add.at(g_own, s["regime"], gx)
            g_open += d[-1] * s["opening"]
        grad = np.concatenate([g_shared, g_own.ravel(), g_open]) + prior * w
        return total + 0.5 * prior * (w @ w), grad

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
            likely.setdefault(cluster[who], []).append(prob)
        best = max(((sum(sorted(x, reverse=True)[:most]), -c) for c, x in likely.items()), default=(0, 0))
        cluster[s["place"]] = -best[1] if best[0] > p[-1] else s["place"]
    return cluster


def pairs(statements, cluster):
    tp = pred = gold = 0
    known = [s for s in statements if s["gold"]]
    for i, b in enumerate(known):
        for a in known[:i]:
            g = bool(a["gold"] & b["gold"])
            f = cluster[a["place"]] == cluster[b["place"]]
            tp += g and f; pred += f; gold += g
    return tp / max(1, pred), tp / max(1, gold), 2 * tp / max(1, pred + gold)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs")
    parser.add_argument("--affairs", default="strait,geneva,halden,tamsin,quorra,orrin,ostrabay,pellam,calder")
    parser.add_argument("--prior", type=float, default=1.0)
    parser.add_argument("--margin", type=float, default=1.0)
    parser.add_argument("--out")
    args = parser.parse_args()
    data = read(args.pairs)
    features = 1 + max(k for ss in data.values() for s in ss for c in s["cands"] for k in c[3])
    openings = len(next(iter(data.values()))[0]["opening"])
    for statements in data.values():
        pack(statements, features)
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
