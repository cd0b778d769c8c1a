#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
package import SaysoRecords

/// Where re3d's annotators marked quantities and sums of money that hold a number.
package struct QuantityPlaces: Sendable {
  /// One document.
  package struct Document: Sendable {
    /// The text.
    package let text: FrozenText
    /// The marked places, ascending.
    package let spans: [TextSpan]
  }

  /// The documents in the order of the lines.
  package let documents: [Document]

  /// Reads JSON lines with `text` and `entities`, whose ends count code points.
  ///
  /// Places without a digit or number word ("a", "one", "the salaries") are left out, as are ordinals.
  package init(jsonLines bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    documents = try bytes.split(separator: 0x0A).map { line in
      let line = try decoder.decode(Line.self, from: Data(line))
      let text = FrozenText(line.text)
      let index = CodePointIndex(text)
      let spans = line.entities.filter { ["Quantity", "Money"].contains($0.type) }
        .map { TextSpan(index.byte($0.start), index.byte($0.end)) }
        .filter { QuantityPlaces.isNumber(text.words($0)) }
      return Document(text: text, spans: Set(spans).sorted())
    }
  }

  private static func isNumber(_ words: String) -> Bool {
    let words = words.lowercased().split { " -–\u{A0}".contains($0) }
    return words.contains { word in
      let isOrdinal = ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
      return word.first?.isNumber ?? false && !isOrdinal || numbers.contains(String(word))
    }
  }

  private static let numbers = Set(
    ("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred "
      + "hundreds thousand thousands dozen dozens million millions billion billions half")
      .split(separator: " ").map(String.init))

  private struct Line: Decodable {
    struct Entity: Decodable {
      let start: Int
      let end: Int
      let type: String
    }
    let text: String
    let entities: [Entity]
  }
}
