@testable import SaysoNetwork
import Testing

/// How the fetcher treats the servers it asks.
@Suite struct FetcherMannersTests {
  private func problem(_ result: Result<Fetched, NetworkError>) -> String {
    if case .failure(let error) = result { error.problem } else { "none" }
  }

  private func robots(_ text: String) -> LoopbackServer.Reply {
    .answer(200, [("Content-Type", "text/plain")], Array(text.utf8))
  }

  @Test func `a page that the robots file shuts is not asked for`() async throws {
    let file = robots("User-agent: sayso\nDisallow: /shut\n")
    try await LoopbackServer.run({ _, _ in .page("x") }, robots: file) { server in
      let fetcher = Loopback.fetcher()
      let shut = await fetcher.fetch(server.address("/shut/1"))
      #expect(
        problem(shut) == "the robots.txt of the server asks programs not to fetch this page")
      #expect(problem(await fetcher.fetch(server.address("/open"))) == "none")
      #expect(server.allRequests.map(\.target) == ["/robots.txt", "/open"])
    }
  }

  @Test func `a redirect to a page that is shut ends there`() async throws {
    let file = robots("User-agent: *\nDisallow: /shut\n")
    try await LoopbackServer.run({ _, _ in .redirect("/shut") }, robots: file) { server in
      let result = await Loopback.fetcher().fetch(server.address("/open"))
      #expect(problem(result).contains("robots.txt"))
      #expect(server.requests.map(\.target) == ["/open"])
    }
  }

  @Test(arguments: [
    LoopbackServer.Reply.answer(500, [], []), .answer(503, [], []), .raw([]), .silence,
  ])
  func `a server whose robots file fails is left in peace`(_ file: LoopbackServer.Reply)
    async throws
  {
    try await LoopbackServer.run({ _, _ in .page("x") }, robots: file) { server in
      var settings = Loopback.settings
      settings.timeLimit = .milliseconds(300)
      let result = await Loopback.fetcher(settings).fetch(server.address("/"))
      #expect(
        problem(result)
          == "the robots.txt of the server cannot be fetched, so nothing is fetched from it")
      #expect(server.requests.isEmpty)
    }
  }

  @Test(arguments: [
    LoopbackServer.Reply.answer(404, [], []), .answer(403, [], []), .redirect("/robots.txt"),
  ])
  func `a server without a robots file is asked`(_ file: LoopbackServer.Reply) async throws {
    try await LoopbackServer.run({ _, _ in .page("x") }, robots: file) { server in
      #expect(problem(await Loopback.fetcher().fetch(server.address("/"))) == "none")
    }
  }

  @Test(arguments: [429, 503])
  func `a busy server is asked once more when it said so`(_ status: Int) async throws {
    try await LoopbackServer.run({ _, count in
      count == 0 ? .answer(status, [("Retry-After", "1")], []) : .page("x")
    }) { server in
      #expect(problem(await Loopback.fetcher().fetch(server.address("/"))) == "none")
      let moments = server.requests.map(\.moment)
      #expect(moments.count == 2)
      #expect(moments[1] - moments[0] >= .milliseconds(950))
    }
  }

  @Test(arguments: ["61", "Mon, 07 Nov 1994 08:49:37 GMT", "soon", nil])
  func `a busy server is given up where it does not say when, or says too late`(
    _ wait: String?
  ) async throws {
    let headers = wait.map { [("Retry-After", $0)] } ?? []
    try await LoopbackServer.run({ _, _ in .answer(429, headers, []) }) { server in
      let result = await Loopback.fetcher().fetch(server.address("/"))
      #expect(problem(result) == "the server answers 429 Too Many Requests")
      #expect(server.requests.count == 1)
    }
  }

  @Test func `a server that stays busy is asked only twice`() async throws {
    try await LoopbackServer.run({ _, _ in .answer(503, [("Retry-After", "0")], []) }) { server in
      let result = await Loopback.fetcher().fetch(server.address("/"))
      #expect(problem(result) == "the server answers 503 Service Unavailable")
      #expect(server.requests.count == 2)
    }
  }

  @Test func `no more than two are asked of a host at once, whatever name its pages have`()
    async throws
  {
    try await LoopbackServer.run({ _, _ in .later(40, 200, [], [120]) }) { server in
      let fetcher = Loopback.fetcher()
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<8 {
          group.addTask { _ = await fetcher.fetch(server.address("/\(number)")) }
        }
      }
      #expect(server.requests.count == 8)
      #expect(server.allRequests.map(\.atOnce).max() == 2)
      #expect(server.allRequests.count { $0.target == "/robots.txt" } == 1)
    }
  }

  @Test func `a pause lies between the starts`() async throws {
    let file = robots("User-agent: *\nCrawl-delay: 0.08\n")
    try await LoopbackServer.run({ _, _ in .page("x") }, robots: file) { server in
      var settings = Loopback.settings
      settings.pause = .milliseconds(50)
      let fetcher = Loopback.fetcher(settings)
      let time = await ContinuousClock().measure {
        await withTaskGroup(of: Void.self) { group in
          for number in 0..<4 {
            group.addTask { _ = await fetcher.fetch(server.address("/\(number)")) }
          }
        }
      }
      #expect(server.requests.count == 4)
      #expect(time >= .milliseconds(50 + 3 * 80))
    }
  }

  @Test func `a pause that a robots file makes too long is cut`() async throws {
    let file = robots("User-agent: *\nCrawl-delay: 86400\n")
    try await LoopbackServer.run({ _, _ in .page("x") }, robots: file) { server in
      var settings = Loopback.settings
      settings.longestPause = .milliseconds(50)
      let fetcher = Loopback.fetcher(settings)
      #expect(problem(await fetcher.fetch(server.address("/1"))) == "none")
      #expect(problem(await fetcher.fetch(server.address("/2"))) == "none")
    }
  }
}
