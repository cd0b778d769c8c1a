import SaysoRecords

/// How surely two contents assert the same proposition.
///
/// Shared concepts count by how telling they are; figures do not count, since claims are there to set
/// differing figures side by side. What lies ahead and what is done are two claims, and so are a thing
/// and its contrary.
package struct Alignment: Sendable {
  /// Weights of concepts: rare ones tell more.
  private let weights: [String: Double]

  /// Weighs concepts by how many of `contents` hold them.
  package init(_ contents: [ContentWords]) {
    var counts: [String: Int] = [:]
    for content in contents { for concept in content.concepts { counts[concept, default: 0] += 1 } }
    let all = Double(contents.count)
    weights = counts.mapValues { Alignment.weight(Double($0), of: all) }
  }

  /// How telling a concept is that `count` of `all` statements hold, 0...1.
  static func weight(_ count: Double, of all: Double) -> Double {
    1 / (1 + 2.5 * count / (all + 20))
  }

  private func weight(_ concept: String) -> Double { weights[concept] ?? 1 }

  /// Summed weights of a content's concepts.
  package func mass(_ content: ContentWords) -> Double {
    content.concepts.reduce(0) { $0 + weight($1) }
  }

  /// The weighted cosine of two contents' concepts, 0...1.
  func cosine(_ a: ContentWords, _ b: ContentWords) -> Double {
    let theirs = Set(b.concepts)
    let shared = a.concepts.reduce(0) { theirs.contains($1) ? $0 + weight($1) : $0 }
    return shared / max(0.5, (mass(a) * mass(b)).squareRoot())
  }

  /// The likeness, 0...1.
  package func score(_ a: ContentWords, _ b: ContentWords) -> Double {
    var shared = 0.0
    var sharedCount = 0
    var sharedNames = 0
    var i = 0
    var j = 0
    while i < a.concepts.count, j < b.concepts.count {
      if a.concepts[i] == b.concepts[j] {
        shared += weight(a.concepts[i])
        sharedCount += 1
        if a.names.contains(a.concepts[i]) { sharedNames += 1 }
        i += 1
        j += 1
      } else if a.concepts[i] < b.concepts[j] {
        i += 1
      } else {
        j += 1
      }
    }
    // Names alone are a topic; a proposition shares what happens as well.
    guard sharedCount >= 2, sharedCount > sharedNames else { return 0 }
    let one = mass(a)
    let other = mass(b)
    let cosine = shared / (one * other).squareRoot()
    let part = shared / min(one, other)
    // What is contained counts less where the shorter content says little.
    let fullness = min(1, Double(min(a.concepts.count, b.concepts.count)) / 5)
    var score = 0.55 * cosine + 0.45 * part * fullness
    if !a.names.isEmpty, !b.names.isEmpty, a.names.isDisjoint(with: b.names) { score *= 0.6 }
    if a.isNegated != b.isNegated { score *= 0.5 }
    switch (a.phase, b.phase) {
    case (.ahead, .done), (.done, .ahead): score *= 0.6
    case let (x, y) where x != y: score *= 0.9
    default: break
    }
    return min(1, score)
  }
}
