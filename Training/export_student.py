"""Writes a student's weights for `sayso-train parser`, and scores that its test is held to."""

import argparse
import datetime
import json
from pathlib import Path

import numpy as np
import torch

import arborescence
import treebank
from student import BUCKETS, Corpus, Student, bucket_table
from train_student import evaluate, weights


def load(path):
    """The student of a file of `train_student.py`, its labels, and the file's other entries."""
    held = torch.load(path)
    labels = treebank.Labels(*held["labels"])
    options = held["options"]
    net = Student(
        held["rows"],
        options["width"],
        options["dilations"],
        labels,
        options["arc"],
        options["relation"],
        options["norm"],
    )
    net.load_state_dict(held["net"])
    return net.eval(), labels, held


def quantise(net):
    """Rounds the table as the model file does: 8 bits a number and a scale for each row."""
    with torch.no_grad():
        table = net.table.weight
        scale = table.abs().amax(1, keepdim=True) / 127
        rounded = torch.where(scale > 0, (table / scale).round() * scale, torch.zeros(()))
        table.copy_(rounded)


def tensors(net):
    """Names and values in the engine's order: matrices are [inputs, outputs]."""

    def dense(name, layer):
        yield f"{name}.weight", layer.weight.T
        if layer.bias is not None:
            yield f"{name}.bias", layer.bias

    def norm(name, layer):
        yield f"{name}.gain", layer.weight
        yield f"{name}.shift", layer.bias

    yield "table", net.table.weight
    if net.input_norm is not None:
        yield from norm("input_norm", net.input_norm)
    for at, (layer, after) in enumerate(zip(net.layers, net.norms)):
        yield from dense(f"layer{at}", layer)
        yield from norm(f"layer{at}.norm", after)
    yield from dense("arc.dependent", net.arc_dependent)
    yield from dense("arc.head", net.arc_head)
    yield "arc.root", net.arc_root
    yield "arc.bilinear", net.arc_bilinear
    yield "arc.linear", net.arc_linear
    yield from dense("arc.distance", net.arc_distance)
    yield from dense("label.dependent", net.relation_dependent)
    yield from dense("label.head", net.relation_head)
    yield "label.root", net.relation_root
    yield "label.bilinear", net.relation_bilinear
    yield "label.dependent.linear", net.relation_from_dependent.weight.T
    yield "label.head.linear", net.relation_from_head.weight.T
    yield "label.bias", net.relation_from_dependent.bias
    yield from dense("upos", net.upos)
    yield from dense("xpos", net.xpos)


def distance_ends():
    """The longest distance of each bucket but the last, from the table that training uses."""
    reach = (len(bucket_table()) - 1) // 2
    right = bucket_table()[reach + 1 :].tolist()
    return [right.index(bucket + 1) for bucket in range(BUCKETS // 2 - 1)]


def write(net, labels, held, folder):
    folder.mkdir(parents=True, exist_ok=True)
    entries, offset = {}, 0
    with open(folder / "weights.f32", "wb") as out:
        for name, value in tensors(net):
            values = value.detach().contiguous().numpy().astype("<f4")
            out.write(values.tobytes())
            entries[name] = {"shape": list(values.shape), "offset": offset}
            offset += values.size
    options = held["options"]
    kept = ("passes", "gold_repeats", "words", "rate", "dropout", "word_dropout", "averaging")
    manifest = {
        "D": options["width"],
        "dilations": options["dilations"],
        "F": held["features"],
        "R": held["rows"],
        "activation": "relu",
        "norm_epsilon": net.norms[0].eps,
        "distance_ends": distance_ends(),
        "relations": labels.relations,
        "upos": labels.upos,
        "xpos": labels.xpos,
        "training": {
            "data": "ud-ewt train, ud-gum train"
            + (", text marked by the teacher" if options["silver"] else ""),
            "date": datetime.date.today().isoformat(),
            "seed": options["seed"],
            "options": {name: options[name] for name in kept},
            "command": "see Training/README.md",
        },
        "tensors": entries,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


@torch.no_grad()
def parity(net, labels, corpus, sentences, path):
    """Scores of a few sentences for the engine's test: a line a word, heads in order."""
    with open(path, "w", encoding="utf-8") as out:
        for at, sentence in enumerate(sentences):
            rows, words, _, _ = corpus.batch(np.array([at]))
            arcs, vectors, upos, xpos = net(rows, weights(rows, words, 0.0), words)
            heads = arborescence.heads(arcs[0].numpy())
            found = net.relations(vectors, torch.from_numpy(heads)[None])[0]
            for word, form in enumerate(sentence.forms):
                scores = arcs[0, word].tolist()
                scores[word + 1] = 0.0
                best = found[word].argmax()
                out.write(
                    "\t".join(
                        [
                            form,
                            labels.upos[upos[0, word].argmax()],
                            labels.xpos[xpos[0, word].argmax()],
                            str(heads[word]),
                            labels.relations[best],
                            f"{found[word, best]:.4f}",
                            " ".join(f"{score:.4f}" for score in scores),
                        ]
                    )
                    + "\n"
                )
            out.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("student", help="file of train_student.py")
    parser.add_argument("--out", required=True, help="folder for manifest.json and weights.f32")
    parser.add_argument("--data", help="folder with ud-ewt and ud-gum, to score on dev")
    parser.add_argument("--features", help="folder of parser-features' files, likewise")
    parser.add_argument("--sentences", help="CoNLL-U of sentences for parity.txt")
    parser.add_argument("--sentence-features", help="the features of these")
    options = parser.parse_args()
    torch.set_num_threads(1)

    net, labels, held = load(options.student)
    quantise(net)
    folder = Path(options.out)
    write(net, labels, held, folder)
    if options.sentences:
        sentences = treebank.read(options.sentences)
        corpus = Corpus.gold(options.sentence_features, sentences, labels)
        parity(net, labels, corpus, sentences, folder / "parity.txt")
    if options.data:
        for name, path in treebank.DEV.items():
            sentences = treebank.read(Path(options.data) / path)
            corpus = Corpus.gold(Path(options.features) / f"{name}-dev.bin", sentences, labels)
            print(f"{name}-dev {evaluate(net, corpus, sentences, labels)}", flush=True)


if __name__ == "__main__":
    main()
