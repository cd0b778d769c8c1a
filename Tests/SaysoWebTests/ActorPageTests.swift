import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import SaysoWeb

@Suite struct ActorPageTests {
  /// A story in which an actor takes back what she said, and a paper carries her words.
  static let story: [(title: String, day: String, text: String)] = [
    (
      "Pier of Gullhaven shut", "2031-05-01",
      """
      Mayor Tova Brand denied on Thursday that the pier of Gullhaven had been shut.

      "The ferry sails at noon," Brand told the Gullhaven Echo.
      """
    ),
    (
      "Mayor admits that the pier of Gullhaven is shut", "2031-05-03",
      """
      Mayor Tova Brand confirmed on Saturday that the pier of Gullhaven had been shut.
      """
    ),
  ]

  private func page(_ client: any TestClientProtocol, _ path: String) async throws -> String {
    try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil).text
  }

  @Test func `who quotes an actor is told with the statements that they carried`() async throws {
    let desk = try await TestDesk(ActorPageTests.story)
    try await desk.pages { _ in
    } _: { client in
      let actor = try await page(client, "/stories/all/actors/Tova%20Brand")
      let quoters = try #require(actor.split(separator: "id=\"quoters\"").last)
      #expect(quoters.contains("Outlet 0") && quoters.contains("Outlet 1"))
      #expect(quoters.contains("href=\"/statements/"))
      #expect(quoters.contains("Passed on by</h3>") && quoters.contains("Gullhaven Echo"))
    }
  }

  @Test func `a change of position is a history of which every step leads to the words`()
    async throws
  {
    let desk = try await TestDesk(ActorPageTests.story)
    try await desk.pages { _ in
    } _: { client in
      let actor = try await page(client, "/stories/all/actors/Tova%20Brand")
      let parts = actor.components(separatedBy: "id=\"moves\"")
      #expect(parts.count == 2)
      let moves = try #require(parts.last?.components(separatedBy: "</section>").first)
      let steps = moves.components(separatedBy: "class=\"node\"").dropFirst()
      #expect(steps.count == 2)
      #expect(steps.allSatisfy { $0.contains("href=\"/statements/") })
      #expect(steps.first?.contains("denies, <time>2031-05-01") == true)
      #expect(steps.last?.contains("confirms, <time>2031-05-03") == true)
    }
  }
}
