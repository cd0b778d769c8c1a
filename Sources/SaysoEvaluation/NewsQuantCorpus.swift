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
  /// The unit, as the text has it or as a stage names it.
  package let unit: String?
  /// The corpus's name for the unit; nil for answers of a stage.
  package let normalizedUnit: String?
  /// What is counted; nil in the corpus, where it is the unit.
  package let counts: String?

  /// A quantity of a corpus.
  package init(
    low: Double, high: Double, change: String, unit: String?, normalizedUnit: String? = nil,
    counts: String? = nil
  ) {
    self.low = low
    self.high = high
    self.change = change
    self.unit = unit
    self.normalizedUnit = normalizedUnit
    self.counts = counts
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
    unit = figure.unit
    normalizedUnit = nil
    counts = figure.counts
  }

  /// One line: value, change, unit, what is counted.
  package var description: String {
    let value = low == high ? "\(low)" : "\(low) to \(high)"
    return [change, value, unit ?? "–", counts ?? normalizedUnit ?? "–"].joined(separator: " | ")
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
      let normalizedUnit: String?

      enum CodingKeys: String, CodingKey {
        case change, value, unit
        case normalizedUnit = "normalized_unit"
      }

      var gold: GoldQuantity? {
        let ends = value.split(separator: "-").compactMap {
          Double(String($0.filter { $0 != " " }))
        }
        guard let first = ends.first, let last = ends.last else { return nil }
        let isNegative = ends.count == 1 && value.hasPrefix("-")
        return GoldQuantity(
          low: isNegative ? -first : min(first, last), high: isNegative ? -last : max(first, last),
          change: ["~", ">", "<"].contains(change) ? change : "=", unit: unit,
          normalizedUnit: normalizedUnit)
      }
    }
    let text: String
    let quantities: [Quantity]
  }
}
