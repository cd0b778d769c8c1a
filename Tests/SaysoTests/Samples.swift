import Foundation
import Sayso

/// The folder of the package.
let packageFolder: URL = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// A digest that no report has.
let noDigest = SHA256Digest(hex: String(repeating: "0", count: 64))

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

/// A report with every kind of record, in a text whose characters have one to four bytes.
func sampleRead() -> ReadReport {
  let text = FrozenText(
    "😀 “It was us,” Zoë Brandt admitted on Friday, “and about 12 of our men.”\nTokyo (東京) denied it."
  )
  let report = Report(
    id: ReportID("r-1"), title: "A \"title\"", url: "https://courier.example/1",
    outlet: "The Courier", agency: nil,
    published: CalendarDate(iso: "2031-03-14").map { PublicationTime($0) }, language: "en",
    sha256: noDigest, text: text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
  return ReadReport(
    report: report,
    statements: [
      Statement(
        id: StatementID("r-1.1"), kind: .direct, stance: .confirms, confidence: Confidence(0.9312),
        speaker: Speaker(
          passage: passage("Zoë Brandt", in: text), actor: "Zoë Brandt", named: true),
        cue: passage("admitted", in: text),
        content: passage("“It was us,”", "“and about 12 of our men.”", in: text),
        chain: [Relay(passage: passage("Tokyo", in: text), actor: nil)], said: "2031-03-14"),
      Statement(
        id: StatementID("r-1.2"), kind: .indirect, stance: .denies, confidence: Confidence(1),
        speaker: nil, cue: nil, content: passage("it.", in: text)),
    ],
    mentions: [
      Mention(passage: passage("Zoë Brandt", in: text), type: .person, actor: "Zoë Brandt"),
      Mention(passage: passage("Tokyo", in: text), type: .location, actor: nil),
    ],
    dates: [
      TimeExpression(passage: passage("on Friday", in: text), kind: .date, value: "2031-03-14")
    ],
    figures: [
      Figure(
        passage: passage("about 12 of our men", in: text), low: 12, high: nil, bound: .about,
        unit: "person", counts: "men")
    ], analysed: true)
}

/// A group's statement about a day to come, with a part of a figure.
func groupRead() -> ReadReport {
  let text = FrozenText("Harl and Nordbau said 3 of the 14 piers would be closed by March. 9 stay.")
  let whole = passage("the 14 piers", in: text)
  func figure(_ passage: Passage, _ value: Double, whole: TextSpan? = nil) -> Figure {
    Figure(
      passage: passage, low: value, high: value, bound: .exactly, unit: nil, counts: "piers",
      whole: whole)
  }
  return ReadReport(
    report: Report(id: ReportID("r-2"), sha256: noDigest, text: text, blocks: []),
    statements: [
      Statement(
        id: StatementID("r-2.1"), kind: .indirect, stance: .plans, confidence: Confidence(0.5),
        speaker: Speaker(
          passage: passage("Harl and Nordbau", in: text), actor: nil, named: true,
          members: ["Harl", "Nordbau"]), cue: passage("said", in: text),
        content: passage("3 of the 14 piers would be closed by March", in: text),
        holds: "2031-03")
    ],
    figures: [
      figure(passage("3", in: text), 3, whole: whole.extent), figure(whole, 14),
      figure(passage("9", in: text), 9),
    ], analysed: true)
}
