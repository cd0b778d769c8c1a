import SaysoRecords

/// What a figure counts: figures are compared within a kind only.
struct FigureKind: Hashable, Comparable {
  /// The unit; empty for bare counts.
  let unit: String
  /// The concept of what is counted; empty where the words do not say.
  let counts: String
  /// Whose they are ("Zharkandi" of "Zharkandi soldiers"), in small letters; empty where the words do
  /// not say.
  let owner: String

  private init(unit: String, counts: String, owner: String) {
    self.unit = unit
    self.counts = counts
    self.owner = owner
  }

  /// The kind, whoever's they are.
  var ofAnybody: FigureKind { FigureKind(unit: unit, counts: counts, owner: "") }

  /// The kind by the words of the figure alone.
  init(_ figure: Figure) {
    unit = figure.unit ?? ""
    let words = ContentWords.words(of: figure.counts ?? "")
    let stem = Stem.of(words.last?.lowercased() ?? "")
    counts = ConceptTable.concepts[stem] ?? stem
    owner = words.dropLast().filter { $0.first?.isUppercase == true }
      .map { ConceptTable.states[$0.lowercased()] ?? $0.lowercased() }.sorted()
      .joined(separator: " ")
  }

  /// Units of time: lengths and ages, which are not set side by side.
  private static let times: Set<String> = [
    "year", "month", "week", "day", "hour", "minute", "second", "times",
  ]
  /// Words that count persons of any sort.
  private static let anybody: Set<String> = [
    "peopl", "person", "men", "man", "woman", "women", "other", "soul", "live", "life", "",
  ]

  /// Whether nothing is known of what is counted.
  var isBare: Bool { unit.isEmpty && counts.isEmpty }
  /// Whether it can be of another kind too.
  var isOpen: Bool { isBare || unit == "person" && FigureKind.anybody.contains(counts) }
  /// Whether it is a length of time.
  var isTime: Bool { FigureKind.times.contains(unit) }

  /// Whether a figure of this open kind can be one of the other kind.
  func fits(_ other: FigureKind) -> Bool {
    isBare ? !other.isTime && other.unit != "percent" : unit == other.unit
  }

  static func < (a: FigureKind, b: FigureKind) -> Bool {
    (a.counts, a.unit, a.owner) < (b.counts, b.unit, b.owner)
  }
}

/// The kinds of a story's figures, with what the report tells of those that stand alone ("the 12,000").
struct FigureKinds {
  /// A value as a report gives it.
  private struct Value: Hashable {
    let report: Int
    let low: Double?
    let high: Double?
  }

  private let told: [Value: FigureKind]

  init(_ story: ClaimStory) {
    var kinds: [Value: Set<FigureKind>] = [:]
    for statement in story.statements {
      for figure in statement.figures {
        let kind = FigureKind(figure)
        guard !kind.isOpen, !kind.isTime else { continue }
        kinds[Value(report: statement.report, low: figure.low, high: figure.high), default: []]
          .insert(kind)
      }
    }
    told = kinds.compactMapValues { $0.count == 1 ? $0.first : nil }
    self.story = story
  }

  private let story: ClaimStory

  /// The kind of a figure of a statement.
  func kind(of figure: Figure, in statement: Int) -> FigureKind {
    let own = FigureKind(figure)
    guard own.isBare else { return own }
    let report = story.statements[statement].report
    // A part is of its whole's kind.
    if let whole = figure.whole,
      let meant = story.statements[statement].figures.first(where: { $0.span == whole })
    {
      let kind = FigureKind(meant)
      if !kind.isBare { return kind }
      if let kind = told[Value(report: report, low: meant.low, high: meant.high)] { return kind }
    }
    return told[Value(report: report, low: figure.low, high: figure.high)] ?? own
  }
}
