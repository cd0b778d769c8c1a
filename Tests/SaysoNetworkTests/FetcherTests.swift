@testable import SaysoNetwork
import SaysoReading
import Testing

@Suite struct FetcherTests {
  private func failure(_ result: Result<Fetched, NetworkError>) throws -> NetworkError {
    guard case .failure(let error) = result else {
      Issue.record("a failure was expected")
      return NetworkError("none", place: "", remedy: "")
    }
    return error
  }

  @Test func `a page comes with its head, addresses and time`() async throws {
    try await LoopbackServer.run({ _, _ in
      .page("<p>It rained in Elvane.</p>", [("ETag", "\"v1\""), ("X-Two", "a"), ("X-Two", "b")])
    }) { server in
      let page = try await Loopback.fetcher().fetch(server.address("/news?x=1#top")).get()
      #expect(page.status == 200)
      #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>It rained in Elvane.</p>")
      #expect(page.requestedAddress == server.address("/news?x=1"))
      #expect(page.finalAddress == page.requestedAddress)
      #expect(page.redirects.isEmpty)
      #expect(page.headers.filter { $0.name == "X-Two" }.map(\.value) == ["a", "b"])
      #expect(page.retrieved == "1994-11-06T08:49:00Z")
      #expect(page.sourceFile.origin.charset == "utf-8")
      let sent = try #require(server.requests.first)
      #expect(sent.header("user-agent")?.hasPrefix("Sayso/0.0 ") == true)
      #expect(sent.header("host") == "127.0.0.1:\(server.port)")
      #expect(sent.header("cookie") == nil)
    }
  }

  @Test func `redirects are followed and told`() async throws {
    try await LoopbackServer.run({ target, _ in
      switch target {
      case "/1": .redirect("2", status: 301)
      case "/2": .redirect("/3?q", status: 308)
      default: .page("there")
      }
    }) { server in
      let page = try await Loopback.fetcher().fetch(server.address("/1")).get()
      #expect(page.finalAddress == server.address("/3?q"))
      #expect(page.redirects == [server.address("/1"), server.address("/2")])
    }
  }

  @Test func `redirects in a circle are told as such`() async throws {
    try await LoopbackServer.run({ target, _ in .redirect(target == "/1" ? "/2" : "/1") }) {
      server in
      let error = try await failure(Loopback.fetcher().fetch(server.address("/1")))
      #expect(error.problem == "the redirects go in a circle")
      #expect(server.requests.count == 2)
    }
  }

  @Test func `redirects without end are given up`() async throws {
    try await LoopbackServer.run({ target, _ in .redirect(target + "1") }) { server in
      let error = try await failure(Loopback.fetcher().fetch(server.address("/1")))
      #expect(error.problem == "there are more than 10 redirects")
      #expect(server.requests.count == 11)
    }
  }

  @Test func `gzip is undone`() async throws {
    let packed: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 179, 41, 176, 243, 44, 81, 40, 74, 204, 204, 75, 77, 81, 200,
      204, 83, 112, 205, 41, 75, 204, 75, 213, 179, 209, 47, 176, 3, 0, 110, 14, 39, 102, 27, 0, 0,
      0,
    ]
    try await LoopbackServer.run({ _, _ in
      .answer(200, [("Content-Encoding", "gzip")], packed)
    }) { server in
      let page = try await Loopback.fetcher().fetch(server.address("/")).get()
      #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>It rained in Elvane.</p>")
      let sent = try #require(server.requests.first)
      #expect(sent.header("accept-encoding") == "gzip, deflate, br")
    }
  }

  @Test func `a bomb of gzip is refused`() async throws {
    // 65,536 zeros, as a member that stands in the file many times.
    let member: [UInt8] =
      [31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 1, 1, 0, 0, 0, 128, 144, 254, 175, 238, 8, 10]
      + [UInt8](repeating: 0, count: 63) + [106, 235, 142, 151, 215, 0, 0, 1, 0]
    let bomb = Array(repeatElement(member, count: 100).joined())
    try await LoopbackServer.run({ _, _ in
      .answer(200, [("Content-Encoding", "gzip")], bomb)
    }) { server in
      var settings = Loopback.settings
      settings.largestBody = 1 << 20
      let error = try await failure(Loopback.fetcher(settings).fetch(server.address("/")))
      #expect(error.description.contains("1048576"), "\(error)")
    }
  }

  @Test func `a body that never ends is cut off`() async throws {
    try await LoopbackServer.run({ _, _ in .drip }) { server in
      var settings = Loopback.settings
      settings.timeLimit = .seconds(6)
      let error = try await failure(Loopback.fetcher(settings).fetch(server.address("/")))
      #expect(error.problem == "the server took longer than 6 seconds")
    }
  }

  @Test func `a head that does not come is not waited for`() async throws {
    try await LoopbackServer.run({ _, _ in .silence }) { server in
      var settings = Loopback.settings
      settings.timeLimit = .seconds(6)
      let error = try await failure(Loopback.fetcher(settings).fetch(server.address("/")))
      #expect(error.problem == "the server took longer than 6 seconds")
    }
  }

  @Test(arguments: [true, false])
  func `a page over the size is refused, whether it says so or not`(_ isStated: Bool) async throws {
    let head = isStated ? "Content-Length: 70000\r\n" : ""
    let text = "HTTP/1.1 200 OK\r\n\(head)\r\n" + String(repeating: "x", count: 70_000)
    try await LoopbackServer.run({ _, _ in .raw(Array(text.utf8)) }) { server in
      var settings = Loopback.settings
      settings.largestBody = 65_536
      let error = try await failure(Loopback.fetcher(settings).fetch(server.address("/")))
      #expect(error.problem == "the page is larger than 65536 bytes")
      settings.largestBody = 70_000
      let page = try await Loopback.fetcher(settings).fetch(server.address("/")).get()
      #expect(page.bytes.count == 70_000)
    }
  }

  @Test(arguments: [70, 300])
  func `a head over the size is refused`(_ kilobytes: Int) async throws {
    let line = "X-Long: " + String(repeating: "x", count: 1000) + "\r\n"
    let text = "HTTP/1.1 200 OK\r\n" + String(repeating: line, count: kilobytes) + "\r\nx"
    try await LoopbackServer.run({ _, _ in .raw(Array(text.utf8)) }) { server in
      let error = try await failure(Loopback.fetcher().fetch(server.address("/")))
      #expect(error.problem == "the head of the answer is too large")
    }
  }

  @Test(arguments: ["220 mail.here.example ESMTP\r\n", "HTTP/1.1 twohundred\r\n\r\n", ""])
  func `what is not HTTP gives a sentence`(_ text: String) async throws {
    try await LoopbackServer.run({ _, _ in .raw(Array(text.utf8)) }) { server in
      let error = try await failure(Loopback.fetcher().fetch(server.address("/")))
      #expect(
        ["the answer is not HTTP", "the connection broke off"].contains(error.problem), "\(error)")
    }
  }

  @Test func `an unchanged page is told by its validators`() async throws {
    try await LoopbackServer.run({ _, count in
      count == 0
        ? .page("x", [("ETag", "W/\"7\""), ("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")])
        : .answer(304, [("ETag", "W/\"7\"")], [])
    }) { server in
      let fetcher = Loopback.fetcher()
      let first = try await fetcher.fetch(server.address("/")).get()
      let second = try await fetcher.fetch(
        server.address("/"), validators: first.validators
      ).get()
      #expect(!first.isUnchanged)
      #expect(second.isUnchanged)
      #expect(second.bytes.isEmpty)
      let sent = try #require(server.requests.last)
      #expect(sent.header("if-none-match") == "W/\"7\"")
      #expect(sent.header("if-modified-since") == "Sun, 06 Nov 1994 08:49:37 GMT")
      let third = try await failure(fetcher.fetch(server.address("/")))
      #expect(third.problem == "the server answers 304 Not Modified")
    }
  }

  @Test(arguments: [
    (404, "404 Not Found"), (403, "403 Forbidden"), (500, "500 Internal Server Error"),
    (299 + 300, "599"),
  ])
  func `a status that is no success gives a sentence`(_ status: Int, _ words: String) async throws {
    try await LoopbackServer.run({ _, _ in .answer(status, [], Array("<p>Oh".utf8)) }) { server in
      let error = try await failure(Loopback.fetcher().fetch(server.address("/")))
      #expect(error.problem == "the server answers \(words)")
      #expect(error.place == server.address("/"))
    }
  }

  @Test func `a port where nobody listens gives a sentence`() async throws {
    var port = 0
    try await LoopbackServer.run({ _, _ in .silence }) { port = $0.port }
    let error = try await failure(Loopback.fetcher().fetch("http://127.0.0.1:\(port)/"))
    #expect(error.description.contains("the server cannot be reached"), "\(error)")
  }

  @Test func `a server without a certificate gives a sentence`() async throws {
    try await LoopbackServer.run({ _, _ in .page("x") }) { server in
      let error = try await failure(
        Loopback.fetcher().fetch("https://news.here.example:\(server.port)/"))
      #expect(
        error.description.contains("no safe connection came about: wrong version number"),
        "\(error)")
      #expect(server.allRequests.isEmpty)
    }
  }

  @Test func `HTML under the address of a feed is given with its type`() async throws {
    try await LoopbackServer.run({ _, _ in .page("<!doctype html><p>No feed here") }) { server in
      let page = try await Loopback.fetcher().fetch(server.address("/feed.xml")).get()
      #expect(page.sourceFile.origin.mediaType == "text/html")
    }
  }
}
