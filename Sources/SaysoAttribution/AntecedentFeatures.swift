internal import SaysoLanguage
internal import SaysoLearning

/// What speaks for an actor as the one that a pronoun or a description refers to; one function for
/// training and use.
///
/// A log-linear ranking of the candidates with "none of them" among them (Denis and Baldridge,
/// "Specialized Models and Ranking for Coreference Resolution", EMNLP 2008): each kind of referring
/// words has weights of its own.
enum AntecedentFeature: Int, CaseIterable, Sendable {
  // None of the candidates.
  case none, noneAfterUnknown, noneWithoutFit, noneFirst, noneModified, noneThoughNoun
  case noneFirstSentences
  // Sentences since the last mention.
  case sameSentence, oneBack, twoBack, threeBack, farBack, sameParagraph
  // Place among those that fit, the last mentioned first.
  case rankFirst, rankSecond, rankThird, rankLater
  // Speaking.
  case lastSpeaker, lastSpeakerNear, secondLastSpeaker, spokeBefore, spokeOften, neverSpoke
  // How the last mention stands.
  case subject, possessor, pronoun, leads, leadsSameSentence, other, subjectSameSentence,
    subjectOneBack, quoted, inOwnContent
  case opensSentence
  // How often.
  case mentionedOnce, mentionedTwice, mentionedOften, mentionedVeryOften
  // What it is.
  case person, body, place, otherName, several, document, unnamed
  case sexAgrees, sexClashes, sexUnknown
  // Words.
  case nounAgrees, nounInName, nounOfKind, nounDiffers, wordsAgree, wordsPartly, wordsClash
  case nounAndWords, nounBare, nounLastOfKind, firmForBody
  // What the vectors of the words say, by probability (``EncodedWords``).
  case voteSure, voteLikely, votePossible, voteSlight, voteHardly, voteFirst
  case noneVoteSure, noneVoteLikely, noneVotePossible, noneVoteHardly
}

/// What is asked about: words that refer to somebody.
enum AntecedentQuestion: Int, CaseIterable {
  /// "he" and "she" as speakers.
  case person
  /// "it".
  case thing
  /// "they".
  case several
  /// "the envoy".
  case description
  /// "he", "his" elsewhere.
  case aside
}

/// The candidates of one question with their features.
struct AntecedentCandidates {
  /// Numbers of actors, the last mentioned first.
  var actors: [Int] = []
  /// The features of each, and last those of "none".
  var features: [[AntecedentFeature]] = []
  let question: AntecedentQuestion

  /// The rows of the ranking: a row for each feature and kind of question.
  var rows: FeatureRows {
    var rows = FeatureRows(bits: AntecedentCandidates.bits)
    for item in features {
      for feature in item {
        let row = feature.rawValue * AntecedentQuestion.allCases.count + question.rawValue
        rows.add(UInt64(row) << UInt64(64 - AntecedentCandidates.bits))
      }
      rows.endItem()
    }
    return rows
  }

  /// Base-two logarithm of the row count.
  static let bits = 9

  /// The best one by the weights; nil for none of them.
  func best(_ weights: [[Float]], caution: Float) -> Int? {
    let scores = features.map { item in
      item.reduce(Float(0)) { $0 + weights[$1.rawValue][question.rawValue] }
    }
    guard let none = scores.last else { return nil }
    var best: Int?
    for index in actors.indices where scores[index] > none + caution {
      if best.map({ scores[index] > scores[$0] }) ?? true { best = index }
    }
    return best.map { actors[$0] }
  }
}

/// Finds the candidates for a question and their features.
struct AntecedentFinder {
  let input: AttributionInput
  /// The vectors of the words; nil where the engine has none.
  let words: EncodedWords?

  /// Words that refer to somebody, as the features see them.
  struct Mention {
    let question: AntecedentQuestion
    let tokens: Range<Int>
    /// What the speaker of these words says.
    var contents: [Range<Int>] = []
    var sex: ReportCast.Sex?
    /// Of a description: head noun, its other words, and what kind of thing it names.
    var noun: Int?
    var words: Range<Int> = 0..<0
    var kind: ReportCast.Kind?
  }

  /// The candidates for a mention among the cast.
  func candidates(for mention: Mention, in cast: ReportCast) -> AntecedentCandidates {
    let sentence = Int(input.sentenceOfToken[mention.tokens.lowerBound])
    var result = AntecedentCandidates(question: mention.question)
    let noun = mention.noun.map { input.traits[$0].lower }
    let reach = mention.question == .description ? 3 : AntecedentFinder.reach
    result.actors = cast.actors.indices.filter { index in
      let actor = cast.actors[index]
      guard !actor.places.isEmpty, actor.last < mention.tokens.lowerBound else { return false }
      if sentence - actor.sentence <= reach { return true }
      return noun.map { actor.nouns.contains($0) || actor.attributes.contains($0) } ?? false
    }
    result.actors.sort { cast.actors[$0].last > cast.actors[$1].last }
    if result.actors.count > AntecedentFinder.most {
      result.actors.removeSubrange(AntecedentFinder.most...)
    }
    var rank = 0
    var hasNoun = false
    for index in result.actors {
      let actor = cast.actors[index]
      var features = place(actor, mention, sentence)
      features += speaking(index, actor, cast, sentence)
      let doesFit = fits(actor, mention)
      if doesFit {
        let ranks: [AntecedentFeature] = [.rankFirst, .rankSecond, .rankThird]
        features.append(rank < ranks.count ? ranks[rank] : .rankLater)
        rank += 1
      }
      features += kind(actor, mention)
      if let noun {
        features += words(actor, mention, noun)
        if actor.nouns.contains(noun) {
          if !hasNoun { features.append(.nounLastOfKind) }
          hasNoun = true
        }
      }
      result.features.append(features)
    }
    var none: [AntecedentFeature] = [.none]
    if cast.speakers > 0, cast.lastSpeaker == nil { none.append(.noneAfterUnknown) }
    if rank == 0 { none.append(.noneWithoutFit) }
    if cast.speakers == 0 { none.append(.noneFirst) }
    if sentence < 3 { none.append(.noneFirstSentences) }
    if !mention.words.isEmpty { none.append(.noneModified) }
    if hasNoun { none.append(.noneThoughNoun) }
    result.features.append(none)
    addVotes(on: mention, cast, to: &result)
    return result
  }

  /// Adds what the vectors say.
  private func addVotes(
    on mention: Mention, _ cast: ReportCast, to result: inout AntecedentCandidates
  ) {
    guard let words else { return }
    let votes = words.antecedents(
      of: mention.noun ?? mention.tokens.lowerBound,
      among: result.actors.map { cast.actors[$0].places })
    let first = votes.indices.max { (votes[$0], $1) < (votes[$1], $0) }
    for index in result.actors.indices {
      switch votes[index] {
      case 0.9...: result.features[index].append(.voteSure)
      case 0.6...: result.features[index].append(.voteLikely)
      case 0.3...: result.features[index].append(.votePossible)
      case 0.05...: result.features[index].append(.voteSlight)
      default: result.features[index].append(.voteHardly)
      }
      if index == first { result.features[index].append(.voteFirst) }
    }
    let none = votes.count - 1
    switch votes[none] {
    case 0.9...: result.features[none].append(.noneVoteSure)
    case 0.5...: result.features[none].append(.noneVoteLikely)
    case 0.1...: result.features[none].append(.noneVotePossible)
    default: result.features[none].append(.noneVoteHardly)
    }
  }

  /// A pronoun reaches this many sentences back, and to so many of those mentioned last.
  private static let reach = 6
  private static let most = 12

  private func place(
    _ actor: ReportCast.Actor, _ mention: Mention, _ sentence: Int
  ) -> [AntecedentFeature] {
    let back: [AntecedentFeature] = [.sameSentence, .oneBack, .twoBack, .threeBack]
    let distance = sentence - actor.sentence
    var features = [distance < back.count ? back[distance] : .farBack]
    if input.text.blockOfSentence[actor.sentence] == input.text.blockOfSentence[sentence] {
      features.append(.sameParagraph)
    }
    switch actor.role {
    case .subject:
      features.append(.subject)
      if distance == 0 { features.append(.subjectSameSentence) }
      if distance == 1 { features.append(.subjectOneBack) }
    case .possessor: features.append(.possessor)
    case .pronoun: features.append(.pronoun)
    case .other: features.append(.other)
    }
    if actor.leads {
      features.append(.leads)
      if distance == 0 { features.append(.leadsSameSentence) }
    }
    if mention.contents.contains(where: { $0.contains(actor.last) }) {
      features.append(.inOwnContent)
    } else if input.quotes.isQuoted(actor.last) {
      features.append(.quoted)
    }
    if input.text.sentences[actor.sentence].lowerBound == actor.last {
      features.append(.opensSentence)
    }
    let counts: [AntecedentFeature] = [.mentionedOnce, .mentionedTwice]
    features.append(
      actor.places.count <= 2
        ? counts[actor.places.count - 1]
        : actor.places.count <= 6 ? .mentionedOften : .mentionedVeryOften)
    return features
  }

  private func speaking(
    _ index: Int, _ actor: ReportCast.Actor, _ cast: ReportCast, _ sentence: Int
  ) -> [AntecedentFeature] {
    guard let last = actor.lastSpoke else { return [.neverSpoke] }
    var features: [AntecedentFeature] = [actor.spoke > 2 ? .spokeOften : .spokeBefore]
    if last == cast.speakers - 1 {
      features.append(.lastSpeaker)
      if sentence - actor.sentence <= 1 { features.append(.lastSpeakerNear) }
    } else if last == cast.speakers - 2 {
      features.append(.secondLastSpeaker)
    }
    return features
  }

  private func kind(_ actor: ReportCast.Actor, _ mention: Mention) -> [AntecedentFeature] {
    let kinds: [AntecedentFeature] = [.person, .body, .place, .otherName, .several, .document]
    var features = [kinds[actor.kind.rawValue]]
    if actor.name == nil { features.append(.unnamed) }
    if let sex = mention.sex {
      features.append(
        actor.sex == nil ? .sexUnknown : actor.sex == sex ? .sexAgrees : .sexClashes)
    }
    return features
  }

  /// Whether an actor can be meant, by its kind and sex alone.
  private func fits(_ actor: ReportCast.Actor, _ mention: Mention) -> Bool {
    switch mention.question {
    case .person, .aside:
      return actor.kind == .person && (actor.sex == nil || actor.sex == mention.sex)
    case .thing: return actor.kind != .person && actor.kind != .several
    case .several: return actor.kind == .several || actor.kind == .body
    case .description: return mention.kind == actor.kind
    }
  }

  private func words(
    _ actor: ReportCast.Actor, _ mention: Mention, _ noun: UInt64
  ) -> [AntecedentFeature] {
    var features: [AntecedentFeature] = []
    let agrees = actor.nouns.contains(noun)
    if agrees {
      features.append(.nounAgrees)
    } else if actor.attributes.contains(noun) {
      features.append(.nounInName)
    } else if mention.kind == actor.kind {
      features.append(.nounOfKind)
    } else {
      features.append(.nounDiffers)
    }
    if !agrees, actor.kind == .body, actor.name != nil,
      mention.noun.map({ SpeakerWords.firms.contains(input.text.word($0).lowercased()) }) ?? false
    {
      features.append(.firmForBody)
    }
    let told = mention.words.filter { ReportCast.isContentWord(input.tags[$0]) }
    guard !told.isEmpty else { return features + (agrees ? [.nounBare] : []) }
    let shared = told.count {
      actor.attributes.contains(input.traits[$0].lower)
        || actor.nouns.contains(input.traits[$0].lower)
    }
    features.append(
      shared == told.count ? .wordsAgree : shared > 0 ? .wordsPartly : .wordsClash)
    if agrees, shared > 0 { features.append(.nounAndWords) }
    return features
  }
}
