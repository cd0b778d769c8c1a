internal import SaysoEvaluation
package import SaysoLanguage
internal import SaysoLearning

/// Learns the lemmatizer's edits from the train parts of two treebanks.
package struct LemmaTrainer: Sendable {
  /// An ending needs this many different words to be learned.
  package var minimumWords = 2
  /// An ending's best edit must be right for this share of its words.
  package var minimumShare = 0.6

  /// A trainer with the settings of the shipped model.
  package init() {}

  /// Learns from the corpora below `data`.
  package func train(data: String, progress: (String) -> Void) throws -> Lemmatizer {
    let documents = try TaggerTrainer.files.flatMap { try ConlluReader.documents($0, in: data) }
    var words: [UInt64: LemmaCounts] = [:]
    var order: [UInt64] = []
    for sentence in documents.lazy.flatMap(\.sentences) {
      for (index, word) in sentence.words.enumerated() where word.lemma != "_" {
        let tag = Tag(xpos: word.xpos, upos: word.upos)
        // A capital at the start of a sentence says nothing of the word.
        let plain = Lemmatizer.plain(word.form)
        let key = Lemmatizer.key(plain, tag)
        if words[key] == nil { order.append(key) }
        words[key, default: LemmaCounts(word: plain, tag: tag)].add(
          LemmaTrainer.edit(plain, word.lemma, tag), word: plain, opens: index == 0)
      }
    }
    let vocabulary = order.compactMap { words[$0] }
    let endings = learnEndings(vocabulary)
    let draft = LemmaTable(endings)
    let exceptions = vocabulary.filter {
      draft.lemmatizer.lemma(of: $0.word, tag: $0.tag) != $0.lemma
    }
    let result = LemmaTable(
      exceptions.map { (Lemmatizer.key($0.word, $0.tag), $0.edit) } + endings)
    progress("\(endings.count) endings, \(exceptions.count) words")
    return result.lemmatizer
  }

  /// Pronouns are replaced whole, so that "i" and "I" give the same.
  private static func edit(_ form: String, _ lemma: String, _ tag: Tag) -> Lemmatizer.Edit {
    tag.universal == .pronoun
      ? Lemmatizer.Edit(strip: form.count, append: lemma, keepsCase: false)
      : Lemmatizer.Edit(from: form, to: lemma)
  }

  /// The edits of endings, longer ones only where they say something else than shorter ones.
  private func learnEndings(_ vocabulary: [LemmaCounts]) -> [(UInt64, Lemmatizer.Edit)] {
    var result: [(UInt64, Lemmatizer.Edit)] = []
    var chosen: [UInt64: Lemmatizer.Edit] = [:]
    for length in Lemmatizer.endings.reversed() {
      var votes: [UInt64: [Lemmatizer.Edit: Int]] = [:]
      var shorter: [UInt64: UInt64] = [:]
      var order: [UInt64] = []
      for entry in vocabulary where entry.word.utf8.count > length && entry.tag.hasEndings {
        let key = Lemmatizer.key(ending: length, of: entry.word, entry.tag)
        if votes[key] == nil { order.append(key) }
        votes[key, default: [:]][entry.edit, default: 0] += 1
        shorter[key] = Lemmatizer.key(ending: length - 1, of: entry.word, entry.tag)
      }
      for key in order {
        let counts = votes[key, default: [:]]
        let total = counts.values.reduce(0, +)
        guard let top = counts.max(by: { ($0.value, $1.key.line) < ($1.value, $0.key.line) }),
          total >= minimumWords, Double(top.value) >= minimumShare * Double(total)
        else {
          if let parent = shorter[key] { chosen[key] = chosen[parent] }
          continue
        }
        if let parent = shorter[key], chosen[parent] == top.key {
          chosen[key] = top.key
          continue
        }
        chosen[key] = top.key
        result.append((key, top.key))
      }
    }
    return result
  }
}

/// The edits that one word with one tag was seen with.
private struct LemmaCounts {
  private(set) var word: String
  let tag: Tag
  private var counts: [Lemmatizer.Edit: Int] = [:]
  private var wordOpens = true

  init(word: String, tag: Tag) {
    self.word = word
    self.tag = tag
  }

  mutating func add(_ edit: Lemmatizer.Edit, word: String, opens: Bool) {
    counts[edit, default: 0] += 1
    if wordOpens {
      self.word = word
      wordOpens = opens
    }
  }

  /// The most frequent edit.
  var edit: Lemmatizer.Edit {
    counts.max { ($0.value, $1.key.line) < ($1.value, $0.key.line) }?.key
      ?? Lemmatizer.Edit(strip: 0, append: "", keepsCase: true)
  }

  var lemma: String { edit.applied(to: word) }
}

/// A lemmatizer under construction.
private struct LemmaTable {
  let lemmatizer: Lemmatizer

  init(_ entries: [(UInt64, Lemmatizer.Edit)]) {
    var numbers: [Lemmatizer.Edit: UInt16] = [:]
    var edits: [Lemmatizer.Edit] = []
    var slots: [(hash: UInt64, value: UInt16)] = []
    for (key, edit) in entries {
      if numbers[edit] == nil {
        edits.append(edit)
        numbers[edit] = UInt16(edits.count)
      }
      slots.append((key, numbers[edit, default: 1]))
    }
    lemmatizer = Lemmatizer(edits: edits, dictionary: HashDictionary(slots))
  }
}

extension Tag {
  /// Whether endings are learned for words of this tag.
  fileprivate var hasEndings: Bool {
    switch penn {
    case .nns, .nnps, .vbz, .vbd, .vbn, .vbg, .jj, .jjr, .jjs, .rbr, .rbs, .nn: true
    default: false
    }
  }
}
