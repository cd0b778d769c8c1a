import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import SaysoWeb

@Suite struct TimelineChartTests {
  @Test func `the timeline draws a change of position with both signs and says it`() async throws {
    let desk = try await TestDesk(ActorPageTests.story)
    try await desk.pages { _ in
    } _: { client in
      let story = try await client.executeRequest(
        uri: "/stories/all", method: .get, headers: [:], body: nil
      ).text
      #expect(story.contains("moved from denies to confirms"))
      let moved = try #require(story.components(separatedBy: "class=\"mark moved").last)
      #expect(moved.contains("<rect") && moved.contains("✕›✓"))
      #expect(story.contains("changed from one stance to another"))
    }
  }
}
