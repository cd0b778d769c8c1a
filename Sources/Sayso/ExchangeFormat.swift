public import SaysoReading
public import SaysoRecords

/// The JSON that every face gives out: one object on a line, members in a fixed order, spans as
/// code points of `text`.
///
/// Published as JSON Schema in docs/ (`read.schema.json` and its neighbours).
public enum ExchangeFormat {
  /// A report with everything read out of it, as one line with its line break.
  ///
  /// `analysed` appears only where it is false, so that an empty list of statements cannot be
  /// mistaken for a report in which nobody spoke.
  public static func line(_ read: ReadReport) -> [UInt8] {
    let points = CodePoints(
      of: read.passages, and: read.figures.compactMap(\.whole), in: read.report.text)
    let figures = StatementFigures(read.figures)
    var json = JSONWriter()
    json.object { json in
      metadata(read.report, &json)
      text(read.report, &json)
      json.name("statements")
      json.array(read.statements) { json, statement in
        json.object { json in
          members(of: statement, points, &json)
          json.name("figures")
          json.array(figures.indices(in: statement.content)) { $0.value($1) }
        }
      }
      json.name("mentions")
      json.array(read.mentions) { mention($1, points, &$0) }
      json.name("dates")
      json.array(read.dates) { date($1, points, &$0) }
      json.name("figures")
      json.array(read.figures) { figure($1, points, &$0) }
      if !read.analysed {
        json.name("analysed")
        json.value(false)
      }
    }
    json.endLine()
    return json.bytes
  }

  /// A report as read, without statements, and the file it came from: one line of `sayso text
  /// --json`.
  ///
  /// - Parameter explanation: why it was read so, as a member `explanation`, where it was asked for.
  public static func line(
    _ report: Report, file: String, explanation: ReadingExplanation? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("file")
      json.value(file)
      metadata(report, &json)
      text(report, &json)
      if let explanation { self.explanation(explanation, &json) }
    }
    json.endLine()
    return json.bytes
  }

  // MARK: Parts

  private static func explanation(_ explanation: ReadingExplanation, _ json: inout JSONWriter) {
    json.name("explanation")
    json.object { json in
      json.name("format")
      json.value(explanation.format)
      json.name("encoding")
      json.value(explanation.encoding)
      json.name("sources")
      json.array(explanation.sources) { json, source in
        json.object { json in
          json.name("field")
          json.value(source.field)
          json.name("from")
          json.value(source.origin)
          json.name("value")
          json.value(source.value)
        }
      }
      json.name("omissions")
      json.array(explanation.omissions) { json, omission in
        json.object { json in
          json.name("reason")
          json.value(omission.reason)
          json.name("element")
          json.value(omission.element)
          json.name("words")
          json.value(omission.words)
          json.name("bytes")
          json.value(omission.byteCount)
        }
      }
    }
  }

  /// The members of a report's metadata, from `id` to `provenance`.
  static func metadata(_ report: Report, _ json: inout JSONWriter) {
    json.name("id")
    json.value(report.id.text)
    json.name("title")
    json.value(report.title)
    json.name("subtitle")
    json.value(report.subtitle)
    json.name("url")
    json.value(report.url)
    json.name("outlet")
    json.value(report.outlet)
    json.name("agency")
    json.value(report.agency)
    json.name("byline")
    json.value(report.byline)
    json.name("published")
    json.value(report.published?.iso)
    json.name("modified")
    json.value(report.modified?.iso)
    json.name("section")
    json.value(report.section)
    json.name("caption")
    json.value(report.caption)
    json.name("extent")
    json.value(report.extent.rawValue)
    json.name("language")
    json.value(report.language)
    json.name("sha256")
    json.value(report.sha256.hex)
    json.name("provenance")
    if let provenance = report.provenance {
      json.object { members(of: provenance, &$0) }
    } else {
      json.null()
    }
  }

  private static func members(of provenance: Provenance, _ json: inout JSONWriter) {
    json.name("address")
    json.value(provenance.address)
    json.name("retrieved")
    json.value(provenance.retrieved)
    json.name("container")
    json.value(provenance.container)
    json.name("digest")
    json.value(provenance.statedDigest)
  }

  private static func text(_ report: Report, _ json: inout JSONWriter) {
    json.name("text")
    json.value(utf8: report.text.bytes)
  }

  /// The members of a statement, from `id` to `holds`, and `corrected` where a person put something
  /// right.
  static func members(of statement: Statement, _ points: CodePoints, _ json: inout JSONWriter) {
    json.name("id")
    json.value(statement.id.text)
    json.name("kind")
    json.value(statement.kind.rawValue)
    json.name("stance")
    json.value(statement.stance.rawValue)
    json.name("confidence")
    json.value(thousandths: statement.confidence.value)
    json.name("speaker")
    if let speaker = statement.speaker {
      json.object { json in
        words(speaker.passage, points, &json)
        json.name("actor")
        json.value(speaker.actor)
        json.name("named")
        json.value(speaker.named)
        if !speaker.members.isEmpty {
          json.name("actors")
          json.array(speaker.members) { $0.value($1) }
        }
      }
    } else {
      json.null()
    }
    json.name("cue")
    if let cue = statement.cue {
      json.object { words(cue, points, &$0) }
    } else {
      json.null()
    }
    json.name("content")
    json.object { words(statement.content, points, &$0) }
    json.name("chain")
    json.array(statement.chain) { json, relay in
      json.object { json in
        words(relay.passage, points, &json)
        json.name("actor")
        json.value(relay.actor)
      }
    }
    json.name("said")
    json.value(statement.said)
    json.name("holds")
    json.value(statement.holds)
    corrected(statement.corrected, &json)
  }

  /// What a person put right, where there is anything.
  static func corrected(_ fields: [CorrectedField], _ json: inout JSONWriter) {
    guard !fields.isEmpty else { return }
    json.name("corrected")
    json.array(fields) { $0.value($1.rawValue) }
  }

  private static func words(
    _ passage: Passage, _ points: CodePoints, _ json: inout JSONWriter
  ) {
    json.name("text")
    json.value(passage.text)
    json.name("spans")
    json.array(passage.spans) { span($1, points, &$0) }
  }

  static func span(_ span: TextSpan, _ points: CodePoints, _ json: inout JSONWriter) {
    json.array([span.start, span.end]) { $0.value(points.count(before: $1)) }
  }

  private static func place(_ passage: Passage, _ points: CodePoints, _ json: inout JSONWriter) {
    json.name("text")
    json.value(passage.text)
    json.name("span")
    span(passage.extent, points, &json)
  }

  private static func mention(
    _ mention: Mention, _ points: CodePoints, _ json: inout JSONWriter
  ) {
    json.object { json in
      place(mention.passage, points, &json)
      json.name("type")
      json.value(mention.type.rawValue)
      json.name("actor")
      json.value(mention.actor)
    }
  }

  private static func date(
    _ date: TimeExpression, _ points: CodePoints, _ json: inout JSONWriter
  ) {
    json.object { json in
      place(date.passage, points, &json)
      json.name("type")
      json.value(date.kind.rawValue)
      json.name("value")
      json.value(date.value)
    }
  }

  static func figure(
    _ figure: Figure, _ points: CodePoints, _ json: inout JSONWriter
  ) {
    json.object { json in
      place(figure.passage, points, &json)
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
      json.name("whole")
      if let whole = figure.whole { span(whole, points, &json) } else { json.null() }
    }
  }
}
