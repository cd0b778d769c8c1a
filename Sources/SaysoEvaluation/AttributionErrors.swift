internal import SaysoRecords

/// Prints gold beside predicted, in context, by kind of error: for reading, not for counting.
package struct AttributionErrors: Sendable {
  /// The kinds of error.
  package enum Kind: String, CaseIterable, Sendable {
    /// A gold attribution whose content nothing matches.
    case missed
    /// A statement whose content matches no gold.
    case spurious
    /// The content is right, the source is not.
    case source
    /// The content is right, the cue is not.
    case cue
    /// All is right but the content's borders.
    case borders
  }

  /// One error.
  package struct Entry: Sendable {
    /// What went wrong.
    package let kind: Kind
    /// The report.
    package let report: String
    /// The words around.
    package let context: String
    /// The gold, as source, cue, content; nil where there is none.
    package let gold: String?
    /// What was read; nil where nothing was.
    package let predicted: String?

    /// The entry as lines for reading.
    package var text: String {
      "[\(kind.rawValue)] \(report)\n  … \(context) …\n"
        + (gold.map { "  gold      \($0)\n" } ?? "")
        + (predicted.map { "  predicted \($0)\n" } ?? "")
    }
  }

  /// The errors in the order of reports and contents.
  package let entries: [Entry]

  /// The errors of an evaluation.
  package init(_ evaluation: AttributionEvaluation) {
    entries = evaluation.cases.flatMap(AttributionErrors.entries)
  }

  private static func entries(_ one: AttributionEvaluation.Case) -> [Entry] {
    let text = one.document.text
    let gold = one.document.attributions.filter { !$0.content.isEmpty }
    let predicted = one.read.statements.map(AttributionEvaluation.attribution)
    var partner: [Int: Int] = [:]
    for (index, attribution) in gold.enumerated() {
      let best = predicted.indices.max {
        shared(predicted[$0].content, attribution.content)
          < shared(predicted[$1].content, attribution.content)
      }
      guard let best, !partner.values.contains(best) else { continue }
      let common = shared(predicted[best].content, attribution.content)
      if 4 * common >= length(predicted[best].content) + length(attribution.content) {
        partner[index] = best
      }
    }
    func words(_ a: AttributionDocument.Attribution) -> String {
      func one(_ spans: [TextSpan]) -> String {
        spans.isEmpty ? "—" : spans.map { text.words($0) }.joined(separator: " … ")
      }
      return "\(one(a.source)) | \(one(a.cue)) | \(one(a.content))".replacing("\n", with: " ")
    }
    func entry(
      _ kind: Kind, _ g: AttributionDocument.Attribution?, _ p: AttributionDocument.Attribution?
    ) -> Entry {
      let spans = (g?.cue ?? []) + (g?.content ?? []) + (p?.cue ?? []) + (p?.content ?? [])
      let low = spans.map(\.start).min() ?? 0
      let high = spans.map(\.end).max() ?? 0
      return Entry(
        kind: kind, report: one.document.id, context: context(text, low, high),
        gold: g.map(words), predicted: p.map(words))
    }
    var result: [(Int, Entry)] = []
    for (index, attribution) in gold.enumerated() {
      let place = attribution.content[0].start
      guard let match = partner[index] else {
        result.append((place, entry(.missed, attribution, nil)))
        continue
      }
      let other = predicted[match]
      if !agree(attribution.source, other.source) {
        result.append((place, entry(.source, attribution, other)))
      } else if !agree(attribution.cue, other.cue) {
        result.append((place, entry(.cue, attribution, other)))
      } else if attribution.content != other.content {
        result.append((place, entry(.borders, attribution, other)))
      }
    }
    let used = Set(partner.values)
    for (index, attribution) in predicted.enumerated() where !used.contains(index) {
      result.append((attribution.content[0].start, entry(.spurious, nil, attribution)))
    }
    return result.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The words of a range with up to 60 bytes on both sides, cut at spaces.
  private static func context(_ text: FrozenText, _ low: Int, _ high: Int) -> String {
    func border(_ place: Int, _ step: Int) -> Int {
      var at = min(max(0, place), text.byteCount)
      while at > 0, at < text.byteCount, text.bytes[at] != 32 { at += step }
      return at
    }
    let span = TextSpan(border(low - 60, -1), max(border(low - 60, -1), border(high + 60, 1)))
    return text.words(span).replacing("\n", with: " ")
  }

  private static func length(_ spans: [TextSpan]) -> Int { spans.reduce(0) { $0 + $1.length } }

  private static func shared(_ a: [TextSpan], _ b: [TextSpan]) -> Int {
    a.reduce(0) { sum, x in
      sum + b.reduce(0) { $0 + max(0, min(x.end, $1.end) - max(x.start, $1.start)) }
    }
  }

  private static func agree(_ a: [TextSpan], _ b: [TextSpan]) -> Bool {
    a.isEmpty || b.isEmpty ? a.isEmpty && b.isEmpty : shared(a, b) > 0
  }
}
