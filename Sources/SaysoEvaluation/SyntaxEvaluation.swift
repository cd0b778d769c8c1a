package import SaysoLanguage
internal import SaysoRecords

/// What the language layer says of a text's syntax.
package struct SyntaxAnswer: Sendable {
  /// A tag per token.
  package let tags: [Tag]
  /// The trees.
  package let dependencies: Dependencies

  /// An answer from its parts.
  package init(tags: [Tag], dependencies: Dependencies) {
    self.tags = tags
    self.dependencies = dependencies
  }
}

/// Words, sentences, tags and trees found in the raw text of a treebank's dev part, given its
/// paragraphs, as the CoNLL 2018 shared task scores them.
package struct SyntaxEvaluation: Sendable {
  /// The treebank.
  package let corpus: String
  /// Words paired with a gold word.
  package private(set) var words = MatchCounts()
  /// Sentences with both ends right.
  package private(set) var sentences = MatchCounts()
  /// Words with the right universal tag.
  package private(set) var upos = MatchCounts()
  /// Words to which the parser itself gives the right universal tag.
  package private(set) var parserUpos = MatchCounts()
  /// Words with the right Penn tag.
  package private(set) var xpos = MatchCounts()
  /// Words with the right head.
  package private(set) var unlabelled = MatchCounts()
  /// Words with the right head and relation, subtypes left aside.
  package private(set) var labelled = MatchCounts()
  /// The same for each relation, gold and found ones counted by their own.
  package private(set) var relations: [String: MatchCounts] = [:]

  /// Measures on every dev part below the data folder.
  package static func run(
    data: String, answer: (AnnotatedText) -> SyntaxAnswer
  ) throws -> [SyntaxEvaluation] {
    try TagsEvaluation.corpora.map { name, path in
      var result = SyntaxEvaluation(corpus: name)
      for document in try ConlluReader.documents(path, in: data) {
        let rebuilt = RebuiltText(document)
        let text = AnnotatedText(rebuilt.text, blocks: rebuilt.blocks)
        let gold = SyntaxEvaluation.words(of: document)
        let found = SyntaxEvaluation.words(of: text, answer(text))
        guard gold.length == found.length else {
          throw EvaluationError(
            problem: "the words of '\(document.name)' do not make up its text", place: path,
            remedy: "fetch the corpus again")
        }
        result.add(gold: gold, found: found)
      }
      return result
    }
  }

  /// No documents yet.
  package init(corpus: String) { self.corpus = corpus }

  /// A line for each relation, the most frequent first: how many there are, precision, recall, F1.
  package var relationTable: String {
    relations.sorted { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }.map { name, counts in
      let shares = [counts.precision, counts.recall, counts.f1].map {
        "\(($0 * 1000).rounded() / 10)"
      }
      return "\(corpus)\t\(name)\t\(counts.gold)\t" + shares.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// The words and sentences of one side.
  package struct Side: Sendable {
    /// The words in order.
    package var words: [SyntaxWord] = []
    /// The sentences, in bytes of the text without spaces.
    package var sentences: [Range<Int>] = []
    /// Bytes of the text without spaces.
    package var length = 0

    /// Nothing yet.
    package init() {}
  }

  /// Counts one document.
  package mutating func add(gold: Side, found: Side) {
    let alignment = WordAlignment(gold: gold.words, found: found.words)
    func count(_ counts: inout MatchCounts, _ isRight: (SyntaxWord, SyntaxWord) -> Bool) {
      counts.gold += gold.words.count
      counts.predicted += found.words.count
      for (index, word) in found.words.enumerated() {
        if let other = alignment.goldOfFound[index], isRight(word, gold.words[other]) {
          counts.correct += 1
        }
      }
    }
    func sameHead(_ word: SyntaxWord, _ other: SyntaxWord) -> Bool {
      guard !word.relation.isEmpty else { return false }
      guard let head = word.head else { return other.head == nil }
      return other.head != nil && alignment.goldOfFound[head] == other.head
    }
    count(&words) { _, _ in true }
    count(&upos) { $0.upos == $1.upos }
    count(&parserUpos) { $0.parserUpos == $1.upos }
    count(&xpos) { $0.xpos == $1.xpos }
    count(&unlabelled, sameHead)
    count(&labelled) { sameHead($0, $1) && $0.relation == $1.relation }
    for word in gold.words { relations[word.relation, default: .init()].gold += 1 }
    for (index, word) in found.words.enumerated() where !word.relation.isEmpty {
      relations[word.relation, default: .init()].predicted += 1
      guard let other = alignment.goldOfFound[index].map({ gold.words[$0] }),
        sameHead(word, other), word.relation == other.relation
      else { continue }
      relations[word.relation, default: .init()].correct += 1
    }
    let expected = Set(gold.sentences)
    sentences.gold += gold.sentences.count
    sentences.predicted += found.sentences.count
    sentences.correct += found.sentences.count { expected.contains($0) }
  }

  /// The gold side of a document.
  package static func words(of document: TreebankDocument) -> Side {
    var side = Side()
    for sentence in document.sentences {
      let first = side.words.count
      let start = side.length
      for token in sentence.tokens {
        let span = side.length..<side.length + NonSpace(token.form.utf8).count
        side.length = span.upperBound
        for index in token.words {
          let word = sentence.words[index]
          side.words.append(
            SyntaxWord(
              span: span, isPart: token.words.count > 1, form: word.form.lowercased(),
              upos: word.upos, xpos: word.xpos,
              head: word.head == 0 ? nil : first + word.head - 1,
              relation: String(word.relation.prefix { $0 != ":" })))
        }
      }
      side.sentences.append(start..<side.length)
    }
    return side
  }

  /// The found side of a document.
  package static func words(of text: AnnotatedText, _ answer: SyntaxAnswer) -> Side {
    var side = Side()
    let places = NonSpace(text.text.bytes).places
    side.length = places[text.text.byteCount]
    for (index, token) in text.tokens.enumerated() {
      let arc = answer.dependencies[index]
      side.words.append(
        SyntaxWord(
          span: places[token.start]..<places[token.end], isPart: false,
          form: text.word(index).lowercased(), upos: answer.tags[index].universal.rawValue,
          parserUpos: answer.dependencies.wordClass(index)?.rawValue ?? "",
          xpos: answer.tags[index].penn.rawValue, head: arc?.head,
          relation: arc.map { String($0.relation.universal) } ?? ""))
    }
    side.sentences = text.sentences.map {
      places[text.tokens[$0.lowerBound].start]..<places[text.tokens[$0.upperBound - 1].end]
    }
    return side
  }
}

/// The bytes of a text that are no spaces.
private struct NonSpace {
  /// For each byte and for the end, how many such bytes come before it.
  let places: [Int]
  /// How many there are.
  var count: Int { places[places.count - 1] }

  init(_ bytes: some Collection<UInt8>) {
    var places = [0]
    var count = 0
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0xA0, last == 0xC2 {
        // A space that does not break: its first byte was counted.
        count -= 1
      } else if byte != 0x20, byte &- 9 > 4 {
        count += 1
      }
      places.append(count)
      last = byte
    }
    self.places = places
  }
}
