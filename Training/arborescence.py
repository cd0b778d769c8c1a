"""The best tree over a sentence's words with exactly one root."""

import numpy as np


def heads(scores):
    """Heads (0 is the root) of the best tree; `scores[i][j]` is word i+1 under j, shape [n, n+1].

    Chu and Liu, "On the Shortest Arborescence of a Directed Graph" (1965). One root only: arcs from
    the root pay more than any tree can win.
    """
    n = scores.shape[0]
    best = scores.argmax(1)
    if _is_tree(best):
        return best
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    finite = full[np.isfinite(full)]
    full[1:, 0] -= (n + 1) * (finite.max() - finite.min() + 1)
    return _contract(full)[1:]


def _is_tree(best):
    if (best == 0).sum() != 1:
        return False
    for start in range(1, len(best) + 1):
        at, steps = start, 0
        while at != 0:
            at = best[at - 1]
            steps += 1
            if steps > len(best):
                return False
    return True


def _cycle(best):
    state = [0] * len(best)
    for start in range(1, len(best)):
        path, at = [], start
        while at != 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = best[at]
        if at != 0 and state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return None


def _contract(scores):
    best = scores.argmax(1)
    best[0] = 0
    cycle = _cycle(best)
    if cycle is None:
        return best
    inside = np.array(cycle)
    outside = np.array([v for v in range(len(scores)) if v not in set(cycle)])
    kept = scores[inside, best[inside]]
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    from_cycle = scores[np.ix_(outside, inside)]
    small[:size, size] = from_cycle.max(1)
    leaving = inside[from_cycle.argmax(1)]
    into_cycle = scores[np.ix_(inside, outside)] - kept[:, None]
    small[size, :size] = into_cycle.max(0)
    entering = inside[into_cycle.argmax(0)]
    small[0] = -np.inf
    tree = _contract(small)
    result = best.copy()
    for at in range(1, size):
        result[outside[at]] = leaving[at] if tree[at] == size else outside[tree[at]]
    result[entering[tree[size]]] = outside[tree[size]]
    return result
