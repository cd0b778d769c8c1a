package import SaysoLanguage
internal import SaysoLearning
package import SaysoRecords

/// The vectors of a text's words, and what they tell beyond roles: whom words refer to, and what
/// statements say.
package struct EncodedWords: Sendable {
  /// Numbers of a vector.
  let width: Int
  /// The vectors, one after the other.
  let vectors: [Float]
  private let antecedents: AntecedentHead
  private let meanings: MeaningHead

  init(
    vectors: [Float], width: Int, antecedents: AntecedentHead, meanings: MeaningHead
  ) {
    self.vectors = vectors
    self.width = width
    self.antecedents = antecedents
    self.meanings = meanings
  }

  /// The probability of each candidate, given by the heads of its mentions, to be whom `token` means,
  /// and last that of none of them.
  package func antecedents(of token: Int, among candidates: [[Int]]) -> [Float] {
    antecedents.probabilities(of: token, among: candidates, self)
  }

  /// What is said in some tokens; nil where there are none.
  package func meaning(of contents: [Range<Int>], in text: AnnotatedText) -> Meaning? {
    meanings.meaning(of: contents, in: text, self)
  }

  /// The vectors of some tokens, one after the other.
  func rows(_ tokens: [Int]) -> [Float] {
    tokens.flatMap { vectors[$0 * width..<($0 + 1) * width] }
  }
}

/// Scores the antecedents of mentions from the vectors of their heads: a bilinear form (Lee et al.,
/// "End-to-end Neural Coreference Resolution", EMNLP 2017, without spans of its own) and a bias by how
/// many words lie between.
package struct AntecedentHead: Sendable {
  /// Vectors of words that refer, and of those referred to.
  let referring: DenseLayer
  let referred: DenseLayer
  /// The vector of "nobody".
  let nobody: [Float]
  /// What each bucket of ``limits`` is worth.
  let distances: [Float]

  /// Words between mention and antecedent from which the next bucket begins.
  package static let limits = [3, 8, 16, 32, 64, 128]
  /// The mentions of a candidate that are looked at, the last ones.
  private static let mentions = 3

  /// Each candidate's probability, and last that of nobody.
  func probabilities(
    of token: Int, among candidates: [[Int]], _ words: EncodedWords
  ) -> [Float] {
    let width = nobody.count
    var ask = [Float](repeating: 0, count: referring.stride)
    referring.apply(to: words.rows([token]), count: 1, into: &ask)
    let places = candidates.map { $0.filter { $0 < token }.suffix(AntecedentHead.mentions) }
    let heads = places.flatMap { $0 }
    var answers = [Float](repeating: 0, count: heads.count * referred.stride)
    referred.apply(to: words.rows(heads), count: heads.count, into: &answers)
    func product(_ numbers: [Float], _ start: Int) -> Float {
      var sum: Float = 0
      for at in 0..<width { sum += ask[at] * numbers[start + at] }
      return sum / Float(width).squareRoot()
    }
    let none = product(nobody, 0)
    var next = 0
    var scores = heads.map { head in
      let bucket = AntecedentHead.limits.count { token - head >= $0 }
      defer { next += referred.stride }
      return product(answers, next) + distances[bucket]
    }
    scores.append(none)
    let top = scores.max() ?? 0
    let odds = scores.map { exponential($0 - top) }
    let sum = odds.reduce(0, +)
    var at = 0
    return places.map { own in
      defer { at += own.count }
      return odds[at..<at + own.count].reduce(0, +) / sum
    } + [odds[odds.count - 1] / sum]
  }
}

/// Makes the vectors of statements: the words of the content and those of its surroundings, each kind
/// weighted by a softmax of its own and brought into one space (additive pooling).
package struct MeaningHead: Sendable {
  /// A way from words to a vector.
  package struct Pool: Sendable {
    /// What a word's vector is multiplied with for its weight.
    let weighing: [Float]
    /// Into the space of meanings.
    let values: DenseLayer
  }

  /// For the content's words, for those around.
  let content: Pool
  let around: Pool

  /// What is said in some tokens; the surroundings are their sentences and the one before.
  func meaning(
    of contents: [Range<Int>], in text: AnnotatedText, _ words: EncodedWords
  ) -> Meaning? {
    guard let first = contents.map(\.lowerBound).min(), let last = contents.map(\.upperBound).max(),
      let start = text.sentences.firstIndex(where: { $0.upperBound > first }),
      let end = text.sentences.lastIndex(where: { $0.lowerBound < last })
    else { return nil }
    let near = text.sentences[max(0, start - 1)].lowerBound..<text.sentences[end].upperBound
    let said = vector(contents.flatMap { Array($0) }, content, words)
    let other = vector(Array(near), around, words)
    return Meaning(zip(said, other).map { $0 + $1 })
  }

  private func vector(_ tokens: [Int], _ pool: Pool, _ words: EncodedWords) -> [Float] {
    let width = words.width
    let logits = tokens.map { token in
      var sum: Float = 0
      for at in 0..<width { sum += words.vectors[token * width + at] * pool.weighing[at] }
      return sum
    }
    let top = logits.max() ?? 0
    let odds = logits.map { exponential($0 - top) }
    let sum = odds.reduce(0, +)
    var mean = [Float](repeating: 0, count: width)
    for (token, odds) in zip(tokens, odds) {
      for at in 0..<width { mean[at] += words.vectors[token * width + at] * odds / sum }
    }
    var result = [Float](repeating: 0, count: pool.values.stride)
    pool.values.apply(to: mean, count: 1, into: &result)
    return Array(result[..<pool.values.outputs])
  }
}
