@testable import SaysoLearning

/// Repeatable numbers between -1 and 1.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max)
  }

  mutating func list(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
}

extension Instructions {
  /// Those that this machine can run.
  static var here: [Instructions] { allCases.filter { $0.rawValue <= best.rawValue } }
}

/// Whether two lists agree but for rounding.
func agree(_ a: some Collection<Float>, _ b: some Collection<Float>) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-4 * (1 + abs($1)) }
}
