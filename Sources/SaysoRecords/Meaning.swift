/// What a statement says, as a vector of length one in eight bits a number: statements that assert the
/// same lie near each other.
///
/// Made by the careful engine from the words of the content and those around it, and of use only beside
/// other vectors of the same model.
public struct Meaning: Hashable, Sendable {
  /// The numbers, a unit of 127 long together.
  public let numbers: [Int8]

  /// A vector as it was stored.
  public init(numbers: [Int8]) { self.numbers = numbers }

  /// A vector of any length but zero, brought to length one and rounded; nil where that cannot be.
  public init?(_ vector: [Float]) {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0, length.isFinite else { return nil }
    numbers = vector.map { Int8(max(-127, min(127, ($0 / length * 127).rounded()))) }
  }

  /// The cosine of two vectors, about -1...1; nil where they are of different models.
  public func cosine(_ other: Meaning) -> Float? {
    guard numbers.count == other.numbers.count else { return nil }
    var sum: Int32 = 0
    for place in numbers.indices {
      sum &+= Int32(numbers[place]) &* Int32(other.numbers[place])
    }
    return Float(sum) / (127 * 127)
  }
}
