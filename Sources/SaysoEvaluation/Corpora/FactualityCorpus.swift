#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import SaysoRecords

/// Sentences whose events are graded by how factual a reader takes them, -3 (surely not) to 3.
///
/// JSON lines with `set`, `tokens`, and `targets` of `span` (tokens) and `factuality`; after Stanovsky
/// et al. (2017), who brought the sets to one scale.
package struct FactualityCorpus: Sendable {
  /// One graded event.
  package struct Event: Sendable {
    /// Where it lies in the sentence's text.
    package let span: TextSpan
    /// -3...3.
    package let factuality: Double
  }

  /// One sentence, its words joined by blanks.
  package struct Sentence: Sendable {
    /// The words, and marks without a blank before them.
    package let text: FrozenText
    /// Its events, ascending.
    package let events: [Event]
  }

  /// The sentences of the sets that were asked for.
  package let sentences: [Sentence]

  /// Reads JSON lines; a line that cannot be read throws `DecodingError`.
  package init(jsonLines bytes: [UInt8], sets: Set<String>) throws {
    let decoder = JSONDecoder()
    sentences = try bytes.split(separator: 0x0A).compactMap { line in
      let line = try decoder.decode(Line.self, from: Data(line))
      return sets.contains(line.set) ? FactualityCorpus.sentence(line) : nil
    }
  }

  private struct Line: Decodable {
    struct Target: Decodable {
      let span: [Int]
      let factuality: Double
    }
    let set: String
    let tokens: [String]
    let targets: [Target]
  }

  private static func sentence(_ line: Line) -> Sentence {
    var text = ""
    var starts: [Int] = []
    var opened = false
    for token in line.tokens {
      let isQuote = token == "\"" || token == "''" || token == "``"
      let closes = isQuote && opened
      let glued = [",", ".", "?", "!", ";", ":", "'s", "n't", "'"].contains(token) || closes
      if !text.isEmpty, !glued, !text.hasSuffix("\u{201C}") { text += " " }
      starts.append(text.utf8.count)
      text += isQuote ? (closes ? "\u{201D}" : "\u{201C}") : token
      if isQuote { opened.toggle() }
    }
    let events = line.targets.compactMap { target -> Event? in
      guard target.span.count == 2, target.span[0] < target.span[1],
        target.span[1] <= starts.count
      else { return nil }
      let end = target.span[1] < starts.count ? starts[target.span[1]] : text.utf8.count
      return Event(
        span: TextSpan(starts[target.span[0]], end), factuality: target.factuality)
    }
    return Sentence(text: FrozenText(text), events: events.sorted { $0.span < $1.span })
  }
}
