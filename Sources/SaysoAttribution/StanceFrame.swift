internal import SaysoLanguage
internal import SaysoRecords

/// What follows a cue, as far as stances ask for it; several may hold of one content.
struct ContentForm: OptionSet, Hashable {
  let rawValue: Int
  /// "to leave".
  static let infinitive = ContentForm(rawValue: 1)
  /// "the crews to leave".
  static let objectInfinitive = ContentForm(rawValue: 2)
  /// "that it fails", "it fails".
  static let clause = ContentForm(rawValue: 4)
  /// "whether it fails", "how it fails".
  static let question = ContentForm(rawValue: 8)
  /// "closing the line".
  static let gerund = ContentForm(rawValue: 16)
  /// "the line", "of floods".
  static let noun = ContentForm(rawValue: 32)
  /// "the reports of a landing": something said, that may be true or false.
  static let charge = ContentForm(rawValue: 64)
  /// "it a baseless rumour".
  static let falsehood = ContentForm(rawValue: 128)
  /// "it a disgrace".
  static let slur = ContentForm(rawValue: 256)
  /// "to comment", "to say who": an infinitive of telling, or nothing at all.
  static let telling = ContentForm(rawValue: 512)
  /// "a plan to close the line".
  static let intention = ContentForm(rawValue: 1024)
  /// "the motion", "him more money": what is granted or refused, not true or false.
  static let request = ContentForm(rawValue: 2048)
  /// "Judge Orr", "the nominee": who is put into an office.
  static let appointee = ContentForm(rawValue: 4096)
}

/// One use of a cue word and the stance that goes with it: "rejected" of a report denies, of an offer
/// it does not.
struct StanceFrame {
  /// The class in which the first word shows the stance.
  enum WordClass { case any, verb, other }

  /// The dictionary form of the first word and of those that must follow it ("call", "on").
  let words: [String]
  /// Class of the first word.
  let wordClass: WordClass
  /// The content must be one of these; empty: whatever it is.
  let forms: ContentForm
  /// The stance.
  let stance: Stance

  /// Whether a negation is part of the frame ("have no comment").
  var isNegative: Bool { words.contains("no") || words.contains("not") }

  /// Frames by their first word, the longer ones first.
  static func index(_ lines: [(Stance, WordClass, ContentForm, String)]) -> [String: [StanceFrame]]
  {
    var index: [String: [StanceFrame]] = [:]
    for (stance, wordClass, forms, entries) in lines {
      for entry in entries.split(whereSeparator: \.isWhitespace) {
        let words = entry.split(separator: "_").map(String.init)
        index[words[0], default: []].append(
          StanceFrame(words: words, wordClass: wordClass, forms: forms, stance: stance))
      }
    }
    return index.mapValues { frames in
      let order = frames.indices.sorted {
        (-frames[$0].words.count, $0) < (-frames[$1].words.count, $1)
      }
      return order.map { frames[$0] }
    }
  }

  /// Whether the first word's class and the content's form fit.
  func fits(_ tag: Tag, _ form: ContentForm) -> Bool {
    switch wordClass {
    case .any: break
    case .verb: if !tag.isVerbal { return false }
    case .other: if tag.isVerbal { return false }
    }
    return forms.isEmpty || !forms.isDisjoint(with: form)
  }
}
