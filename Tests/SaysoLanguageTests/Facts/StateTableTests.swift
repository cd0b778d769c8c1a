import SaysoLanguage
import Testing

struct StateTableTests {
  @Test("A state is found by every kind of name")
  func state() {
    let table = StateTable.shared
    #expect(table.state(named: "the D.P.R.K.")?.code == "PRK")
    #expect(table.state(named: "Türkiye")?.code == "TUR")
    #expect(table.state(demonym: "South Korean")?.code == "KOR")
    #expect(table.state(people: "Britons")?.code == "GBR")
    #expect(table.state(seatedAt: "Kiev")?.code == "UKR")
    #expect(table.state(named: "Olmar") == nil)
  }

  @Test("Codes are three capitals and stand once; every state has a name of its own")
  func codes() {
    let states = StateTable.shared.states
    #expect(states.count >= 195)
    #expect(Set(states.map(\.code)).count == states.count)
    #expect(Set(states.map(\.name)).count == states.count)
    for state in states {
      #expect(state.code.wholeMatch(of: /[A-Z]{3}/) != nil)
      #expect(StateTable.shared.state(named: state.name)?.code == state.code)
    }
  }
}
