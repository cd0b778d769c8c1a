import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Sayso
import Testing

@testable import SaysoWeb

/// No page weighs more than a slow network carries in some seconds.
@Suite struct WeightTests {
  /// The most bytes of a page with its own style and script.
  private static let most = 200_000

  /// The kind of page that a path leads to: its route.
  private static func kind(_ path: String) -> String? {
    let parts = path.prefix { $0 != "?" }.split(separator: "/")
    return Routes.pages.map(\.path).filter { route in
      let names = route.split(separator: "/")
      return names.count == parts.count
        && zip(names, parts).allSatisfy { $0.first == ":" || $0 == $1 }
    }.min { $0.count { $0 == ":" } < $1.count { $0 == ":" } }
  }

  /// What is taken along is data and may be as long as it is, and a redirect has no weight; the page of a
  /// sending is there only while the program remembers one.
  private static let unweighed: Set = [
    "/stories/:story/export/:format", "/export/:format", "/corrections/gold.jsonl",
    "/actors/:actor", "/add/:job",
  ]

  /// Follows links from the list of stories, some of each kind of page, and weighs what comes.
  private static func weigh(_ client: any TestClientProtocol, from starts: [String]) async throws {
    func get(_ path: String) async throws -> TestResponse {
      try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
    }
    var own = 0
    for asset in ["/assets/sayso.css", "/assets/sayso.js"] {
      own += try await get(asset).body.readableBytes
    }
    var seen = Set(starts)
    var queue = starts
    var taken: [String: Int] = [:]
    while !queue.isEmpty {
      let path = queue.removeFirst()
      guard let kind = WeightTests.kind(path), !unweighed.contains(kind) else { continue }
      // Every page of a list has links to the next: some of each kind are enough.
      taken[kind, default: 0] += 1
      guard taken[kind, default: 0] <= 12 else { continue }
      let answer = try await get(path)
      #expect(answer.status == .ok || answer.status == .seeOther, "\(path)")
      let bytes = answer.body.readableBytes + own
      #expect(bytes <= most, "\(path) weighs \(bytes)")
      for part in answer.text.split(separator: "href=\"").dropFirst() {
        let link = String(part.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&")
        if link.hasPrefix("/"), !link.hasPrefix("/assets"), seen.insert(link).inserted {
          queue.append(link)
          if WeightTests.kind(link) == "/reports/:report" { queue.append(link + "/versions") }
        }
      }
    }
    let kinds = Set(Routes.pages.map(\.path)).subtracting(unweighed)
    #expect(kinds.subtracting(taken.keys).isEmpty, "no page of these kinds was asked for")
  }

  @Test func `no page of the example affair weighs more than 200 kilobytes`() async throws {
    let desk = try await TestDesk([])
    let examples = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Examples/reports").standardizedFileURL.path
    try await Desk(addingTo: desk.ledger).add(
      Batch([examples]), through: Pipeline(), now: "2031-03-20T00:00:00Z", each: { _ in })
    try await desk.pages {
      $0.isEditing = true
    } _: { client in
      try await WeightTests.weigh(client, from: WeightTests.starts)
    }
  }

  @Test func `no page of a story of a hundred reports weighs more than 200 kilobytes`() async throws
  {
    let desk = try await TestDesk([])
    let ledger = try Ledger(addingTo: desk.ledger)
    for read in GreatStory.reads {
      _ = try ledger.add(read, stamp: ModelStamp("toy"), now: "2031-03-30T00:00:00Z")
    }
    try ledger.close()
    let writing = try Desk(addingTo: desk.ledger)
    // Takes the reports into the index of stories.
    _ = try writing.stories()
    for number in 1...60 {
      _ = try writing.correct(
        Correction("report-\(GreatStory.count).\(number)", .stance(.doubts)), by: "Ann Noun",
        now: "2031-03-30T00:00:00Z")
    }
    try await desk.pages {
      $0.isEditing = true
    } _: { client in
      try await WeightTests.weigh(
        client, from: WeightTests.starts + ["/reports/report-\(GreatStory.count)"])
    }
  }

  /// Where the walk begins: pages that have no link from another, and lists at their longest.
  private static let starts = [
    "/", "/stories/all", "/stories/all?since=1900-01-01", "/stories/all?lanes=outlets",
    "/stories/all/reports",
    "/search?q=harbour", "/search?since=2031-01-01", "/add",
  ]
}
