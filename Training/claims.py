#!/usr/bin/env python3
"""Learns which earlier statement a statement shares its claim with.

    sayso-train claim-pairs --data DATA > pairs.txt
    python3 Training/claims.py pairs.txt [--affairs strait,geneva] [--out FILE]

A log-linear ranking of antecedents (Denis and Baldridge, 2008; with the marginal likelihood of
Durrett and Klein, "Easy victories and uphill battles in coreference resolution", 2013): a statement
chooses one of the earlier ones, or to open a claim; all right ones count. Weights are shared
over all regimes and added to by each regime's own, under an L2 prior. Prints, for every affair
left out in turn and for each affair's own tenfold folds by report order, pairs F1 as the product makes claims; writes
the weights as Swift with --out.
"""
import argparse
import numpy as np
from scipy.optimize import minimize

REGIMES = 6


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


def decode(statements, weights, threshold=0.0):
    shared, own, opening = weights
    cluster, mass_of = {}, {}
    for s in statements:
        sc, o = scores(s, shared, own, opening)
        p = np.exp(np.append(sc, o + threshold) - max(np.append(sc, o + threshold)))
        p /= p.sum()
        mass = {}
        for who, prob in zip(s["who"], p[:-1]):
            c = cluster[who]
            mass[c] = mass.get(c, 0) + prob
        best = max(mass.items(), key=lambda m: (m[1], -m[0]), default=(None, 0))
        if best[1] > p[-1]:
            cluster[s["place"]] = best[0]
        else:
            cluster[s["place"]] = s["place"]
        mass_of[s["place"]] = max(best[1], p[-1])
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
    parser.add_argument("--affairs", default="strait,geneva")
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
    train_set = [s for (a, v), ss in data.items() if a in affairs for s in ss]
    weights = train(train_set, features, openings, args.prior, args.margin)
    for (a, v), ss in sorted(data.items()):
        for t in (-1, 0, 1):
            p, r, f = pairs(ss, decode(ss, weights, t))
            print(f"{a:10} {v:6} open{t:+d} P {100*p:5.1f} R {100*r:5.1f} F {100*f:5.1f}", "(seen)" if a in affairs else "(unseen)")
    # folds within each affair: statements of the same part of the reports' order
    for a in affairs:
        others = [s for (b, v), ss in data.items() if b in affairs and b != a for s in ss]
        for v in ("gold", "found"):
            ss = data[(a, v)]
            cluster = {}
            merged = dict()
            tot = []
            for fold in range(2):
                half = len(ss) // 2
                test = ss[half:] if fold == 0 else ss[:half]
                rest = ss[:half] if fold == 0 else ss[half:]
                w = train(rest + others, features, openings, args.prior, args.margin)
                c = decode(ss, w)
                ids = {s["place"] for s in test}
                tot.append(pairs([s for s in ss if s["place"] in ids], c))
            print(f"{a} {v} halves unseen:", " ".join(f"P {100*p:.1f} R {100*r:.1f} F {100*f:.1f};" for p, r, f in tot))
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
