import Foundation
import GRDB
import SaysoRecords
import Testing

@testable import SaysoLedger

@Suite struct SnapshotTests {
  private let page = Array("<html>A page.</html>".utf8)
  private let address = "https://post.example/r1"

  private func retrieval(
    _ retrieved: String = noon, requested: String? = nil, etag: String = "\"1\""
  ) -> Retrieval {
    Retrieval(
      requested: requested ?? address, address: address, retrieved: retrieved, status: 200,
      headers: [
        Retrieval.Header("ETag", etag), Retrieval.Header("Set-Cookie", "a=1"),
        Retrieval.Header("set-cookie", "b=\"é\u{0}/\""),
        Retrieval.Header("Last-Modified", "Sat, 03 May 2031 10:00:00 GMT"),
      ], mediaType: "text/html", charset: "utf-8")
  }

  @Test func `bytes are kept once, and every time that they came`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let digest = try ledger.keep(snapshot: page, retrieval: retrieval())
    #expect(try ledger.keep(snapshot: page, retrieval: retrieval()) == digest)
    #expect(try ledger.keep(snapshot: page, retrieval: retrieval("2031-05-05T12:00:00Z")) == digest)
    let kept = try ledger.retrievals(ofSnapshot: digest)
    #expect(kept.map(\.retrieval) == [retrieval(), retrieval("2031-05-05T12:00:00Z")])
    #expect(kept.first?.retrieval.etag == "\"1\"")
    #expect(kept.first?.retrieval.lastModified == "Sat, 03 May 2031 10:00:00 GMT")
    #expect(try ledger.snapshot(digest) == page)
    #expect(try ledger.snapshot(SHA256Digest(hex: sha("0"))) == nil)
    let file = "a.db.snapshots/\(digest.hex.prefix(2))/\(digest.hex)"
    #expect(try folder.bytes(file) == Data(page))
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.file("a.db.snapshots"))
    #expect(names.count == 2, "a folder and a file, nothing half written")
  }

  @Test func `the newest answer of an address is found, asked for or reached by redirects`() throws
  {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    #expect(try ledger.newestRetrieval(of: address) == nil)
    try ledger.keep(snapshot: page, retrieval: retrieval("2031-05-06T00:00:00Z", etag: "\"2\""))
    try ledger.keep(
      snapshot: [], retrieval: retrieval("2031-05-05T00:00:00Z", requested: "https://p.example/"))
    #expect(try ledger.newestRetrieval(of: address)?.retrieval.etag == "\"2\"")
    #expect(try ledger.newestRetrieval(of: "https://p.example/")?.retrieval.etag == "\"1\"")
    #expect(try ledger.snapshot(SHA256Digest(hex: emptyDigest)) == [])
  }

  @Test func `a report leads to the answers that brought it`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let digest = try ledger.keep(snapshot: page, retrieval: retrieval())
    let made = try Sample().made()
    let report = Report(
      id: made.report.id, sha256: digest, text: made.report.text, blocks: made.report.blocks)
    _ = try ledger.add(ReadReport(report: report, analysed: true), stamp: firstModels, now: noon)
    #expect(try ledger.retrievals(of: report.id).map(\.snapshot) == [digest])
    #expect(try ledger.retrievals(of: ReportID("none")).isEmpty)
    #expect(
      try ledger.versionsWithSnapshot()
        == [KeptVersion(report: report.id, number: 1, snapshot: digest)])
  }

  @Test(arguments: ["gone", "changed", "cut", "count"])
  func `a snapshot that is not as it was kept is a finding`(damage: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    let digest = try ledger.keep(snapshot: page, retrieval: retrieval())
    #expect(try ledger.verify().findings == [])
    #expect(try ledger.verify().snapshots == 1)
    let file = "a.db.snapshots/\(digest.hex.prefix(2))/\(digest.hex)"
    switch damage {
    case "gone": try FileManager.default.removeItem(atPath: folder.file(file))
    case "changed": try folder.write(Data(page.map { $0 ^ 1 }), to: file)
    case "cut": try folder.write(Data(page.dropLast()), to: file)
    default:
      try ledger.database.write { try $0.execute(sql: "UPDATE snapshot SET byteCount = 1") }
    }
    let findings = try ledger.verify().findings
    #expect(findings.count == 1)
    #expect(findings.first?.description.contains(digest.hex) == true)
    if damage != "count" {
      #expect(throws: LedgerError.self) { try ledger.snapshot(digest) }
    }
    if damage == "gone" || damage == "cut" {
      try ledger.keep(snapshot: page, retrieval: retrieval())
      #expect(try ledger.verify().findings == [], "keeping the bytes again mends it")
    }
  }

  @Test func `many may keep the same bytes at once`() async throws {
    let folder = try TemporaryFolder()
    let store = SnapshotStore(ledger: folder.file("a.db"))
    let bytes = [UInt8](repeating: 7, count: 1 << 20)
    let digests = try await withThrowingTaskGroup(of: SHA256Digest.self) { group in
      for _ in 0..<16 { group.addTask { try store.write(bytes) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(digests.count == 1)
    #expect(try store.read(try #require(digests.first)) == bytes)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: store.folder).count == 2)
  }

  @Test func `what cannot be kept is said, and the ledger names nothing that is not there`() throws
  {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    try folder.write(Data(), to: "a.db.snapshots")
    let error = #expect(throws: LedgerError.self) {
      try ledger.keep(snapshot: page, retrieval: retrieval())
    }
    #expect(error?.description.contains("a.db.snapshots") == true)
    #expect(try ledger.newestRetrieval(of: address) == nil)
    let asking = try Ledger(asking: folder.file("a.db"))
    let refused = #expect(throws: LedgerError.self) {
      try asking.keep(snapshot: page, retrieval: retrieval())
    }
    #expect(refused?.kind == .readOnly)
  }

  @Test func `a killed process leaves no half snapshot under a digest`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      Thread.detachNewThread {
        usleep(60_000)
        kill(getpid(), SIGKILL)
      }
      let store = SnapshotStore(ledger: path)
      var number: UInt8 = 0
      while true {
        _ = try store.write([UInt8](repeating: number, count: 3 << 20))
        number &+= 1
      }
    }
    let store = SnapshotStore(ledger: path)
    for name in try FileManager.default.subpathsOfDirectory(atPath: store.folder) {
      guard let digest = name.split(separator: "/").last, digest.count == 64 else { continue }
      #expect(try store.read(SHA256Digest(hex: String(digest))).count == 3 << 20)
    }
  }
}

/// SHA-256 of no bytes.
private let emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
