public import SaysoRecords

/// What changed between two versions of one report.
///
/// Every change holds the words of both versions that it is claimed on. The order in which the
/// statements are given does not matter.
public struct VersionComparison: Hashable, Sendable {
  /// A part of the metadata that reads otherwise.
  public struct FieldChange: Hashable, Sendable {
    /// Which part, by its name in the exchange format.
    public let field: String
    /// What it was; nil where it was not stated.
    public let old: String?
    /// What it is; nil where it is no longer stated.
    public let new: String?
  }

  /// In what the two forms of one statement differ.
  public enum Aspect: String, Hashable, Sendable, CaseIterable {
    /// What the speaker does with the content.
    case stance
    /// The values of the figures in it.
    case figure
    /// The words of what was said.
    case words
    /// Who said it.
    case speaker
    /// The words that signal it.
    case cue
  }

  /// What became of one statement.
  public enum StatementChange: Hashable, Sendable {
    /// It stands in the newer version only.
    case appeared(Statement)
    /// It stands in the older version only.
    case vanished(Statement)
    /// It stands in both and differs; the aspects in the order of their cases.
    case changed(old: Statement, new: Statement, [Aspect])
  }

  /// The parts of the metadata that changed, in a fixed order.
  public let fields: [FieldChange]
  /// Whether the statements were compared; they are not where no model covered a version.
  public let statementsCompared: Bool
  /// The statements that changed or appeared, in the order of the newer text, then those that
  /// vanished, in the order of the older.
  public let statements: [StatementChange]
  /// How many statements stand in both versions alike, wherever they stand.
  public let unchanged: Int
  /// The share of the words of both texts that the other text does not have there, 0...1.
  public let textChanged: Double

  /// Compares two versions of one report.
  public init(from old: ReadReport, to new: ReadReport) {
    fields = VersionComparison.fields(old.report, new.report)
    textChanged = WordDifference.share(old.report.text, new.report.text)
    statementsCompared = old.analysed && new.analysed
    guard statementsCompared else {
      statements = []
      unchanged = 0
      return
    }
    let olds = ComparedStatement.all(of: old)
    let news = ComparedStatement.all(of: new)
    let partners = StatementAlignment.partners(of: news, among: olds)
    var changes: [StatementChange] = []
    var alike = 0
    for (new, partner) in zip(news, partners) {
      guard let partner else {
        changes.append(.appeared(new.statement))
        continue
      }
      let aspects = olds[partner].differences(to: new)
      if aspects.isEmpty {
        alike += 1
      } else {
        changes.append(
          .changed(old: olds[partner].statement, new: new.statement, aspects))
      }
    }
    let found = Set(partners.compactMap { $0 })
    for (place, old) in olds.enumerated() where !found.contains(place) {
      changes.append(.vanished(old.statement))
    }
    statements = changes
    unchanged = alike
  }

  private static func fields(_ old: Report, _ new: Report) -> [FieldChange] {
    let pairs: [(String, String?, String?)] = [
      ("title", old.title, new.title), ("subtitle", old.subtitle, new.subtitle),
      ("outlet", old.outlet, new.outlet), ("agency", old.agency, new.agency),
      ("byline", old.byline, new.byline), ("published", old.published?.iso, new.published?.iso),
      ("modified", old.modified?.iso, new.modified?.iso), ("section", old.section, new.section),
      ("caption", old.caption, new.caption),
      ("extent", old.extent.rawValue, new.extent.rawValue),
    ]
    var changes = pairs.filter { $0.1.map { Array($0.utf8) } != $0.2.map { Array($0.utf8) } }
    func key(_ url: String?) -> String? { url.map { CanonicalAddress($0)?.key ?? $0 } }
    if key(old.url) != key(new.url) { changes.append(("url", old.url, new.url)) }
    return changes.map { FieldChange(field: $0.0, old: $0.1, new: $0.2) }
  }
}

/// A statement with what comparing needs of it.
struct ComparedStatement {
  let statement: Statement
  /// The words of its content, in lower case and in order.
  let words: [String]
  /// Those that carry meaning, each once.
  let content: Set<String>
  /// The words of who says it, by the fullest name; nil where nobody is named.
  private let speaker: Set<String>?
  private let cue: [String]
  private let figures: [String]

  /// The same for statements that are alike in all that is compared.
  var identity: String {
    let parts =
      [statement.stance.rawValue, words.joined(separator: " "), cue.joined(separator: " ")]
      + [speaker.map { $0.sorted().joined(separator: " ") } ?? "\u{1}"] + figures
    return parts.joined(separator: "\u{0}")
  }

  /// The statements of a report by place, whatever their order in it.
  static func all(of read: ReadReport) -> [ComparedStatement] {
    let figures = StatementFigures(read.figures)
    return read.statements
      .sorted { ($0.content.extent, $0.id) < ($1.content.extent, $1.id) }
      .map { statement in
        ComparedStatement(
          statement, figures: figures.indices(in: statement.content).map { read.figures[$0] })
      }
  }

  private init(_ statement: Statement, figures: [Figure]) {
    self.statement = statement
    words = ComparedWords.words(of: statement.content.text)
    content = ComparedWords.meaningful(words)
    speaker = statement.speaker.map { speaker in
      let name = speaker.members.isEmpty ? [speaker.actor ?? speaker.passage.text] : speaker.members
      return Set(name.flatMap(ComparedWords.words))
    }
    cue = statement.cue.map { ComparedWords.words(of: $0.text) } ?? []
    self.figures =
      figures
      .map { "\($0.low as Double?)|\($0.high as Double?)|\($0.bound.rawValue)|\($0.unit ?? "")" }
      .sorted()
  }

  /// Whether two statements have one speaker, by name or by a part of the name; nil where one of
  /// them names nobody.
  func hasSpeaker(of other: ComparedStatement) -> Bool? {
    guard let speaker, let theirs = other.speaker else {
      return speaker == nil && other.speaker == nil ? true : nil
    }
    return speaker.isSubset(of: theirs) || theirs.isSubset(of: speaker)
  }

  /// In what the newer form of a statement differs from this.
  func differences(to newer: ComparedStatement) -> [VersionComparison.Aspect] {
    VersionComparison.Aspect.allCases.filter { aspect in
      switch aspect {
      case .stance: statement.stance != newer.statement.stance
      case .figure: figures != newer.figures
      case .words: words != newer.words
      case .speaker: hasSpeaker(of: newer) != true
      case .cue: cue != newer.cue
      }
    }
  }
}
