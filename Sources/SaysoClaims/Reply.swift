import SaysoRecords

/// Statements that answer what others said without saying it again: "a baseless rumor", "declined to
/// comment on the reports".
enum Reply {
  /// Words that stand for what was said.
  private static let anaphors: Set<String> = [
    "rumor", "rumour", "report", "claim", "allegation", "accusation", "speculation", "matter",
    "question", "it", "this", "that", "comment", "detail", "information", "assertion", "charge",
    "story", "suggestion", "statement", "false", "fake", "baseless", "groundless", "untru",
    "nonsens", "lie", "true", "fabrication", "invention", "such", "anything", "plan", "move",
  ]

  /// Whether a statement's content must be looked for in what others said.
  static func isReply(_ statement: ClaimStatement, _ content: ContentWords) -> Bool {
    switch statement.stance {
    case .denies, .declines, .confirms, .doubts: break
    default: return false
    }
    return content.concepts.allSatisfy { anaphors.contains($0) }
  }
}

/// Finds the claim that a reply answers: among what others said before it in the same report.
///
/// Answers to what other reports said are not looked for: without the words that they answer, a wrong
/// denial is too likely.
struct AntecedentFinder {
  /// A claim being made: its statements as indices.
  let groups: [[Int]]
  let story: ClaimStory
  let contents: [ContentWords]

  /// Answers weaker than this are no answers.
  ///
  /// Set by hand so that an answer to the statement right before it passes alone; not measured.
  private static let least = 1.5

  /// The group and how surely, 0...1; nil where nothing is near enough.
  func antecedent(of place: Int) -> (group: Int, confidence: Double)? {
    let reply = story.statements[place]
    let around = ContentWords(reply.sentence)
    var best: (score: Double, group: Int)?
    for (number, group) in groups.enumerated() {
      var score = 0.0
      var isBefore = false
      var isOthers = false
      for member in group {
        let other = story.statements[member]
        if other.actor != nil, other.actor == reply.actor { continue }
        // A denial told again answers nothing that was said after it.
        if let day = other.day, let own = reply.day, day > own { continue }
        isOthers = true
        if other.report == reply.report {
          let distance = reply.order - other.order
          guard distance > 0 else { continue }
          score = max(score, 1.6 / Double(distance).squareRoot())
          isBefore = true
        }
      }
      guard isOthers, isBefore else { continue }
      // The sentence around may name what is answered.
      let shared =
        group.map { member in
          contents[member].concepts.filter { around.concepts.contains($0) }.count
        }.max() ?? 0
      score += min(1.2, Double(shared) * 0.4)
      // Who answers is often whom the claim is about.
      if let actor = reply.actor,
        group.contains(where: { story.statements[$0].about.contains(actor) })
      {
        score += 0.6
      }
      score += min(0.5, Double(Set(group.map { story.statements[$0].report }).count) * 0.1)
      if score > best?.score ?? 0 { best = (score, number) }
    }
    guard let best, best.score >= AntecedentFinder.least else { return nil }
    return (best.group, min(0.95, 0.3 + best.score * 0.2))
  }
}
