internal import Foundation
package import SaysoRecords

/// Documents with entities that are marked as one across documents: ECB+ (Cybulska and Vossen, "Using a
/// sledgehammer to crack a nut?", 2014) and MEANTIME (Minard et al., 2016).
package struct EntityCorpus: Sendable {
  /// A mention of an entity.
  package struct Mention: Sendable {
    /// All its words.
    package let span: TextSpan
    /// Its head word, by position: the last before a preposition, a comma or a bracket.
    package let head: TextSpan
    /// The head in small letters, without a plural's "s".
    package let headWord: String
    /// The entity, across documents.
    package let entity: String
    /// Whether the head is capitalised and no pronoun.
    package let isName: Bool
    /// Whether the head is a pronoun.
    package let isPronoun: Bool
  }

  /// A document.
  package struct Document: Sendable {
    /// What it is known by.
    package let id: String
    /// Its topic.
    package let topic: String
    /// Its text; lines are sentences.
    package let text: FrozenText
    /// Its mentions, by the file's order.
    package let mentions: [Mention]
  }

  /// The corpus's name.
  package let name: String
  /// Its file below a data folder.
  package let path: String
  /// Its documents.
  package let documents: [Document]

  private struct Line: Decodable {
    struct Mention: Decodable {
      let id: String
      let start: Int
      let end: Int
      let text: String
      let tag: String
      let kind: String?
      let cluster: String?
      let validated: Bool?
    }
    struct Instance: Decodable {
      let id: String
      let tag: String
      let attrs: [String: String]?
    }
    struct Relation: Decodable {
      let tag: String
      let source: [String]
      let target: [String]
    }
    let doc: String
    let topic: Int?
    let corpus: String?
    let text: String
    let mentions: [Mention]
    let instances: [Instance]?
    let relations: [Relation]?
  }

  /// ECB+: mentions of humans, of other participants and of places in the sentences that were
  /// checked.
  package static func ecbplus(data: String) throws -> EntityCorpus {
    try EntityCorpus("ecbplus", "ecbplus/ecbplus.jsonl", data) { line in
      line.mentions.compactMap { mention in
        guard mention.validated == true, let kind = mention.kind,
          ["human", "nonhuman", "loc"].contains(kind), let cluster = mention.cluster
        else { return nil }
        let isLocal = cluster.hasPrefix("SINGLE_") || cluster.hasPrefix("INTRA_")
        return (mention, isLocal ? line.doc + " " + cluster : cluster)
      }
    }
  }

  /// MEANTIME: mentions of persons, organizations and places.
  package static func meantime(data: String) throws -> EntityCorpus {
    try EntityCorpus("meantime", "meantime/meantime.jsonl", data) { line in
      var entities: [String: String] = [:]
      for instance in line.instances ?? [] where instance.tag == "ENTITY" {
        guard ["PER", "ORG", "LOC"].contains(instance.attrs?["ent_type"] ?? "") else { continue }
        entities[instance.id] = instance.attrs?["instance_id"] ?? line.doc + " " + instance.id
      }
      var entityOfMention: [String: String] = [:]
      for relation in line.relations ?? [] where relation.tag == "REFERS_TO" {
        guard let entity = relation.target.first.flatMap({ entities[$0] }) else { continue }
        for source in relation.source { entityOfMention[source] = entity }
      }
      return line.mentions.compactMap { mention in
        entityOfMention[mention.id].map { (mention, $0) }
      }
    }
  }

  private init(
    _ name: String, _ path: String, _ data: String,
    _ mentions: (Line) -> [(Line.Mention, String)]
  ) throws {
    self.name = name
    self.path = path
    let decoder = JSONDecoder()
    documents = try CorpusFile.bytes(path, in: data).split(separator: 0x0A).enumerated().map {
      number, bytes in
      let line: Line
      do {
        line = try decoder.decode(Line.self, from: Data(bytes))
      } catch {
        throw EvaluationError(
          problem: "the line does not fit the format", place: "\(path):\(number + 1)",
          remedy: "fetch the corpus again", cause: error)
      }
      let text = FrozenText(line.text)
      let index = CodePointIndex(text)
      return Document(
        id: line.doc, topic: line.corpus ?? line.topic.map { "\($0)" } ?? "", text: text,
        mentions: mentions(line).map { mention, entity in
          EntityCorpus.mention(
            TextSpan(index.byte(mention.start), index.byte(mention.end)), text, entity)
        })
    }
  }

  /// A document as a report, its lines as paragraphs.
  package static func report(_ document: Document) -> Report {
    var blocks: [TextBlock] = []
    var start = 0
    for line in document.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      if end > start { blocks.append(TextBlock(.paragraph, TextSpan(start, end))) }
      start = end + 1
    }
    return Report(
      id: ReportID(document.id), language: "en",
      sha256: SHA256Digest(hex: String(repeating: "0", count: 64)), text: document.text,
      blocks: blocks)
  }

  /// A mention with its head.
  static func mention(_ span: TextSpan, _ text: FrozenText, _ entity: String) -> Mention {
    var words: [TextSpan] = []
    var start = span.start
    for piece in text.bytes[span.start..<span.end].split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x20 || $0 == 0x0A })
    {
      if !piece.isEmpty { words.append(TextSpan(start, start + piece.count)) }
      start += piece.count + 1
    }
    func lower(_ span: TextSpan) -> String { text.words(span).lowercased() }
    while words.count > 1, EntityCorpus.borders.contains(lower(words[0])) { words.removeFirst() }
    let border = words.firstIndex { EntityCorpus.borders.contains(lower($0)) } ?? words.count
    var last = max(0, border - 1)
    while last > 0, ["'s", "’s", "'", "."].contains(lower(words[last])) { last -= 1 }
    let head = words.isEmpty ? span : words[last]
    let word = lower(head)
    let isPronoun = EntityCorpus.pronouns.contains(word)
    return Mention(
      span: span, head: head, headWord: singular(word), entity: entity,
      isName: !isPronoun && text.words(head).first?.isUppercase == true, isPronoun: isPronoun)
  }

  /// Without a plural's "s".
  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    guard word.hasSuffix("s"), word.count > 3 else { return word }
    return ["ss", "us", "is"].contains(String(word.suffix(2))) ? word : String(word.dropLast())
  }

  private static let borders: Set<String> = [
    "of", "for", ",", "in", "(", "at", "from", "on", "with", "who", "that", "which", "by", "near",
    "to", "into", "off", "outside", "inside", "between", "around", "through", "within", "where",
    "--",
    ":", "via", "against", "across", "along", "over",
  ]
  private static let pronouns: Set<String> = [
    "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "your",
    "him", "them", "us", "me", "himself", "herself", "itself", "themselves", "who", "whom", "whose",
    "which", "that", "this", "these", "those", "one", "hers", "theirs", "ours", "mine", "both",
    "all",
    "most", "some", "each", "other", "others", "there", "here", "where", "ourselves", "myself",
  ]
}
