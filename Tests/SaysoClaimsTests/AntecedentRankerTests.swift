import SaysoRecords
import Testing

@testable import SaysoClaims

@Suite struct AntecedentRankerTests {
  /// A story of reports with what is said in each; `meanings` are told for the statements in order.
  private func story(_ contents: [[String]], meanings: [Meaning?] = []) -> ClaimStory {
    var statements: [ClaimStatement] = []
    for (report, own) in contents.enumerated() {
      for (order, content) in own.enumerated() {
        statements.append(
          ClaimStatement(
            statement: Statement(
              id: StatementID("\(report)-\(order)"), kind: .indirect, stance: .asserts,
              confidence: Confidence(0.9), speaker: nil, cue: nil,
              content: Passage(stored: [TextSpan(0, content.utf8.count)], words: [content]),
              meaning: statements.count < meanings.count ? meanings[statements.count] : nil),
            report: report, order: order, actor: "Speaker \(report)", named: true, chain: [],
            about: [], figures: [], sentence: content,
            day: CalendarDate(year: 2031, month: 3, day: 1)))
      }
    }
    return ClaimStory(
      reports: contents.indices.map {
        ClaimReport(
          id: ReportID("r\($0)"), outlet: nil, title: nil, day: nil, published: nil,
          origin: ReportID("r\($0)"))
      }, statements: statements)
  }

  @Test func `features and weights are as many as their names`() {
    let features = AntecedentFeatures(
      story([["the bridge at Varn was closed on Monday"], ["the Varn bridge has been shut"]]))
    #expect(features.features(0, 1).count == AntecedentFeatures.names.count)
    #expect(features.opening(0).count == AntecedentFeatures.openingNames.count)
    #expect(AntecedentWeights.pairs.count == AntecedentFeatures.regimes)
    let plain = AntecedentFeatures.names.firstIndex(of: "meanings known")
    #expect(AntecedentWeights.pairs.allSatisfy { $0.count == plain })
    #expect(
      AntecedentWeights.opening.count
        == AntecedentFeatures.openingNames.firstIndex(of: "meaning known"))
  }

  @Test func `what is taken over word by word is of the claim that it is taken from`() {
    let places = AntecedentRanker().places(
      AntecedentFeatures(
        story([
          ["the bridge at Varn was closed on Monday after a crack was found"],
          ["the price of bread rose by a tenth in Lindmoor"],
          ["the bridge at Varn was closed on Monday after a crack was found"],
        ])))
    #expect(places.map(\.head) == [0, 1, 0])
    #expect(places.allSatisfy { (0...1).contains($0.strength) })
  }

  @Test func `what means the same is compared, whatever its words`() {
    let contents = [["the pier is shut"], ["bread became dearer"], ["nobody may moor there"]]
    let plain = AntecedentFeatures(story(contents), comparingMeanings: true)
    #expect(plain.candidates(of: 2) == [])
    let told = AntecedentFeatures(
      story(contents, meanings: [Meaning([1, 0]), Meaning([0, 1]), Meaning([0.9, 0.1])]),
      comparingMeanings: true)
    #expect(told.candidates(of: 2) == [0])
    let names = AntecedentFeatures.names
    let features = told.features(0, 2)
    #expect(features[names.firstIndex(of: "meanings known") ?? 0] == 1)
    #expect(features[names.firstIndex(of: "meaning") ?? 0] > 0.9)
    #expect(told.opening(2).suffix(3)[AntecedentFeatures.openingNames.count - 3] == 1)
    #expect(plain.opening(2).suffix(3).allSatisfy { $0 == 0 })
  }

  @Test func `a story of many statements has few candidates each`() {
    let many = (0..<300).map { ["the bridge at Varn was closed on day \($0)"] }
    let features = AntecedentFeatures(story(many))
    #expect((0..<features.count).allSatisfy { features.candidates(of: $0).count <= 52 })
  }
}
