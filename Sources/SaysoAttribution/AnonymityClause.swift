internal import SaysoLanguage

/// Knows the clauses that say why a source has no name: they describe the speaker and are no statement.
///
/// | words | no statement |
/// |---|---|
/// | "said an official, who asked not to be named" | asked · not to be named |
/// | "two envoys who spoke on condition of anonymity" | |
/// | "he requested anonymity" | requested · anonymity |
enum AnonymityClause {
  /// Whether a plan's content is but such a wish.
  static func isOne(_ plan: StatementPlan, _ input: AttributionInput) -> Bool {
    guard let content = plan.contents.first else { return false }
    let words = content.prefix(6).map { input.text.word($0).lowercased() }
    return wishes.contains { words.starts(with: $0) }
  }

  private static let wishes: [[String]] = [
    ["not", "to", "be", "named"], ["not", "to", "be", "identified"], ["not", "to", "be", "quoted"],
    ["to", "not", "be", "named"], ["to", "not", "be", "identified"], ["to", "be", "named"],
    ["to", "be", "identified"], ["to", "give", "his", "name"], ["to", "give", "her", "name"],
    ["to", "give", "their", "names"], ["to", "remain", "anonymous"], ["anonymity"],
    ["that", "they", "not", "be", "named"], ["that", "he", "not", "be", "named"],
    ["that", "she", "not", "be", "named"],
  ]
}
