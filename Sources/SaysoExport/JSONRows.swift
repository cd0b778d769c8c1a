internal import Sayso
internal import SaysoRecords

/// Rows as JSON lines: the columns as members, unknown ones null; lists are arrays, and the content's
/// pieces have their spans.
enum JSONRows {
  /// A statement as a line.
  static func line(_ row: StatementRow) -> [UInt8] {
    let (report, statement) = (row.report, row.statement)
    var json = JSONWriter()
    json.object { json in
      json.name("statement")
      json.value(statement.id.text)
      json.name("report")
      json.value(report.id.text)
      json.name("title")
      json.value(report.title)
      json.name("outlet")
      json.value(report.outlet)
      json.name("agency")
      json.value(report.agency)
      json.name("url")
      json.value(report.url)
      json.name("published")
      json.value(report.published?.iso)
      json.name("said")
      json.value(statement.said)
      json.name("day")
      json.value(row.day?.iso)
      json.name("holds")
      json.value(statement.holds)
      json.name("speaker")
      json.value(statement.speaker?.passage.text)
      json.name("actor")
      json.value(row.actor)
      json.name("members")
      json.array(row.members) { $0.value($1) }
      json.name("named")
      if let speaker = statement.speaker { json.value(speaker.named) } else { json.null() }
      json.name("stance")
      json.value(statement.stance.rawValue)
      json.name("confidence")
      json.value(thousandths: statement.confidence.value)
      json.name("kind")
      json.value(statement.kind.rawValue)
      json.name("cue")
      json.value(statement.cue?.text)
      json.name("content")
      json.value(statement.content.text)
      json.name("chain")
      json.array(row.chain) { $0.value($1) }
      json.name("figures")
      json.array(row.figures) { figure($1, &$0) }
      json.name("sha256")
      json.value(report.sha256.hex)
      json.name("start")
      json.value(row.spans[0].start)
      json.name("end")
      json.value(row.spans[row.spans.count - 1].end)
      json.name("spans")
      json.array(row.spans) { json, span in
        json.array([span.start, span.end]) { $0.value($1) }
      }
      json.name("claim")
      json.value(row.claim?.id.text)
      json.name("wording")
      json.value(row.claim?.wording)
      json.name("corrected")
      json.array(row.corrected) { $0.value($1.rawValue) }
    }
    json.endLine()
    return json.bytes
  }

  private static func figure(_ figure: Figure, _ json: inout JSONWriter) {
    json.object { json in
      json.name("text")
      json.value(figure.passage.text)
      json.name("low")
      json.value(figure.low)
      json.name("high")
      json.value(figure.high)
      json.name("bound")
      json.value(figure.bound.rawValue)
      json.name("unit")
      json.value(figure.unit)
      json.name("counts")
      json.value(figure.counts)
    }
  }
}
