internal import Foundation
internal import SaysoRecords

/// Reads speakers out of MEANTIME: the agents of events of saying, with the corpus's instances
/// (Minard et al., "MEANTIME, the NewsReader Multilingual Event and Time Corpus", LREC 2016).
package enum MeantimeSpeakers {
  private struct Line: Decodable {
    struct Mention: Decodable {
      var id: String
      var start: Int
      var end: Int
      var text: String
      var attrs: [String: String]?
    }
    struct Relation: Decodable {
      var tag: String
      var source: [String]
      var target: [String]
      var attrs: [String: String]?
    }
    var doc: String
    var text: String
    var mentions: [Mention]
    var relations: [Relation]
  }

  /// The documents of our part of the corpus.
  package static func read(in data: String) throws -> [SpeakerDocument] {
    let path = "meantime/meantime.jsonl"
    return try CorpusFile.bytes(path, in: data).split(separator: 10).enumerated().map {
      number, bytes in
      do {
        return document(try JSONDecoder().decode(Line.self, from: Data(bytes)))
      } catch {
        throw EvaluationError(
          problem: "the line does not fit the format", place: "\(path):\(number + 1)",
          remedy: "fetch the corpus again", cause: error)
      }
    }
  }

  private static func document(_ line: Line) -> SpeakerDocument {
    let text = FrozenText(line.text)
    let index = CodePointIndex(text)
    let mentions = Dictionary(line.mentions.map { ($0.id, $0) }) { first, _ in first }
    func span(_ mention: Line.Mention) -> TextSpan {
      TextSpan(index.byte(mention.start), index.byte(mention.end))
    }
    let chains = line.relations.filter { $0.tag == "REFERS_TO" }.map { relation in
      relation.source.compactMap { mentions[$0] }.map { mention -> SpeakerDocument.Mention in
        let own = span(mention)
        // The corpus marks no heads: the last word before "of", "for" or a comma.
        let words = mention.text.split(separator: " ")
        let end = words.firstIndex { ["of", "for", ",", "in", "("].contains($0) } ?? words.count
        let head = end > 0 ? words[end - 1] : ""
        let start =
          own.start + words.prefix(max(0, end - 1)).reduce(0) { $0 + $1.utf8.count + 1 }
        return .init(
          span: own, head: TextSpan(start, start + head.utf8.count),
          isName: mention.attrs?["syntactic_type"]?.hasSuffix("NAM") ?? false)
      }.sorted { $0.span < $1.span }
    }
    let spoken = Set(line.relations.filter { $0.tag == "SLINK" }.flatMap(\.source))
    let agents = line.relations.filter { relation in
      relation.tag == "HAS_PARTICIPANT" && relation.attrs?["sem_role"] == "Arg0"
        && relation.source.contains(where: { spoken.contains($0) })
    }
    var start = 0
    let blocks = line.text.split(separator: "\n", omittingEmptySubsequences: false).map { part in
      let block = TextBlock(.paragraph, TextSpan(start, start + part.utf8.count))
      start += part.utf8.count + 1
      return block
    }
    return SpeakerDocument(
      id: line.doc, text: text, blocks: blocks.filter { !$0.span.isEmpty }, chains: chains,
      said: agents.flatMap(\.target).compactMap { mentions[$0] }.map { (span($0), []) })
  }
}
