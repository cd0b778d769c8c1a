import SaysoRecords
import Testing

@testable import SaysoClaims

@Suite struct AntecedentRankerTests {
  private func story(_ contents: [[String]]) -> ClaimStory {
    var statements: [ClaimStatement] = []
    for (report, own) in contents.enumerated() {
      for (order, content) in own.enumerated() {
        statements.append(
          ClaimStatement(
            statement: Statement(
              id: StatementID("\(report)-\(order)"), kind: .indirect, stance: .asserts,
              confidence: Confidence(0.9), speaker: nil, cue: nil,
              content: Passage(stored: [TextSpan(0, content.utf8.count)], words: [content])),
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
    #expect(AntecedentWeights.pairs.allSatisfy { $0.count == AntecedentFeatures.names.count })
    #expect(AntecedentWeights.opening.count == AntecedentFeatures.openingNames.count)
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

  @Test func `a story of many statements has few candidates each`() {
    let many = (0..<300).map { ["the bridge at Varn was closed on day \($0)"] }
    let features = AntecedentFeatures(story(many))
    #expect((0..<features.count).allSatisfy { features.candidates(of: $0).count <= 52 })
  }
}
