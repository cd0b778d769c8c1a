internal import SaysoRecords

/// How a stance is shown where there is no room for words: a sign that does not need colour.
enum StanceSign {
  /// The sign of a stance.
  static func of(_ stance: Stance) -> String {
    switch stance {
    case .asserts: "●"
    case .confirms: "✓"
    case .denies: "✕"
    case .doubts: "?"
    case .declines: "–"
    case .urges: "!"
    case .plans: "→"
    case .conditional: "◇"
    case .warns: "▲"
    case .condemns: "▼"
    case .supports: "+"
    }
  }

  /// The stances in the order of a legend.
  static var legend: [Fields] {
    Stance.allCases.map { ["stance": $0.rawValue, "sign": of($0)] }
  }
}
