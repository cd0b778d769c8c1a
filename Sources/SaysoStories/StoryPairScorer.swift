package import SaysoLearning

/// Says of two reports how surely they are of one event, as log-odds.
///
/// Cosines of the reports' vectors by kind go through one hidden layer of sixteen units (what a
/// logistic regression could not see: many shared names matter little where no other word is shared);
/// to that is added what the distance of their days is worth. Symmetric to the last bit, and a function
/// of the two reports alone.
package struct StoryPairScorer: Sendable {
  /// What the network sees of a pair, in the order of the model's rows.
  package enum Input: Int, CaseIterable {
    case words, lead, title, names, persons, bodies, places, others, numbers
    case pairs, days
    case haveTitles, haveNames, havePersons, haveBodies, havePlaces, haveNumbers, haveDays
    case shorter, lengthGap
    /// What part of a report's words of a kind the other has in any part: of the report that has less
    /// of its own found there, and of the other.
    case leadFound, titleFound, namesFound, personsFound, placesFound, numbersFound
    case leadFoundMost, titleFoundMost, namesFoundMost, personsFoundMost, placesFoundMost
    case numbersFoundMost
  }

  /// The kinds of words whose found part is an input, in the order of the inputs.
  private static let sought: [StoryKind] = [.lead, .title, .names, .persons, .places, .numbers]

  /// Distances in days up to which each number of `times` holds; one more number for those beyond.
  package static let timeSteps = [0, 1, 2, 4, 7, 14, 30, 90]

  /// Hidden units' weights by input, and their bias at the end.
  private let hidden: [SIMD16<Float>]
  private let output: SIMD16<Float>
  private let bias: Float
  private let times: [Float]

  /// A scorer from its weights: `hidden` is [input][16], with a row of biases at the end.
  package init(hidden: [Float], output: [Float], bias: Float, times: [Float]) {
    precondition(hidden.count == (Input.allCases.count + 1) * 16, "a row for each input, and bias")
    precondition(output.count == 16, "an output weight for each hidden unit")
    precondition(times.count == StoryPairScorer.timeSteps.count + 1, "a number for each step")
    self.hidden = stride(from: 0, to: hidden.count, by: 16).map {
      SIMD16<Float>(hidden[$0..<$0 + 16])
    }
    self.output = SIMD16<Float>(output)
    self.bias = bias
    self.times = times
  }

  /// The scorer of a model file.
  package init(_ file: ModelFile) throws {
    let numbers = try ["hidden", "output", "times"].map { name in
      StoryPairScorer.floats(try file.section(name))
    }
    guard numbers[0].count == (Input.allCases.count + 1) * 16, numbers[1].count == 17,
      numbers[2].count == StoryPairScorer.timeSteps.count + 1
    else {
      throw ModelError(
        problem: "the scorer of pairs has an impossible shape", place: "stories",
        remedy: "rebuild it with Training/stories.py, or reinstall sayso")
    }
    self.init(
      hidden: numbers[0], output: Array(numbers[1].prefix(16)), bias: numbers[1][16],
      times: numbers[2])
  }

  private static func floats(_ bytes: [UInt8]) -> [Float] {
    bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { at in
        let bits = bytes.loadUnaligned(fromByteOffset: at * 4, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }

  /// Log-odds that two reports are of one event; about a microsecond.
  package func score(_ a: StoryProfile, _ b: StoryProfile, usesTime: Bool = true) -> Float {
    let inputs = StoryPairScorer.inputs(a, b)
    var units = hidden[hidden.count - 1]
    for at in 0..<hidden.count - 1 { units += inputs[at] * hidden[at] }
    let sum = (units.replacing(with: 0, where: units .< 0) * output).sum() + bias
    guard usesTime, let one = a.features.published, let other = b.features.published else {
      return sum
    }
    let distance = abs(Int(one) - Int(other))
    let step = StoryPairScorer.timeSteps.firstIndex { distance <= $0 }
    return sum + times[step ?? times.count - 1]
  }

  /// What the network sees of a pair; the trainer calls the same.
  package static func inputs(_ a: StoryProfile, _ b: StoryProfile) -> SIMD32<Float> {
    var result = SIMD32<Float>(repeating: 0)
    let (cosines, found) = compareWords(a, b)
    for (place, kind) in sought.enumerated() {
      let (one, other) = (found.one[kind.rawValue], found.other[kind.rawValue])
      result[Input.leadFound.rawValue + place] = min(one, other)
      result[Input.leadFoundMost.rawValue + place] = max(one, other)
    }
    for kind in StoryKind.allCases { result[kind.rawValue] = cosines[kind.rawValue] }
    func set(_ input: Input, _ value: Float) { result[input.rawValue] = value }
    func both(_ kind: StoryKind) -> Float {
      a.lengths[kind.rawValue] > 0 && b.lengths[kind.rawValue] > 0 ? 1 : 0
    }
    set(.pairs, pairCosine(a, b))
    set(.days, dayCosine(a.features.days, b.features.days))
    set(.haveTitles, both(.title))
    set(.haveNames, both(.names))
    set(.havePersons, both(.persons))
    set(.haveBodies, both(.bodies))
    set(.havePlaces, both(.places))
    set(.haveNumbers, both(.numbers))
    set(.haveDays, a.features.days.isEmpty || b.features.days.isEmpty ? 0 : 1)
    let (one, other) = (size(a), size(b))
    set(.shorter, min(one, other))
    set(.lengthGap, abs(one - other))
    return result
  }

  /// The base-two logarithm of a report's words, by halves between powers of two.
  private static func size(_ profile: StoryProfile) -> Float {
    let count = UInt32(profile.features.length) + 1
    let floor = UInt32(31 - count.leadingZeroBitCount)
    return Float(floor) + Float(count) / Float(UInt32(1) << floor) - 1
  }

  private static func compareWords(
    _ a: StoryProfile, _ b: StoryProfile
  ) -> (cosines: SIMD16<Float>, found: (one: SIMD16<Float>, other: SIMD16<Float>)) {
    var found = (one: SIMD16<Float>(repeating: 0), other: SIMD16<Float>(repeating: 0))
    var sums = SIMD16<Float>(repeating: 0)
    a.features.words.withUnsafeBufferPointer { first in
      b.features.words.withUnsafeBufferPointer { second in
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
          let (one, other) = (first[i].key, second[j].key)
          if one == other {
            let weights = (Float(first[i].weight), Float(second[j].weight))
            let kinds = (StoryKind.kinds(of: first[i].role), StoryKind.kinds(of: second[j].role))
            sums += weights.0 * weights.1 * (kinds.0 * kinds.1)
            found.one += weights.0 * kinds.0
            found.other += weights.1 * kinds.1
          }
          i += one <= other ? 1 : 0
          j += other <= one ? 1 : 0
        }
      }
    }
    func share(_ part: SIMD16<Float>, _ whole: SIMD16<Float>) -> SIMD16<Float> {
      (part / whole).replacing(with: 0, where: whole .== 0)
    }
    return (
      share(sums, a.lengths * b.lengths),
      (share(found.one, a.totals), share(found.other, b.totals))
    )
  }

  private static func pairCosine(_ a: StoryProfile, _ b: StoryProfile) -> Float {
    var sum: Float = 0
    a.features.pairs.withUnsafeBufferPointer { first in
      b.features.pairs.withUnsafeBufferPointer { second in
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
          let (one, other) = (first[i].key, second[j].key)
          if one == other { sum += Float(first[i].weight) * Float(second[j].weight) }
          i += one <= other ? 1 : 0
          j += other <= one ? 1 : 0
        }
      }
    }
    let lengths = a.pairLength * b.pairLength
    return lengths == 0 ? 0 : sum / lengths
  }

  private static func dayCosine(_ a: [Int32], _ b: [Int32]) -> Float {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let shared = a.count { b.contains($0) }
    return Float(shared) / Float(a.count * b.count).squareRoot()
  }
}
