import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct StoryNameTests {
  static func source(
    _ id: String, _ title: String?, opening: String = "", outlet: String? = nil, day: String? = nil
  ) -> StoryName.Source {
    StoryName.Source(
      id: ReportID(id), title: title, opening: opening, outlet: outlet,
      published: day.flatMap { CalendarDate(iso: $0) }.map { PublicationTime($0) })
  }

  @Test func `a story is called by the headline that shares most with the others`() {
    let reports = [
      StoryNameTests.source("a", "What we know so far", outlet: "Dawn", day: "2031-05-04"),
      StoryNameTests.source(
        "b", "Ferry sinks off Lornesund, crew rescued", outlet: "Coast", day: "2031-05-03"),
      StoryNameTests.source(
        "c", "Crew of sunken Lornesund ferry rescued", outlet: "Dawn", day: "2031-05-06"),
      StoryNameTests.source("d", "Ferry sinks", outlet: nil),
    ]
    let name = StoryName(reports, background: .empty)
    #expect(name.text == "Ferry sinks off Lornesund, crew rescued")
    #expect(name.outlets == ["Coast", "Dawn"])
    #expect(name.span?.lowerBound.iso == "2031-05-03")
    #expect(name.span?.upperBound.iso == "2031-05-06")
    #expect(StoryName(reports.reversed(), background: .empty) == name)
  }

  @Test(arguments: [
    ("Dam cracks | The Coast", "Dam cracks"), ("Dam cracks.", "Dam cracks"),
    (
      "Engineers warn that the Mirhold dam may not hold another week, as the valley below is cleared of people",
      "Engineers warn that the Mirhold dam may not hold another week"
    ),
    (
      "Engineers warn that the great Mirhold dam may not hold for another week as villages are cleared",
      "Engineers warn that the great Mirhold dam may not hold for another week as…"
    ),
  ])
  func `a long headline is cut`(_ title: String, _ name: String) {
    #expect(StoryName([StoryNameTests.source("a", title)], background: .empty).text == name)
  }

  @Test
  func `without headlines the first line of a text is the name, and without that there is none`() {
    let reports = [StoryNameTests.source("a", nil, opening: "A dam cracked on Monday.")]
    #expect(StoryName(reports, background: .empty).text == "A dam cracked on Monday")
    #expect(StoryName([StoryNameTests.source("a", nil)], background: .empty).text.isEmpty)
    #expect(StoryName([], background: .empty).span == nil)
  }
}
