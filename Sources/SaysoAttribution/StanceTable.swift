internal import SaysoRecords

/// Cue words by what a speaker does with the content; everything else asserts.
///
/// One line per stance, dictionary forms. `confirms` and `denies` hold words that say so outright.
enum StanceTable {
  static let stances: [String: Stance] = {
    var table: [String: Stance] = [:]
    for (stance, words) in words {
      for word in words.split(separator: " ") { table[String(word)] = stance }
    }
    return table
  }()

  private static let words: [(Stance, String)] = [
    (.confirms, "confirm confirmation corroborate verify"),
    (.denies, "deny denial refute rebut disavow debunk"),
    (.doubts, "doubt dispute question skeptical sceptical"),
    (.declines, "decline refuse"),
    (
      .urges,
      "urge demand request appeal implore plead beseech exhort order instruct recommend"
    ),
    (
      .plans,
      "plan intend vow pledge promise mull consider prepare commit plot"
    ),
    (.warns, "warn warning caution threaten threat alert"),
    (
      .condemns,
      "condemn condemnation denounce decry deplore slam blast criticize criticise lambast lambaste "
        + "excoriate assail castigate rebuke chastise"
    ),
    (
      .supports,
      "support back endorse endorsement praise welcome hail applaud laud commend champion"
    ),
  ]

  /// Words that show a stance as verbs only ("a question about", "the plan", "back").
  static let verbsOnly: Set<String> = [
    "question", "plan", "order", "back", "support", "request", "demand", "appeal", "dispute",
    "doubt", "praise", "pledge", "promise", "vow", "slam", "blast", "welcome", "applaud", "charge",
    "decline", "caution", "alert", "threat", "champion", "commit", "prepare",
  ]

  /// Verbs that doubt when negated ("did not believe").
  static let believing: Set<String> = ["believe", "think", "trust"]

  /// Verbs that plan when an infinitive follows ("agreed to exchange").
  static let deciding: Set<String> = [
    "agree", "decide", "aim", "choose", "commit", "resolve", "opt", "prepare", "seek",
  ]

  /// Verbs that deny when what they take is a report or a charge ("dismissed claims that").
  static let rejecting: Set<String> = [
    "dismiss", "reject", "repudiate", "counter", "contradict", "discredit",
  ]

  /// What is denied when it is rejected.
  static let charges: Set<String> = [
    "claim", "allegation", "accusation", "charge", "report", "rumor", "rumour", "suggestion",
    "speculation", "assertion", "criticism", "idea", "notion", "narrative", "announcement",
    "statement", "news", "story", "information", "disinformation",
  ]

  /// Verbs that give something a name ("called it a baseless rumor").
  static let naming: Set<String> = ["call", "brand", "label", "describe", "term", "deem", "dub"]

  /// Words that, said of a thing, say that it is not so.
  static let falsehoods: Set<String> = [
    "baseless", "false", "untrue", "groundless", "unfounded", "fabricated", "fabrication", "lie",
    "lies", "hoax", "falsehood", "bogus", "nonsense", "fake",
  ]

  /// Verbs that withhold when negated, whatever the auxiliary ("did not specify").
  static let withholding: Set<String> = [
    "comment", "elaborate", "respond", "reply", "specify", "disclose", "reveal",
  ]

  /// Verbs that voice a doubt ("expressed skepticism").
  static let voicing: Set<String> = ["express", "voice", "cast", "raise"]

  /// Of these, the words that are said of claims only.
  static let surelyFalse: Set<String> = ["baseless", "untrue", "groundless", "unfounded"]

  /// Verbs of declining when negated ("would not comment").
  static let telling: Set<String> = [
    "comment", "say", "elaborate", "discuss", "disclose", "reveal", "specify", "identify",
    "speculate", "respond", "reply", "answer", "confirm", "return", "provide", "name", "give",
  ]

  /// Cue words that may carry a plan or a condition in their content.
  static let plain: Set<String> = [
    "say", "tell", "add", "announce", "state", "write", "tweet", "report", "note", "explain",
    "according", "reply", "respond", "continue", "remark", "reiterate", "stress", "indicate",
    "claim", "insist", "suggest", "argue",
  ]
}
