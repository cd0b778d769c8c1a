"""Writes the careful engine's weights for `sayso-train careful`, and vectors its test is held to."""

import argparse
import json
from pathlib import Path

import torch

from careful import Batch, Careful, Report
from minilm import MiniLM, WordPieces
from train_careful import held, restored


def tensors(net):
    """Names and values in the engine's order: matrices are [inputs, outputs]."""

    def dense(name, layer):
        yield f"{name}.weight", layer.weight.T
        yield f"{name}.bias", layer.bias

    def norm(name, layer):
        yield f"{name}.gain", layer.weight
        yield f"{name}.shift", layer.bias

    encoder = net.encoder
    yield "pieces", encoder.pieces.weight
    # All words are of one kind, whose vector has gone into that of the place.
    yield "positions", encoder.positions.weight
    yield "looks", net.looks.weight
    yield from norm("norm", encoder.norm)
    for at, block in enumerate(encoder.blocks):
        yield from dense(f"{at}.attention", block.qkv)
        yield from dense(f"{at}.mix", block.mix)
        yield from norm(f"{at}.norm1", block.norm1)
        yield from dense(f"{at}.up", block.up)
        yield from dense(f"{at}.down", block.down)
        yield from norm(f"{at}.norm2", block.norm2)
    yield from dense("roles", net.roles)
    steps, starts = net.transitions()
    yield "chain.steps", steps
    yield "chain.starts", starts
    for relation, name in enumerate(("cues", "sources")):
        yield from dense(f"link.{name}.asking", net.asking[relation])
        yield from dense(f"link.{name}.answering", net.answering[relation])
        yield f"link.{name}.none", net.none[relation]
        yield f"link.{name}.places", net.places[relation]
    yield from dense("antecedent.referring", net.referring)
    yield from dense("antecedent.referred", net.referred)
    yield "antecedent.nobody", net.nobody
    yield "antecedent.distances", net.distances
    for at, name in enumerate(("content", "around")):
        # The bias is the same for all words, so it weighs nothing.
        yield f"meaning.{name}.weighing", net.weighing[at].weight[0]
        yield from dense(f"meaning.{name}", net.meaning[at])


def quantise(net):
    """Rounds the weights as the model file does, so that the test's scores are those of the file:
    8 bits, a scale for each row of the table and for each column of a product."""

    def rounded(weights):
        scale = weights.abs().amax(1, keepdim=True) / 127
        return torch.where(scale > 0, (weights / scale).round() * scale, torch.zeros(()))

    encoder = net.encoder
    with torch.no_grad():
        encoder.positions.weight.add_(encoder.kind)
        encoder.kind.zero_()
        for table in (encoder.pieces, encoder.positions, net.looks):
            table.weight.copy_(rounded(table.weight))
        for block in encoder.blocks:
            # A row of PyTorch's matrix is a column of ours.
            for layer in (block.qkv, block.mix, block.up, block.down):
                layer.weight.copy_(rounded(layer.weight))


def parity(net, report, pieces):
    """What the engine's test is held to: scores of labels, what the last sentence means, and how likely each of
    the first words is whom the last one refers to, nobody last."""
    whole = [(report, (0, len(report.words)))]
    last = [report.sentences[-1], len(report.words)]
    report.statements = [{"content": [last], "claims": [], "stance": "asserts"}]
    batch = Batch(whole, pieces, ("claims",))
    words = net.vectors(batch)
    batch.asks, batch.found = torch.tensor([len(words) - 1]), torch.arange(6)[None]
    likely = torch.softmax(net.antecedent_scores(words, batch)[0], 0)
    numbers = lambda row: [round(float(x), 3) for x in row]
    return {
        "words": report.words,
        "pieces": report.pieces,
        "scores": [numbers(row) for row in net.roles(words)],
        "meaning": numbers(net.meanings(words, batch)[0]),
        "antecedents": numbers(likely),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", help="file of train_careful.py")
    parser.add_argument("--encoder", required=True, help="folder of the pretrained encoder")
    parser.add_argument("--lessons", required=True, help="lessons of the train part")
    parser.add_argument("--out", required=True, help="folder for manifest.json and weights.f32")
    parser.add_argument("--sentences", help="lessons of a few sentences for parity.json")
    options = parser.parse_args()

    net = restored(Careful(MiniLM.pretrained(options.encoder)), options.weights).eval()
    quantise(net)
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    entries, offset = {}, 0
    with open(folder / "weights.f32", "wb") as out:
        for name, value in tensors(net):
            values = value.detach().contiguous().numpy().astype("<f4")
            out.write(values.tobytes())
            entries[name] = {"shape": list(values.shape), "offset": offset}
            offset += values.size
    vocabulary = (Path(options.encoder) / "vocab.txt").read_text(encoding="utf-8").split("\n")
    pieces = WordPieces(options.encoder)
    reports = Report.read(options.lessons, pieces)
    manifest = {
        "width": net.encoder.width,
        "inner": net.encoder.blocks[0].up.out_features,
        "layers": len(net.encoder.blocks),
        "link": net.none.shape[1],
        "meaning": net.meaning[0].out_features,
        "pieces": vocabulary[: net.encoder.pieces.num_embeddings],
        "held": [report.id for report in reports if held(report)],
        "tensors": entries,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest) + "\n")
    if options.sentences:
        with open(folder / "parity.jsonl", "w", encoding="utf-8") as out, torch.no_grad():
            for report in Report.read(options.sentences, pieces):
                out.write(json.dumps(parity(net, report, pieces), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
