import SaysoRecords
import Testing

@testable import SaysoStories

struct ReportActorReaderTests {
  /// A report whose names are marked: `[PER:Marta Olsk]`.
  private func read(_ marked: String, published: String? = nil) -> ReadReport {
    var text = ""
    var spans: [(NameType, Int, Int)] = []
    var rest = marked[...]
    while let open = rest.firstIndex(of: "[") {
      text += rest[..<open]
      let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
      let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      let start = text.utf8.count
      text += parts[1]
      spans.append((NameType(rawValue: String(parts[0])) ?? .miscellaneous, start, text.utf8.count))
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    let frozen = FrozenText(text)
    let report = Report(
      id: ReportID("r"), language: "en",
      sha256: SHA256Digest(hex: String(repeating: "0", count: 64)),
      text: frozen, blocks: [TextBlock(.paragraph, TextSpan(0, frozen.byteCount))])
    return ReadReport(
      report: report,
      mentions: spans.map { type, start, end in
        let passage = Passage([TextSpan(start, end)], in: frozen)
        return Mention(passage: passage, type: type, actor: passage.text)
      }, analysed: true)
  }

  @Test(
    "Offices are read from the words before and after a name",
    arguments: [
      ("Moldova's president [PER:Marta Olsk] spoke.", "MDA president"),
      ("The Moldovan president, [PER:Marta Olsk], spoke.", nil),
      ("[PER:Marta Olsk], the president of Moldova, spoke.", "MDA president"),
      ("On Monday President [PER:Olsk] spoke.", " president"),
      ("[ORG:Brenn Energy] CEO [PER:Marta Olsk] spoke.", "brenn energy chief executive"),
      ("Kremlin spokesman [PER:Jonas Brenn] spoke.", "RUS/kremlin spokesperson"),
      ("Former Moldovan Defence Minister [PER:Jonas Brenn] spoke.", "former MDA defense minister"),
      ("The harbour was closed, [PER:Jonas Brenn] said.", nil),
    ])
  func offices(text: String, key: String?) throws {
    let actors = ReportActor.all(in: read(text))
    let person = try #require(actors.first { $0.type == .person })
    #expect(person.offices.map(\.key) == (key.map { [$0] } ?? []))
  }

  @Test("An acronym in brackets right after a body's name is a form of it")
  func acronym() {
    let actors = ReportActor.all(in: read("The [ORG:Harbour Safety Board] (HSB) said no."))
    #expect(actors.first?.forms.map(\.words) == ["HSB", "Harbour Safety Board"])
  }
}
