#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import SaysoRecords

/// Links from words of saying to what was said, with how certain it was put: the SLINKs of MEANTIME
/// (Minard et al., 2016).
package struct SpeechLinkCorpus: Sendable {
  /// One link.
  package struct Link: Sendable {
    /// The words of saying.
    package let cue: TextSpan
    /// The event in what was said.
    package let event: TextSpan
    /// Whether it is put as certain and not as yet to come.
    package let isHeld: Bool
  }

  /// One report with its links.
  package struct Document: Sendable {
    /// What it is known by.
    package let id: String
    /// The text; lines are paragraphs.
    package let text: FrozenText
    /// The links in the order of the file.
    package let links: [Link]
  }

  /// The documents in the order of the lines.
  package let documents: [Document]

  /// Reads JSON lines; a line that cannot be read throws `DecodingError`.
  package init(jsonLines bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    documents = try bytes.split(separator: 0x0A).map { line in
      SpeechLinkCorpus.document(try decoder.decode(Line.self, from: Data(line)))
    }
  }

  private struct Line: Decodable {
    struct Mention: Decodable {
      let id: String
      let start: Int
      let end: Int
      let attrs: [String: String]?
    }
    struct Relation: Decodable {
      let tag: String
      let source: [String]
      let target: [String]
    }
    let doc: String
    let text: String
    let mentions: [Mention]
    let relations: [Relation]
  }

  private static func document(_ line: Line) -> Document {
    let text = FrozenText(line.text)
    let index = CodePointIndex(text)
    func span(_ mention: Line.Mention) -> TextSpan {
      TextSpan(index.byte(mention.start), index.byte(mention.end))
    }
    let mentions = Dictionary(line.mentions.map { ($0.id, $0) }) { first, _ in first }
    let links = line.relations.compactMap { relation -> Link? in
      guard relation.tag == "SLINK", let cue = relation.source.first.flatMap({ mentions[$0] }),
        let event = relation.target.first.flatMap({ mentions[$0] }),
        let attributes = event.attrs, let certainty = attributes["certainty"],
        let time = attributes["time"]
      else { return nil }
      return Link(
        cue: span(cue), event: span(event),
        isHeld: certainty == "CERTAIN" && time != "FUTURE"
          && attributes["special_cases"] != "COND_MAIN_CLAUSE")
    }
    return Document(id: line.doc, text: text, links: links)
  }
}
