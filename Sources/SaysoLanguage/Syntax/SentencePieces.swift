/// Cuts sentences that are too long to parse whole.
enum SentencePieces {
  /// The sentence, or pieces of at most ``DependencyParser/longest`` tokens of it, each up to the
  /// last punctuation mark of its second half where there is one.
  static func pieces(of sentence: Range<Int>, traits: [TokenTraits]) -> [Range<Int>] {
    let longest = DependencyParser.longest
    guard sentence.count > longest else { return sentence.isEmpty ? [] : [sentence] }
    var result: [Range<Int>] = []
    var start = sentence.lowerBound
    while sentence.upperBound - start > longest {
      let half = start + longest / 2..<start + longest
      let mark = half.last { traits[$0].flags.contains(.punctuation) }
      let end = mark.map { $0 + 1 } ?? half.upperBound
      result.append(start..<end)
      start = end
    }
    result.append(start..<sentence.upperBound)
    return result
  }

  /// Hangs the roots of all pieces but the first on the first one's: one tree again.
  static func join(_ sentence: Range<Int>, in dependencies: inout Dependencies) {
    guard let root = dependencies.root(of: sentence) else { return }
    for token in sentence where token != root {
      if let arc = dependencies[token], arc.head == nil {
        dependencies[token] = Arc(head: root, relation: .parataxis)
      }
    }
  }
}
