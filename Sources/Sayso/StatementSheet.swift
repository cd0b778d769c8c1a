public import SaysoLedger
public import SaysoRecords

/// Statements as comma-separated values (RFC 4180), one on a line, for spreadsheets.
///
/// Lines end in a line feed alone. Words of several pieces are joined by " … "; spans are left to
/// the JSON.
public enum StatementSheet {
  /// The names of the columns, as the first line.
  public static let header: [UInt8] = Array(
    (columns.joined(separator: ",") + "\n").utf8)

  private static let columns = [
    "report", "title", "outlet", "agency", "published", "stance", "kind", "speaker", "actor",
    "named", "cue", "content", "chain", "said", "holds", "confidence", "statement",
  ]

  /// The statements of a report, a line for each.
  public static func lines(_ read: ReadReport) -> [UInt8] {
    let report = read.report
    return read.statements.flatMap { statement in
      line(
        [report.id.text, report.title, report.outlet, report.agency, report.published?.iso],
        statement)
    }
  }

  /// A statement of the ledger as a line; the ledger's answer names no agency.
  public static func line(_ found: FoundStatement) -> [UInt8] {
    line(
      [found.report.text, found.title, found.outlet, nil, found.published?.iso], found.statement)
  }

  private static func line(_ report: [String?], _ statement: Statement) -> [UInt8] {
    let speaker = statement.speaker
    let cells =
      report + [
        statement.stance.rawValue, statement.kind.rawValue, speaker?.passage.text,
        speaker.flatMap(who),
        speaker.map { $0.named ? "yes" : "no" }, statement.cue?.text, statement.content.text,
        statement.chain.map(\.passage.text).joined(separator: " < "), statement.said,
        statement.holds,
        String((statement.confidence.value * 1000).rounded() / 1000), statement.id.text,
      ]
    var bytes: [UInt8] = []
    for (number, cell) in cells.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell ?? "", to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The actor, or those of a group.
  private static func who(_ speaker: Speaker) -> String? {
    speaker.members.isEmpty ? speaker.actor : speaker.members.joined(separator: "; ")
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }
    guard needsQuotes else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
