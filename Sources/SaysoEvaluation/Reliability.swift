/// How confidences agree with what turned out right: a reliability table in ten steps, and the
/// expected calibration error (Naeini, Cooper and Hauskrecht, 2015).
package struct Reliability: Sendable {
  /// One step of confidence.
  package struct Bin: Sendable {
    /// Lowest confidence of the step.
    package let from: Double
    /// Statements in it.
    package let count: Int
    /// Their mean confidence.
    package let confidence: Double
    /// The share that is right.
    package let right: Double
  }

  /// The steps that hold statements, ascending.
  package let bins: [Bin]
  /// Mean distance between confidence and share right, weighted by count.
  package let error: Double

  /// A table of pairs of confidence and truth.
  package init(_ pairs: [(confidence: Double, right: Bool)]) {
    bins = (0..<10).compactMap { step in
      let own = pairs.filter { min(9, Int($0.confidence * 10)) == step }
      guard !own.isEmpty else { return nil }
      let count = Double(own.count)
      return Bin(
        from: Double(step) / 10, count: own.count,
        confidence: own.reduce(0) { $0 + $1.confidence } / count,
        right: Double(own.count { $0.right }) / count)
    }
    let total = Double(max(1, pairs.count))
    error = bins.reduce(0) { $0 + abs($1.confidence - $1.right) * Double($1.count) / total }
  }

  /// The table with a bar for each step.
  package var table: String {
    func percent(_ value: Double) -> String {
      let text = String((value * 1000).rounded() / 10)
      return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }
    let head =
      "reliability: confidence beside the share that is right\n"
      + "   from  count  conf.  right\n"
    return head
      + bins.map { bin in
        let count = String(bin.count)
        return percent(bin.from) + String(repeating: " ", count: 7 - count.count)
          + count + " " + percent(bin.confidence) + " " + percent(bin.right) + "  "
          + String(repeating: "#", count: Int(bin.right * 40)) + "\n"
      }.joined() + "calibration error" + percent(error) + "\n"
  }
}
