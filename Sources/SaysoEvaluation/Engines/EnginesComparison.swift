package import Sayso
internal import SaysoAttribution
internal import SaysoLanguage
internal import SaysoRecords

/// Engines side by side on the same reports: the attribution measure with intervals, what is found
/// by kind of cue and of content, and how right statements are the surer they are.
package struct EnginesComparison: Sendable {
  /// One engine's reading of one report.
  private struct Reading: Sendable {
    let score: AttributionScore
    /// For each statement its confidence and whether it is right.
    let statements: [(confidence: Double, right: Bool)]
    /// For each gold attribution whether it was found.
    let found: [Bool]
  }

  /// The engines, in the order of columns.
  package let engines: [Engine]
  private let readings: [[Reading]]
  /// The kinds of each gold attribution, report by report.
  private let kinds: [[(cue: String, content: String)]]

  /// Reads every report of a corpus file with each pipeline.
  package init(
    _ documents: [AttributionDocument], with pipelines: [(Engine, Pipeline)],
    progress: (Engine) -> Void = { _ in }
  ) {
    engines = pipelines.map(\.0)
    kinds = documents.map { EnginesComparison.kinds($0) }
    readings = pipelines.map { engine, pipeline in
      progress(engine)
      return documents.map { document in
        let read = pipeline.read(document.report)
        let predicted = read.statements.map(AttributionEvaluation.attribution)
        var score = AttributionScore()
        let right = score.add(
          text: document.text, gold: document.attributions, predicted: predicted)
        var turned = AttributionScore()
        let found = turned.add(
          text: document.text, gold: predicted, predicted: document.attributions)
        return Reading(
          score: score,
          statements: zip(read.statements.map(\.confidence.value), right).map { ($0, $1) },
          found: found)
      }
    }
  }

  // MARK: Kinds

  private static func kinds(
    _ document: AttributionDocument
  ) -> [(cue: String, content: String)] {
    let text = AnnotatedText(document.text, blocks: document.report.blocks)
    let traits = text.traits()
    let quoted = EnginesComparison.quotedBytes(text, traits)
    return document.attributions.map { attribution in
      let cue = attribution.cue.map { document.text.words($0) }.joined(separator: " ")
        .lowercased()
      return (cueKind(cue), contentKind(attribution.content, quoted, document.text))
    }
  }

  private static func cueKind(_ cue: String) -> String {
    let words = Set(cue.split { !$0.isLetter }.map(String.init))
    if words.isEmpty { return "no cue" }
    if words.contains("according") { return "according to" }
    if !words.isDisjoint(with: ["say", "says", "said", "saying"]) { return "say" }
    if !words.isDisjoint(with: ["tell", "tells", "told", "telling"]) { return "tell" }
    if words.contains(where: { mind.contains($0) }) { return "of the mind" }
    return "other words"
  }

  private static let mind: Set<String> = [
    "think", "thinks", "thought", "believe", "believes", "believed", "want", "wants", "wanted",
    "know", "knows", "knew", "feel", "feels", "felt", "hope", "hopes", "hoped", "expect",
    "expects", "expected", "plan", "plans", "planned", "fear", "fears", "feared", "intend",
    "intends", "intended",
  ]

  /// Which bytes stand in quotation marks.
  private static func quotedBytes(_ text: AnnotatedText, _ traits: [TokenTraits]) -> [Bool] {
    let quotes = QuoteMarks(text, traits: traits)
    var result = [Bool](repeating: false, count: text.text.byteCount)
    for (number, token) in text.tokens.enumerated() where quotes.isQuoted(number) {
      for byte in token.start..<token.end { result[byte] = true }
    }
    return result
  }

  private static func contentKind(
    _ spans: [TextSpan], _ quoted: [Bool], _ text: FrozenText
  ) -> String {
    var (inside, all) = (0, 0)
    for span in spans {
      for byte in span.start..<span.end where text.bytes[byte] > 0x40 {
        all += 1
        inside += quoted[byte] ? 1 : 0
      }
    }
    return all == 0 ? "no content" : inside == 0 ? "indirect" : inside == all ? "direct" : "mixed"
  }

  // MARK: Tables

  private struct Measure: Sendable {
    let name: String
    let value: @Sendable (AttributionScore) -> Double
  }

  private static let measures: [Measure] =
    [
      Measure(name: "attribution F1") { $0.attribution.f1 },
      Measure(name: "attribution precision") { $0.attribution.precision },
      Measure(name: "attribution recall") { $0.attribution.recall },
      Measure(name: "token micro-F1") { $0.tokenMicro.f1 },
    ]
    + AttributionScore.Role.allCases.map { role in
      Measure(name: "strict \(role.name) F1") { $0.strict(role).f1 }
    } + [
      Measure(name: "source given content") { $0.sourceGivenContent },
      Measure(name: "cue given content") { $0.cueGivenContent },
    ]

  /// The value over all reports, and the middle 95 % over resampled reports.
  private func interval(
    _ value: ([Int]) -> Double, rounds: Int = 500
  ) -> (value: Double, low: Double, high: Double) {
    let count = kinds.count
    var state: UInt64 = 1
    var values: [Double] = []
    for _ in 0..<rounds {
      let drawn = (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, count)))
      }
      values.append(value(drawn))
    }
    values.sort()
    let all = value(Array(0..<count))
    guard !values.isEmpty else { return (all, all, all) }
    return (all, values[rounds * 25 / 1000], values[rounds * 975 / 1000])
  }

  private func total(_ engine: Int, _ drawn: [Int]) -> AttributionScore {
    drawn.reduce(into: AttributionScore()) { $0.add(readings[engine][$1].score) }
  }

  /// The measure, one line each: each engine with its interval, then how much the first is above
  /// the second.
  package var measureTable: String {
    var rows = [["measure"] + engines.map(\.rawValue) + (engines.count == 2 ? ["difference"] : [])]
    for measure in EnginesComparison.measures {
      var row = [measure.name]
      for engine in engines.indices {
        row.append(shown(interval { measure.value(total(engine, $0)) }))
      }
      if engines.count == 2 {
        row.append(
          shown(
            interval { measure.value(total(0, $0)) - measure.value(total(1, $0)) }, signed: true))
      }
      rows.append(row)
    }
    return EnginesComparison.table(rows)
  }

  /// The share of gold found, by kind of cue and of content.
  package var kindTable: String {
    var rows = [["found, of gold", "gold"] + engines.map(\.rawValue)]
    for (title, key) in [
      ("cue", { (kind: (cue: String, content: String)) in kind.cue }),
      ("content", { kind in kind.content }),
    ] {
      let names = Set(kinds.joined().map(key))
      let counts = names.map { name in (name, kinds.joined().count { key($0) == name }) }
      for (name, count) in counts.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }) {
        var row = ["\(title): \(name)", "\(count)"]
        for engine in engines.indices {
          row.append(
            shown(
              interval { drawn in
                var (found, all) = (0, 0)
                for report in drawn {
                  for (index, kind) in kinds[report].enumerated() where key(kind) == name {
                    all += 1
                    found += readings[engine][report].found[index] ? 1 : 0
                  }
                }
                return Double(found) / Double(max(1, all))
              }))
        }
        rows.append(row)
      }
    }
    return EnginesComparison.table(rows)
  }

  /// Of the surest statements, the share that is right: a risk–coverage curve (El-Yaniv and
  /// Wiener, "On the Foundations of Noise-free Selective Classification", 2010) in ten steps.
  package var coverageTable: String {
    var rows = [["the surest"] + engines.flatMap { ["\($0.rawValue) from", "right"] }]
    let sorted = readings.map { reading in
      reading.flatMap(\.statements).sorted { $0.confidence > $1.confidence }
    }
    for tenth in 1...10 {
      var row = ["\(tenth * 10) %"]
      for statements in sorted {
        let own = statements.prefix(statements.count * tenth / 10)
        row.append(EnginesComparison.hundredths(own.last?.confidence ?? 0))
        row.append(
          EnginesComparison.hundredths(
            Double(own.count { $0.right }) / Double(max(1, own.count))))
      }
      rows.append(row)
    }
    return EnginesComparison.table(rows)
  }

  private func shown(
    _ value: (value: Double, low: Double, high: Double), signed: Bool = false
  ) -> String {
    let sign = signed && value.value > 0 ? "+" : ""
    return sign + EnginesComparison.hundredths(value.value) + " ("
      + EnginesComparison.hundredths(value.low) + " to "
      + EnginesComparison.hundredths(value.high) + ")"
  }

  /// A share as hundredths with one decimal.
  private static func hundredths(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  private static func table(_ rows: [[String]]) -> String {
    let widths = (0..<(rows.first?.count ?? 0)).map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ").trimmingEnd + "\n"
    }.joined()
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate var trimmingEnd: String {
    var end = self[...]
    while end.last == " " { end.removeLast() }
    return String(end)
  }
}
