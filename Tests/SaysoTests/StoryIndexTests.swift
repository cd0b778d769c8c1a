import Foundation
import SaysoLedger
import Testing

@testable import Sayso

@Suite struct StoryIndexTests {
  private let noon = "2031-03-20T12:00:00Z"

  /// Reports of nine invented events, some of them copies, with a statement each.
  private func reports() -> [ReadReport] {
    // What makes an event its own: words that no other has.
    let marks = [
      "rust girders span cables rivets", "engine propeller hull rudder moorings",
      "pupils teachers classroom roof asbestos", "flour millstone wheat sluice bakers",
      "granite blasting dust conveyor lorries", "drilling lamps ventilation carriages rails",
      "spillway turbines reservoir valves flood", "stalls traders cheese awnings crowds",
      "bells clock masonry steeple scaffolding",
    ]
    let places = [
      "Varnholm", "Harl", "Elvane", "Osmark", "Tolv", "Brede", "Quist", "Aldane", "Norrby",
    ]
    let things = [
      "bridge", "ferry", "school", "mill", "quarry", "tunnel", "dam", "market", "tower",
    ]
    var reads: [ReadReport] = []
    for (event, (place, thing)) in zip(places, things).enumerated() {
      for number in 0..<(2 + event % 4) {
        let isCopy = number == 1 && event % 2 == 0
        let lines = [
          "The \(thing) of \(place): \(marks[event]).",
          "Mayor Ilse Strand said that the \(thing) would open again in May.",
          isCopy || number == 0
            ? "Of \(marks[event]) in \(place) \(marks[event]) had warned for years."
            : "\(place) counts \(number) \(thing)s; \(marks[event]) \(number).",
        ]
        let text = FrozenText(lines.joined(separator: "\n"))
        let words = "that the \(thing) would open again in May"
        reads.append(
          ReadReport(
            report: Report(
              id: ReportID("r\(event)-\(number)"),
              title: "\(place) and its \(thing): \(marks[event].prefix(12))",
              outlet: "Outlet \(number)",
              published: CalendarDate(iso: "2031-03-0\(event + 1)").map { PublicationTime($0) },
              language: "en", sha256: noDigest, text: text,
              blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))]),
            statements: [
              Statement(
                id: StatementID("r\(event)-\(number).1"), kind: .indirect, stance: .asserts,
                confidence: Confidence(0.9),
                speaker: Speaker(
                  passage: passage("Mayor Ilse Strand", in: text), actor: "Ilse Strand", named: true
                ),
                cue: passage("said", in: text), content: passage(words, in: text))
            ],
            mentions: [
              Mention(passage: passage(place, in: text), type: .location, actor: place)
            ], analysed: true))
      }
    }
    return reads
  }

  private func add(
    _ reads: [ReadReport], to ledger: Ledger, batch: Int, stamp: String = "toy"
  ) throws {
    for start in stride(from: 0, to: reads.count, by: batch) {
      let part = Array(reads[start..<min(start + batch, reads.count)])
      for result in try ledger.add(part, stamp: ModelStamp(stamp), now: noon) {
        _ = try result.get()
      }
      var index = try StoryIndex(ledger, model: ModelShelf().file("stories"))
      try index.take(part)
    }
  }

  private func briefs(_ path: String) throws -> [String] {
    try Desk(asking: path).briefs().map { String(decoding: ExchangeFormat.line($0), as: UTF8.self) }
  }

  private func madeAnew(_ path: String) throws -> [String] {
    let shelf = try StoryShelf(reading: try Ledger(asking: path), together: false)
    return try shelf.find().map {
      String(decoding: ExchangeFormat.line(try shelf.briefing(of: $0)), as: UTF8.self)
    }
  }

  @Test func `any order and any batches give the same briefs, and those made without an index`()
    throws
  {
    let folder = try TemporaryFolder()
    let reads = reports()
    try add(reads, to: try Ledger(addingTo: folder.file("0.db")), batch: reads.count)
    let expected = try briefs(folder.file("0.db"))
    #expect(expected.count > 5)
    #expect(expected.contains { $0.contains("\"origins\":1") })
    #expect(try madeAnew(folder.file("0.db")) == expected)
    var random = SeededNumbers(state: 3)
    for (number, batch) in [1, 4, 9].enumerated() {
      let path = folder.file("\(number + 1).db")
      try add(reads.shuffled(using: &random), to: try Ledger(addingTo: path), batch: batch)
      #expect(try briefs(path) == expected, "in batches of \(batch)")
      #expect(try madeAnew(path) == expected)
    }
  }

  @Test func `adding again changes nothing, and a changed report is grouped anew`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    let reads = reports()
    try add(reads, to: ledger, batch: 7)
    let before = try briefs(path)
    let generation = try ledger.storyState().generation
    for result in try ledger.add(reads, stamp: ModelStamp("toy"), now: noon) {
      #expect(try result.get() == .unchanged)
    }
    #expect(try briefs(path) == before)
    #expect(try ledger.storyState().generation == generation)
    // The first report now tells of another event.
    let changed = ReadReport(
      report: Report(
        id: reads[0].report.id, title: reads[9].report.title, published: reads[9].report.published,
        language: "en", sha256: noDigest, text: reads[9].report.text,
        blocks: reads[9].report.blocks), mentions: reads[9].mentions, analysed: true)
    try add([changed], to: ledger, batch: 1)
    #expect(try briefs(path) != before)
    #expect(try madeAnew(path) == briefs(path))
    try add(reads, to: ledger, batch: 5)
    #expect(try briefs(path) == before)
  }

  @Test func `an index that lags behind catches up when stories are asked for`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    let reads = reports()
    try add(Array(reads[..<8]), to: ledger, batch: 8)
    // A run that was killed before the index took them in.
    for result in try ledger.add(reads[8...], stamp: ModelStamp("toy"), now: noon) {
      _ = try result.get()
    }
    #expect(try ledger.storyState().pending == reads.count - 8)
    let caught = try briefs(path)
    #expect(try ledger.storyState().pending == 0)
    try add(reads, to: try Ledger(addingTo: folder.file("b.db")), batch: reads.count)
    #expect(try caught == briefs(folder.file("b.db")))
  }

  @Test func `an index of other weights, or a damaged one, is made anew`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    let reads = reports()
    try add(reads, to: ledger, batch: reads.count)
    let expected = try briefs(path)
    try ledger.clearStories(stamp: "other weights")
    #expect(try briefs(path) == expected)
    let model = try ModelShelf().file("stories")
    var damage = StoryChanges()
    damage.sketches = [
      StorySketch(report: reads[0].report.id, features: [9], shingles: [9], shingleCount: 1)
    ]
    #expect(try ledger.write(damage, onto: ledger.storyState().generation))
    var index = try StoryIndex(ledger, model: model)
    try index.catchUp { _ in }
    #expect(try briefs(path) == expected)
  }

  @Test func `two that take reports in at the same time lose none`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    let reads = reports()
    for result in try ledger.add(reads, stamp: ModelStamp("toy"), now: noon) {
      _ = try result.get()
    }
    let model = try ModelShelf().file("stories")
    var one = try StoryIndex(ledger, model: model)
    var other = try StoryIndex(ledger, model: model)
    try one.take(Array(reads[..<12]))
    try other.take(Array(reads[12...]))
    #expect(try ledger.storyState().pending == 0)
    #expect(try briefs(path) == madeAnew(path))
  }

  @Test func `a ledger that is read whole gives the stories of its index`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    do {
      let ledger = try Ledger(addingTo: path)
      for result in try ledger.add(reports(), stamp: ModelStamp("toy"), now: noon) {
        _ = try result.get()
      }
      try ledger.close()
    }
    let whole = try StoryShelf(reading: try Ledger(asking: path), together: false)
    let together = try StoryShelf(reading: try Ledger(asking: path), together: true)
    #expect(try together.count() == 1)
    #expect(try together.find().first?.reports.count == reports().count)
    #expect(try whole.find().map(\.id) == Desk(asking: path).stories().find().map(\.id))
  }

  @Test func `a story is found by its id, its beginning or words of its name`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    try add(reports(), to: try Ledger(addingTo: path), batch: 50)
    let shelf = try Desk(asking: path).stories()
    let story = try #require(try shelf.find("quarry tolv").first)
    #expect(try shelf.find(story.id) == [story])
    #expect(try shelf.find(String(story.id.prefix(12))) == [story])
    #expect(try shelf.count(of: "no such words") == 0)
    #expect(try shelf.count() == shelf.find().count)
    #expect(try shelf.find(most: 1).count == 1)
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
