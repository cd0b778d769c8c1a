package import SaysoLearning

/// How rare words are in news at large: the fixed ground that all reports are weighed against.
///
/// Were the weights counted in the ledger, a report's features would depend on what came before it,
/// and so would its story.
package struct StoryBackground: Sendable {
  private let rows: HashDictionary
  private let rarities: [UInt8]

  /// One unit of a stored rarity.
  private static let unit: Float = 1.0 / 24
  /// The rarity of a word that the table lacks: that of one seen in fewer than two reports of the
  /// some 9,000 counted.
  package static let unknownRarity: Float = 8.5

  /// A background from counts of reports by hashed stem.
  package init(words: [(hash: UInt64, rarity: Float)]) {
    precondition(words.count < Int(UInt16.max), "rows are numbered by 16 bits")
    rows = HashDictionary(
      words.enumerated().map { (hash: $1.hash, value: UInt16($0 + 1)) })
    rarities = words.map { UInt8(max(0, min(255, ($0.rarity / StoryBackground.unit).rounded()))) }
  }

  /// The background of a model file.
  package init(_ file: ModelFile) throws {
    rows = try file.dictionary("words")
    rarities = try file.section("rarities")
  }

  /// A background that knows no word.
  package static let empty = StoryBackground(words: [])

  /// ln(reports / reports with the word), of a hashed stem.
  package func rarity(_ hash: UInt64) -> Float {
    let row = Int(rows[hash])
    return row == 0 || row > rarities.count
      ? StoryBackground.unknownRarity : Float(rarities[row - 1]) * StoryBackground.unit
  }
}
