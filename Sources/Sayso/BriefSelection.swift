package import SaysoRecords

/// Which of a brief's claims, figures, days and questions a face shows, decided once for all faces.
///
/// In what words and in what shape they stand there is up to the face.
package struct BriefSelection: Sendable {
  /// How many of each are shown.
  package struct Limits: Hashable, Sendable {
    /// Claims, from the one with most origins on.
    package var claims: Int
    /// Claims of one unnamed source, besides those.
    package var unnamed: Int
    /// Contested claims, and as many that nobody has answered.
    package var questions: Int
    /// Sources that are cited and not held.
    package var missing: Int
    /// Days, from the first on.
    package var days: Int

    /// As many as are read at once; all days.
    package static let screen = Limits(
      claims: 12, unnamed: 6, questions: 5, missing: 12, days: .max)
    /// All there are.
    package static let all = Limits(
      claims: .max, unnamed: .max, questions: .max, missing: .max, days: .max)

    package init(claims: Int, unnamed: Int, questions: Int, missing: Int, days: Int) {
      self.claims = claims
      self.unnamed = unnamed
      self.questions = questions
      self.missing = missing
      self.days = days
    }

    /// The same with so many claims.
    package func claims(_ most: Int) -> Limits {
      var limits = self
      limits.claims = most
      return limits
    }

    /// The same with so many days.
    package func days(_ most: Int) -> Limits {
      var limits = self
      limits.days = most
      return limits
    }
  }

  /// The claims that are shown whole.
  package let claims: [Claim]
  /// How many claims follow those.
  package let moreClaims: Int
  /// Figures that have something to stand beside.
  package let figures: [FigureComparison]
  /// Claims that one unnamed source alone makes, besides those shown.
  package let unnamed: [Claim]
  /// What happened, and where the claims shown were first made.
  package let days: [TimelineEntry]
  /// Claims that some hold and others deny.
  package let contested: [Claim]
  /// Claims of more than one origin on which named actors were not heard.
  package let unanswered: [Claim]
  /// Sources that are cited and not held, those of most statements first.
  package let missing: [CitedSource]

  package init(_ brief: StoryBrief, _ limits: Limits) {
    let shown = brief.claims.prefix(limits.claims)
    claims = Array(shown)
    moreClaims = brief.claims.count - shown.count
    figures = brief.figures.filter { $0.verdict != .alone }
    let lone = Set(brief.unnamed)
    unnamed = Array(
      brief.claims.dropFirst(shown.count).lazy.filter { lone.contains($0.id) }
        .prefix(limits.unnamed))
    let firsts = Set(shown.flatMap { claim in claim.positions.map { $0.taken[0].statement } })
    days = Array(
      brief.timeline.lazy.filter { entry in
        entry.kind == .happened || entry.statements.contains { firsts.contains($0) }
      }.prefix(limits.days))
    contested = Array(brief.contested.prefix(limits.questions))
    unanswered = Array(
      brief.claims.lazy.filter { $0.origins > 1 && !$0.silent.isEmpty }.prefix(limits.questions))
    missing = Array(
      brief.cited.filter { !$0.held }.sorted {
        ($1.statements.count, $0.source) < ($0.statements.count, $1.source)
      }.prefix(limits.missing))
  }

  /// Whose claim it is that one unnamed source alone makes; nil where nobody is described.
  package static func source(of claim: Claim) -> String? {
    claim.positions.first { $0.stance != .denies && $0.stance != .declines }?.actor
  }
}
