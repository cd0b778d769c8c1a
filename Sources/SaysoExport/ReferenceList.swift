internal import Sayso
internal import SaysoRecords

/// A story's reports for reference managers: as RIS and as CSL-JSON.
struct ReferenceList {
  private let material: StoryMaterial

  init(_ material: StoryMaterial) { self.material = material }

  // MARK: - RIS

  /// Records of RIS (Research Information Systems, 2011) in UTF-8: tags of two signs, lines that end in CR LF.
  var ris: [UInt8] {
    var bytes: [UInt8] = []
    for read in material.reads {
      let report = read.report
      let day = report.published?.date
      let lines: [(String, String?)] =
        [
          ("TY", "NEWS"), ("TI", report.title ?? "Report without a title"),
          ("AU", ReferenceList.author(report)), ("T2", report.outlet), ("PB", report.agency),
          ("DA", day.map { $0.iso.split(separator: "-").joined(separator: "/") + "/" }),
          ("PY", day.map { String($0.iso.prefix(4)) }), ("SE", report.section),
          ("UR", report.url), ("LA", report.language),
          ("Y2", ReferenceList.retrieved(report)?.iso.split(separator: "-").joined(separator: "/")),
          ("N1", note(read)),
        ] + report.topics.map { ("KW", $0) } + [("ID", report.id.text)]
      for (tag, value) in lines {
        guard let value = value.map(ReferenceList.oneLine), !value.isEmpty else { continue }
        bytes += Array("\(tag)  - \(value)\r\n".utf8)
      }
      bytes += Array("ER  - \r\n\r\n".utf8)
    }
    return bytes
  }

  /// Words without line breaks and control characters, which would begin another field.
  private static func oneLine(_ words: String) -> String {
    words.unicodeScalars.split { scalar in
      scalar.value < 33 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029
    }.map { String($0) }.joined(separator: " ")
  }

  // MARK: - CSL-JSON

  /// An array of items (CSL-JSON 1.0).
  var csl: [UInt8] {
    var json = JSONWriter()
    json.array(material.reads) { json, read in
      let report = read.report
      json.object { json in
        json.text("id", report.id.text)
        json.text("type", "article-newspaper")
        json.text("title", report.title)
        json.text("container-title", report.outlet)
        json.text("section", report.section)
        if let author = ReferenceList.author(report) {
          json.name("author")
          json.array([author]) { json, author in json.object { $0.text("literal", author) } }
        }
        json.text("source", report.agency)
        ReferenceList.date("issued", report.published?.date, &json)
        ReferenceList.date("accessed", ReferenceList.retrieved(report), &json)
        json.text("URL", report.url)
        json.text("language", report.language)
        if !report.topics.isEmpty {
          json.text("keyword", report.topics.joined(separator: ", "))
        }
        json.text("note", note(read))
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func date(_ name: String, _ day: CalendarDate?, _ json: inout JSONWriter) {
    guard let day else { return }
    json.name(of: name)
    json.object { json in
      json.name("date-parts")
      json.array([[day.year, day.month, day.day]]) { json, parts in
        json.array(parts) { $0.value($1) }
      }
    }
  }

  // MARK: - Both

  private func note(_ read: ReadReport) -> String {
    "Sayso report \(read.report.id.text), \(BriefSheet.count(read.statements.count, "statement")), "
      + "SHA-256 \(read.report.sha256.hex)"
  }

  /// The author's line without the word that opens it; it is not parted into given and family names, which
  /// would be a guess.
  private static func author(_ report: Report) -> String? {
    guard let byline = report.byline else { return nil }
    let opening = byline.prefix(3).lowercased()
    return opening == "by " ? String(byline.dropFirst(3)) : byline
  }

  private static func retrieved(_ report: Report) -> CalendarDate? {
    report.provenance?.retrieved.flatMap { CalendarDate(iso: $0.prefix(10)) }
  }
}
