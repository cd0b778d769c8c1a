package import SaysoLanguage

/// How often tags and lemmas are right, on gold tokens of a treebank's dev part.
package struct TagsEvaluation: Sendable, CustomStringConvertible {
  /// The treebank.
  package let corpus: String
  /// Number of tokens.
  package private(set) var tokens = 0
  /// Tokens with the right universal tag.
  package private(set) var universal = 0
  /// Tokens with the right Penn tag.
  package private(set) var penn = 0
  /// Tokens with the right lemma, from predicted tags; letter case counts.
  package private(set) var lemmas = 0

  /// Share of right universal tags, 0...1.
  package var universalAccuracy: Double { Double(universal) / Double(max(1, tokens)) }
  /// Share of right Penn tags, 0...1.
  package var pennAccuracy: Double { Double(penn) / Double(max(1, tokens)) }
  /// Share of right lemmas, 0...1.
  package var lemmaAccuracy: Double { Double(lemmas) / Double(max(1, tokens)) }

  /// One line of percentages.
  package var description: String {
    let shares = [universalAccuracy, pennAccuracy, lemmaAccuracy].map {
      "\((1e4 * $0).rounded() / 100)"
    }
    return "\(corpus): UPOS \(shares[0]) XPOS \(shares[1]) lemma \(shares[2]) of \(tokens) tokens"
  }

  /// The dev parts that are measured.
  package static let corpora = [
    ("ud-ewt", "ud-ewt/en_ewt-ud-dev.conllu.gz"), ("ud-gum", "ud-gum/en_gum-ud-dev.conllu.gz"),
  ]

  /// Measures on every dev part below the data folder; `missed` hears of each wrong tag or lemma
  /// (word, gold, predicted).
  package static func run(
    data: String, tagger: Tagger, lemmatizer: Lemmatizer?,
    missed: (String, String, String) -> Void = { _, _, _ in }
  ) throws -> [TagsEvaluation] {
    try corpora.map { name, path in
      var result = TagsEvaluation(corpus: name)
      for document in try ConlluReader.documents(path, in: data) {
        result.add(document, tagger, lemmatizer, missed)
      }
      return result
    }
  }

  private init(corpus: String) { self.corpus = corpus }

  private mutating func add(
    _ document: TreebankDocument, _ tagger: Tagger, _ lemmatizer: Lemmatizer?,
    _ missed: (String, String, String) -> Void
  ) {
    let text = GoldText.annotated(document.sentences.map { $0.words.map(\.form) })
    let tags = tagger.tags(of: text, traits: text.traits())
    for (index, word) in document.sentences.lazy.flatMap(\.words).enumerated() {
      tokens += 1
      let tag = tags[index]
      if tag.universal.rawValue == word.upos { universal += 1 }
      if tag.penn.rawValue == word.xpos { penn += 1 }
      if tag.universal.rawValue != word.upos || tag.penn.rawValue != word.xpos {
        missed(word.form, word.xpos + "/" + word.upos, tag.description)
      }
      if let lemmatizer {
        let lemma = lemmatizer.lemma(of: word.form, tag: tag)
        if lemma == word.lemma { lemmas += 1 } else { missed(word.form, word.lemma, lemma) }
      }
    }
  }
}
