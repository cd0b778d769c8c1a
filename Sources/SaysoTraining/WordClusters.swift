internal import SaysoLearning

/// Groups words that stand between the same neighbours: exchange clustering (Kneser and Ney, 1993)
/// of words against their left and right neighbours, for the most shared information.
struct WordClusters {
  /// Words seen this often and more are clustered.
  var minimumCount = 4
  /// This many most frequent words serve as neighbours.
  var neighbours = 5000
  /// Passes over the words.
  var passes = 6

  /// Number of the cluster of each word, by the words' keys in order of falling frequency.
  func cluster(_ sentences: [[UInt64]], into count: Int) -> (words: [UInt64], clusters: [Int]) {
    let words = vocabulary(sentences)
    let contexts = contexts(sentences, words)
    var state = ClusterState(count: count, contexts: 2 * (neighbours + 1))
    var clusters = words.indices.map { $0 < count ? $0 : $0 % count }
    for word in words.indices { state.add(contexts[word], to: clusters[word], sign: 1) }
    for _ in 0..<passes {
      var moved = 0
      for word in words.indices {
        state.add(contexts[word], to: clusters[word], sign: -1)
        let best = state.best(for: contexts[word], now: clusters[word])
        if best != clusters[word] { moved += 1 }
        clusters[word] = best
        state.add(contexts[word], to: best, sign: 1)
      }
      if moved * 200 < words.count { break }
    }
    return (words, clusters)
  }

  private func vocabulary(_ sentences: [[UInt64]]) -> [UInt64] {
    var counts: [UInt64: Int] = [:]
    for word in sentences.joined() { counts[word, default: 0] += 1 }
    return counts.filter { $0.value >= minimumCount }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// For each word, the numbers of its neighbours and how often each stands beside it.
  private func contexts(_ sentences: [[UInt64]], _ words: [UInt64]) -> [[(Int, Int32)]] {
    let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    var counts = [[Int: Int32]](repeating: [:], count: words.count)
    for sentence in sentences {
      let row = sentence.map { numbers[$0, default: -1] }
      for (index, word) in row.enumerated() where word >= 0 {
        let left = index > 0 ? row[index - 1] : neighbours
        let right = index + 1 < row.count ? row[index + 1] : neighbours
        if left >= 0, left <= neighbours { counts[word][left, default: 0] += 1 }
        if right >= 0, right <= neighbours {
          counts[word][neighbours + 1 + right, default: 0] += 1
        }
      }
    }
    return counts.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }
}

/// Counts of neighbours by cluster, and x log x of whole numbers.
private struct ClusterState {
  let count: Int
  var cells: [Int32]
  var totals: [Int]
  let table: [Float]

  init(count: Int, contexts: Int) {
    self.count = count
    cells = [Int32](repeating: 0, count: count * contexts)
    totals = [Int](repeating: 0, count: count)
    table = (0..<(1 << 16)).map { $0 == 0 ? 0 : Float($0) * logarithm(Float($0)) }
  }

  @inline(__always)
  func information(_ value: Int32) -> Float {
    value < 1 << 16 ? table[Int(value)] : Float(value) * logarithm(Float(value))
  }

  mutating func add(_ contexts: [(Int, Int32)], to cluster: Int, sign: Int32) {
    for (context, times) in contexts {
      cells[context * count + cluster] += sign * times
      totals[cluster] += Int(sign * times)
    }
  }

  /// The cluster that gains most by the word; the present one when none gains more.
  func best(for contexts: [(Int, Int32)], now: Int) -> Int {
    var gains = [Float](repeating: 0, count: count)
    var sum = 0
    gains.withUnsafeMutableBufferPointer { gains in
      cells.withUnsafeBufferPointer { cells in
        for (context, times) in contexts {
          sum += Int(times)
          let alone = information(times)
          let base = context * count
          for cluster in 0..<count {
            let old = cells[base + cluster]
            gains[cluster] += old == 0 ? alone : information(old + times) - information(old)
          }
        }
      }
    }
    for cluster in 0..<count {
      gains[cluster] -= growth(Double(totals[cluster]), Double(sum))
    }
    var best = now
    for cluster in 0..<count where gains[cluster] > gains[best] + 1e-3 { best = cluster }
    return best
  }

  /// (x + y) log (x + y) - x log x, kept exact where y is small beside x.
  private func growth(_ x: Double, _ y: Double) -> Float {
    guard x > 0 else { return Float(y) * logarithm(Float(y)) }
    let ratio = y / x
    let rest = ratio < 0.01 ? ratio - ratio * ratio / 2 : Double(logarithm(Float(1 + ratio)))
    return Float(y * Double(logarithm(Float(x + y))) + x * rest)
  }
}
