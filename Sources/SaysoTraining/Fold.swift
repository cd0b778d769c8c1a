/// What `train_careful.py --fold` left out of the careful engine's lessons: of N parts the Ith, so that
/// others may learn from what the engine says of texts that are new to it.
package struct Fold: Sendable {
  /// Which part, and of how many.
  package let part: Int, count: Int

  /// A fold of `text` like "0/3"; nil for anything else.
  package init?(_ text: String) {
    let numbers = text.split(separator: "/").map { Int($0) }
    guard numbers.count == 2, let part = numbers[0], let count = numbers[1], count > 0,
      (0..<count).contains(part)
    else { return nil }
    self.part = part
    self.count = count
  }

  /// Whether a document with mentions was left out, by its id.
  package func leavesOut(document: String) -> Bool {
    document.utf8.reduce(0) { $0 + Int($1) } % count == part
  }

  /// The affairs that were left out, of all that are learned from.
  package func leftOut(affairs: [String]) -> [String] {
    affairs.sorted().enumerated().filter { $0.offset % count == part }.map(\.element)
  }
}
