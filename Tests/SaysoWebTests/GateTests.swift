import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import SaysoWeb

@Suite struct GateTests {
  @Test func `a page may load nothing from elsewhere`() async throws {
    let desk = try await TestDesk([])
    try await desk.pages { _ in
    } _: { client in
      for path in ["/", "/nosuch", "/api/nosuch", "/assets/sayso.css"] {
        let answer = try await client.executeRequest(
          uri: path, method: .get, headers: [:], body: nil)
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      }
    }
  }

  @Test(
    "The host of an authority",
    arguments: [
      ("localhost:80", "localhost"), ("127.0.0.1", "127.0.0.1"), ("[::1]:8080", "[::1]"),
      ("LOCALHOST", "localhost"), ("", ""),
    ])
  func hosts(_ authority: String, _ host: String) {
    #expect(Gate<WebContext>.name(of: authority) == host)
  }

  @Test func `another host is turned away`() async throws {
    let desk = try await TestDesk([])
    try await desk.pages { options in
      options.host = "192.0.2.7"
    } _: { client in
      // The tests ask "localhost".
      let answer = try await client.executeRequest(uri: "/", method: .get, headers: [:], body: nil)
      #expect(answer.status == .misdirectedRequest)
    }
  }

  @Test func `with a token only who shows it may pass`() async throws {
    let desk = try await TestDesk([])
    try await desk.pages { options in
      options.token = "abcdefgh"
    } _: { client in
      func status(_ uri: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await client.executeRequest(uri: uri, method: .get, headers: headers, body: nil)
      }
      #expect(try await status("/").status == HTTPResponse.Status.unauthorized)
      #expect(try await status("/?token=wrongone").status == HTTPResponse.Status.unauthorized)
      let entry = try await status("/search?token=abcdefgh")
      #expect(entry.status == .seeOther && entry.headers[.location] == "/search")
      #expect(entry.headers[.setCookie]?.contains("HttpOnly; SameSite=Strict") == true)
      #expect(
        try await status("/", [.cookie: "sayso-token=abcdefgh"]).status == HTTPResponse.Status.ok)
      #expect(
        try await status("/api/stories", [.authorization: "Bearer abcdefgh"]).status
          == HTTPResponse.Status.ok)
    }
  }

  @Test func `a form of another site, or without its token, is not taken`() async throws {
    let desk = try await TestDesk([])
    try await desk.pages { options in
      options.isEditing = true
    } _: { client in
      func send(_ origin: String, _ body: String) async throws -> HTTPResponse.Status {
        let headers: HTTPFields = [
          .contentType: "application/x-www-form-urlencoded", .origin: origin,
        ]
        return try await client.executeRequest(
          uri: "/add", method: .post, headers: headers, body: ByteBuffer(string: body)
        ).status
      }
      let text = "text=Ada+Tolv+said+the+harbour+was+closed."
      let cases: [(origin: String, body: String, status: HTTPResponse.Status)] = [
        ("https://evil.example", text + "&form=token", .forbidden),
        ("http://localhost", text, .forbidden),
        ("http://localhost", text + "&form=wrong", .forbidden),
        ("http://localhost", "form=token", .badRequest),
        ("http://localhost", text + "&form=token", .seeOther),
      ]
      for (origin, body, status) in cases {
        let found = try await send(origin, body)
        #expect(found == status)
      }
    }
  }

  @Test func `pages to read take no forms`() async throws {
    let desk = try await TestDesk([])
    try await desk.pages { _ in
    } _: { client in
      let answer = try await client.executeRequest(
        uri: "/add", method: .post, headers: [:], body: ByteBuffer(string: "form=token"))
      #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "GET, HEAD")
    }
  }
}
