package import SaysoRecords
internal import SaysoLearning

/// What is compared of a report when stories are sought: its weightiest words with the part that they
/// play, its weightiest pairs of words, and the days it speaks of.
///
/// A pure function of the report and the background. At most 1.6 KB; ``bytes`` keeps it in the ledger, so
/// that grouping never reads a text again.
package struct StoryFeatures: Hashable, Sendable {
  /// The parts that a word plays in a report.
  package struct Role: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt8
    /// From bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// In the title.
    package static let title = Role(rawValue: 1)
    /// Among the first words, the title's included.
    package static let lead = Role(rawValue: 2)
    /// In a person's name.
    package static let person = Role(rawValue: 4)
    /// In the name of a body, or another name that is no place.
    package static let body = Role(rawValue: 8)
    /// In a place's name.
    package static let place = Role(rawValue: 16)
    /// A number.
    package static let number = Role(rawValue: 32)
    /// Any name.
    package static let name: Role = [.person, .body, .place]
  }

  /// A word or a pair of words.
  package struct Term: Hashable, Sendable {
    /// The upper half of the stem's hash, or of that of two.
    package let key: UInt32
    /// (1 + ln count) * rarity, in units of 1/1024.
    package let weight: UInt16
    /// What it is.
    package let role: Role
  }

  /// The words, ascending by key, at most ``mostWords``.
  package let words: [Term]
  /// Pairs of neighbours, ascending by key, at most ``mostPairs``.
  package let pairs: [Term]
  /// Days that the text speaks of (days since 1970-01-01), ascending, at most ``mostDays``.
  package let days: [Int32]
  /// The day of publication (days since 1970-01-01); nil where the report does not say.
  package let published: Int32?
  /// Number of words read, before any was left out.
  package let length: UInt16

  /// Words kept of a report: those that weigh most.
  package static let mostWords = 128
  /// Pairs kept.
  package static let mostPairs = 96
  /// Days kept.
  package static let mostDays = 12
  /// Words of the beginning, the title's included, that count as the lead.
  package static let leadWords = 50

  init(words: [Term], pairs: [Term], days: [Int32], published: Int32?, length: UInt16) {
    self.words = words
    self.pairs = pairs
    self.days = days
    self.published = published
    self.length = length
  }

  /// The features of a report that has been read.
  ///
  /// Names and times found in it add the parts that its words play; one that was not analysed (its
  /// language has no model) is compared by words alone. Cost is linear in the text.
  package init(_ read: ReadReport, background: StoryBackground) {
    let report = read.report
    var draft = Draft(background: background)
    draft.read(title: report.title ?? "", text: report.text.bytes)
    for mention in read.mentions {
      let role: Role
      switch mention.type {
      case .person: role = .person
      case .organization, .miscellaneous: role = .body
      case .location: role = .place
      }
      draft.mark(mention.passage.text, role)
      if let actor = mention.actor { draft.mark(actor, role) }
    }
    let days = read.dates.compactMap { time -> Int32? in
      guard time.kind == .date || time.kind == .time, let value = time.value else { return nil }
      return CalendarDate(iso: value.prefix(10)).map { Int32($0.dayNumber) }
    }
    self = draft.features(
      days: days, published: report.published.map { Int32($0.date.dayNumber) })
  }
}

/// A report's words as they are counted.
private struct Draft {
  struct Count {
    var count = 0
    var rarity: Float
    var role: StoryFeatures.Role
  }

  let background: StoryBackground
  var counts: [UInt64: Count] = [:]
  var pairCounts: [UInt64: Count] = [:]
  var length = 0

  init(background: StoryBackground) { self.background = background }

  mutating func read(title: String, text: [UInt8]) {
    let titleWords = StoryWords.words(of: Array(title.utf8))
    let textWords = StoryWords.words(of: text)
    length = titleWords.count + textWords.count
    counts.reserveCapacity(length)
    pairCounts.reserveCapacity(length)
    add(titleWords, role: [.title, .lead])
    let left = max(0, StoryFeatures.leadWords - titleWords.count)
    add(textWords.prefix(left), role: .lead)
    add(textWords.dropFirst(left), role: [])
    pair(titleWords)
    pair(textWords)
  }

  mutating func add(_ words: some Sequence<StoryWords.Word>, role: StoryFeatures.Role) {
    for word in words {
      let role = word.isNumber ? role.union(.number) : role
      counts[word.hash, default: Count(rarity: background.rarity(word.hash), role: role)].count += 1
      counts[word.hash]?.role.formUnion(role)
    }
  }

  mutating func pair(_ words: [StoryWords.Word]) {
    for (a, b) in zip(words, words.dropFirst()) {
      let hash = FeatureHash.combine(1, a.hash, b.hash)
      let rarity = background.rarity(a.hash) + background.rarity(b.hash)
      pairCounts[hash, default: Count(rarity: rarity, role: [])].count += 1
    }
  }

  /// Words of a name that the text has; one that it has not ("the President" for a name) is left out.
  mutating func mark(_ name: String, _ role: StoryFeatures.Role) {
    for word in StoryWords.words(of: Array(name.utf8)) {
      counts[word.hash]?.role.formUnion(role)
    }
  }

  func features(days: [Int32], published: Int32?) -> StoryFeatures {
    StoryFeatures(
      words: terms(counts, most: StoryFeatures.mostWords),
      pairs: terms(pairCounts, most: StoryFeatures.mostPairs),
      days: commonest(days), published: published,
      length: UInt16(min(length, Int(UInt16.max))))
  }

  private func terms(_ counts: [UInt64: Count], most: Int) -> [StoryFeatures.Term] {
    // Two stems of one key, one case in some million pairs, count as the first.
    var byKey: [UInt32: StoryFeatures.Term] = [:]
    byKey.reserveCapacity(counts.count)
    for (hash, count) in counts {
      let weight = (1 + logarithm(count.count)) * count.rarity * 1024
      let term = StoryFeatures.Term(
        key: UInt32(truncatingIfNeeded: hash >> 32),
        weight: UInt16(max(1, min(65_535, weight.rounded()))), role: count.role)
      if let other = byKey[term.key], !isHeavier(term, other) { continue }
      byKey[term.key] = term
    }
    return byKey.values.sorted(by: isHeavier).prefix(most).sorted { $0.key < $1.key }
  }

  private func isHeavier(_ a: StoryFeatures.Term, _ b: StoryFeatures.Term) -> Bool {
    (b.weight, a.key, a.role.rawValue) < (a.weight, b.key, b.role.rawValue)
  }

  private func commonest(_ days: [Int32]) -> [Int32] {
    var counts: [Int32: Int] = [:]
    for day in days { counts[day, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(StoryFeatures.mostDays).map(\.key).sorted()
  }

  /// ln of a count, from a table: the library's own differs between systems in the last bit.
  private func logarithm(_ count: Int) -> Float {
    Draft.logarithms[min(count, Draft.logarithms.count - 1)]
  }

  /// ln 0 (as 0), ln 1, … to three digits.
  private static let logarithms: [Float] = [
    0, 0, 0.693, 1.099, 1.386, 1.609, 1.792, 1.946, 2.079, 2.197, 2.303, 2.398, 2.485, 2.565, 2.639,
    2.708, 2.773, 2.833, 2.890, 2.944, 2.996,
  ]
}
