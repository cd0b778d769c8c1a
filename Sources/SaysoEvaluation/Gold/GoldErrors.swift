internal import SaysoRecords

/// Prints gold beside what was read, error by error: for reading, not for counting.
package enum GoldErrors {
  /// The kinds, in the order of printing.
  package static let kinds = [
    "missed", "spurious", "speaker", "actor", "stance", "chain", "content", "said", "holds",
    "figure",
  ]

  /// The errors of one report: kind and lines.
  package static func entries(_ comparison: GoldComparison) -> [(kind: String, text: String)] {
    let text = comparison.document.report.text
    let name = comparison.document.name
    func words(_ spans: [TextSpan]) -> String {
      spans.isEmpty ? "—" : spans.map { text.words($0) }.joined(separator: " … ")
    }
    func line(_ gold: GoldDocument.Entry) -> String {
      "\(words(gold.speaker)) | \(words(gold.cue)) | \(words(gold.content))"
    }
    func line(_ read: Statement) -> String {
      "\(words(read.speaker?.passage.spans ?? [])) | \(words(read.cue?.spans ?? [])) | "
        + words(read.content.spans) + " (\(read.stance.rawValue), \(read.confidence.value))"
    }
    var result: [(kind: String, text: String)] = []
    func add(_ kind: String, _ lines: String...) {
      result.append((kind, "[\(kind)] \(name)\n  " + lines.joined(separator: "\n  ")))
    }
    for gold in comparison.missed { add("missed", line(gold)) }
    for read in comparison.spurious { add("spurious", line(read)) }
    for pair in comparison.pairs {
      let (gold, read) = (pair.gold, pair.read)
      if !pair.hasSpeaker { add("speaker", "gold " + line(gold), "read " + line(read)) }
      if let resolution = pair.resolution, resolution != .right {
        let actor = gold.actor.flatMap { comparison.document.actors[$0]?.forms.first } ?? "nobody"
        add(
          "actor",
          "\(resolution.rawValue): gold \(actor); read \(read.speaker?.actor ?? "nobody")"
            + (read.speaker?.named ?? false ? "" : " (unnamed)"), line(gold))
      }
      if gold.stance != read.stance {
        add("stance", "gold \(gold.stance.rawValue), read \(read.stance.rawValue)", line(gold))
      }
      if !pair.hasChain {
        let chain = gold.chain.map { words($0.spans) }.joined(separator: " <- ")
        let other = read.chain.map(\.passage.text).joined(separator: " <- ")
        add("chain", "gold [\(chain)], read [\(other)]", line(gold))
      }
      if !pair.hasContent { add("content", "gold " + line(gold), "read " + line(read)) }
      if gold.said != read.said {
        add("said", "gold \(gold.said ?? "—"), read \(read.said ?? "—")", line(gold))
      }
      if gold.holds != read.holds {
        add("holds", "gold \(gold.holds ?? "—"), read \(read.holds ?? "—")", line(gold))
      }
      for figure in gold.figures {
        let near = comparison.read.figures.filter { $0.span.overlaps(figure.span) }
        let isRight = near.contains {
          $0.low == figure.low && $0.high == figure.high && $0.bound == figure.bound
            && ($0.whole == nil) == (figure.whole == nil)
        }
        guard !isRight else { continue }
        let all = near.map {
          "'\($0.passage.text)' \(number($0.low))–\(number($0.high)) \($0.bound.rawValue) "
            + "\($0.unit ?? "—") \($0.counts ?? "—")"
        }
        add(
          "figure",
          "gold '\(text.words(figure.span))' \(number(figure.low))–\(number(figure.high)) "
            + "\(figure.bound.rawValue) \(figure.unit ?? "—")"
            + (figure.whole == nil ? "" : " (part)"),
          "read " + (all.isEmpty ? "nothing" : all.joined(separator: "; ")))
      }
    }
    return result
  }

  private static func number(_ value: Double?) -> String { value.map { String($0) } ?? "—" }
}
