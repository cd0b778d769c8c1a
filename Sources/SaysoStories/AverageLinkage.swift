/// Agglomerative clustering by the mean similarity of all pairs (Sokal and Michener, 1958; the update of
/// Lance and Williams, "A general theory of classificatory sorting strategies", 1967).
///
/// Cost is quadratic in memory and, with a best neighbour kept for each row, close to that in time.
struct AverageLinkage {
  private let count: Int
  private var likeness: [Float]

  /// So many items with how like any two are, row by row and symmetric.
  init(count: Int, likeness: [Float]) {
    precondition(likeness.count == count * count, "a row and a column for each item")
    self.count = count
    self.likeness = likeness
  }

  private mutating func set(_ a: Int, _ b: Int, _ value: Float) {
    likeness[a * count + b] = value
    likeness[b * count + a] = value
  }

  /// Joins the two groups that are most alike, again and again, while their mean likeness is `least` or
  /// more; of equals those whose first items come first.
  ///
  /// Groups and their items are ascending.
  consuming func groups(least: Float) -> [[Int]] {
    var members = (0..<count).map { [$0] }
    var best = (0..<count).map { neighbour(of: $0, members) }
    while true {
      var a = -1
      for row in 0..<count where best[row] >= 0 && !members[row].isEmpty {
        if a < 0 || value(row, best[row]) > value(a, best[a]) { a = row }
      }
      guard a >= 0, value(a, best[a]) >= least else { break }
      let b = best[a]
      join(a, b, members)
      members[a] += members[b]
      members[b] = []
      for row in 0..<count where !members[row].isEmpty {
        if row == a || best[row] == a || best[row] == b {
          best[row] = neighbour(of: row, members)
        } else if row < a, best[row] < 0 || value(row, a) > value(row, best[row]) {
          best[row] = a
        }
      }
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  private func value(_ a: Int, _ b: Int) -> Float { likeness[a * count + b] }

  /// The later group that is most like a group; -1 where none is left.
  private func neighbour(of row: Int, _ members: [[Int]]) -> Int {
    var best = -1
    for other in row + 1..<max(count, row + 1) where !members[other].isEmpty {
      if best < 0 || value(row, other) > value(row, best) { best = other }
    }
    return best
  }

  private mutating func join(_ a: Int, _ b: Int, _ members: [[Int]]) {
    let (one, other) = (Float(members[a].count), Float(members[b].count))
    for row in 0..<count where row != a && row != b && !members[row].isEmpty {
      set(a, row, (one * value(a, row) + other * value(b, row)) / (one + other))
    }
  }
}
