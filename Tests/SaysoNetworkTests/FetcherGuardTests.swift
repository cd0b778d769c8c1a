@testable import SaysoNetwork
import Testing

/// Which machines the fetcher speaks to.
@Suite struct FetcherGuardTests {
  private func problem(_ result: Result<Fetched, NetworkError>) -> String {
    if case .failure(let error) = result { error.problem } else { "none" }
  }

  @Test(arguments: [
    "127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0",
  ])
  func `the own machine is refused by default, however it is written`(_ host: String) async throws {
    try await LoopbackServer.run({ _, _ in .page("secret") }) { server in
      let result = await Fetcher(Loopback.settings).fetch("http://\(host):\(server.port)/")
      #expect(problem(result).hasPrefix("the address leads to "), "\(problem(result))")
      #expect(server.allRequests.isEmpty)
    }
  }

  @Test func `machines of the own network are spoken to where that is wished`() async throws {
    try await LoopbackServer.run({ _, _ in .page("open") }) { server in
      let fetcher = Fetcher(Loopback.settings, addressGuard: .anywhere)
      let page = try await fetcher.fetch("http://0x7f.1:\(server.port)/").get()
      #expect(page.finalAddress == server.address("/"))
    }
  }

  @Test(arguments: ["http://169.254.169.254/latest/", "http://inside.example/", "//10.0.0.1/x"])
  func `a redirect into the own network is refused`(_ location: String) async throws {
    try await LoopbackServer.run({ _, _ in .redirect(location) }) { server in
      let result = await Loopback.fetcher().fetch(server.address("/"))
      #expect(problem(result).hasPrefix("the address leads to "), "\(problem(result))")
      #expect(server.requests.count == 1)
    }
  }

  @Test func `one refused machine among those of a name refuses the name`() async {
    let result = await Loopback.fetcher().fetch("http://inside.example/")
    #expect(problem(result) == "the address leads to a private address, 10.0.0.1")
  }

  @Test func `the connection goes to the machine that was checked, under the name`() async throws {
    try await LoopbackServer.run({ _, _ in .page("here") }) { server in
      // No name server knows the name: only the checked machine can have answered.
      let page = try await Loopback.fetcher().fetch("http://news.here.example:\(server.port)/a")
        .get()
      #expect(page.finalAddress == "http://news.here.example:\(server.port)/a")
      #expect(
        server.requests.map { $0.header("host") }
          == ["news.here.example:\(server.port)"])
    }
  }

  @Test func `a name is looked up again for no request that was checked`() async throws {
    try await LoopbackServer.run({ _, _ in .page("here") }) { server in
      let count = Counter()
      let fetcher = Fetcher(
        Loopback.settings, addressGuard: Loopback.addressGuard,
        resolve: { _ in
          // The second answer would lead into the own network, as in DNS rebinding.
          await count.next() < 2 ? [.v4(0x7F00_0001)] : [.v4(0x0A00_0001)]
        })
      let address = "http://turning.here.example:\(server.port)/"
      let page = try await fetcher.fetch(address).get()
      #expect(page.finalAddress == address)
      #expect(problem(await fetcher.fetch(address)).hasPrefix("the address leads to a private"))
    }
  }

  @Test func `a name that leads nowhere gives a sentence`() async {
    let result = await Loopback.fetcher().fetch("http://missing.example/")
    #expect(problem(result) == "the name of the server is not found")
  }

  private actor Counter {
    private var count = 0

    func next() -> Int {
      count += 1
      return count - 1
    }
  }
}
