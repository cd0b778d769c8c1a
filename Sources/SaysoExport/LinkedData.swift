internal import Sayso
internal import SaysoRecords

/// A story in the words of schema.org, as JSON-LD 1.1: NewsArticle, Quotation, Claim, and who speaks.
///
/// What is quoted, at least in part, is a Quotation with its `spokenByCharacter`; a paraphrase is a Statement
/// with its `creator`. `creditText` has the speaker's words as they stand, so that speakers who are not
/// known by name are not lost and not made persons.
struct LinkedData {
  private let material: StoryMaterial

  init(_ material: StoryMaterial) { self.material = material }

  /// The document, as one line.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("@context")
      json.value("https://schema.org")
      json.name("@graph")
      json.array(nodes) { $1(&$0) }
    }
    json.endLine()
    return json.bytes
  }

  private typealias Node = (inout JSONWriter) -> Void

  private var nodes: [Node] {
    var nodes: [Node] = []
    for read in material.reads {
      nodes.append { article(read, &$0) }
      for row in StatementRow.all(of: read, in: material) {
        nodes.append { statement(row, &$0) }
      }
    }
    for claim in material.brief.claims { nodes.append { self.claim(claim, &$0) } }
    for actor in material.cast.actors where LinkedNames.Kind(actor) != .unknown {
      nodes.append { self.actor(actor, &$0) }
    }
    return nodes
  }

  private func article(_ read: ReadReport, _ json: inout JSONWriter) {
    let report = read.report
    json.object { json in
      json.name("@type")
      json.value("NewsArticle")
      json.name("@id")
      json.value(LinkedNames.report(report.id))
      json.text("headline", report.title)
      json.text("alternativeHeadline", report.subtitle)
      json.text("url", WebLink.address(report.url))
      json.text("datePublished", report.published?.iso)
      json.text("dateModified", report.modified?.iso)
      json.text("inLanguage", report.language)
      json.text("articleSection", report.section)
      if let outlet = report.outlet {
        json.name("publisher")
        json.object { json in
          json.text("@type", "NewsMediaOrganization")
          json.text("name", outlet)
        }
      }
      if let agency = report.agency {
        json.name("sourceOrganization")
        json.object { json in
          json.text("@type", "NewsMediaOrganization")
          json.text("name", agency)
        }
      }
      json.text("creditText", report.byline)
      json.name("identifier")
      json.array([("report", report.id.text), ("sha256", report.sha256.hex)]) { json, pair in
        json.object { json in
          json.text("@type", "PropertyValue")
          json.text("propertyID", pair.0)
          json.text("value", pair.1)
        }
      }
      json.references("hasPart", read.statements.map { LinkedNames.statement($0.id) })
    }
  }

  private func statement(_ row: StatementRow, _ json: inout JSONWriter) {
    let statement = row.statement
    let isQuoted = statement.kind != .indirect
    let actors = material.cast.actors(of: statement.speaker, in: row.report.id)
      .filter { LinkedNames.Kind($0) != .unknown }
    json.object { json in
      json.text("@type", isQuoted ? "Quotation" : "Statement")
      json.text("@id", LinkedNames.statement(statement.id))
      json.text("text", statement.content.text)
      json.references(isQuoted ? "spokenByCharacter" : "creator", actors.map(LinkedNames.actor))
      json.text("creditText", statement.speaker?.passage.text)
      json.text("dateCreated", row.day?.iso)
      json.text("genre", statement.stance.rawValue)
      json.references("isPartOf", [LinkedNames.report(row.report.id)])
      if let claim = row.claim { json.references("about", [LinkedNames.claim(claim.id)]) }
    }
  }

  private func claim(_ claim: Claim, _ json: inout JSONWriter) {
    let first = claim.positions.flatMap(\.taken).min { a, b in
      (a.day?.iso ?? "~", material.reportNumber(of: a.statement) ?? 0, a.statement) < (
        b.day?.iso ?? "~", material.reportNumber(of: b.statement) ?? 0, b.statement
      )
    }.flatMap { material.source($0.statement) }
    json.object { json in
      json.text("@type", "Claim")
      json.text("@id", LinkedNames.claim(claim.id))
      json.text("text", claim.wording)
      json.text("datePublished", claim.first?.iso)
      if let first {
        json.references("firstAppearance", [LinkedNames.report(first.read.report.id)])
      }
      json.references("appearance", claim.reports.map(LinkedNames.report))
    }
  }

  private func actor(_ actor: ActorEntry, _ json: inout JSONWriter) {
    json.object { json in
      switch LinkedNames.Kind(actor) {
      case .person: json.text("@type", "Person")
      case .state: json.text("@type", "GovernmentOrganization")
      case .organization, .unknown: json.text("@type", "Organization")
      }
      json.text("@id", LinkedNames.actor(actor))
      json.text("name", actor.name)
      let others = actor.aliases.map(\.text).filter { $0 != actor.name }
      if !others.isEmpty {
        json.name("alternateName")
        json.array(others) { $0.value($1) }
      }
      if LinkedNames.Kind(actor) == .person, !actor.offices.isEmpty {
        json.name("jobTitle")
        json.array(actor.offices.map(\.text)) { $0.value($1) }
      }
    }
  }
}

extension JSONWriter {
  /// A member with a text; none where there is no text.
  mutating func text(_ name: String, _ text: String?) {
    guard let text else { return }
    self.name(of: name)
    value(text)
  }

  /// A member with references to other nodes; none where there are none.
  mutating func references(_ name: String, _ ids: [String]) {
    guard !ids.isEmpty else { return }
    self.name(of: name)
    array(ids) { json, id in json.object { $0.text("@id", id) } }
  }
}
