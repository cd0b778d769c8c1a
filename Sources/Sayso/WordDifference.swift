internal import SaysoRecords

/// How far two texts differ, counted in words.
enum WordDifference {
  /// More single changes than these are not followed one by one: the cost grows with their square.
  private static let mostFollowed = 2000

  /// The share of the words of both texts that are deleted or inserted on the shortest way from one
  /// to the other, 0...1; 0 for two texts without words.
  ///
  /// After Myers, "An O(ND) difference algorithm and its variations" (1986), section 4, for the
  /// length of the way alone. Texts that differ in more than 2000 words are compared as bags of
  /// words, which may call less changed than there is.
  static func share(_ old: FrozenText, _ new: FrozenText) -> Double {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func words(_ text: FrozenText) -> [Int] {
      text.bytes.split { $0 <= 32 }.map { word in
        if let number = numbers[word] { return number }
        numbers[word] = numbers.count
        return numbers.count - 1
      }
    }
    var a = words(old)[...]
    var b = words(new)[...]
    let total = a.count + b.count
    guard total > 0 else { return 0 }
    while let first = a.first, first == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let last = a.last, last == b.last {
      a.removeLast()
      b.removeLast()
    }
    let changes = distance(Array(a), Array(b)) ?? bagDistance(a, b)
    return Double(changes) / Double(total)
  }

  /// The least number of insertions and deletions; nil where it is more than is followed.
  private static func distance(_ a: [Int], _ b: [Int]) -> Int? {
    let most = min(a.count + b.count, mostFollowed)
    // furthest[k + most + 1]: how far into `a` the diagonal k = x - y was followed.
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    for changes in 0...most {
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let place = diagonal + most + 1
        let isInsertion =
          diagonal == -changes
          || (diagonal != changes && furthest[place - 1] < furthest[place + 1])
        var x = isInsertion ? furthest[place + 1] : furthest[place - 1] + 1
        var y = x - diagonal
        while x < a.count, y < b.count, a[x] == b[y] {
          x += 1
          y += 1
        }
        furthest[place] = x
        if x >= a.count, y >= b.count { return changes }
      }
    }
    return nil
  }

  private static func bagDistance(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) -> Int {
    var counts: [Int: Int] = [:]
    for word in a { counts[word, default: 0] += 1 }
    for word in b { counts[word, default: 0] -= 1 }
    return counts.values.reduce(0) { $0 + abs($1) }
  }
}
