@testable import SaysoLanguage
@testable import SaysoLearning

/// A small parser of random weights, and its plain twin.
struct ToyParser {
  let width = 32
  let dilations = [1, 2]
  let relations: [Relation] = [.nominalSubject, .object, .root, .punctuation, .parataxis]
  let tags: [UniversalTag] = [.noun, .verb, .punctuation]
  let features = ParserFeatures(rows: 500, clusters: HashDictionary([]))
  private let table: [Float]
  private let vectors: VectorTable
  private let weights: [String: [Float]]

  init(seed: UInt64 = 1) {
    var state = seed
    func list(_ count: Int, _ size: Float = 0.3) -> [Float] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max) * size
      }
    }
    let parts = VectorTable.quantised(list(500 * 32), width: 32)
    table = parts.numbers.enumerated().map {
      Float(Int8(bitPattern: $1)) * parts.scales[$0 / 32]
    }
    vectors = VectorTable(numbers: .owned(parts.numbers), scales: parts.scales, width: 32)
    var weights: [String: [Float]] = [:]
    for layer in dilations.indices {
      weights["layer\(layer)"] = list(3 * 32 * 32)
      weights["layer\(layer).bias"] = list(32)
      weights["layer\(layer).gain"] = list(32, 1)
      weights["layer\(layer).shift"] = list(32)
    }
    for part in ["dependent", "head", "bilinear", "label.dependent", "label.head"] {
      weights[part] = list(32 * 32)
      weights[part + ".bias"] = list(32)
    }
    weights["distance"] = list(32 * 8)
    weights["distance.bias"] = list(8)
    weights["root"] = list(32, 1)
    weights["label.root"] = list(32, 1)
    weights["label.bilinear"] = list(32 * 33 * relations.count)
    weights["label.bilinear.bias"] = list(33 * relations.count)
    weights["tag"] = list(32 * tags.count)
    weights["tag.bias"] = list(tags.count)
    self.weights = weights
  }

  private func part(_ name: String) -> [Float] { weights[name, default: []] }

  var parser: DependencyParser {
    func dense(_ name: String, _ outputs: Int = 32, taps: Int = 1) -> DenseLayer {
      DenseLayer(
        weights: part(name), bias: part(name + ".bias"), inputs: 32, taps: taps, outputs: outputs)
    }
    return DependencyParser(
      features: features,
      encoder: WordEncoder(
        table: vectors,
        layers: dilations.enumerated().map { number, dilation in
          WordEncoder.Layer(
            dilation: dilation, dense: dense("layer\(number)", taps: 3),
            addition: NormalisedAddition(
              gain: part("layer\(number).gain"), shift: part("layer\(number).shift"),
              epsilon: 1e-5))
        }),
      arcs: ArcScorer(
        dependent: dense("dependent"), head: dense("head"), root: part("root"),
        bilinear: dense("bilinear"), distance: dense("distance", 8),
        steps: DistanceSteps(ends: [1, 2, 4], reach: DependencyParser.longest)),
      relations: RelationScorer(
        dependent: dense("label.dependent"), head: dense("label.head"), root: part("label.root"),
        bilinear: dense("label.bilinear", 33 * relations.count), relations: relations),
      tags: TagScorer(layer: dense("tag", tags.count), tags: tags))
  }

  // MARK: The plain twin

  private func dense(_ input: [Float], _ name: String) -> [Float] {
    var result = part(name + ".bias")
    let matrix = part(name)
    for (row, value) in input.enumerated() {
      for column in result.indices { result[column] += value * matrix[row * result.count + column] }
    }
    return result
  }

  private func positive(_ list: [Float]) -> [Float] { list.map { max(0, $0) } }

  /// The vector of each word.
  func encoded(_ words: [TokenTraits]) -> [[Float]] {
    var vectors = words.map { word -> [Float] in
      var rows: [UInt32] = []
      features.append(word, to: &rows)
      return (0..<width).map { at in rows.reduce(0) { $0 + table[Int($1) * width + at] } }
    }
    for (number, dilation) in dilations.enumerated() {
      let before = vectors
      func at(_ index: Int) -> [Float] {
        before.indices.contains(index) ? before[index] : [Float](repeating: 0, count: width)
      }
      for word in before.indices {
        let sums = dense(
          at(word - dilation) + at(word) + at(word + dilation), "layer\(number)")
        let mean = sums.reduce(0, +) / Float(width)
        let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(width)
        for place in sums.indices {
          let normal = (sums[place] - mean) / (variance + 1e-5).squareRoot()
          vectors[word][place] += max(
            0, normal * part("layer\(number).gain")[place] + part("layer\(number).shift")[place])
        }
      }
    }
    return vectors
  }

  /// The scores of all arcs, `[word][head]`.
  func arcScores(_ words: [TokenTraits]) -> [[Float]] {
    let vectors = encoded(words)
    let heads = [part("root")] + vectors.map { positive(dense($0, "head")) }
    return vectors.enumerated().map { word, vector in
      let own = positive(dense(vector, "dependent"))
      let dependent = dense(own, "bilinear")
      let near = dense(own, "distance")
      return heads.enumerated().map { head, vector in
        let distance = head - 1 - word
        let step = [1, 2, 4].firstIndex { $0 >= abs(distance) } ?? 3
        return zip(vector, dependent).reduce(
          head == 0 ? 0 : near[distance < 0 ? step + 4 : step]
        ) { $0 + $1.0 * $1.1 }
      }
    }
  }

  /// The best relation of each word to a head, 0 the root.
  func relations(_ words: [TokenTraits], heads: [Int]) -> [Relation] {
    let vectors = encoded(words)
    let all = [part("label.root")] + vectors.map { positive(dense($0, "label.head")) }
    return vectors.enumerated().map { word, vector in
      let rows = dense(positive(dense(vector, "label.dependent")), "label.bilinear")
      let weights = all[heads[word]] + [1]
      let scores = relations.indices.map { relation in
        weights.enumerated().reduce(Float(0)) {
          $0 + $1.element * rows[$1.offset * relations.count + relation]
        }
      }
      return relations[scores.indices.max { scores[$0] < scores[$1] } ?? 0]
    }
  }
}
