import Testing

@testable import SaysoWeb

@Suite struct SourceWayTests {
  private func words(_ way: SourceWay) -> [String] {
    way.nodes.map { node in
      ["role", "name", "look", "note"].map { node[$0] as? String ?? "?" }.joined(separator: "|")
    }
  }

  @Test func `a way goes from the speaker over the relays to the outlet`() {
    let way = SourceWay(
      actor: "Ada Tolv", isNamed: true, actorHref: "/actors/Ada", chain: ["state radio", "a memo"],
      outlet: "The Quay", outletHref: "/reports/r#s-1", missing: ["a memo"])
    #expect(
      words(way) == [
        "speaker|Ada Tolv||", "relay|state radio||", "relay|a memo||not in the ledger",
        "outlet|The Quay||",
      ])
    #expect(way.nodes.map { $0["isFirst"] as? Bool } == [true, false, false, false])
  }

  @Test func `unnamed and unknown ones are shown as such`() {
    let unnamed = SourceWay(
      actor: "a senior official", isNamed: false, actorHref: "/a", chain: [], outlet: nil,
      outletHref: "/r")
    #expect(
      words(unnamed) == [
        "speaker|a senior official|unnamed|unnamed", "outlet|no outlet known|unknown|",
      ]
    )
    let unknown = SourceWay(
      actor: nil, isNamed: false, actorHref: "/a", chain: [], outlet: "The Quay", outletHref: "/r")
    #expect(words(unknown)[0] == "speaker|nobody named|unknown|")
    #expect(unknown.nodes[0]["hasHref"] as? Bool == false)
  }
}
