import Foundation
import Sayso
import SaysoRecords
import Testing

@testable import SaysoExport

/// JSON-LD, Web Annotations, PROV-JSON and FollowTheMoney: what names something else names what is there.
struct LinkedFormatsTests {
  @Test func `schema_org nodes refer to nodes of the graph`() throws {
    let graph = try #require(try SampleLedger().json(.jsonld)["@graph"]?.items)
    let ids = Set(graph.compactMap { $0["@id"]?.text })
    var references = 0
    for node in graph {
      for value in node.members?.values ?? [:].values {
        for item in value.items ?? [] {
          guard let id = item["@id"]?.text else { continue }
          references += 1
          #expect(ids.contains(id), "\(id)")
        }
      }
    }
    #expect(references > 10)
  }

  @Test func `a paraphrase is no Quotation, and an unknown speaker is nobody`() throws {
    let graph = try #require(try SampleLedger().json(.jsonld)["@graph"]?.items)
    func node(_ id: String) throws -> JSONTree {
      try #require(graph.first { $0["@id"]?.text == "urn:sayso:statement:" + id })
    }
    let quoted = try node("h.1")
    #expect(quoted["@type"]?.text == "Quotation")
    #expect(quoted["spokenByCharacter"]?.items?.count == 1)
    #expect(quoted["text"]?.text == hostileRead().statements[0].content.text)
    let official = try node("h.2")
    #expect(official["@type"]?.text == "Statement" && official["creator"] == nil)
    #expect(official["creditText"]?.text == "an official of the harbour")
    let unknown = try node("h.3")
    #expect(unknown["spokenByCharacter"] == nil && unknown["creditText"] == nil)
    #expect(try node("p.1")["creator"]?.items?.count == 2)
    #expect(graph.filter { $0["@type"]?.text == "Person" }.count == 1)
  }

  @Test func `a claim names where it first appeared`() throws {
    let graph = try #require(try SampleLedger().json(.jsonld)["@graph"]?.items)
    let claims = graph.filter { $0["@type"]?.text == "Claim" }
    #expect(!claims.isEmpty)
    for claim in claims { #expect(claim["firstAppearance"]?.items?.count == 1) }
  }

  @Test func `selectors of an annotation select the same words`() throws {
    let collection = try SampleLedger().json(.annotations)
    let items = try #require(collection["first"]?["items"]?.items)
    #expect(collection["total"]?.number == Double(items.count))
    let reads = [hostileRead(), plainRead()]
    var statements = reads.flatMap { read in read.statements.map { (read.report, $0) } }[...]
    for item in items {
      let next = statements.popFirst()
      let (report, statement) = try #require(next)
      let targets = try #require(item["target"]?.items)
      #expect(targets.count == statement.content.spans.count)
      for (target, words) in zip(targets, statement.content.words) {
        let selectors = try #require(target["selector"]?.items)
        let start = try #require(selectors[0]["start"]?.number)
        let end = try #require(selectors[0]["end"]?.number)
        #expect(points(report.text, Int(start), Int(end)) == words)
        #expect(selectors[1]["exact"]?.text == words)
        let around = ["prefix", "exact", "suffix"].compactMap { selectors[1][$0]?.text }.joined()
        #expect(report.text.string.contains(around))
        #expect((selectors[1]["prefix"]?.text?.unicodeScalars.count ?? 99) <= 32)
      }
    }
    let source = items[0]["target"]?.items?[0]["source"]?.text
    #expect(source == "urn:sayso:report:..%2Fr%2C1%0A%22x%22")
    #expect(
      items[3]["target"]?.items?[0]["source"]?.text == "https://quay.example/a_(1)?x=1&y=2")
  }

  @Test func `relations of provenance join elements that are declared`() throws {
    let record = try SampleLedger().json(.prov)
    let members = try #require(record.members)
    var declared: Set<String> = []
    for kind in ["entity", "activity", "agent"] {
      declared.formUnion(try #require(members[kind]?.members).keys)
    }
    var relations = 0
    for (kind, section) in members
    where !["prefix", "entity", "activity", "agent"].contains(kind) {
      for relation in section.members?.values ?? [:].values {
        for (name, value) in relation.members ?? [:] {
          guard name.hasPrefix("prov:"), name != "prov:type", let id = value.text else { continue }
          relations += 1
          #expect(declared.contains(id), "\(kind) \(id)")
        }
      }
    }
    #expect(relations > 30)
    let unknown = record["wasAttributedTo"]?.members?.values.filter {
      $0["prov:entity"]?.text == "sayso:statement.h.3"
    }
    #expect(unknown?.isEmpty == true)
  }

  @Test func `entities of FollowTheMoney refer to entities that are there`() throws {
    let lines = try SampleLedger().lines(.ftm)
    let ids = Set(lines.compactMap { $0["id"]?.text })
    #expect(ids.count == lines.count)
    for line in lines {
      for name in ["document", "entity", "resolved", "proof"] {
        for value in line["properties"]?[name]?.items ?? [] {
          #expect(ids.contains(value.text ?? ""))
        }
      }
    }
  }

  @Test func `whom nobody names is no entity of FollowTheMoney`() throws {
    let lines = try SampleLedger().lines(.ftm)
    func count(_ schema: String) -> Int { lines.filter { $0["schema"]?.text == schema }.count }
    #expect(count("Person") == 1)
    #expect(count("Article") == 3)
    #expect(count("Note") == 2, "an official and an unknown speaker")
    #expect(count("Documentation") == 3, "one of Brandt, two of a group")
    let names = lines.compactMap { $0["properties"]?["name"]?.items?[0].text }
    #expect(!names.contains("an official of the harbour"))
  }
}
