internal import SaysoLanguage
package import SaysoLearning

/// One choice of an antecedent with its gold answer, for training.
package struct AntecedentLesson: Sendable {
  /// The features of the candidates, and last those of "none".
  package let features: FeatureRows
  /// Index of the right one.
  package let answer: Int
}

/// Goes through reports as the resolver does, but with gold answers, and keeps the choices.
package enum AntecedentLessons {
  /// Base-two logarithm of the row count.
  package static let bits = AntecedentCandidates.bits

  /// What is known of the chain of some words, by the tokens of its heads.
  package enum Chain: Sendable {
    /// A chain with a proper name in it.
    case named(Set<Int>)
    /// A chain without one; empty for words in no chain with others.
    case known(Set<Int>)
    /// Nothing is known.
    case unknown
  }

  /// The choices of one report; `chain` tells of the chain that some tokens belong to.
  ///
  /// Chains made by a machine are often wrong for persons: a choice is left out whose chain names
  /// somebody, but no candidate, or whose answer is no person or of the other sex.
  package static func lessons(
    _ input: AttributionInput, actors: ReportActors, words: EncodedWords?,
    sources: [SpeakerSource], chain: @escaping (Range<Int>) -> Chain
  ) -> [AntecedentLesson] {
    let kept = Kept()
    var walk = SpeakerWalk(input, names: actors, words: words) { candidates, mention, cast in
      let heads: Set<Int>
      var isNamed = false
      switch chain(mention.tokens) {
      case .unknown: return nil
      case .known(let own): heads = own
      case .named(let own):
        heads = own
        isNamed = true
      }
      let right = candidates.actors.firstIndex {
        cast.actors[$0].places.contains { heads.contains($0) }
      }
      if mention.sex != nil {
        guard let right else {
          if !isNamed { kept.add(candidates, nil) }
          return nil
        }
        let actor = cast.actors[candidates.actors[right]]
        guard actor.kind == .person, actor.sex == nil || actor.sex == mention.sex else {
          return nil
        }
      }
      kept.add(candidates, right)
      return right.map { candidates.actors[$0] }
    }
    _ = walk.walk(SpeakerResolver.readingOrder(sources).unique)
    return kept.lessons
  }

  /// Weights as the lines of the table in `AntecedentWeights`.
  package static func lines(_ weights: [Float]) -> [String] {
    let columns = AntecedentQuestion.allCases.count
    return AntecedentFeature.allCases.map { feature in
      let row = (0..<columns).map { column in
        String((weights[feature.rawValue * columns + column] * 100).rounded() / 100)
      }
      return "    [" + row.joined(separator: ", ") + "],  // \(feature)"
    }
  }

  private final class Kept {
    var lessons: [AntecedentLesson] = []

    func add(_ candidates: AntecedentCandidates, _ right: Int?) {
      lessons.append(
        AntecedentLesson(features: candidates.rows, answer: right ?? candidates.actors.count))
    }
  }
}
