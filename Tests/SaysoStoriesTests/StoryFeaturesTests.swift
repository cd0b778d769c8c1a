import SaysoLearning
import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct StoryFeaturesTests {
  static func features(_ read: ReadReport) -> StoryFeatures {
    StoryFeatures(read, background: StoryCases.background)
  }

  static func key(_ stem: String) -> UInt32 {
    UInt32(truncatingIfNeeded: FeatureHash.of(stem) >> 32)
  }

  @Test func `features come back from their bytes`() {
    for seed in UInt64(1)...20 {
      for report in StoryCases.stream(3, topics: 2, seed: seed) {
        #expect(StoryFeatures(bytes: report.features.bytes) == report.features)
      }
    }
    let empty = StoryFeaturesTests.features(StoryCases.report("e", ""))
    #expect(StoryFeatures(bytes: empty.bytes) == empty)
  }

  @Test func `bytes that are cut, longer or of another version are no features`() {
    let bytes = StoryCases.features("a", "ferry sinks in the harbour of Lornesund", day: 2)
      .features.bytes
    for count in bytes.indices { #expect(StoryFeatures(bytes: Array(bytes[..<count])) == nil) }
    #expect(StoryFeatures(bytes: bytes + [0]) == nil)
    #expect(StoryFeatures(bytes: [bytes[0] + 1] + bytes.dropFirst()) == nil)
  }

  @Test func `a long report keeps its weightiest words and its length`() {
    let text = (0..<900).map { "word\($0)x" }.joined(separator: " ") + " dyke dyke dyke"
    let features = StoryFeaturesTests.features(StoryCases.report("long", text))
    #expect(features.words.count == StoryFeatures.mostWords)
    #expect(features.pairs.count == StoryFeatures.mostPairs)
    #expect(features.length == 903)
    #expect(features.words.contains { $0.key == StoryFeaturesTests.key("dyke") })
    #expect(features.bytes.count < 1700)
  }

  @Test func `words know their parts`() throws {
    let name = Mention(
      passage: Passage(stored: [TextSpan(0, 10)], words: ["Ina Sorvik"]), type: .person,
      actor: "Ina Sorvik")
    let read = StoryCases.report(
      "a", "Ina Sorvik closed 12 mills.", title: "Mills closed", mentions: [name])
    let features = StoryFeaturesTests.features(read)
    func role(_ stem: String) -> StoryFeatures.Role? {
      features.words.first { $0.key == StoryFeaturesTests.key(stem) }?.role
    }
    #expect(role("sorvik") == [.lead, .person])
    #expect(role("mill") == [.title, .lead])
    #expect(role("clos") == [.title, .lead])
    #expect(role("12") == [.lead, .number])
  }

  @Test(arguments: [
    ("policies", "polici"), ("ships", "ship"), ("stopped", "stop"), ("falling", "fall"),
    ("passes", "pass"), ("crisis", "crisis"), ("king", "king"), ("quickly", "quick"), ("ed", "ed"),
    ("bring", "bring"), ("closed", "clos"), ("closes", "clos"), ("reported", "report"),
  ])
  func `endings are cut`(_ word: String, _ stem: String) {
    var bytes = Array(word.utf8)
    StoryStem.cut(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == stem)
  }

  @Test func `clitics, curly marks and commas in numbers make no other words`() {
    func hashes(_ text: String) -> [UInt64] {
      StoryWords.words(of: Array(text.utf8)).map(\.hash)
    }
    #expect(hashes("Mirhold’s dam") == hashes("Mirhold's dam"))
    #expect(hashes("Mirhold’s dam") == hashes("Mirhold dam"))
    #expect(hashes("12,000 homes — gone…") == hashes("12000 home gone"))
    #expect(hashes("\u{201C}Žaneta\u{201D}\u{A0}fled") == hashes("Žaneta fled"))
    #expect(hashes("").isEmpty && hashes("’’ … 's").count <= 1)
  }

  @Test func `scores are the same both ways and near one for a copy`() {
    let reports = StoryCases.stream(30, topics: 3, seed: 9).map { StoryProfile($0.features) }
    for a in reports {
      for b in reports {
        #expect(StoryPairScorer.inputs(a, b) == StoryPairScorer.inputs(b, a))
        #expect(StoryCases.scorer.score(a, b) == StoryCases.scorer.score(b, a))
      }
      #expect(abs(StoryPairScorer.inputs(a, a)[0] - 1) < 1e-4)
    }
  }

  @Test(arguments: [(Float(0), Float(0.5)), (2, 0.880797), (-2, 0.119203), (40, 1), (-40, 0)])
  func `log-odds are probabilities`(_ odds: Float, _ likelihood: Float) {
    #expect(abs(Likelihood.of(odds) - likelihood) < 1e-5)
  }
}
