internal import Foundation

/// Whether a unit that was read is the one that NewsQuant gives.
///
/// Units of measure and currencies must be the same under either of the corpus's two names, spelling
/// and number aside; of what is counted the head noun must be. A quantity without a unit in the corpus
/// must have neither.
package enum UnitAgreement {
  /// Whether the two mean the same unit.
  package static func agree(_ gold: GoldQuantity, _ read: GoldQuantity) -> Bool {
    let names = [gold.unit, gold.normalizedUnit].compactMap { $0 }.filter { $0 != "-" }
    if (gold.normalizedUnit ?? "-") == "-" { return read.unit == nil && read.counts == nil }
    let noun = read.counts.map(head)
    guard let unit = read.unit, unit != "person" else {
      guard let noun else { return false }
      return names.contains { head($0) == noun }
    }
    let forms = Set(names.flatMap { [plain($0), plain(cut($0))] })
    var own = [plain(corpusName(of: unit))]
    if let noun { own.append(noun + " " + own[0]) }
    if unit == "year" { own.append("year of age") }
    return own.contains { forms.contains($0) }
  }

  /// The corpus's name for a unit, that of a rate part by part.
  private static func corpusName(of unit: String) -> String {
    unit.components(separatedBy: " per ")
      .map { names[$0] ?? ($0 == "times" ? "count" : $0) }.joined(separator: " per ")
  }

  private static let names = [
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen",
    "CNY": "chinese yuan", "HKD": "hong kong dollar", "AUD": "australian dollar",
    "CAD": "canadian dollar", "NZD": "new zealand dollar", "SGD": "singaporean dollar",
    "INR": "indian rupee", "ZAR": "south african rand", "MYR": "malaysian ringgit",
    "ILS": "shekel", "percent": "percentage", "tonne": "metric ton", "pound": "pound-mass",
    "degree Celsius": "celsius", "degree Fahrenheit": "fahrenheit",
    "pound-foot": "foot pound-force",
  ]

  /// The last word before "of", "in" or "from", in the singular.
  private static func head(_ words: String) -> String {
    plain(cut(words)).split(separator: " ").last.map(String.init) ?? ""
  }

  private static func cut(_ words: String) -> String {
    [" of ", " in ", " from "].reduce(words) { $0.components(separatedBy: $1)[0] }
  }

  /// Lower case, hyphens as spaces, British spelling, every word in the singular.
  private static func plain(_ words: String) -> String {
    words.lowercased().split { $0 == " " || $0 == "-" }.map { word in
      if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
      var word = String(word)
      if word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 3 { word.removeLast() }
      for (american, british) in [("meter", "metre"), ("liter", "litre")]
      where word.hasSuffix(american) {
        word = word.dropLast(american.count) + british
      }
      return word
    }.joined(separator: " ")
  }
}
