import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import SaysoWeb

@Suite struct CorrectTests {
  @Test func `a correction is seen everywhere, exported, and taken back`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { options in
      options.isEditing = true
    } _: { client in
      func get(_ path: String) async throws -> String {
        try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil).text
      }
      func send(_ path: String, _ body: String) async throws -> TestResponse {
        try await client.executeRequest(
          uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
          body: ByteBuffer(string: "form=token&" + body))
      }
      let found = try await get("/search?q=harbour&stance=denies")
      let statement = try #require(
        found.split(separator: "href=\"").first { $0.hasPrefix("/statements/") }
          .map { String($0.prefix { $0 != "\"" }) })
      let sent = try await send(statement + "/correct", "what=stance&stance=doubts&by=Ida+Ro")
      #expect(sent.status == .seeOther && sent.headers[.location] == statement)
      #expect(try await get(statement).contains("stance is doubts"))
      #expect(try await get("/search?q=harbour&stance=doubts").contains("corrected"))
      #expect(try await get("/stories/all").contains("corrected"))
      #expect(try await get("/corrections").contains("Ida Ro"))
      #expect(try await get("/corrections/gold.jsonl").contains("doubts"))
      let back = try await send("/corrections/undo", "number=1")
      #expect(back.status == .seeOther)
      let denials = try await get("/search?q=harbour&stance=denies")
      #expect(denials.contains(statement))
      #expect(try await get("/corrections").contains("taken back"))
      let wrong = try await send(statement + "/correct", "what=speaker&speaker=Nobody+Here")
      #expect(wrong.status == .badRequest && wrong.text.contains("class=\"notice\""))
      let nothing = try await send("/corrections/undo", "number=9")
      #expect(nothing.status == .badRequest)
    }
  }

  @Test func `names are made one from the actor's page`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { options in
      options.isEditing = true
    } _: { client in
      let answer = try await client.executeRequest(
        uri: "/actors", method: .post,
        headers: [.contentType: "application/x-www-form-urlencoded"],
        body: ByteBuffer(string: "form=token&what=rename&name=Ada+Tolv&other=Director+Tolv"))
      #expect(answer.status == .seeOther)
      let page = try await client.executeRequest(
        uri: "/stories/all/actors/Director%20Tolv", method: .get, headers: [:], body: nil)
      #expect(page.status == .ok && page.text.contains("Ada Tolv"))
    }
  }
}
