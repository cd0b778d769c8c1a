import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct StatementOriginTests {
  private let groups = SaysoStoriesTests.groups([
    InventedText.report(
      "a", InventedText.sentences(1, 9), outlet: "The Daily Post",
      published: InventedText.march(1)),
    InventedText.report(
      "b", InventedText.sentences(1, 9), outlet: "Herald", published: InventedText.march(2)),
    InventedText.report(
      "c", InventedText.sentences(2, 9), outlet: "Globe", published: InventedText.march(3)),
    InventedText.report(
      "d", InventedText.sentences(3, 9), outlet: "Daily Post", published: InventedText.march(4)),
    InventedText.report(
      "e", InventedText.sentences(4, 9), outlet: "Echo", agency: "NPA",
      published: InventedText.march(5)),
  ])

  @Test(
    "A statement has the origin of the report that it reaches us through",
    arguments: [
      ("b", nil, StatementOrigin.report(ReportID("a"))),
      ("c", nil, .report(ReportID("c"))),
      ("c", "the Daily Post", .report(ReportID("a"))),
      ("e", "DAILY POST", .report(ReportID("d"))),
      ("c", "NPA", .report(ReportID("e"))),
      ("c", "The Far Times", .cited("far times")),
      ("c", "Globe", .report(ReportID("c"))),
      ("c", "", .report(ReportID("c"))),
    ])
  func origins(_ report: String, _ outlet: String?, _ expected: StatementOrigin) {
    #expect(groups.origin(of: ReportID(report), from: outlet) == expected)
  }

  @Test("Who publishes is known by outlet and agency, whatever the article")
  func publishers() {
    #expect(groups.isPublisher("the Daily Post") && groups.isPublisher("npa"))
    #expect(!groups.isPublisher("Far Times"))
    #expect(groups.origin(of: ReportID("none"), from: nil) == nil)
  }
}
