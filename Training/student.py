"""The student: the small network that Sayso runs, and the sentences it learns from."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

MAGIC = 0x53504631
CHOICES = 4
"""Marks kept of a word and kind, with their shares; what is known has one of share 1."""
NEAR, BUCKETS = 10, 32


def bucket_table(longest=512):
    """The bucket of each distance from -longest to longest of a head from its dependent.

    Buckets 0 to 15 are heads to the right: 1 to 10 words each their own, then 11-12, 13-15, 16-20,
    21-28, 29-40 and all further ones; 16 to 31 the same to the left.
    """
    ends = list(range(1, NEAR + 1)) + [12, 15, 20, 28, 40]
    distances = np.arange(-longest, longest + 1)
    buckets = np.searchsorted(ends, np.abs(distances))
    return torch.from_numpy(buckets + np.where(distances < 0, BUCKETS // 2, 0))


class RowSums(torch.autograd.Function):
    """Sums of weighted rows of a table, [words, width].

    The gradient is added into the table's own buffer: torch's makes a new table of zeros at each
    step, which took more than a quarter of the time.
    """

    @staticmethod
    def forward(ctx, table, rows, weights):
        ctx.save_for_backward(rows, weights)
        ctx.table = table
        return F.embedding_bag(rows, table, mode="sum", per_sample_weights=weights)

    @staticmethod
    def backward(ctx, gradient):
        rows, weights = ctx.saved_tensors
        table = ctx.table
        if table.grad is None:
            table.grad = torch.zeros_like(table)
        for column in range(rows.shape[1]):
            scaled = gradient * weights[:, column : column + 1]
            table.grad.index_add_(0, rows[:, column], scaled)
        return None, None, None


class Student(nn.Module):
    """Feature vectors added up, residual convolutions, and heads for arcs, relations and tags."""

    def __init__(self, rows, width, dilations, labels, arc=64, relation=32, norm=False):
        super().__init__()
        self.dilations = dilations
        self.table = nn.Embedding(rows, width)
        self.input_norm = nn.LayerNorm(width) if norm else None
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in dilations)
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc_root = nn.Parameter(torch.zeros(arc))
        self.arc_bilinear = nn.Parameter(torch.eye(arc) / arc**0.5)
        self.arc_linear = nn.Parameter(torch.zeros(arc))
        self.arc_distance = nn.Linear(arc, BUCKETS)
        self.relation_dependent = nn.Linear(width, relation)
        self.relation_head = nn.Linear(width, relation)
        self.relation_root = nn.Parameter(torch.zeros(relation))
        count = len(labels.relations)
        self.relation_bilinear = nn.Parameter(torch.randn(relation, count, relation) * 0.05)
        self.relation_from_dependent = nn.Linear(relation, count)
        self.relation_from_head = nn.Linear(relation, count, bias=False)
        self.upos = nn.Linear(width, len(labels.upos))
        self.xpos = nn.Linear(width, len(labels.xpos))
        self.register_buffer("buckets", bucket_table(), persistent=False)

    def forward(self, rows, weights, words, dropout=0.0):
        """Arc scores [b, n, n+1] (head 0 is the root), relation vectors, tag scores [b, n, .].

        `rows` [b, n, features] with `weights` for each, `words` [b, n] where there is one.
        """
        count, length, features = rows.shape
        x = RowSums.apply(
            self.table.weight, rows.view(-1, features), weights.view(-1, features)
        ).view(count, length, -1)
        if self.input_norm is not None:
            x = self.input_norm(x)
        x = F.dropout(x, dropout, self.training)
        mask = words[..., None].float()
        x = x * mask
        for dilation, layer, norm in zip(self.dilations, self.layers, self.norms):
            wide = F.pad(x, (0, 0, dilation, dilation))
            window = torch.cat([wide[:, :length], x, wide[:, 2 * dilation :]], -1)
            x = (x + F.relu(norm(layer(window)))) * mask
        x = F.dropout(x, dropout, self.training)
        d = F.relu(self.arc_dependent(x))
        h = self._with_root(F.relu(self.arc_head(x)), self.arc_root)
        arcs = torch.bmm(d @ self.arc_bilinear, h.transpose(1, 2)).float()
        arcs = arcs + (h @ self.arc_linear).float()[:, None, :]
        places = torch.arange(length)
        reach = len(self.buckets) // 2
        which = self.buckets[(places[None, :] - places[:, None]).clamp(-reach, reach) + reach]
        near = self.arc_distance(d).float()
        near = torch.gather(near, 2, which[None].expand(count, -1, -1))
        arcs = arcs + F.pad(near, (1, 0))
        absent = ~F.pad(words, (1, 0), value=True)[:, None, :]
        own = F.pad(torch.eye(length, dtype=torch.bool), (1, 0))
        arcs = arcs.masked_fill(absent | own[None], -1e4)
        rd = F.relu(self.relation_dependent(x))
        rh = self._with_root(F.relu(self.relation_head(x)), self.relation_root)
        return arcs, (rd, rh), self.upos(x).float(), self.xpos(x).float()

    def relations(self, vectors, heads):
        """Relation scores [b, n, relations] of dependents under the heads given, [b, n]."""
        rd, rh = vectors
        chosen = torch.gather(rh, 1, heads[..., None].expand(-1, -1, rh.shape[-1]))
        products = (rd[..., :, None] * chosen[..., None, :]).flatten(2)
        scores = products @ self.relation_bilinear.transpose(1, 2).flatten(0, 1)
        scores = scores + self.relation_from_dependent(rd) + self.relation_from_head(chosen)
        return scores.float()

    @staticmethod
    def _with_root(vectors, root):
        return torch.cat([root.to(vectors.dtype).expand(len(vectors), 1, -1), vectors], 1)


class Corpus:
    """Feature rows and marks of sentences, one word after the other.

    `marks` has a pair of numbers and shares, [words, CHOICES], for each of "heads",
    "relations", "upos" and "xpos"; `tree` the head that the relations are for.
    """

    KINDS = ("heads", "relations", "upos", "xpos")

    def __init__(self, features, tree, marks):
        self.rows, self.lengths, self.table_rows = features
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)])
        self.tree, self.marks = tree, marks
        if len(tree) != len(self.rows):
            raise SystemExit("features and marks are not of the same words")

    def __len__(self):
        return len(self.lengths)

    @staticmethod
    def features(path):
        """(rows [words, features], lengths, rows of the table) of `sayso-train parser-features`."""
        raw = np.fromfile(path, dtype="<i4")
        if raw[0] != MAGIC:
            raise SystemExit(f"{path} is no file of features")
        sentences, count, rows = (int(v) for v in raw[1:4])
        lengths, parts, at = [], [], 4
        for _ in range(sentences):
            n = int(raw[at])
            lengths.append(n)
            parts.append(raw[at + 1 : at + 1 + n * count])
            at += 1 + n * count
        return np.concatenate(parts).reshape(-1, count), np.array(lengths), rows

    @staticmethod
    def gold(features, sentences, labels):
        """A corpus of what is known: one choice of share 1, none where a label is not ours."""
        heads, columns = [], [[], [], []]
        for sentence in sentences:
            heads += sentence.heads
            for column, values in zip(columns, labels.numbers(sentence)):
                column += values
        marks = {}
        for kind, values in zip(Corpus.KINDS, [heads, *columns]):
            values = np.array(values)
            numbers = np.zeros((len(values), CHOICES), dtype=np.int16)
            shares = np.zeros((len(values), CHOICES), dtype=np.float16)
            numbers[:, 0] = np.maximum(values, 0)
            shares[:, 0] = values >= 0
            marks[kind] = (numbers, shares)
        return Corpus(Corpus.features(features), np.array(heads, dtype=np.int16), marks)

    @staticmethod
    def marked(features, path):
        """A corpus that the teacher marked, all of it or only its beginning."""
        held = np.load(path)
        rows, lengths, table_rows = Corpus.features(features)
        lengths = lengths[: len(held["lengths"])]
        if (lengths != held["lengths"]).any():
            raise SystemExit("features and marks are not of the same sentences")
        marks = {kind: (held[kind], held[kind + "_shares"]) for kind in Corpus.KINDS}
        return Corpus((rows[: lengths.sum()], lengths, table_rows), held["tree"], marks)

    def batch(self, chosen):
        """The sentences chosen as padded tensors: rows, words, tree, marks."""
        lengths = self.lengths[chosen]
        places = np.arange(lengths.max())[None, :]
        words = places < lengths[:, None]
        at = np.where(words, self.starts[chosen][:, None] + places, 0)
        rows = torch.from_numpy(self.rows[at].astype(np.int64))
        words = torch.from_numpy(words)
        tree = torch.from_numpy(self.tree[at].astype(np.int64)) * words
        marks = {
            kind: (
                torch.from_numpy(numbers[at].astype(np.int64)) * words[..., None],
                torch.from_numpy(shares[at].astype(np.float32)) * words[..., None],
            )
            for kind, (numbers, shares) in self.marks.items()
        }
        return rows, words, tree, marks
