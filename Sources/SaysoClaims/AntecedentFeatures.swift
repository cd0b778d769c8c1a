import SaysoRecords

/// What tells whether a statement is about the claim of an earlier one.
///
/// Features of pairs for mention ranking (Denis and Baldridge, "Specialized models and ranking for
/// coreference resolution", 2008), with a set of weights for each regime: whether both stand in one
/// report, and how the later one bears on what others said.
package struct AntecedentFeatures: Sendable {
  /// The features' names, in order.
  package static let names = [
    "bias", "cosine", "contained", "alignment", "shares 1", "shares 2", "shares 3", "predicate",
    "names shared", "names apart", "sign differs", "phases conflict", "phases differ",
    "figure same", "figure other", "in sentence", "in text before", "in title", "word for word",
    "alike", "same speaker", "names its speaker", "is about the speaker", "next", "second",
    "third or fourth", "farther", "same day", "days 1 to 2", "days more", "leads its report",
    "is bare", "is an answer", "is denied or refused", "anaphoric", "same stance",
    "denial of a denial", "few concepts", "fields", "fields contained", "actors shared",
    "actors apart", "next to the same speaker", "in sentence of few",
    "concepts of the earlier", "concepts of the later", "run", "words of the later", "nearness",
    "both answer", "asserted", "is told again", "answers who is named", "before it in few",
    "denies another", "declines on another", "goes on in its stance", "meanings known", "meaning",
    "meaning near", "meaning very near", "nearest meaning", "behind nearest meaning",
  ]
  /// The names of what tells that a statement opens a claim.
  package static let openingNames = [
    "bias", "answers", "bare", "few concepts", "many concepts", "first of its report",
    "anaphoric", "meaning known", "nearest meaning", "near meaning",
  ]
  /// Sets of weights.
  package static let regimes = 6

  let story: ClaimStory
  let profiles: [StatementProfile]
  private let weights: [Float]
  private let masses: [Float]
  private let fieldMasses: [Float]
  /// The figures of each statement but lengths of time.
  private let kinds: [[(kind: FigureKind, low: Double?, high: Double?)]]
  private let alignment: Alignment
  /// For each statement its possible antecedents, ascending.
  private let candidates: [[Int]]
  /// The greatest likeness of each statement's meaning to that of a candidate; nil where none is known.
  private let nearest: [Float?]

  /// Profiles all statements of a story.
  ///
  /// With `comparingMeanings` the vectors of statements are compared too, for learning what that is worth:
  /// the weights at hand do not know them.
  package init(_ story: ClaimStory, comparingMeanings: Bool = false) {
    self.story = story
    var lexicon = StatementProfile.Lexicon()
    profiles = story.statements.map { statement in
      StatementProfile(statement, title: story.reports[statement.report].title, in: &lexicon)
    }
    let all = Double(profiles.count)
    let weights = lexicon.counts.map { Float(Alignment.weight(Double($0), of: all)) }
    self.weights = weights
    masses = profiles.map { profile in
      profile.concepts.reduce(0) { $0 + weights[Int($1)] }
    }
    fieldMasses = profiles.map { profile in
      profile.fields.reduce(0) { $0 + weights[Int($1)] }
    }
    let kinds = FigureKinds(story)
    self.kinds = story.statements.enumerated().map { place, statement in
      statement.figures.compactMap { figure in
        let kind = kinds.kind(of: figure, in: place).ofAnybody
        return kind.isTime || figure.low ?? figure.high == nil
          ? nil : (kind, figure.low, figure.high)
      }
    }
    alignment = Alignment(profiles.map(\.content))
    let candidates = AntecedentFeatures.candidates(
      story, profiles, weights, mostMeant: comparingMeanings ? AntecedentFeatures.mostMeant : 0)
    self.candidates = candidates
    nearest = candidates.enumerated().map { b, candidates in
      comparingMeanings
        ? candidates.compactMap { AntecedentFeatures.likeness(story, $0, b) }.max() : nil
    }
  }

  /// The cosine of the meanings of two statements; nil where one is not known.
  private static func likeness(_ story: ClaimStory, _ a: Int, _ b: Int) -> Float? {
    guard let one = story.statements[a].statement.meaning,
      let other = story.statements[b].statement.meaning
    else { return nil }
    return one.cosine(other)
  }

  /// Earlier statements of its report that a statement is compared with.
  private static let mostNear = 12
  /// Statements of earlier reports that a statement is compared with.
  private static let mostFar = 40
  /// Statements of earlier reports that are compared because they mean most nearly the same, and how
  /// nearly at least.
  private static let mostMeant = 16
  private static let leastMeant: Float = 0.3

  /// For each statement those just before it in its report, and of other reports those that share most
  /// with what it and its surroundings say, or mean most nearly the same.
  private static func candidates(
    _ story: ClaimStory, _ profiles: [StatementProfile], _ weights: [Float], mostMeant: Int
  ) -> [[Int]] {
    var holders: [[Int32]] = Array(repeating: [], count: weights.count)
    var shared = [Float](repeating: 0, count: profiles.count)
    var result: [[Int]] = []
    for (b, profile) in profiles.enumerated() {
      let report = story.statements[b].report
      var touched: [Int] = []
      func add(_ concepts: [Int32], _ factor: Float) {
        for concept in concepts {
          let weight = weights[Int(concept)] * factor
          for holder in holders[Int(concept)] {
            if shared[Int(holder)] == 0 { touched.append(Int(holder)) }
            shared[Int(holder)] += weight
          }
        }
      }
      add(profile.concepts, 1)
      add(profile.fields, 0.5)
      add(profile.around, 0.6)
      add(profile.before, 0.3)
      add(profile.title, 0.3)
      // An answer answers nothing that was said after it, as where it is told again later.
      let day = profile.manner == .telling ? nil : story.statements[b].day
      func isBefore(_ a: Int) -> Bool {
        guard let day, let other = story.statements[a].day else { return true }
        return other <= day
      }
      func isPossible(_ a: Int) -> Bool {
        isBefore(a) && !isPlanAndDeed(profiles[a], profile)
      }
      // "No comment" in another report is on who knows what, but where one copies the other.
      func isAboutSomething(_ a: Int) -> Bool {
        profiles[a].manner != .bare
          || story.reports[story.statements[a].report].origin == story.reports[report].origin
      }
      let far = touched.filter {
        story.statements[$0].report != report && isPossible($0) && isAboutSomething($0)
      }
      .sorted { (shared[$1], $0) < (shared[$0], $1) }.prefix(mostFar)
      for place in touched { shared[place] = 0 }
      let meant =
        mostMeant == 0
        ? []
        : (0..<b).compactMap { a -> (place: Int, likeness: Float)? in
          guard story.statements[a].report != report,
            let likeness = likeness(story, a, b), likeness >= leastMeant, isPossible(a),
            isAboutSomething(a)
          else { return nil }
          return (a, likeness)
        }.sorted { ($1.likeness, $0.place) < ($0.likeness, $1.place) }.prefix(mostMeant)
          .map(\.place)
      let near = (max(0, b - mostNear)..<b).filter {
        story.statements[$0].report == report && isPossible($0)
          && !contradictsItself(story.statements[$0], story.statements[b])
      }
      result.append(Set(far + near + meant).sorted())
      for concept in profile.concepts + profile.fields {
        holders[Int(concept)].append(Int32(b))
      }
    }
    return result
  }

  /// Number of statements.
  package var count: Int { profiles.count }

  /// The regime of a pair.
  package func regime(_ a: Int, _ b: Int) -> Int {
    let manner =
      switch profiles[b].manner {
      case .telling: 0
      case .answering: 1
      case .bare: 2
      }
    return manner * 2 + (story.statements[a].report == story.statements[b].report ? 0 : 1)
  }

  /// Weight of what two ascending lists share, and how many.
  private func shared(_ a: [Int32], _ b: [Int32]) -> (weight: Float, count: Int) {
    var i = 0
    var j = 0
    var weight: Float = 0
    var count = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        weight += weights[Int(a[i])]
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return (weight, count)
  }

  /// Whether one says what lies ahead and the other what is done: two claims.
  private static func isPlanAndDeed(_ a: StatementProfile, _ b: StatementProfile) -> Bool {
    guard a.manner == .telling, b.manner == .telling else { return false }
    return a.content.phase == .ahead && b.content.phase == .done
      || a.content.phase == .done && b.content.phase == .ahead
  }

  /// Whether one speaker denies and asserts in one report: what goes on after "I did not" is another claim.
  private static func contradictsItself(_ a: ClaimStatement, _ b: ClaimStatement) -> Bool {
    guard a.actor != nil, a.actor == b.actor else { return false }
    func asserts(_ stance: Stance) -> Bool { stance == .asserts || stance == .confirms }
    return a.stance == .denies && asserts(b.stance) || b.stance == .denies && asserts(a.stance)
  }

  /// The earlier statements that could be antecedents of `b`, ascending.
  package func candidates(of b: Int) -> [Int] { candidates[b] }

  /// The features of `b` with its earlier statement `a`, in the order of ``names``.
  package func features(_ a: Int, _ b: Int) -> [Float] {
    let one = profiles[a]
    let other = profiles[b]
    let earlier = story.statements[a]
    let later = story.statements[b]
    let (both, count) = shared(one.concepts, other.concepts)
    let namesBoth = shared(one.names, other.names)
    let small = max(0.5, min(masses[a], masses[b]))
    let fullness = min(1, Float(min(one.concepts.count, other.concepts.count)) / 5)
    let isSameReport = earlier.report == later.report
    let distance = later.order - earlier.order
    // Days apart, where both are known.
    let days = later.day.flatMap { day in
      earlier.day.map { abs(day.dayNumber - $0.dayNumber) }
    }
    let isSameSpeaker = ClaimStatement.isSameSpeaker(earlier, later)
    var features = [Float](repeating: 0, count: AntecedentFeatures.names.count)
    var next = 0
    func put(_ value: Float) {
      features[next] = value
      next += 1
    }
    func put(_ value: Bool) { put(value ? 1 : 0) }
    put(1)
    put(both / max(0.5, (masses[a] * masses[b]).squareRoot()))
    put(both / small * fullness)
    put(Float(alignment.score(one.content, other.content)))
    put(count == 1)
    put(count == 2)
    put(count > 2)
    put(min(3, both - namesBoth.weight) / 3)
    put(min(2, namesBoth.weight) / 2)
    put(!one.names.isEmpty && !other.names.isEmpty && namesBoth.count == 0)
    put(one.content.isNegated != other.content.isNegated)
    let phases = Set([one.content.phase, other.content.phase])
    put(phases == [.ahead, .done])
    put(phases.count > 1)
    let figures = figures(a, b)
    put(figures.same)
    put(figures.other)
    let inSentence = shared(one.concepts, other.around).weight / max(1, masses[a])
    put(inSentence)
    let inBefore = shared(one.concepts, other.before).weight / max(1, masses[a])
    put(inBefore)
    put(shared(one.concepts, other.title).weight / max(1, masses[a]))
    let run = AntecedentFeatures.run(one.words, other.words)
    put(run >= 5 || run >= 3 && run == min(one.words.count, other.words.count))
    put(Float(run) >= 0.8 * Float(max(one.words.count, other.words.count)))
    put(isSameSpeaker)
    put(
      earlier.actor != nil && !isSameSpeaker
        && (shared(one.speaker, other.around).count > 0
          || shared(one.speaker, other.concepts).count > 0)
    )
    put(later.actor != nil && earlier.about.contains(later.actor ?? ""))
    put(isSameReport && distance == 1)
    put(isSameReport && distance == 2)
    put(isSameReport && (distance == 3 || distance == 4))
    put(isSameReport && distance > 4)
    put(!isSameReport && days == 0)
    put(!isSameReport && (days == 1 || days == 2))
    put(!isSameReport && days ?? 0 > 2)
    put(earlier.order == 0)
    put(one.manner == .bare)
    put(one.manner == .answering)
    put(earlier.stance == .denies || earlier.stance == .declines)
    put(other.isAnaphoric)
    put(earlier.stance == later.stance)
    put(earlier.stance == .denies && later.stance == .denies)
    put(one.concepts.count < 3)
    let fields = shared(one.fields, other.fields)
    put(min(4, fields.weight) / 4)
    put(fields.weight / max(1, min(fieldMasses[a], fieldMasses[b])))
    let actors = shared(one.about, other.about)
    put(min(2, actors.weight) / 2)
    put(!one.about.isEmpty && !other.about.isEmpty && actors.count == 0)
    put(isSameReport && distance == 1 && isSameSpeaker)
    put(other.concepts.count < 3 ? inSentence : 0)
    put(Float(min(12, one.concepts.count)) / 12)
    put(Float(min(12, other.concepts.count)) / 12)
    put(Float(min(10, run)) / 10)
    put(Float(min(30, other.words.count)) / 30)
    put(isSameReport ? 1 / Float(max(1, distance)) : 0)
    put(one.manner != .telling && other.manner != .telling)
    put(earlier.stance == .asserts || earlier.stance == .confirms)
    put(later.statement.said != nil)
    put(
      later.actor != nil
        && shared(one.speaker, other.around).count + shared(one.speaker, other.before).count > 0
        && !isSameSpeaker)
    put(other.concepts.count < 3 ? inBefore : 0)
    let isAnothers =
      !isSameSpeaker && one.manner == .telling && earlier.stance != .declines
    put(later.stance == .denies && isAnothers)
    put(later.stance == .declines && isAnothers)
    put(
      isSameReport && isSameSpeaker
        && earlier.stance == later.stance && one.manner != .telling)
    if let likeness = AntecedentFeatures.likeness(story, a, b), let nearest = nearest[b] {
      put(1)
      put(likeness)
      put(max(0, likeness - 0.4))
      put(max(0, likeness - 0.7))
      put(likeness == nearest)
      put(nearest - likeness)
    }
    return features
  }

  /// What tells that statement `b` opens a claim, in the order of ``openingNames``.
  package func opening(_ b: Int) -> [Float] {
    let profile = profiles[b]
    return [
      1, profile.manner == .answering ? 1 : 0, profile.manner == .bare ? 1 : 0,
      profile.concepts.count < 4 ? 1 : 0, profile.concepts.count > 8 ? 1 : 0,
      story.statements[b].order == 0 ? 1 : 0, profile.isAnaphoric ? 1 : 0,
      nearest[b] == nil ? 0 : 1, nearest[b] ?? 0, max(0, (nearest[b] ?? 0) - 0.5),
    ]
  }

  /// Whether two statements give one value, or two of one kind.
  private func figures(_ a: Int, _ b: Int) -> (same: Bool, other: Bool) {
    var same = false
    var other = false
    for one in kinds[a] {
      for two in kinds[b]
      where one.kind == two.kind || one.kind.isOpen && one.kind.fits(two.kind)
        || two.kind.isOpen && two.kind.fits(one.kind)
      {
        if one.low == two.low, one.high == two.high {
          same = true
        } else if one.kind == two.kind, !one.kind.isBare {
          other = true
        }
      }
    }
    return (same, other && !same)
  }

  /// The longest run of words that both have.
  private static func run(_ a: [Int32], _ b: [Int32]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var last = [Int16](repeating: 0, count: b.count + 1)
    var best: Int16 = 0
    for word in a {
      var diagonal: Int16 = 0
      for place in b.indices {
        let above = last[place + 1]
        if b[place] == word {
          last[place + 1] = diagonal + 1
          best = max(best, diagonal + 1)
        } else {
          last[place + 1] = 0
        }
        diagonal = above
      }
    }
    return Int(best)
  }
}
