internal import SaysoLanguage
internal import SaysoRecords

/// The words of a speaker, to be resolved.
package struct SpeakerSource: Sendable, Hashable {
  /// Their tokens.
  package let tokens: Range<Int>
  /// What is said.
  package let contents: [Range<Int>]
  /// Whether they only pass on what somebody else said.
  package let isRelay: Bool

  /// A source from its parts.
  package init(tokens: Range<Int>, contents: [Range<Int>], isRelay: Bool = false) {
    self.tokens = tokens
    self.contents = contents
    self.isRelay = isRelay
  }
}

/// Who a speaker is, inside one report.
package struct ResolvedSpeaker: Sendable, Hashable {
  /// The fullest name, or of an unnamed speaker the fullest description; nil when nobody can know.
  package var actor: String?
  /// Whether a name is known; of a group, of all its members.
  package var named = false
  /// Of a group: its members, by name or description.
  package var members: [String] = []
  /// Whether it is a body.
  package var isBody = false

  /// Nobody known.
  static let unknown = ResolvedSpeaker()
}

/// Says who each speaker is, inside one report: names, short names, pronouns, roles, groups.
package struct SpeakerResolver {
  private let input: AttributionInput
  private let actors: ReportActors
  private let words: EncodedWords?
  private let headline: () -> [String]

  /// A resolver for one report; `words` are its vectors, where the engine has them; `headline` gives the
  /// persons whom its headline names, and is asked only where a pronoun comes before any name.
  package init(
    _ input: AttributionInput, actors: ReportActors, words: EncodedWords? = nil,
    headline: @escaping () -> [String] = { [] }
  ) {
    self.headline = headline
    self.words = words
    self.input = input
    self.actors = actors
  }

  /// Who each of the sources is, in the order given.
  package func resolve(_ sources: [SpeakerSource]) -> [ResolvedSpeaker] {
    let order = SpeakerResolver.readingOrder(sources)
    let weights = words == nil ? AntecedentWeights.table : AntecedentWeights.careful
    var walk = SpeakerWalk(input, names: actors, words: words, headline: headline) {
      candidates, mention, _ in
      candidates.best(
        weights, caution: AntecedentWeights.caution[mention.question.rawValue])
    }
    let found = walk.walk(order.unique)
    return order.numbers.map { number in
      found[number].map { resolved($0, walk) } ?? .unknown
    }
  }

  /// The sources in reading order, each once, and for each given one its number among them.
  static func readingOrder(
    _ sources: [SpeakerSource]
  ) -> (unique: [SpeakerSource], numbers: [Int]) {
    let order = sources.indices.sorted {
      let (a, b) = (sources[$0], sources[$1])
      return (a.tokens.lowerBound, a.tokens.upperBound, a.isRelay ? 1 : 0, $0)
        < (b.tokens.lowerBound, b.tokens.upperBound, b.isRelay ? 1 : 0, $1)
    }
    var unique: [SpeakerSource] = []
    var numbers = [Int](repeating: 0, count: sources.count)
    for index in order {
      if unique.last?.tokens != sources[index].tokens { unique.append(sources[index]) }
      numbers[index] = unique.count - 1
    }
    return (unique, numbers)
  }

  private func resolved(_ number: Int, _ walk: SpeakerWalk) -> ResolvedSpeaker {
    let actor = walk.cast.actors[number]
    var result = ResolvedSpeaker(
      actor: actor.name ?? actor.description.map { input.text.text.words(input.text.span($0)) },
      named: actor.name != nil, isBody: actor.kind == .body)
    if let members = walk.members[number] {
      let own = members.map { resolved($0, walk) }
      result.members = own.compactMap(\.actor)
      result.named = own.allSatisfy(\.named)
    }
    return result
  }
}
