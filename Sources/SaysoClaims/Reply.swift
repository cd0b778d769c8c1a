import SaysoRecords

/// What is said of what others said, without saying it again: "a baseless rumor", "declined to comment
/// on the reports".
enum Reply {
  /// Words that stand for what was said.
  static let anaphors: Set<String> = [
    "rumor", "rumour", "report", "claim", "allegation", "accusation", "speculation", "matter",
    "question", "it", "this", "that", "comment", "detail", "information", "assertion", "charge",
    "story", "suggestion", "statement", "false", "fake", "baseless", "groundless", "untru",
    "nonsens", "lie", "true", "fabrication", "invention", "such", "anything", "plan", "move",
    "account", "figur", "news", "remark", "word", "fiction", "kind", "answer", "repli", "reply",
    "respons", "respond", "confirm", "deny", "denial", "verify", "return", "call", "messag",
    "request", "discuss", "speak", "immediat", "add", "elaborat", "stori", "address", "inquiry",
    "issu", "wrong", "right", "correct", "incorrect", "absurd", "unfound", "ridiculou", "happen",
  ]
}
