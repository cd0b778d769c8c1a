"""Sentences of CoNLL-U files, the labels they use, and scores against them."""

import gzip
from collections import Counter
from dataclasses import dataclass, field

TRAIN = ("ud-ewt/en_ewt-ud-train.conllu.gz", "ud-gum/en_gum-ud-train.conllu.gz")
DEV = {"ewt": "ud-ewt/en_ewt-ud-dev.conllu.gz", "gum": "ud-gum/en_gum-ud-dev.conllu.gz"}


@dataclass
class Sentence:
    """Syntactic words only: no ranges, no empty nodes. Heads count from 1, 0 is the root."""

    forms: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    relations: list = field(default_factory=list)

    def __len__(self):
        return len(self.forms)


def read(path):
    """All sentences of a CoNLL-U file, packed or not; "_" stays where nothing is marked."""
    opener = gzip.open if str(path).endswith(".gz") else open
    sentences, sentence = [], Sentence()
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line == "\n":
                if len(sentence):
                    sentences.append(sentence)
                    sentence = Sentence()
                continue
            columns = line.rstrip("\n").split("\t")
            if not columns[0].isdigit():
                continue
            sentence.forms.append(columns[1])
            sentence.upos.append(columns[3])
            sentence.xpos.append(columns[4])
            sentence.heads.append(int(columns[6]) if columns[6] != "_" else 0)
            sentence.relations.append(columns[7])
    if len(sentence):
        sentences.append(sentence)
    return sentences


@dataclass
class Labels:
    """The names behind the numbers of relations and tags, most frequent first."""

    relations: list
    upos: list
    xpos: list

    @staticmethod
    def of(sentences, least=3):
        """Labels seen at least `least` times; a rarer relation counts as its universal part."""

        def ordered(values):
            counts = Counter(values)
            return sorted((v for v in counts if counts[v] >= least), key=lambda v: (-counts[v], v))

        return Labels(
            ordered(r for s in sentences for r in s.relations),
            ordered(t for s in sentences for t in s.upos),
            ordered(t for s in sentences for t in s.xpos),
        )

    def __post_init__(self):
        self._relation = {name: at for at, name in enumerate(self.relations)}
        self._upos = {name: at for at, name in enumerate(self.upos)}
        self._xpos = {name: at for at, name in enumerate(self.xpos)}

    def numbers(self, sentence):
        """(relations, upos, xpos) as numbers; -1 where a label is not ours."""
        relations = [
            self._relation.get(r, self._relation.get(universal(r), -1)) for r in sentence.relations
        ]
        upos = [self._upos.get(t, -1) for t in sentence.upos]
        xpos = [self._xpos.get(t, -1) for t in sentence.xpos]
        return relations, upos, xpos


def universal(relation):
    """A relation without its subtype."""
    return relation.partition(":")[0]


@dataclass
class Score:
    """Words that are right, by kind, as the CoNLL 2018 scorer counts them on given words."""

    words: int = 0
    heads: int = 0
    labelled: int = 0
    upos: int = 0
    xpos: int = 0

    def add(self, gold, heads, relations, upos, xpos):
        """Counts one sentence; the labels are names."""
        for at in range(len(gold)):
            right = gold.heads[at] == heads[at]
            self.words += 1
            self.heads += right
            self.labelled += right and universal(gold.relations[at]) == universal(relations[at])
            self.upos += gold.upos[at] == upos[at]
            self.xpos += gold.xpos[at] == xpos[at]

    def __str__(self):
        def share(count):
            return f"{100 * count / max(self.words, 1):.2f}"

        return (
            f"UAS {share(self.heads)} LAS {share(self.labelled)}"
            f" UPOS {share(self.upos)} XPOS {share(self.xpos)}"
        )
