internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning

/// Sentences of running text for a larger parser to mark, so that the small one learns from more
/// than the treebanks.
package struct ParserText: Sendable {
  /// Sentences of fewer words are left out.
  package var shortest = 4
  /// Sentences of more words are left out.
  package var longest = 70
  /// Number of words to stop at.
  package var words: Int

  /// Text of about so many words.
  package init(words: Int) { self.words = words }

  /// Running text as JSON lines, with the keys that hold it, below others or not: news first.
  static let rawFiles: [(path: String, keys: Set<String>, nested: Bool)] = [
    ("polnear/articles-train.jsonl", ["text"], false),
    ("stories-basil/basil.jsonl", ["text"], false),
    ("stories-neus/train.jsonl", ["text", "neutral_text", "title"], true),
    ("stories-allsides/roundups.jsonl", ["text", "title"], false),
    ("stories-neus/val.jsonl", ["text", "neutral_text"], true),
    ("extraction-fundus/pages.jsonl", ["text"], false), ("timeml/timebank.jsonl", ["text"], false),
    ("timeml/aquaint.jsonl", ["text"], false),
  ]
  /// Text given as words already, one of them a line.
  static let columnFiles = ["ner-wikigold/wikigold.tsv", "ner-wikineural/en.val.tsv"]

  /// Hands each sentence, as words, to `body`: no sentence twice, and none of the treebanks' dev
  /// parts.
  package func sentences(
    data: String, progress: (String) -> Void, body: ([String]) throws -> Void
  ) throws {
    var seen = Set<UInt64>()
    for (_, path) in TagsEvaluation.corpora {
      for document in try ConlluReader.documents(path, in: data) {
        for sentence in document.sentences {
          seen.insert(ParserText.key(sentence.words.map(\.form)))
        }
      }
    }
    var count = 0
    func take(_ sentence: [String]) throws {
      guard count < words, (shortest...longest).contains(sentence.count),
        sentence.contains(where: { $0.utf8.contains { $0 | 0x20 &- 97 < 26 } }),
        seen.insert(ParserText.key(sentence)).inserted
      else { return }
      count += sentence.count
      try body(sentence)
    }
    func take(_ text: AnnotatedText) throws {
      for sentence in text.sentences { try take(sentence.map { text.word($0) }) }
    }
    for (path, keys, nested) in ParserText.rawFiles where count < words {
      for string in try RawText.strings(path, in: data, keys: keys, nested: nested)
      where !string.isEmpty {
        try take(RawText.annotated(string, name: path))
      }
      progress("\(path): \(count) words so far")
    }
    for path in ParserText.columnFiles where count < words {
      for document in try ConllReader.documents(path, in: data) {
        for sentence in document {
          try take(AnnotatedText(ParserText.joined(sentence.words)))
        }
      }
      progress("\(path): \(count) words so far")
    }
  }

  private static func key(_ words: [String]) -> UInt64 {
    FeatureHash.of(words.joined(separator: " "))
  }

  /// Words of a corpus with the spaces that print would have.
  private static func joined(_ words: [String]) -> String {
    let tight: Set<String> = [".", ",", ";", ":", "!", "?", ")", "]", "'s", "%", "n't"]
    return words.enumerated().map { index, word in
      index == 0 || tight.contains(word) || ["(", "[", "$"].contains(words[index - 1])
        ? word : " " + word
    }.joined()
  }
}
