import SaysoRecords

@testable import SaysoStories

/// Small reports of events that never were, to group.
enum StoryCases {
  static let background = StoryBackground.empty

  /// A scorer by hand: shared words speak for one event, their lack against it.
  static let scorer: StoryPairScorer = {
    var hidden = [Float](repeating: 0, count: (StoryPairScorer.Input.allCases.count + 1) * 16)
    hidden[StoryPairScorer.Input.words.rawValue * 16] = 10
    var output = [Float](repeating: 0, count: 16)
    output[0] = 1
    return StoryPairScorer(
      hidden: hidden, output: output, bias: -3, times: [1, 1, 0.5, 0, -0.5, -1, -2, -3, -4])
  }()

  static func report(
    _ id: String, _ text: String, title: String? = nil, day: Int? = nil,
    mentions: [Mention] = []
  ) -> ReadReport {
    let frozen = FrozenText(text)
    return ReadReport(
      report: Report(
        id: ReportID(id), title: title,
        published: day.map { PublicationTime(CalendarDate(dayNumber: 19_000 + $0)) },
        sha256: SHA256Digest(hex: String(repeating: "0", count: 64)), text: frozen,
        blocks: [TextBlock(.paragraph, TextSpan(0, frozen.byteCount))]),
      mentions: mentions, analysed: true)
  }

  static func features(_ id: String, _ text: String, day: Int? = nil) -> (
    id: ReportID, features: StoryFeatures
  ) {
    (ReportID(id), StoryFeatures(report(id, text, day: day), background: background))
  }

  /// Seeded reports: `topics` events of four to nine words, from which each report takes most.
  static func stream(
    _ count: Int, topics: Int, seed: UInt64, dated: Bool = true
  ) -> [(id: ReportID, features: StoryFeatures)] {
    var random = SeededNumbers(state: seed)
    return (0..<count).map { number in
      let topic = Int(random.next() % UInt64(topics))
      var words: [String] = []
      for word in 0..<8 where random.next() % 4 != 0 { words.append("topic\(topic)word\(word)x") }
      // A neighbouring event's words make bridges.
      for word in 0..<8 where random.next() % 6 == 0 {
        words.append("topic\((topic + 1) % topics)word\(word)x")
      }
      for _ in 0..<3 { words.append("common\(random.next() % 40)") }
      let day = dated && random.next() % 8 != 0 ? topic * 3 + Int(random.next() % 6) : nil
      return features("r\(number)", words.joined(separator: " "), day: day)
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
