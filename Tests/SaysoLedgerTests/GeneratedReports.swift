import Foundation
import SaysoRecords

/// Reports with random texts, spans and gaps: nothing a stage would make, all that a record allows.
struct GeneratedReports {
  private var random: SplitMix64

  /// The seed that `SAYSO_SEED` gives, or a fixed one.
  static var seed: UInt64 {
    ProcessInfo.processInfo.environment["SAYSO_SEED"].flatMap { UInt64($0) } ?? 20_310_504
  }

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  mutating func next(_ index: Int) -> ReadReport {
    let text = text(pieces: Int.random(in: 0...120, using: &random))
    let borders = [0] + borders(of: text)
    let id = "generated \(index)" + (chance(0.2) ? "/" + word() : "")
    return ReadReport(
      report: Report(
        id: ReportID(id), title: maybe(), subtitle: maybe(), url: maybe(), outlet: maybe(),
        agency: maybe(), byline: maybe(), published: published(), modified: published(),
        section: maybe(), caption: maybe(), extent: pick(), provenance: provenance(),
        language: maybe(),
        topics: (0..<count(3)).map { _ in word() },
        sha256: SHA256Digest(hex: sha("0123456789abcdef".randomElement(using: &random) ?? "0")),
        text: text, blocks: spans(borders, upTo: 4).map { TextBlock(pick(), $0) }),
      statements: (0..<count(6)).map { statement($0, text, borders) },
      mentions: (0..<count(8)).map { _ in
        Mention(passage: single(text, borders), type: pick(), actor: maybe())
      },
      dates: (0..<count(4)).map { _ in
        TimeExpression(passage: single(text, borders), kind: pick(), value: maybe())
      },
      figures: figures(text, borders),
      analysed: chance(0.9))
  }

  private mutating func figures(_ text: FrozenText, _ borders: [Int]) -> [Figure] {
    var figures: [Figure] = []
    for _ in 0..<count(4) {
      let whole = chance(0.3) ? figures.randomElement(using: &random)?.span : nil
      figures.append(
        Figure(
          passage: single(text, borders), low: number(), high: number(), bound: pick(),
          unit: maybe(), counts: maybe(), whole: whole))
    }
    return figures
  }

  private mutating func statement(
    _ index: Int, _ text: FrozenText, _ borders: [Int]
  ) -> Statement {
    Statement(
      id: StatementID("s\(index)"), kind: pick(), stance: pick(),
      confidence: Confidence(Double.random(in: 0...1, using: &random)),
      speaker: chance(0.8)
        ? Speaker(
          passage: passage(text, borders), actor: maybe(), named: chance(0.5),
          members: (0..<count(3)).map { _ in word() }) : nil,
      cue: chance(0.8) ? passage(text, borders) : nil, content: passage(text, borders),
      chain: (0..<count(3)).map { _ in Relay(passage: passage(text, borders), actor: maybe()) },
      said: chance(0.3) ? "2031-02-1\(count(10))T08:00" : maybe(), holds: maybe(),
      meaning: chance(0.5)
        ? Meaning(numbers: (0...count(40)).map { _ in Int8.random(in: -127...127, using: &random) })
        : nil)
  }

  private mutating func text(pieces: Int) -> FrozenText {
    FrozenText((0..<pieces).map { _ in word() }.joined(separator: " "))
  }

  private mutating func word() -> String {
    let words = [
      "bridge", "said", "é", "e\u{301}", "\u{0}", "\r\n", "\"", "'", "…", "🌉", "مرفأ", "港",
      "Łódź", "\u{FEFF}", "100 %", "NULL", "; DROP TABLE report", "\u{1}",
    ]
    return words.randomElement(using: &random) ?? ""
  }

  private mutating func published() -> PublicationTime? {
    guard chance(0.8), let date = CalendarDate(year: 2031, month: 1 + count(12), day: 1 + count(28))
    else { return nil }
    return chance(0.5)
      ? PublicationTime(date)
      : PublicationTime(date, timeSuffix: chance(0.8) ? "T09:23:46+02:00" : " \u{301}odd")
  }

  private mutating func provenance() -> Provenance? {
    let made = Provenance(
      address: maybe(), retrieved: maybe(), container: maybe(), statedDigest: maybe())
    return made == Provenance() ? nil : made
  }

  private func borders(of text: FrozenText) -> [Int] {
    text.bytes.indices.filter { $0 > 0 && text.bytes[$0] & 0xC0 != 0x80 } + [text.byteCount]
  }

  private mutating func spans(_ borders: [Int], upTo most: Int) -> [TextSpan] {
    let ends = (0..<2 * (1 + count(most))).map { _ in
      borders.randomElement(using: &random) ?? 0
    }.sorted()
    return stride(from: 0, to: ends.count, by: 2).map { TextSpan(ends[$0], ends[$0 + 1]) }
  }

  private mutating func passage(_ text: FrozenText, _ borders: [Int]) -> Passage {
    Passage(spans(borders, upTo: 3), in: text)
  }

  private mutating func single(_ text: FrozenText, _ borders: [Int]) -> Passage {
    Passage(spans(borders, upTo: 1), in: text)
  }

  private mutating func number() -> Double? {
    [nil, 0, -0.5, 12_000, 1e300, 0.1, .infinity].randomElement(using: &random) ?? nil
  }

  private mutating func maybe() -> String? { chance(0.6) ? word() : chance(0.1) ? "" : nil }
  private mutating func count(_ most: Int) -> Int { Int.random(in: 0..<most, using: &random) }
  private mutating func chance(_ p: Double) -> Bool { Double.random(in: 0...1, using: &random) < p }
  private mutating func pick<Case: CaseIterable>() -> Case {
    Array(Case.allCases)[count(Case.allCases.count)]
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every platform.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
