internal import Sayso
internal import SaysoRecords

/// Where each statement of a story comes from, as PROV-JSON (W3C Member Submission, 2013) of the PROV data
/// model.
///
/// A text (what the ledger holds) is derived from a snapshot (the bytes, by digest) and attributed to its outlet
/// and the agency that it credits. A statement is quoted from the text by a reading, which a version of the program
/// and its models made; it is attributed to who speaks, where that is known, and to those who relayed it. A
/// claim is a collection of statements.
struct ProvenanceRecord {
  private let material: StoryMaterial

  init(_ material: StoryMaterial) { self.material = material }

  /// The document, as one line.
  var bytes: [UInt8] {
    var record = Draft()
    let story = name("story", material.story.id)
    record.entity(
      story, [("prov:type", "prov:Collection"), ("prov:label", material.story.name)])
    for read in material.reads { add(read, to: &record) }
    for claim in material.brief.claims {
      let id = name("claim", claim.id.text)
      record.entity(id, [("prov:type", "prov:Collection"), ("prov:label", claim.wording)])
      for statement in claim.statements {
        record.relate(
          "hadMember",
          [("prov:collection", id), ("prov:entity", name("statement", statement.text))])
      }
    }
    return record.bytes
  }

  private func add(_ read: ReadReport, to record: inout Draft) {
    let report = read.report
    let text = name("report", report.id.text)
    let snapshot = name("snapshot", report.sha256.hex)
    record.entity(
      text,
      [
        ("prov:type", "sayso:Report"), ("prov:label", report.title ?? report.id.text),
        ("prov:location", report.url), ("sayso:published", report.published?.iso),
        ("sayso:modified", report.modified?.iso), ("sayso:language", report.language),
      ])
    record.entity(
      snapshot,
      [
        ("prov:type", "sayso:Snapshot"), ("sayso:sha256", report.sha256.hex),
        ("prov:location", report.provenance?.address),
        ("sayso:retrieved", report.provenance?.retrieved),
      ])
    record.relate(
      "wasDerivedFrom",
      [
        ("prov:generatedEntity", text), ("prov:usedEntity", snapshot),
        ("prov:type", "prov:PrimarySource"),
      ])
    record.relate(
      "hadMember", [("prov:collection", name("story", material.story.id)), ("prov:entity", text)])
    for publisher in [report.outlet, report.agency] {
      guard let publisher else { continue }
      let agent = name("outlet", publisher)
      record.agent(agent, [("prov:type", "prov:Organization"), ("prov:label", publisher)])
      record.relate("wasAttributedTo", [("prov:entity", text), ("prov:agent", agent)])
    }
    let reading = addReading(of: read, to: &record)
    for row in StatementRow.all(of: read, in: material) {
      add(row, text: text, reading: reading, to: &record)
    }
  }

  /// The activity that found the statements, and the program that did it.
  private func addReading(of read: ReadReport, to record: inout Draft) -> String {
    let version = material.versions[read.report.id]
    let stamp = version?.stamp.text ?? "unknown"
    let reading = name("reading", read.report.id.text)
    let software = name("software", stamp)
    record.agent(
      software,
      [
        ("prov:type", "prov:SoftwareAgent"), ("prov:label", "Sayso"), ("sayso:models", stamp),
      ])
    record.activity(
      reading,
      [
        ("prov:type", "sayso:Reading"), ("prov:endTime", version.flatMap { time($0.addedAt) }),
        ("sayso:version", version.map { String($0.number) }),
      ])
    record.relate(
      "used", [("prov:activity", reading), ("prov:entity", name("report", read.report.id.text))])
    record.relate("wasAssociatedWith", [("prov:activity", reading), ("prov:agent", software)])
    return reading
  }

  private func add(_ row: StatementRow, text: String, reading: String, to record: inout Draft) {
    let statement = row.statement
    let id = name("statement", statement.id.text)
    let spans = row.spans.map { "\($0.start)-\($0.end)" }.joined(separator: " ")
    record.entity(
      id,
      [
        ("prov:type", "sayso:Statement"), ("prov:value", statement.content.text),
        ("sayso:speaker", statement.speaker?.passage.text),
        ("sayso:cue", statement.cue?.text), ("sayso:stance", statement.stance.rawValue),
        ("sayso:kind", statement.kind.rawValue), ("sayso:said", statement.said),
        ("sayso:day", row.day?.iso), ("sayso:spans", spans),
        (
          "sayso:corrected",
          row.corrected.isEmpty
            ? nil : row.corrected.map(\.rawValue).joined(separator: " ")
        ),
        ("sayso:confidence", String((statement.confidence.value * 1000).rounded() / 1000)),
      ])
    record.relate("wasGeneratedBy", [("prov:entity", id), ("prov:activity", reading)])
    record.relate(
      "wasDerivedFrom",
      [
        ("prov:generatedEntity", id), ("prov:usedEntity", text), ("prov:activity", reading),
        ("prov:type", "prov:Quotation"),
      ])
    for actor in material.cast.actors(of: statement.speaker, in: row.report.id) {
      let agent = name("actor", actor.id)
      let type: String? =
        switch LinkedNames.Kind(actor) {
        case .person: "prov:Person"
        case .organization, .state: "prov:Organization"
        case .unknown: nil
        }
      record.agent(agent, [("prov:type", type), ("prov:label", actor.name)])
      attribute(id, to: agent, as: "sayso:speaker", in: &record)
    }
    for (step, relay) in row.chain.enumerated() {
      let agent = name("relay", relay)
      record.agent(agent, [("prov:label", relay)])
      attribute(id, to: agent, as: "sayso:relay", step: step + 1, in: &record)
    }
  }

  private func attribute(
    _ entity: String, to agent: String, as role: String, step: Int? = nil, in record: inout Draft
  ) {
    record.relate(
      "wasAttributedTo",
      [
        ("prov:entity", entity), ("prov:agent", agent), ("prov:type", role),
        ("sayso:step", step.map { String($0) }),
      ])
  }

  private func name(_ kind: String, _ id: String) -> String {
    "sayso:" + kind + "." + PercentCode.text(id)
  }

  /// A time as xsd:dateTime; nil where it is no whole moment.
  private func time(_ text: String) -> String? {
    text.utf8.count >= 20 && text.contains("T") ? text : nil
  }
}

/// The elements and relations of a PROV-JSON document, each once, in the order in which they came.
private struct Draft {
  typealias Attributes = [(name: String, value: String?)]

  private var sections: [String: [(id: String, attributes: Attributes)]] = [:]
  private var seen: Set<String> = []

  mutating func entity(_ id: String, _ attributes: Attributes) { add("entity", id, attributes) }
  mutating func activity(_ id: String, _ attributes: Attributes) { add("activity", id, attributes) }
  mutating func agent(_ id: String, _ attributes: Attributes) { add("agent", id, attributes) }

  /// A relation; its name is made of its number.
  mutating func relate(_ kind: String, _ attributes: Attributes) {
    add(kind, "_:\(kind)\(sections[kind]?.count ?? 0)", attributes)
  }

  private mutating func add(_ section: String, _ id: String, _ attributes: Attributes) {
    guard seen.insert(id).inserted else { return }
    sections[section, default: []].append((id, attributes))
  }

  private static let order = [
    "entity", "activity", "agent", "used", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo",
    "wasAssociatedWith", "hadMember",
  ]

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("prefix")
      json.object { $0.text("sayso", "urn:sayso:prov:") }
      for section in Draft.order {
        guard let items = sections[section] else { continue }
        json.name(of: section)
        json.object { json in
          for item in items {
            json.name(of: item.id)
            json.object { json in
              for attribute in item.attributes { write(attribute.name, attribute.value, &json) }
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ name: String, _ value: String?, _ json: inout JSONWriter) {
    guard let value else { return }
    guard name == "prov:type" else { return json.text(name, value) }
    json.name(of: name)
    json.object { json in
      json.text("$", value)
      json.text("type", "prov:QUALIFIED_NAME")
    }
  }
}
