/// Characters that turn the direction of writing: with them words of a report could stand on a page in
/// another order than in the report, or turn what the page itself says.
package enum TurningCharacters {
  /// Whether a scalar is an embedding, an override or an isolate of the bidirectional algorithm (Unicode
  /// Standard Annex 9, sections 2.1 to 2.5), which hold on for all that follows in the paragraph.
  package static func turns(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// Whether a scalar is a mark of direction (section 2.6): it is not seen and moves only the signs beside
  /// it; Hebrew and Arabic texts have it.
  package static func marks(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{61C}" || scalar == "\u{200E}" || scalar == "\u{200F}"
  }

  /// How such a scalar is shown: by its number.
  package static func shown(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟦U+\(digits.count < 4 ? "0" : "")\(digits)⟧"
  }
}
