internal import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoRecords

/// A labelled document to learn names from.
struct NameDocument {
  var sentences: [LabelledSentence]
  /// Which sentences are learned; the others only tell how words are written.
  var learned: [Bool]
  /// 0 for news, other numbers for other habits of labelling.
  var style: UInt64
  /// The number of the document that it is a version of.
  var number: Int
}

/// The labelled corpora, with copies in other tokenisation and in other letter case.
enum NameCorpora {
  /// A corpus file and how to take it.
  struct Source {
    let path: String
    let style: UInt64
    let sentencesPerDocument: Int
  }

  static let sources = [
    Source(path: "ner-conll2003/eng.train.tsv", style: 0, sentencesPerDocument: 25),
    Source(path: "ner-wikigold/wikigold.tsv", style: 1, sentencesPerDocument: 25),
    Source(path: "ner-wikineural/en.val.tsv", style: 2, sentencesPerDocument: 1),
  ]

  static func documents(data: String, sources: [Source] = sources) throws -> [NameDocument] {
    var result: [NameDocument] = []
    var number = 0
    for source in sources {
      let documents = try ConllReader.documents(
        source.path, in: data, sentencesPerDocument: source.sentencesPerDocument)
      let kinds = kinds(documents)
      for sentences in documents {
        let document = NameDocument(
          sentences: sentences, learned: sentences.map { _ in true }, style: source.style,
          number: number)
        result.append(document)
        if let copy = retokenised(document, kinds: kinds) { result.append(copy) }
        if source.style == 0, number % 10 == 4 { result.append(upperCased(document)) }
        if source.style == 0, number % 5 == 2 { result.append(titleCased(document)) }
        number += 1
      }
    }
    let silver = try SilverNames.documents(data: data)
    let kinds = kinds(silver)
    for sentences in silver {
      result.append(
        NameDocument(
          sentences: sentences.map { retokenised($0, kinds) },
          learned: sentences.map { _ in true }, style: 3, number: number))
      number += 1
    }
    return result
  }

  /// The document as our own tokenizer cuts its words; only the sentences that change are learned.
  static func retokenised(
    _ document: NameDocument, kinds: [String: String]
  ) -> NameDocument? {
    var copy = document
    for index in document.sentences.indices {
      copy.sentences[index] = retokenised(document.sentences[index], kinds)
      copy.learned[index] =
        copy.sentences[index].words.count != document.sentences[index].words.count
    }
    return copy.learned.contains(true) ? copy : nil
  }

  /// The kind that each word has most often as a name of its own.
  private static func kinds(_ documents: [[LabelledSentence]]) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for sentence in documents.joined() {
      for (index, label) in sentence.labels.enumerated() where label.hasPrefix("B-") {
        let next = index + 1 < sentence.labels.count ? sentence.labels[index + 1] : "O"
        guard !next.hasPrefix("I-") else { continue }
        counts[sentence.words[index], default: [:]][String(label.dropFirst(2)), default: 0] += 1
      }
    }
    return counts.compactMapValues { kinds in
      kinds.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// "Seoul-based", one name of kind MISC in the corpus, becomes the name of a place and two words.
  private static func retokenised(
    _ sentence: LabelledSentence, _ kinds: [String: String]
  ) -> LabelledSentence {
    var result = LabelledSentence(words: [], labels: [])
    let tokenizer = Tokenizer()
    for (word, label) in zip(sentence.words, sentence.labels) {
      let text = FrozenText(word)
      let parts = tokenizer.tokens(of: text, in: TextSpan(0, text.byteCount)).map { text.words($0) }
      guard parts.count > 1 else {
        result.words.append(word)
        result.labels.append(label)
        continue
      }
      result.words += parts
      let compound =
        parts.count == 3 && label.hasSuffix("MISC") && (parts[2].first?.isLowercase ?? false)
      if compound {
        let kind = label.hasPrefix("B-") ? kinds[parts[0], default: "LOC"] : "LOC"
        var at = result.labels.count - 1
        if label.hasPrefix("I-") {
          while at >= 0, result.labels[at].hasSuffix("MISC") {
            let opens = result.labels[at].hasPrefix("B-")
            result.labels[at] = (opens ? "B-" : "I-") + kind
            if opens { break }
            at -= 1
          }
        }
        result.labels += [label.prefix(2) + kind, "O", "O"]
      } else if let kind = kinds[parts[0]], label == "O", parts.count == 3,
        parts[2].first?.isLowercase ?? false
      {
        result.labels += ["B-" + kind, "O", "O"]
      } else {
        result.labels.append(label)
        let rest = label == "O" ? "O" : "I-" + label.dropFirst(2)
        result.labels += [String](repeating: rest, count: parts.count - 1)
      }
    }
    return result
  }

  private static func upperCased(_ document: NameDocument) -> NameDocument {
    changed(document) { $0.uppercased() }
  }

  private static func titleCased(_ document: NameDocument) -> NameDocument {
    changed(document) { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  private static func changed(
    _ document: NameDocument, _ change: (String) -> String
  ) -> NameDocument {
    var copy = document
    // Only every fourth sentence, as headlines stand beside running text.
    for index in copy.sentences.indices {
      copy.learned[index] = index % 4 == 0
      if index % 4 == 0 { copy.sentences[index].words = copy.sentences[index].words.map(change) }
    }
    return copy
  }
}
