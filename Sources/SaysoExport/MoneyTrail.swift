internal import Crypto
internal import Sayso
internal import SaysoRecords

/// A story as entities of FollowTheMoney (4.x), one JSON object a line.
///
/// A report is an Article; a person a Person, a body or outlet an Organization, a state a PublicBody, any other
/// named actor a LegalEntity. A statement is a Documentation of its actor by the article, with its stance as the role
/// and its words as the summary; where nobody is known by name it is a Note on the article. The names by which a
/// report calls an actor are Mentions.
struct MoneyTrail {
  private let material: StoryMaterial

  init(_ material: StoryMaterial) { self.material = material }

  /// The entities, in lines.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for actor in material.cast.actors { bytes += entity(of: actor) }
    for read in material.reads {
      bytes += article(read)
      bytes += mentions(in: read)
      for row in StatementRow.all(of: read, in: material) { bytes += statement(row) }
    }
    return bytes
  }

  private typealias Properties = [(name: String, values: [String?])]

  private func entity(of actor: ActorEntry) -> [UInt8] {
    let isPerson = LinkedNames.Kind(actor) == .person
    return line(
      id("actor", actor.id), MoneyTrail.schema(actor),
      [
        ("name", [actor.name]),
        ("alias", actor.aliases.map(\.text).filter { $0 != actor.name }),
        ("position", isPerson ? actor.offices.map(\.text) : []),
        ("proof", reports(of: actor).map { id("report", $0.text) }),
      ])
  }

  private static func schema(_ actor: ActorEntry) -> String {
    switch LinkedNames.Kind(actor) {
    case .person: "Person"
    case .organization: "Organization"
    case .state: "PublicBody"
    case .unknown: "LegalEntity"
    }
  }

  private func reports(of actor: ActorEntry) -> [ReportID] {
    material.reads.filter { read in
      read.statements.contains { statement in
        material.cast.actors(of: statement.speaker, in: read.report.id).contains {
          $0.id == actor.id
        }
      }
    }.map(\.report.id)
  }

  private func article(_ read: ReadReport) -> [UInt8] {
    let report = read.report
    return line(
      id("report", report.id.text), "Article",
      [
        ("title", [report.title]), ("name", [report.title]), ("fileName", [report.id.text]),
        ("summary", [report.subtitle]), ("author", [report.byline]),
        ("publisher", [report.outlet]), ("sourceUrl", [WebLink.address(report.url)]),
        ("publishedAt", [report.published?.iso]), ("modifiedAt", [report.modified?.iso]),
        ("retrievedAt", [report.provenance?.retrieved]),
        ("language", [LanguageCode.threeLetters(report.language)]),
        ("keywords", report.topics), ("bodyText", [report.text.string]),
        ("processingAgent", ["Sayso " + saysoVersion]),
      ])
  }

  private func mentions(in read: ReadReport) -> [UInt8] {
    var seen: Set<String> = []
    var bytes: [UInt8] = []
    for mention in read.mentions {
      let words = mention.passage.text
      guard let actor = material.cast.actor(mention.actor ?? words, in: read.report.id),
        seen.insert(actor.id + " " + words).inserted
      else { continue }
      bytes += line(
        id("mention", read.report.id.text + " " + actor.id + " " + words), "Mention",
        [
          ("document", [id("report", read.report.id.text)]), ("name", [words]),
          ("resolved", [id("actor", actor.id)]), ("detectedSchema", [MoneyTrail.schema(actor)]),
        ])
    }
    return bytes
  }

  private func statement(_ row: StatementRow) -> [UInt8] {
    let statement = row.statement
    let report = id("report", row.report.id.text)
    let actors = material.cast.actors(of: statement.speaker, in: row.report.id)
    let words = BriefSheet.quoted(statement.content.text)
    guard !actors.isEmpty else {
      return line(
        id("statement", statement.id.text), "Note",
        [
          ("name", ["Statement of " + BriefSheet.who(statement.speaker?.passage.text)]),
          ("description", [words]), ("summary", [statement.stance.rawValue]),
          ("entity", [report]), ("proof", [report]),
          ("sourceUrl", [WebLink.address(row.report.url)]),
          ("publisher", [row.report.outlet]),
        ])
    }
    return actors.flatMap { actor in
      line(
        id("statement", statement.id.text + " " + actor.id), "Documentation",
        [
          ("document", [report]), ("entity", [id("actor", actor.id)]),
          ("role", [statement.stance.rawValue]), ("summary", [words]),
          ("description", [row.claim?.wording]), ("date", [row.day?.iso]),
          ("recordId", [statement.id.text]), ("proof", [report]),
          ("sourceUrl", [WebLink.address(row.report.url)]),
          ("publisher", [row.report.outlet]),
        ])
    }
  }

  /// An entity; properties without values are left out.
  private func line(_ id: String, _ schema: String, _ properties: Properties) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.text("id", id)
      json.text("schema", schema)
      json.name("properties")
      json.object { json in
        for property in properties {
          let values = property.values.compactMap { $0 }.filter { !$0.isEmpty }
          guard !values.isEmpty else { continue }
          json.name(of: property.name)
          json.array(values) { $0.value($1) }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// Ids of FollowTheMoney take few signs: a SHA-1 of the kind and id, as its own tools make them.
  private func id(_ kind: String, _ id: String) -> String {
    let digits: [Character] = Array("0123456789abcdef")
    return Insecure.SHA1.hash(data: Array((kind + " " + id).utf8)).reduce(into: "sayso-") {
      $0.append(digits[Int($1 >> 4)])
      $0.append(digits[Int($1 & 15)])
    }
  }
}
