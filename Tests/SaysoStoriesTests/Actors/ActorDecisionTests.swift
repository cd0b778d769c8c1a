import SaysoRecords
import Testing

@testable import SaysoStories

struct ActorDecisionTests {
  private func actor(_ report: String, _ name: String) -> ReportActor {
    ReportActor(report: ReportID(report), name: name, type: .person)
  }

  private var actors: [ReportActor] {
    [actor("a", "Marta Olsk"), actor("b", "Marta Olsk"), actor("c", "Marta Brenn")]
  }

  @Test("A merge holds for reports that come later, and is its own evidence")
  func merge() {
    let decision = ActorDecision(number: 1, .merge(.init("Marta Olsk"), .init("marta brenn")))
    let directory = ActorDirectory(actors + [actor("d", "Marta Brenn")], decisions: [decision])
    #expect(directory.records.count == 1)
    #expect(directory.records.first?.evidence.contains { $0.rule == .decision } == true)
  }

  @Test("A split takes one report's actor out, and both records have ids of their own")
  func split() {
    let decision = ActorDecision(number: 1, .split(.init("Marta Olsk", in: ReportID("b"))))
    let directory = ActorDirectory(actors, decisions: [decision])
    #expect(directory.records.count == 3)
    #expect(Set(directory.records.map(\.id)).count == 3)
  }

  @Test("A new name is shown instead of the commonest one")
  func rename() {
    let decision = ActorDecision(number: 1, .rename(.init("Marta Olsk"), "Dr. Marta Olsk"))
    let directory = ActorDirectory(actors, decisions: [decision])
    #expect(directory.record(of: "Marta Olsk", in: ReportID("a"))?.name == "Dr. Marta Olsk")
  }

  @Test("Of two decisions that contradict each other the later one holds, in any order of reading")
  func later() {
    let merge = ActorDecision(number: 1, .merge(.init("Marta Olsk"), .init("Marta Brenn")))
    let split = ActorDecision(number: 2, .split(.init("Marta Brenn")))
    let again = ActorDecision(number: 3, .merge(.init("Marta Brenn"), .init("Marta Olsk")))
    #expect(ActorDirectory(actors, decisions: [split, merge]).records.count == 2)
    #expect(ActorDirectory(actors, decisions: [again, merge, split]).records.count == 1)
  }

  @Test("A decision about names that no report has changes nothing")
  func unknown() {
    let decision = ActorDecision(number: 1, .merge(.init("Nobody"), .init("Marta Olsk")))
    #expect(ActorDirectory(actors, decisions: [decision]).records == ActorDirectory(actors).records)
  }
}
