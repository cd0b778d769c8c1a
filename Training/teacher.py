"""The teacher: MiniLM with a biaffine parser and tag heads on top."""

import torch
import torch.nn.functional as F
from torch import nn

SHAPES = 8


def shape(form):
    """What an uncased encoder does not see of a word: how it is written, below SHAPES."""
    if not any(c.isalpha() for c in form):
        return 1 if any(c.isdigit() for c in form) else 2
    if any(c.isdigit() for c in form):
        return 3
    if form.islower():
        return 4
    if form.isupper():
        return 5 if len(form) > 1 else 6
    return 7 if form[0].isupper() else 0


class Batch:
    """Sentences as padded tensors: word pieces, and where each word's pieces lie."""

    def __init__(self, sentences, pieces):
        rows = [[pieces.of(form) for form in s.forms] for s in sentences]
        length = max(sum(map(len, row)) for row in rows) + 2
        words = max(map(len, sentences))
        count = len(sentences)
        self.ids = torch.zeros(count, length, dtype=torch.long)
        self.shapes = torch.zeros(count, length, dtype=torch.long)
        self.present = torch.zeros(count, length, dtype=torch.bool)
        self.first = torch.zeros(count, words, dtype=torch.long)
        self.last = torch.zeros(count, words, dtype=torch.long)
        self.words = torch.zeros(count, words, dtype=torch.bool)
        for at, (row, sentence) in enumerate(zip(rows, sentences)):
            flat, shapes, begin, end = [pieces.start], [0], [], []
            for word, form in zip(row, sentence.forms):
                begin.append(len(flat))
                flat += word
                shapes += [shape(form)] * len(word)
                end.append(len(flat) - 1)
            flat.append(pieces.end)
            self.ids[at, : len(flat)] = torch.tensor(flat)
            self.shapes[at, : len(shapes)] = torch.tensor(shapes)
            self.present[at, : len(flat)] = True
            self.first[at, : len(begin)] = torch.tensor(begin)
            self.last[at, : len(end)] = torch.tensor(end)
            self.words[at, : len(begin)] = True


class Teacher(nn.Module):
    """Scores of arcs, relations and tags (Dozat and Manning, "Deep Biaffine Attention", 2017).

    A word is the vectors of its first and its last piece.
    """

    def __init__(self, encoder, labels, arc=320, relation=64, dropout=0.2):
        super().__init__()
        width = encoder.width
        self.encoder = encoder
        self.dropout = dropout
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.arc_dependent = nn.Linear(2 * width, arc)
        self.arc_head = nn.Linear(2 * width, arc)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.relation_dependent = nn.Linear(2 * width, relation)
        self.relation_head = nn.Linear(2 * width, relation)
        self.relation = nn.Parameter(torch.zeros(len(labels.relations), relation + 1, relation + 1))
        self.tag = nn.Linear(2 * width, width)
        self.upos = nn.Linear(width, len(labels.upos))
        self.xpos = nn.Linear(width, len(labels.xpos))

    def parameter_groups(self, encoder_rate, head_rate):
        """Parameters with their learning rates: what is pretrained learns slower."""
        slow = [p for p in self.encoder.parameters() if p.requires_grad]
        fast = [p for n, p in self.named_parameters() if not n.startswith("encoder.")]
        return [{"params": slow, "lr": encoder_rate}, {"params": fast, "lr": head_rate}]

    def forward(self, batch):
        """Arc scores [b, n, n+1] (head 0 is the root), relation vectors, tag scores [b, n, .].

        The root is the vector of the piece that opens the sentence.
        """
        x = self.encoder(batch.ids, batch.present, self.shapes(batch.shapes))
        zero = torch.zeros(len(batch.ids), 1, dtype=torch.long)
        first = self._pick(x, torch.cat([zero, batch.first], 1))
        last = self._pick(x, torch.cat([zero, batch.last], 1))
        words = self._drop(torch.cat([first, last], -1))
        dependents = words[:, 1:]
        d = self._drop(F.relu(self.arc_dependent(dependents)))
        h = self._drop(F.relu(self.arc_head(words)))
        arcs = torch.einsum("bic,bjc->bij", F.pad(d, (0, 1), value=1.0) @ self.arc, h).float()
        arcs = arcs / d.shape[-1] ** 0.5
        absent = ~F.pad(batch.words, (1, 0), value=True)
        own = torch.eye(d.shape[1], dtype=torch.bool)
        arcs = arcs.masked_fill(absent[:, None, :] | F.pad(own, (1, 0))[None], -1e4)
        rd = F.pad(self._drop(F.relu(self.relation_dependent(dependents))), (0, 1), value=1.0)
        rh = F.pad(self._drop(F.relu(self.relation_head(words))), (0, 1), value=1.0)
        tag = self._drop(F.relu(self.tag(dependents)))
        return arcs, (rd, rh), self.upos(tag).float(), self.xpos(tag).float()

    def relations(self, vectors, heads):
        """Relation scores [words, relations] of dependents under the heads given, [b, n]."""
        rd, rh = vectors
        chosen = torch.gather(rh, 1, heads[..., None].expand(-1, -1, rh.shape[-1]))
        inner = torch.einsum("bic,rcd->bird", rd, self.relation)
        return torch.einsum("bird,bid->bir", inner, chosen).float() / (rd.shape[-1] - 1) ** 0.5

    @staticmethod
    def _pick(x, places):
        return torch.gather(x, 1, places[..., None].expand(-1, -1, x.shape[-1]))

    def _drop(self, x):
        return F.dropout(x, self.dropout, self.training)
