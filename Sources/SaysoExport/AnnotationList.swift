internal import Sayso
internal import SaysoRecords

/// A story's statements as an AnnotationCollection of the W3C Web Annotation Data Model (2017), on one page.
///
/// Each piece of what was said is a target with two selectors: its place in code points of the report's text
/// (TextPositionSelector, section 4.2.5) and its words with those around them (TextQuoteSelector, 4.2.4).
struct AnnotationList {
  private let material: StoryMaterial
  /// Code points of context on each side, as Hypothesis takes them.
  private static let context = 32

  init(_ material: StoryMaterial) { self.material = material }

  /// The collection, as one line.
  var bytes: [UInt8] {
    let collection = "urn:sayso:story:" + PercentCode.text(material.story.id)
    let count = material.reads.map(\.statements.count).reduce(0, +)
    var json = JSONWriter()
    json.object { json in
      json.text("@context", "http://www.w3.org/ns/anno.jsonld")
      json.text("id", collection)
      json.text("type", "AnnotationCollection")
      json.text("label", material.story.name)
      json.name("total")
      json.value(count)
      json.name("first")
      json.object { json in
        json.text("id", collection + ":1")
        json.text("type", "AnnotationPage")
        json.name("startIndex")
        json.value(0)
        json.name("items")
        json.array(material.reads) { json, read in
          for row in StatementRow.all(of: read, in: material) { annotation(row, &json) }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func annotation(_ row: StatementRow, _ json: inout JSONWriter) {
    let statement = row.statement
    json.object { json in
      json.text("id", LinkedNames.statement(statement.id))
      json.text("type", "Annotation")
      json.name("motivation")
      json.array(["describing", "tagging"]) { $0.value($1) }
      json.name("created")
      json.value(material.now)
      json.name("generator")
      json.object { json in
        json.text("id", "urn:sayso:software:" + PercentCode.text(saysoVersion))
        json.text("type", "Software")
        json.text("name", "Sayso " + saysoVersion)
      }
      json.name("body")
      json.array(bodies(row)) { json, body in
        json.object { json in
          json.text("type", "TextualBody")
          json.text("purpose", body.purpose)
          json.text("format", "text/plain")
          json.text("value", body.value)
        }
      }
      json.name("target")
      json.array(statement.content.spans.indices) { json, place in
        target(row, place, &json)
      }
    }
  }

  private func bodies(_ row: StatementRow) -> [(purpose: String, value: String)] {
    let statement = row.statement
    var words =
      BriefSheet.who(row.actor ?? statement.speaker?.passage.text) + " "
      + statement.stance.rawValue
    if let cue = statement.cue { words += " (“\(cue.text)”)" }
    if !row.chain.isEmpty { words += " via " + row.chain.joined(separator: " < ") }
    if let day = row.day { words += ", " + day.iso }
    if let claim = row.claim {
      words += ". Claim \(claim.id.text): \(BriefSheet.quoted(claim.wording))"
    }
    return [
      (purpose: "describing", value: words),
      (purpose: "tagging", value: "stance:" + statement.stance.rawValue),
      (purpose: "tagging", value: "kind:" + statement.kind.rawValue),
    ] + (row.actor.map { [(purpose: "tagging", value: "actor:" + $0)] } ?? [])
      + row.corrected.map { (purpose: "tagging", value: "corrected:" + $0.rawValue) }
  }

  private func target(_ row: StatementRow, _ place: Int, _ json: inout JSONWriter) {
    let span = row.statement.content.spans[place]
    let text = row.report.text
    json.object { json in
      json.text("type", "SpecificResource")
      json.text("source", LinkedNames.page(row.report))
      json.name("selector")
      json.array([true, false]) { json, isPosition in
        json.object { json in
          json.text("type", isPosition ? "TextPositionSelector" : "TextQuoteSelector")
          if isPosition {
            json.name("start")
            json.value(row.spans[place].start)
            json.name("end")
            json.value(row.spans[place].end)
          } else {
            json.text("exact", row.statement.content.words[place])
            json.text("prefix", AnnotationList.before(span.start, in: text))
            json.text("suffix", AnnotationList.after(span.end, in: text))
          }
        }
      }
    }
  }

  static func before(_ end: Int, in text: FrozenText) -> String {
    var start = end
    var count = 0
    while start > 0, count < context {
      start -= 1
      if text.bytes[start] & 0xC0 != 0x80 { count += 1 }
    }
    return text.words(TextSpan(start, end))
  }

  static func after(_ start: Int, in text: FrozenText) -> String {
    var end = start
    var count = 0
    while end < text.byteCount {
      if text.bytes[end] & 0xC0 != 0x80 {
        guard count < context else { break }
        count += 1
      }
      end += 1
    }
    return text.words(TextSpan(start, end))
  }
}
