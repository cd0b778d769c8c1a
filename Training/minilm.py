"""The pretrained encoder MiniLM-L6 (a small BERT) and the word pieces it reads."""

import json
import struct
import unicodedata
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


class WordPieces:
    """BERT's uncased word pieces of given words (Wu et al., "Google's NMT System", 2016, 4.1)."""

    def __init__(self, folder):
        lines = (Path(folder) / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self._ids = {line: at for at, line in enumerate(lines)}
        self.start, self.end = self._ids["[CLS]"], self._ids["[SEP]"]
        self._unknown, self.mask = self._ids["[UNK]"], self._ids["[MASK]"]
        self._cache = {}

    def of(self, form, most=12):
        """Piece numbers of one word, at least one and at most `most`."""
        if form not in self._cache:
            pieces = [p for part in self._parts(form) for p in self._longest(part)]
            self._cache[form] = pieces[:most] or [self._unknown]
        return self._cache[form]

    @staticmethod
    def _parts(form):
        plain = unicodedata.normalize("NFD", form.lower())
        parts = [""]
        for c in plain:
            kind = unicodedata.category(c)
            if kind == "Mn":
                continue
            if kind[0] in "PS" or c in "$+<=>^`|~":
                parts += [c, ""]
            elif kind[0] in "ZC":
                parts.append("")
            else:
                parts[-1] += c
        return [part for part in parts if part]

    def _longest(self, part):
        pieces, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                piece = ("##" if at else "") + part[at:end]
                if piece in self._ids:
                    pieces.append(self._ids[piece])
                    at = end
                    break
            else:
                return [self._unknown]
        return pieces


def safetensors(path):
    """Tensors of a safetensors file by name: a header of JSON, then raw numbers."""
    raw = Path(path).read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + size])
    header.pop("__metadata__", None)
    result = {}
    for name, entry in header.items():
        if entry["dtype"] not in ("F32", "F16"):
            continue
        begin, end = entry["data_offsets"]
        kind = "<f4" if entry["dtype"] == "F32" else "<f2"
        values = np.frombuffer(raw[8 + size + begin : 8 + size + end], dtype=kind)
        result[name] = torch.from_numpy(values.astype(np.float32)).reshape(entry["shape"])
    return result


class Block(nn.Module):
    """One layer of BERT (Devlin et al., 2019)."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads, self.dropout = heads, 0.0
        self.qkv = nn.Linear(width, 3 * width)
        self.mix = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if x.is_cuda:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
            return self._further(x, mixed)
        # By hand: torch's fused attention took eight times as long on a CPU (heads of 32, bf16).
        mixed = torch.baddbmm(
            mask.expand(-1, self.heads, length, -1).flatten(0, 1).to(q.dtype),
            q.flatten(0, 1),
            k.flatten(0, 1).transpose(1, 2),
            alpha=(width // self.heads) ** -0.5,
        )
        mixed = (F.softmax(mixed, -1, dtype=q.dtype) @ v.flatten(0, 1)).view(q.shape)
        return self._further(x, mixed)

    def _further(self, x, mixed):
        """What follows the attention, `mixed` [batch, heads, length, width of a head]."""

        def drop(y):
            return F.dropout(y, self.dropout, self.training) if self.dropout else y

        x = self.norm1(x + drop(self.mix(mixed.transpose(1, 2).reshape(x.shape))))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x)))))


class MiniLM(nn.Module):
    """The encoder: vectors of word pieces in their sentence.

    The pieces' own vectors stay as they were pretrained; on a CPU dropout is only on the way in:
    dropout in the layers (`Block.dropout`) doubled the time of a step.
    """

    def __init__(self, config, dropout=0.1):
        super().__init__()
        width = config["hidden_size"]
        self.width, self.dropout = width, dropout
        self.pieces = nn.Embedding(config["vocab_size"], width)
        self.pieces.weight.requires_grad = False
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.blocks = nn.ModuleList(
            Block(width, config["num_attention_heads"], config["intermediate_size"])
            for _ in range(config["num_hidden_layers"])
        )

    @staticmethod
    def pretrained(folder):
        """The encoder with the weights of a folder with config.json and model.safetensors."""
        folder = Path(folder)
        net = MiniLM(json.loads((folder / "config.json").read_text()))
        have = safetensors(folder / "model.safetensors")
        have = {name.removeprefix("bert."): value for name, value in have.items()}
        named = {
            "pieces.weight": have["embeddings.word_embeddings.weight"],
            "positions.weight": have["embeddings.position_embeddings.weight"],
            "kind": have["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": have["embeddings.LayerNorm.weight"],
            "norm.bias": have["embeddings.LayerNorm.bias"],
        }
        for at in range(len(net.blocks)):
            theirs = f"encoder.layer.{at}."
            for part in ("weight", "bias"):
                named[f"blocks.{at}.qkv.{part}"] = torch.cat(
                    [have[f"{theirs}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                )
                for our, name in (
                    ("mix", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    named[f"blocks.{at}.{our}.{part}"] = have[f"{theirs}{name}.{part}"]
        net.load_state_dict(named)
        return net

    def forward(self, ids, present, extra):
        """Vectors [batch, length, width]; `extra` is added to the pieces' vectors."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.positions(places) + self.kind + extra
        x = F.dropout(self.norm(x), self.dropout, self.training)
        mask = torch.zeros(present.shape, device=ids.device).masked_fill(~present, -1e4)
        mask = mask[:, None, None, :]
        for block in self.blocks:
            x = block(x, mask)
        return x
