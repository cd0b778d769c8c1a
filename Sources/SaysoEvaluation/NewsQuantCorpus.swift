#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import SaysoRecords

/// A quantity without a place, for scoring against corpora that give none.
package struct GoldQuantity: Hashable, Sendable {
  /// The value; the lower end of a range.
  package let low: Double
  /// The upper end of a range, else the value.
  package let high: Double
  /// "=", "~", ">" or "<"; a change that goes up or down counts as "=".
  package let change: String
  /// The unit as the corpus writes it; nil for answers of a stage.
  package let unit: String?

  /// A quantity of a corpus.
  package init(low: Double, high: Double, change: String, unit: String?) {
    self.low = low
    self.high = high
    self.change = change
    self.unit = unit
  }

  /// A figure that a stage found.
  package init(_ figure: Figure) {
    let low = figure.low ?? figure.high ?? 0
    self.low = low
    high = figure.bound == .range ? figure.high ?? low : low
    change =
      switch figure.bound {
      case .exactly, .range: "="
      case .about: "~"
      case .atLeast: ">"
      case .upTo: "<"
      }
    unit = nil
  }
}

/// News sentences with quantities, as JSON lines of NewsQuant.
///
/// NewsQuant is described by Almasian et al. (2023).
/// A line holds `text` and `quantities` with `value` ("15.0", "12-15"), `change` and `unit`.
package struct NewsQuantCorpus: Sendable {
  /// One sentence.
  package struct Sentence: Sendable {
    /// The text.
    package let text: FrozenText
    /// Its quantities, in the order of the line.
    package let quantities: [GoldQuantity]
  }

  /// The sentences in the order of the lines.
  package let sentences: [Sentence]

  /// Reads JSON lines; a line that cannot be read throws `DecodingError`.
  ///
  /// Values that are no numbers are left out.
  package init(jsonLines bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    sentences = try bytes.split(separator: 0x0A).map { line in
      let line = try decoder.decode(Line.self, from: Data(line))
      return Sentence(
        text: FrozenText(line.text), quantities: line.quantities.compactMap(\.gold))
    }
  }

  private struct Line: Decodable {
    struct Quantity: Decodable {
      let change: String
      let value: String
      let unit: String?

      var gold: GoldQuantity? {
        let ends = value.split(separator: "-").compactMap { Double($0) }
        guard let low = ends.first, let high = ends.last else { return nil }
        return GoldQuantity(
          low: low, high: high, change: ["~", ">", "<"].contains(change) ? change : "=",
          unit: unit)
      }
    }
    let text: String
    let quantities: [Quantity]
  }
}
