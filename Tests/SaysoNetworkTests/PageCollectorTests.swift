@testable import SaysoNetwork
import SaysoReading
import Testing

@Suite struct PageCollectorTests {
  /// Reads the toy formats of these tests: lines after "list" or "feed" are addresses.
  private func interpret(_ file: SourceFile) -> PageContent {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    switch lines.first {
    case "list": return .feeds(Array(lines.dropFirst()))
    case "feed": return .entries(lines.dropFirst().map { $0 == "-" ? nil : $0 })
    default: return .report
    }
  }

  private func line(_ collected: Collected, without origin: String) -> String {
    switch collected {
    case .list(let list):
      let address = list.address.replacing(origin, with: "")
      return "\(address): \(list.taken) taken, \(list.leftOut) left out"
    case .page(let page):
      let address = page.address.replacing(origin, with: "")
      let entry = page.entry.map { " by entry \($0.place)" } ?? ""
      switch page.result {
      case .success(let fetched): return "\(address): \(fetched.status)\(entry)"
      case .failure(let error): return "\(address): \(error.problem)\(entry)"
      }
    }
  }

  @Test func `lists lead to feeds and feeds to pages, in order, each once`() async throws {
    let name = "http://127.0.0.1:"
    try await LoopbackServer.run({ target, _ in
      switch target {
      case "/list": .page("list\n@/a.feed\n@/b.feed\n@/a.feed")
      case "/a.feed": .later(60, 200, [], Array("feed\n@/1\n@/gone\n-\n@/2\n@/3".utf8))
      case "/b.feed": .page("feed\n@/2\n@/4")
      case "/gone": .answer(410, [], [])
      default: .page("report")
      }
    }) { server in
      let origin = "\(name)\(server.port)"
      var collector = PageCollector(Loopback.fetcher())
      collector.mostEntries = 3
      var lines: [String] = []
      var steps: [PageCollector.Progress] = []
      await collector.collect(
        [server.address("/list"), server.address("/1")],
        interpret: { file in
          let text = String(decoding: file.bytes, as: UTF8.self).replacing("@", with: origin)
          return interpret(SourceFile(name: file.name, bytes: Array(text.utf8)))
        }, progress: { steps.append($0) }
      ) { lines.append(line($0, without: origin)) }
      #expect(
        lines == [
          "/list: 3 taken, 0 left out", "/a.feed: 3 taken, 1 left out", "/1: 200 by entry 0",
          "/gone: the server answers 410 Gone by entry 1", "/2: 200 by entry 3",
          "/b.feed: 2 taken, 0 left out", "/4: 200 by entry 1",
        ])
      #expect(steps.map(\.done) == Array(1...7))
      #expect(steps.last?.total == 7)
      #expect(server.requests.count == 7)
    }
  }

  @Test func `a feed that has not changed leads to nothing`() async throws {
    try await LoopbackServer.run({ _, _ in .answer(304, [], []) }) { server in
      var lines: [String] = []
      await PageCollector(Loopback.fetcher()).collect(
        [server.address("/feed")],
        validators: { _ in Validators(entityTag: "\"1\"", lastModified: nil) },
        interpret: interpret
      ) { lines.append(line($0, without: "http://127.0.0.1:\(server.port)")) }
      #expect(lines == ["/feed: 304"])
    }
  }

  @Test func `what is no address costs only itself`() async throws {
    try await LoopbackServer.run({ _, _ in .page("report") }) { server in
      var lines: [String] = []
      await PageCollector(Loopback.fetcher()).collect(
        ["nonsense", server.address("/1"), "file:///etc/passwd"], interpret: interpret
      ) { lines.append(line($0, without: "http://127.0.0.1:\(server.port)")) }
      #expect(
        lines == [
          "nonsense: this is no address of the web", "/1: 200",
          "file:///etc/passwd: addresses that begin with \"file\" are not fetched",
        ])
    }
  }

  @Test func `two forms of one address are fetched once`() async throws {
    try await LoopbackServer.run({ _, _ in .page("report") }) { server in
      var count = 0
      await PageCollector(Loopback.fetcher()).collect(
        [server.address("/1?utm_source=feed"), server.address("/1#top"), server.address("/1/")],
        interpret: interpret
      ) { _ in count += 1 }
      #expect(count == 1)
      #expect(server.requests.map(\.target) == ["/1?utm_source=feed"])
    }
  }

  @Test func `what was asked for ends when it is called off`() async throws {
    try await LoopbackServer.run({ target, _ in target == "/1" ? .page("report") : .silence }) {
      server in
      let addresses = [server.address("/1"), server.address("/2"), server.address("/3")]
      let interpret = self.interpret
      let work = Task {
        var lines: [String] = []
        await PageCollector(Loopback.fetcher()).collect(addresses, interpret: interpret) {
          lines.append(line($0, without: "http://127.0.0.1:\(server.port)"))
          withUnsafeCurrentTask { $0?.cancel() }
        }
        return lines
      }
      let time = ContinuousClock.now
      #expect(await work.value == ["/1: 200"])
      #expect(ContinuousClock.now - time < .seconds(40))
    }
  }

  @Test func `nothing asked for gives nothing`() async {
    var count = 0
    await PageCollector(Loopback.fetcher()).collect([], interpret: { _ in .report }) { _ in
      count += 1
    }
    #expect(count == 0)
  }
}
