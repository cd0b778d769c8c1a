import Foundation
import Sayso
import Synchronization
import Testing

/// The desk and the network together, against a server of our own.
@Suite struct DeskFetchingTests {
  private static func page(_ number: Int, _ words: String) -> String {
    """
    <html><head><title>Report \(number)</title></head><body><article><h1>Report \(number)</h1>
    <p>The harbour master of Port Elvane said on Monday that \(words), and that the quay was shut.</p>
    <p>“We do not know when it opens again,” she told reporters at the quay in the evening.</p>
    </article></body></html>
    """
  }

  private func feed(_ port: Int) -> String {
    let items = (1...3).map {
      """
      <item><title>Report \($0)</title><link>http://127.0.0.1:\(port)/\($0)</link>
      <description>The mayor of Port Elvane said that report \($0) was on its way.</description></item>
      """
    }
    return "<rss version=\"2.0\"><channel><title>The Elvane Herald</title>"
      + items.joined() + "</channel></rss>"
  }

  private func add(
    _ address: String, to ledger: String
  ) async throws -> [String] {
    var options = FetchOptions()
    options.allowsPrivate = true
    options.pause = .zero
    var seen: [String] = []
    let desk = try Desk(addingTo: ledger)
    try await desk.add(
      fetching: [address], options: options, through: try Pipeline(engine: .fast),
      now: "2031-03-20T12:00:00Z"
    ) { added in
      switch added {
      case .kept(let read, let addition, _, let warnings):
        seen.append("\(read.report.extent) \(addition) \(warnings.count)")
      case .unreadable(let error): seen.append("unreadable: \(error.problem)")
      case .refused(let error, _): seen.append("refused: \(error.problem)")
      case .notChanged: seen.append("not changed")
      case .notFetched(_, let sentence): seen.append("not fetched: \(sentence)")
      case .listed(_, let taken, let leftOut): seen.append("listed \(taken) \(leftOut)")
      }
    }
    return seen
  }

  @Test func `a feed is followed, its bytes are kept, and a change makes a version`() async throws {
    let ledger = FileManager.default.temporaryDirectory
      .appending(path: "sayso-\(UUID().uuidString).db").path
    defer {
      for ending in ["", "-wal", "-shm", ".snapshots"] {
        do { try FileManager.default.removeItem(atPath: ledger + ending) } catch {}
      }
    }
    let words = Mutex("two ships had sailed")
    let own = Mutex(0)
    let feed = self.feed
    try await LoopbackServer.run({ target, _ in
      switch target {
      case "/feed.xml":
        .answer(
          200, [("Content-Type", "application/rss+xml")], Array(feed(own.withLock { $0 }).utf8))
      case "/1": .page(DeskFetchingTests.page(1, words.withLock { $0 }))
      case "/2": .page(DeskFetchingTests.page(2, "no ship had sailed"))
      default: .answer(404, [], [])
      }
    }) { server in
      own.withLock { $0 = server.port }
      let address = server.address("/feed.xml")
      // The third page is gone: the feed's own words are read, with a warning.
      let run1 = try await add(address, to: ledger)
      #expect(
        run1
          == ["listed 3 0", "full added 0", "full added 0", "summary added 1"])
      let run2 = try await add(address, to: ledger)
      #expect(
        run2
          == ["listed 3 0", "full unchanged 0", "full unchanged 0", "summary unchanged 1"])
      words.withLock { $0 = "three ships had sailed" }
      let run3 = try await add(address, to: ledger)
      #expect(
        run3
          == ["listed 3 0", "full newVersion(2) 0", "full unchanged 0", "summary unchanged 1"])
    }
    let desk = try Desk(verifying: ledger)
    let verification = try desk.verify()
    #expect(verification.isSound)
    // Two versions of the first page, the second page, and the third in the feed.
    #expect(verification.replayed == 4)
    #expect(verification.notes.isEmpty)
  }

  @Test func `an address on this machine is refused unless that is allowed`() async throws {
    let ledger = FileManager.default.temporaryDirectory
      .appending(path: "sayso-\(UUID().uuidString).db").path
    defer { do { try FileManager.default.removeItem(atPath: ledger) } catch {} }
    try await LoopbackServer.run({ _, _ in .page("never read") }) { server in
      var sentences: [String] = []
      try await Desk(addingTo: ledger).add(
        fetching: [server.address("/")], through: try Pipeline(engine: .fast),
        now: "2031-03-20T12:00:00Z"
      ) { added in
        if case .notFetched(_, let sentence) = added { sentences.append(sentence) }
      }
      #expect(sentences.count == 1)
      #expect(server.requests.isEmpty)
    }
  }
}
