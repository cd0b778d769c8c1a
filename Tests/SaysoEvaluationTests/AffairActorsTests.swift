import SaysoRecords
import SaysoStories
import Testing

@testable import SaysoEvaluation

struct AffairActorsTests {
  private let gold = """
    {"actors":[{"name":"Taras Velynsky","aliases":["Taras Velynskyy","Velynsky","the line"]},
    {"name":"Marta Olsk","aliases":["the line"]}]}
    """

  @Test func `pairs of names are right, missed or wrong`() throws {
    func actor(_ report: String, _ name: String) -> ReportActor {
      ReportActor(report: ReportID(report), story: report, name: name, type: .person)
    }
    let directory = ActorDirectory(
      [
        actor("a", "Taras Velynsky"), actor("b", "Taras Velynskyy"), actor("c", "Velynsky"),
        actor("d", "Marta Olsk"),
      ],
      decisions: [ActorDecision(number: 1, .merge(.init("Velynsky"), .init("Marta Olsk")))])
    let found = try AffairActors(gold: Array(gold.utf8), directory, place: "here")
    #expect(found.names == 4 && found.right == 1)
    #expect(found.missed.count == 2 && found.wrong.count == 1)
    #expect(found.rows("x").map(\.measure) == ["x pairs of names F1", "x reports' actors B3 F1"])
  }
}
