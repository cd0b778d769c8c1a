import Foundation
import Sayso
import SaysoRecords
import Testing

@testable import SaysoExport

/// A digest that no report has.
let noDigest = SHA256Digest(hex: String(repeating: "0", count: 64))

/// The time of every export here.
let exportTime = "2031-03-20T12:00:00Z"

/// The words of `text` as a passage, each piece at its first place after the one before.
func passage(_ pieces: String..., in text: FrozenText) -> Passage {
  var start = 0
  var spans: [TextSpan] = []
  for piece in pieces {
    let bytes = Array(piece.utf8)
    while !text.bytes[start...].starts(with: bytes) { start += 1 }
    spans.append(TextSpan(start, start + bytes.count))
    start += bytes.count
  }
  return Passage(spans, in: text)
}

/// A day.
private func published(_ iso: String) -> PublicationTime? {
  CalendarDate(iso: iso).map { PublicationTime($0, timeSuffix: "T09:30:00Z") }
}

/// A report whose words, title, address and id have every sign that some format takes for its own.
func hostileRead() -> ReadReport {
  let text = FrozenText(
    """
    😀 “It was <b>us</b> & \"them\",” Zoë Brandt admitted on Friday, “and about 12 of our men.”
    =2+3 “said”, an official of the harbour said, [[closing]] *all* #piers.
    “</script><script>alert(1)</script>” was also said.
    """)
  let report = Report(
    id: ReportID("../r,1\n\"x\""), title: "A \"title\": <i>one</i>, [[two]] #three\nTY  - BOOK",
    url: "javascript:alert(1)", outlet: "The Courier: & Co", agency: nil, byline: "By Ann Noun",
    published: published("2031-03-14"), language: "en", topics: ["ports\r\nER  - ", "strikes"],
    sha256: noDigest, text: text,
    blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
  return ReadReport(
    report: report,
    statements: [
      Statement(
        id: StatementID("h.1"), kind: .direct, stance: .confirms, confidence: Confidence(0.9312),
        speaker: Speaker(
          passage: passage("Zoë Brandt", in: text), actor: "Zoë Brandt", named: true),
        cue: passage("admitted", in: text),
        content: passage(
          "“It was <b>us</b> & \"them\",”", "“and about 12 of our men.”", in: text),
        said: "2031-03-13"),
      Statement(
        id: StatementID("h.2"), kind: .indirect, stance: .asserts, confidence: Confidence(0.5),
        speaker: Speaker(
          passage: passage("an official of the harbour", in: text),
          actor: "an official of the harbour", named: false), cue: passage("said", in: text),
        content: passage("=2+3 “said”", "[[closing]] *all* #piers", in: text)),
      Statement(
        id: StatementID("h.3"), kind: .direct, stance: .asserts, confidence: Confidence(0.25),
        speaker: nil, cue: nil,
        content: passage("“</script><script>alert(1)</script>”", in: text)),
    ],
    mentions: [
      Mention(passage: passage("Zoë Brandt", in: text), type: .person, actor: "Zoë Brandt")
    ],
    figures: [
      Figure(
        passage: passage("about 12 of our men", in: text), low: 12, high: 12, bound: .about,
        unit: "person", counts: "men")
    ], analysed: true)
}

/// A later report of another outlet about the same, with a group, a relay and a denial.
func plainRead() -> ReadReport {
  let text = FrozenText(
    "Zoë Brandt and the Harbour Ministry denied that 東京 sent the men, state radio reported.")
  return ReadReport(
    report: Report(
      id: ReportID("r-2"), title: "Ministry answers", url: "https://quay.example/a_(1)?x=1&y=2",
      outlet: "Quay News", agency: "BGN", published: published("2031-03-15"), language: "en",
      sha256: noDigest, text: text,
      blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))]),
    statements: [
      Statement(
        id: StatementID("p.1"), kind: .indirect, stance: .denies, confidence: Confidence(0.8),
        speaker: Speaker(
          passage: passage("Zoë Brandt and the Harbour Ministry", in: text), actor: nil,
          named: true, members: ["Zoë Brandt", "Harbour Ministry"]),
        cue: passage("denied", in: text), content: passage("that 東京 sent the men", in: text),
        chain: [Relay(passage: passage("state radio", in: text), actor: "state radio")])
    ],
    mentions: [
      Mention(passage: passage("Zoë Brandt", in: text), type: .person, actor: "Zoë Brandt"),
      Mention(
        passage: passage("Harbour Ministry", in: text), type: .organization,
        actor: "Harbour Ministry"),
      Mention(passage: passage("東京", in: text), type: .location, actor: "東京"),
    ], analysed: true)
}

/// A report in which nobody says anything.
func silentRead() -> ReadReport {
  let text = FrozenText("Rain fell.")
  return ReadReport(
    report: Report(id: ReportID("r-3"), sha256: noDigest, text: text, blocks: []), analysed: true)
}

/// A ledger with the reports above, and exports of it.
struct SampleLedger {
  let folder: TemporaryFolder
  let export: Export

  init(_ reads: [ReadReport] = [hostileRead(), plainRead(), silentRead()]) throws {
    folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let ledger = try Ledger(addingTo: path)
    for read in reads {
      _ = try ledger.add(read, stamp: ModelStamp("toy"), now: "2031-03-16T08:00:00Z")
    }
    try ledger.close()
    export = Export(desk: try Desk(asking: path), now: exportTime)
  }

  /// What a format gives of all reports together.
  func bytes(_ format: ExportFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try export.write(format, of: ExportSelection(.together)) { bytes += $0 }
    return bytes
  }

  /// The same as text.
  func text(_ format: ExportFormat) throws -> String {
    String(decoding: try bytes(format), as: UTF8.self)
  }

  /// The same as JSON.
  func json(_ format: ExportFormat) throws -> JSONTree { try JSONTree(try bytes(format)) }

  /// The same as JSON, line by line.
  func lines(_ format: ExportFormat) throws -> [JSONTree] {
    try bytes(format).split(separator: 10).map { try JSONTree($0) }
  }
}

/// The text of code points `start` to `end`.
func points(_ text: FrozenText, _ start: Int, _ end: Int) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: Array(text.string.unicodeScalars)[start..<end])
  return String(view)
}
