import SaysoReading
import Testing

/// Archives of the web: what is given, what is passed over, and what a broken record costs.
@Suite struct ArchiveSourceTests {
  private typealias Make = ArchiveFixtures

  private static let pages = ["One", "Two", "Three", "Four"].map { name in
    Make.response("https://oskholm.example/\(name)", "Ferry \(name) runs again.")
  }
  private static let addresses = ["One", "Two", "Three", "Four"].map {
    "https://oskholm.example/\($0)"
  }

  private func web(_ fields: [String], _ body: [UInt8], type: String? = "text/html") -> [UInt8] {
    Make.record(
      "response", "https://oskholm.example/a",
      fields: ["Content-Type: application/http;msgtype=response"],
      block: Make.answer(body, type: type, fields: fields))
  }

  private func texts(_ outcome: ArchiveFixtures.Outcome) -> [String] {
    outcome.files.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  // MARK: - What is given

  @Test(arguments: ["plain", "by member", "as one member", "without regard to records"])
  func `a record's page comes with where and when it was found`(packing: String) throws {
    let note = Make.record("warcinfo", block: Array("software: by hand\r\n".utf8))
    let page = Make.page("The ferry runs again.")
    let record = Make.record(
      "response", "<https://oskholm.example/a b>",
      fields: [
        "Content-Type: application/http; msgtype=response", "WARC-Block-Digest: sha1:BLOCK",
        "WARC-Payload-Digest: sha1:PAYLOAD",
      ], block: Make.answer(Array(page.utf8)))
    let all = note + record
    let bytes =
      switch packing {
      case "plain": all
      case "by member": Make.gzip(note) + Make.gzip(record)
      case "as one member": Make.gzip(all)
      default: Make.gzip(Array(all[..<300])) + Make.gzip(Array(all[300...]))
      }
    let outcome = try Make.read(bytes, named: packing == "plain" ? "a.warc" : "a.warc.gz")
    #expect(outcome.failures.isEmpty)
    let file = try #require(outcome.files.first)
    #expect(outcome.files.count == 1)
    #expect(file.name.hasSuffix(", record 2 (https://oskholm.example/a%20b)"))
    #expect(file.bytes == Array(page.utf8))
    #expect(file.origin.mediaType == "text/html")
    #expect(file.origin.charset == "utf-8")
    #expect(file.origin.address == "https://oskholm.example/a%20b")
    #expect(file.origin.retrieved == "2031-04-05T06:07:08Z")
    #expect(file.origin.statedDigest == "sha1:PAYLOAD")
    #expect(file.origin.container.map { file.name.hasPrefix($0 + ", ") } == true)
    #expect(outcome.counts.records == 2 && outcome.counts.passedOver == 1)
  }

  @Test func `chunks and content codings are undone`() throws {
    let page = Array(Make.page("The ferry runs again.").utf8)
    let packed = Make.gzip(page)
    let chunks =
      Array("\(String(packed.count, radix: 16))\r\n".utf8) + packed + Array("\r\n0\r\n\r\n".utf8)
    let brotli: [UInt8] = [
      139, 15, 128, 84, 104, 101, 32, 102, 101, 114, 114, 121, 32, 116, 111, 32, 79, 115, 107, 104,
      111, 108, 109, 32, 114, 117, 110, 115, 32, 97, 103, 97, 105, 110, 46, 3,
    ]
    let outcome = try Make.read(
      web(["Transfer-Encoding: chunked", "Content-Encoding: gzip"], chunks)
        + web(["content-encoding: br"], brotli)
        // Headers that crawlers keep although they unpacked the body.
        + web(["Transfer-Encoding: chunked", "Content-Encoding: gzip"], page)
        + web(["Content-Encoding: br"], page), named: "a.warc")
    #expect(outcome.failures.isEmpty)
    #expect(
      outcome.files.map(\.bytes) == [
        page, Array("The ferry to Oskholm runs again.".utf8), page, page,
      ])
  }

  @Test func `requests, revisits, other answers, pictures and empty pages are counted`() throws {
    let http = "Content-Type: application/http; msgtype=response"
    let page = Array(Make.page("Gone").utf8)
    let outcome = try Make.read(
      Make.record(
        "request", "https://oskholm.example/", block: Array("GET / HTTP/1.1\r\n\r\n".utf8))
        + Make.record("metadata", block: page) + Make.record("continuation", block: page)
        + Make.record("revisit", "https://oskholm.example/", fields: [http], block: Make.answer([]))
        + Make.record("response", fields: [http], block: Make.answer(page, status: "404 Not Found"))
        + Make.record("response", fields: [http], block: Make.answer(page, status: "301 Moved"))
        + web([], [0x89, 0x50, 0x4E, 0x47, 0], type: "image/png")
        + web([], Array("let a = 1".utf8), type: "text/javascript")
        + web([], [0x89, 0x50, 0x4E, 0x47, 0, 1, 2], type: nil)
        + web([], []) + web([], [13, 10])
        + Make.record(
          "resource", "metadata://gnu.example/log", fields: ["Content-Type: text/plain"],
          block: page)
        + Make.record(
          "resource", "https://oskholm.example/robots.txt", fields: ["Content-Type: text/plain"],
          block: page), named: "a.warc")
    #expect(outcome.failures.isEmpty && outcome.files.isEmpty)
    #expect(outcome.counts.records == 13)
    #expect(outcome.counts.revisits == 1)
    #expect(outcome.counts.otherAnswers == 2)
    #expect(outcome.counts.passedOver == 10)
  }

  @Test func `things without HTTP, and pages without a type, are given too`() throws {
    let text = Array("The mayor of Oskholm said that the ferry runs again.".utf8)
    let page = Array(Make.page("Ferry").utf8)
    let outcome = try Make.read(
      Make.record("resource", "file:///a.txt", fields: ["Content-Type: text/plain"], block: text)
        + Make.record(
          "conversion", "https://oskholm.example/", fields: ["Content-Type: text/plain"],
          block: text)
        + web([], page, type: nil) + web([], text, type: "application/octet-stream"),
      named: "a.warc")
    #expect(outcome.failures.isEmpty)
    #expect(outcome.files.map(\.bytes) == [text, text, page, text])
    #expect(outcome.files.map(\.origin.mediaType) == ["text/plain", "text/plain", nil, nil])
  }

  @Test(arguments: [false, true])
  func `the old ARC is read`(isPacked: Bool) throws {
    let page = Array(Make.page("Ferry").utf8)
    let second = Make.answer(page, type: nil)
    let parts: [[UInt8]] = [
      Make.arcHeader, Make.arcRecord("dns:oskholm.example", "text/dns", [50]),
      Make.arcRecord("http://oskholm.example/a page", "text/html", Make.answer(page)),
      Array(
        "http://oskholm.example/b 192.0.2.7 20310405060708 text/html 200 SUM - 99 x.arc \(second.count)\n"
          .utf8) + second + [10],
      Make.arcRecord("http://oskholm.example/old", "text/html", page),
      Make.arcRecord("http://oskholm.example/x", "", Array("SSH-2.0".utf8)),
    ]
    let bytes = isPacked ? parts.flatMap(Make.gzip) : parts.flatMap { $0 }
    let outcome = try Make.read(bytes, named: isPacked ? "a.arc.gz" : "a.arc")
    #expect(outcome.failures.isEmpty)
    #expect(
      outcome.addresses == [
        "http://oskholm.example/a%20page", "http://oskholm.example/b", "http://oskholm.example/old",
      ])
    #expect(outcome.files.allSatisfy { $0.bytes == page && $0.origin.mediaType == "text/html" })
    #expect(outcome.files.first?.origin.retrieved == "2031-04-05T06:07:08Z")
    #expect(outcome.counts.records == 6 && outcome.counts.passedOver == 3)
  }

  // MARK: - What breaks

  @Test func `a wrong length costs its record, whichever way it is wrong`() throws {
    for length in [0, 10, 100_000_000, 400] {
      let bad = Make.response(Self.addresses[1], "Ferry Two runs again.", length: length)
      for isPacked in [false, true] {
        let parts = [Self.pages[0], bad, Self.pages[2], Self.pages[3]]
        let bytes = isPacked ? parts.flatMap(Make.gzip) : parts.flatMap { $0 }
        let outcome = try Make.read(bytes, named: isPacked ? "a.warc.gz" : "a.warc")
        let note = "length \(length), packed \(isPacked)"
        #expect(outcome.addresses == [0, 2, 3].map { Self.addresses[$0] }, "\(note)")
        #expect(outcome.failures.count == 1, "\(note): \(outcome.failures)")
        #expect(outcome.failures.first?.hasPrefix("a.warc") == true)
        #expect(
          outcome.failures.first?.contains(
            ", record 2, byte \(isPacked ? Make.gzip(parts[0]).count : parts[0].count): ") == true,
          "\(outcome.failures)")
      }
    }
  }

  @Test func `a record without a length, or noise for one, costs itself`() throws {
    let unmeasured = Array(
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nwords\r\n\r\n".utf8)
    for bad in [unmeasured, Array("noise\nand more WARC/1.0 noise\n".utf8)] {
      let outcome = try Make.read(
        Self.pages[0] + bad + Self.pages[1], named: "a.warc")
      #expect(outcome.addresses.last == Self.addresses[1])
      #expect(outcome.failures.count == 1)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `archives made to be read over and over end`() throws {
    let heads = [[UInt8]](repeating: Array("WARC/1.0\r\n".utf8), count: 5_000)
    #expect(try Make.read(heads.flatMap { $0 }, named: "a.warc").failures.count == 5_000)
    let wrong = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 500000\r\n\r\n"
    let lengths = [[UInt8]](repeating: Array(wrong.utf8), count: 5_000)
    #expect(try !Make.read(lengths.flatMap { $0 }, named: "a.warc").failures.isEmpty)
    // Each header starts a member that the next one is a part of.
    let nested: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0xFF, 0xFF, 0, 0]
    let members = [[UInt8]](repeating: nested, count: 20_000).flatMap { $0 }
    #expect(try Make.read(members, named: "a.warc.gz").failures.count == 1)
  }

  @Test func `a broken member costs its record`() throws {
    var members = Self.pages.map(Make.gzip)
    members[1][60] ^= 0xFF
    let start = members[0].count
    var outcome = try Make.read(members.flatMap { $0 }, named: "a.warc.gz")
    #expect(outcome.addresses == [0, 2, 3].map { Self.addresses[$0] })
    #expect(
      outcome.failures == [
        "a.warc.gz, record 2, byte \(start): a packed part is broken (incorrect data check); fetch the archive again; what is whole in it is read"
      ])
    // A header that is none, with the record before it whole.
    members[1] = Array("noise that is no member".utf8)
    outcome = try Make.read(members.flatMap { $0 }, named: "a.warc.gz")
    #expect(outcome.addresses == [0, 2, 3].map { Self.addresses[$0] })
    #expect(outcome.failures.count == 1)
    #expect(outcome.failures.first?.contains("record 2, byte \(start): ") == true)
  }

  @Test func `an archive that breaks off gives what is whole, and says so`() throws {
    let plain = Array(Self.pages.flatMap { $0 }.dropLast(60))
    let outcome = try Make.read(plain, named: "a.warc")
    #expect(outcome.addresses == Array(Self.addresses.prefix(3)))
    #expect(
      outcome.failures == [
        "a.warc, record 4, byte \(Self.pages[..<3].joined().count): the archive breaks off inside of the record; fetch the archive again; what is whole in it is read"
      ])
    let packed = Array(Self.pages.flatMap(Make.gzip).dropLast(30))
    let other = try Make.read(packed, named: "a.warc.gz")
    #expect(other.addresses == Array(Self.addresses.prefix(3)))
    #expect(other.failures.count == 1)
    #expect(
      other.failures.first?.contains("the file breaks off inside of a packed part") == true)
  }

  @Test func `a page over the cap is one failure, a picture over it none`() throws {
    let large = [UInt8](repeating: 65, count: 3 << 20)
    let outcome = try Make.read(
      web([], large) + web([], large, type: "image/png")
        + web(["Content-Encoding: gzip"], Make.gzip(large))
        + Self.pages[0],
      named: "a.warc", largestBody: 1 << 20)
    #expect(outcome.addresses == [Self.addresses[0]])
    #expect(
      outcome.failures.first
        == "a.warc, record 1 (https://oskholm.example/a): the page is larger than 1048576 bytes; leave it out"
    )
    #expect(outcome.failures.count == 2)
    #expect(outcome.counts.passedOver == 1)
  }

  @Test func `what is no archive says so`() throws {
    #expect(
      try Make.read([], named: "a.warc").failures
        == ["a.warc: the archive is empty; fetch it again, or leave it out"])
    #expect(
      try Make.read(Array("words".utf8), named: "a.zip").failures
        == ["a.zip: this is no archive that is read; give a WARC, ARC, WACZ, zip or tar file"])
    #expect(
      try Make.read([0x5D, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 7], named: "a.warc.zst").failures
        == [
          "a.warc.zst: the archive is packed with a dictionary of its own (zstd), which is not read; unpack it with zstd and give the .warc, or pack that with gzip"
        ])
    let noise = try Make.read(Array("words".utf8), named: "a.warc").failures
    #expect(noise.count == 1 && noise[0].contains("record 1, byte 0: no record starts here"))
    #expect(throws: ReadingError.self) { try ArchiveSource(path: "/nowhere/a.warc") }
  }

  @Test func `first bytes and names tell an archive`() {
    func isArchive(_ name: String, _ start: [UInt8]) -> Bool {
      ArchiveSource.isArchive(path: name, start: start)
    }
    #expect(isArchive("a", Array("WARC/1.0\r\n".utf8)))
    #expect(isArchive("a", Array("filedesc://a".utf8)))
    #expect(isArchive("a.html", Make.gzip([65])))
    #expect(isArchive("a.bin", Make.tar([("a.txt", [65])])))
    #expect(isArchive("a.warc.zst", Array("?".utf8)))
    #expect(!isArchive("a.docx", [0x50, 0x4B, 3, 4]))
    #expect(isArchive("a", [0x50, 0x4B, 3, 4]))
    #expect(!isArchive("a.html", Array("<html>".utf8)))
    #expect(!isArchive("a.gz", Array("%PDF-1.4".utf8)))
    #expect(ArchiveSource.hasArchiveName("x/a.warc.gz") && !ArchiveSource.hasArchiveName("x.gz/a"))
  }
}
