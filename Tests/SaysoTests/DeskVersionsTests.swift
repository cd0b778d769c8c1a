import Foundation
import Testing

@testable import Sayso

struct DeskVersionsTests {
  private let noon = "2031-03-20T12:00:00Z"
  private let address = "https://courier.example/1"

  /// The sample under another stance, headline and text, as a later version.
  private func laterRead() -> ReadReport {
    let text = FrozenText("“It was us,” Zoë Brandt denied on Friday, “and about 15 of our men.”")
    return ReadReport(
      report: Report(
        id: ReportID("r-1"), title: "Another title", subtitle: "It was not", url: address,
        outlet: "The Courier", byline: "By Ann Oyd",
        published: CalendarDate(iso: "2031-03-14").map { PublicationTime($0) },
        modified: CalendarDate(iso: "2031-03-15").map { PublicationTime($0) }, section: "World",
        caption: "The harbour", provenance: Provenance(address: address, retrieved: noon),
        language: "en", sha256: noDigest, text: text, blocks: []),
      statements: [
        Statement(
          id: StatementID("r-1.1"), kind: .direct, stance: .denies, confidence: Confidence(0.9),
          speaker: Speaker(
            passage: passage("Zoë Brandt", in: text), actor: "Zoë Brandt", named: true),
          cue: passage("denied", in: text),
          content: passage("“It was us,”", "“and about 15 of our men.”", in: text))
      ],
      figures: [
        Figure(
          passage: passage("about 15 of our men", in: text), low: 15, high: nil, bound: .about,
          unit: "person", counts: "men")
      ], analysed: true)
  }

  @Test func `the versions of a report are told with what changed, and fit the schema`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    _ = try ledger.add(sampleRead(), stamp: ModelStamp("toy"), now: noon)
    _ = try ledger.add(laterRead(), stamp: ModelStamp("toy 2"), now: noon)
    let desk = try Desk(asking: path)
    var lines: [JSONTree] = []
    for name in ["r-1", "r", "http://www.courier.example/1/?utm_source=x"] {
      #expect(try desk.reports(named: name) == [ReportID("r-1")])
    }
    #expect(try desk.reports(named: "x") == [])
    try desk.versions(of: ReportID("r-1")) { version in
      let line = ExchangeFormat.line(version)
      #expect(try JSONSchema(named: "versions").problems(of: line) == [])
      lines.append(try JSONTree(line))
    }
    #expect(lines.compactMap { $0["version"]?.number } == [1, 2])
    #expect(lines[0]["since"] == JSONTree.null)
    let since = try #require(lines.last?["since"])
    #expect(since["sameModels"] == .bool(false))
    #expect(
      since["fields"]?.items?.compactMap { $0["field"]?.text }
        == ["title", "subtitle", "byline", "modified", "section", "caption"])
    let changes = try #require(since["changes"]?.items)
    #expect(changes.compactMap { $0["change"]?.text } == ["changed", "vanished"])
    #expect(
      changes[0]["aspects"]?.items?.compactMap(\.text) == ["stance", "figure", "words", "cue"])
    #expect(changes[0]["old"]?["content"]?["text"]?.text?.contains("12") == true)
    #expect(changes[0]["new"]?["figures"]?.items?.first?["low"]?.number == 15)
  }

  @Test func `the lines of a report with all its metadata fit their schemas`() throws {
    let read = laterRead()
    #expect(try JSONSchema(named: "read").problems(of: ExchangeFormat.line(read)) == [])
    let line = ExchangeFormat.line(read.report, file: "a.html")
    #expect(try JSONSchema(named: "text").problems(of: line) == [])
    let tree = try JSONTree(line)
    #expect(tree["byline"]?.text == "By Ann Oyd")
    #expect(tree["provenance"]?["retrieved"]?.text == noon)
    let added = ExchangeFormat.line(read, .newVersion(2), file: "a.html")
    #expect(try JSONSchema(named: "add").problems(of: added) == [])
  }

  /// A ledger that got a page from a server, and the page.
  private func fetched(_ folder: TemporaryFolder) throws -> (path: String, page: [UInt8]) {
    let path = folder.file("a.db")
    let page = Array(
      """
      <html><head><title>Ferry stays in port</title></head><body><article>
      <h1>Ferry stays in port</h1>
      <p>The ferry to Orvane stays in port until Monday, its owner said in a statement.</p>
      <p>Nobody was hurt when it ran aground on Friday, the coast guard of the island said.</p>
      </article></body></html>
      """.utf8)
    let ledger = try Ledger(addingTo: path)
    let retrieval = Retrieval(
      requested: address, address: address, retrieved: noon, status: 200, mediaType: "text/html",
      charset: "utf-8")
    try ledger.keep(snapshot: page, retrieval: retrieval)
    let file = SourceFile(
      name: address, bytes: page,
      origin: SourceFile.Origin(
        mediaType: "text/html", charset: "utf-8", address: address, retrieved: noon))
    let report = try #require(try ReportReader().readings(of: file).first?.get().report)
    _ = try ledger.add(
      ReadReport(report: report, analysed: false), stamp: ModelStamp("toy"), now: noon)
    return (path, page)
  }

  @Test func `verify reads the kept bytes again`() throws {
    let folder = try TemporaryFolder()
    let (path, _) = try fetched(folder)
    let verification = try Desk(verifying: path).verify()
    #expect(verification.findings == [])
    #expect(verification.notes == [])
    #expect(verification.snapshots == 1)
    #expect(verification.replayed == 1)
    #expect(try JSONSchema(named: "verify").problems(of: ExchangeFormat.line(verification)) == [])
  }

  @Test func `a text that is read differently now is a note and no finding`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    let digest = try ledger.keep(
      snapshot: Array("It rained on Friday, the mayor said.".utf8),
      retrieval: Retrieval(
        requested: address, address: address, retrieved: noon, status: 200,
        mediaType: "text/plain"))
    let report = Report(
      id: ReportID("r-1"), url: address, sha256: digest, text: FrozenText("It rained."), blocks: [])
    _ = try ledger.add(
      ReadReport(report: report, analysed: false), stamp: ModelStamp("toy"), now: noon)
    let verification = try Desk(verifying: path).verify()
    #expect(verification.isSound)
    #expect(verification.replayed == 0)
    #expect(verification.notes.map(\.problem).count == 1)
    #expect(verification.notes.first?.description.contains("read differently") == true)
    #expect(try JSONSchema(named: "verify").problems(of: ExchangeFormat.line(verification)) == [])
  }

  @Test func `a snapshot that is gone is one finding, and is not read again`() throws {
    let folder = try TemporaryFolder()
    let (path, _) = try fetched(folder)
    try FileManager.default.removeItem(atPath: path + ".snapshots")
    let verification = try Desk(verifying: path).verify()
    #expect(verification.findings.count == 1)
    #expect(verification.notes == [])
    #expect(verification.replayed == 0)
  }

  @Test func `a report that an older program named is told by the name that the ledger knows`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let text = "Number 1 said so."
    let older = ReportID(String(SHA256Digest(of: "https://post.example/1/".utf8).hex.prefix(16)))
    let ledger = try Ledger(addingTo: path)
    _ = try ledger.add(
      ReadReport(
        report: Report(
          id: older, url: "https://post.example/1/", sha256: noDigest, text: FrozenText(text),
          blocks: []), analysed: false), stamp: ModelStamp("toy"), now: noon)
    let file = try folder.write(
      "a.jsonl", #"{"url":"https://post.example/1/","title":"New","text":"\#(text)"}"# + "\n")
    var seen: [String] = []
    try await Desk(addingTo: path).add(
      Batch([file], jobs: 1), through: try Pipeline(engine: .fast), now: noon
    ) {
      if case .kept(let read, let addition, _, _) = $0 {
        seen.append("\(read.report.id) \(addition)")
      }
    }
    #expect(seen == ["\(older) newVersion(2)"])
  }
}
