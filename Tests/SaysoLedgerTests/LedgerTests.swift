import Foundation
import GRDB
import SaysoRecords
import Testing

@testable import SaysoLedger

@Suite struct LedgerTests {
  @Test func `a new ledger says what it is and guards itself`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("new.db"))
    let settings = try ledger.database.read { db in
      try ["application_id", "user_version", "foreign_keys", "journal_mode"].map {
        try String.fetchOne(db, sql: "SELECT CAST(\($0) AS TEXT) FROM pragma_\($0)") ?? ""
      }
    }
    #expect(settings == ["1396791635", "7", "1", "wal"])
    #expect(throws: DatabaseError.self) {
      try ledger.database.write { db in
        try db.execute(sql: "INSERT INTO topic VALUES (99, 0, 'x')")
      }
    }
    try ledger.close()
    #expect(try folder.names() == ["new.db"])
  }

  @Test(arguments: ["file:odd?mode=memory", ":memory:", "100%.db", "ünï cödé.db"])
  func `any file name is only a name`(name: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file(name))
    _ = try ledger.add(try Sample().made(), stamp: firstModels, now: noon)
    try ledger.close()
    #expect(try folder.names() == [name])
    #expect(try Ledger(asking: folder.file(name)).counts().reports == 1)
    #expect(LedgerFile.sqlitePath(name) == "./" + name)
  }

  @Test func `asking a ledger that is not there makes none`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: LedgerError.self) { try Ledger(asking: folder.file("none.db")) }
    #expect(error?.kind == .missing)
    #expect(try folder.names().isEmpty)
  }

  @Test func `asking changes nothing and leaves no files behind`() throws {
    let folder = try TemporaryFolder()
    let writer = try Ledger(addingTo: folder.file("a.db"))
    _ = try writer.add(try Sample().made(), stamp: firstModels, now: noon)
    try writer.close()
    let before = try folder.bytes("a.db")
    let asked = try Ledger(asking: folder.file("a.db"))
    #expect(try asked.statements().count == 3)
    #expect(try asked.verify().isSound)
    let error = #expect(throws: LedgerError.self) {
      try asked.add(try Sample(id: "r9").made(), stamp: firstModels, now: noon)
    }
    #expect(error?.kind == .readOnly)
    try asked.close()
    #expect(try folder.names() == ["a.db"])
    #expect(try folder.bytes("a.db") == before)
  }

  @Test(arguments: [true, false])
  func `a file that is no ledger is refused and left as it is`(adding: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write(Data("hello".utf8), to: "short.txt")
    try folder.write(Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7) }), to: "picture.png")
    try DatabaseQueue(path: folder.file("other.db")).write { db in
      try db.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    }
    let log = try DatabaseQueue(path: folder.file("log.db"))
    try log.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE t (a)")
    }
    for (name, kind) in [
      ("short.txt", LedgerError.Kind.notADatabase), ("picture.png", .notADatabase),
      ("other.db", .notALedger), ("log.db", .notALedger),
    ] {
      let before = try folder.bytes(name)
      let error = #expect(throws: LedgerError.self) {
        try adding ? Ledger(addingTo: folder.file(name)) : Ledger(asking: folder.file(name))
      }
      #expect(error?.kind == kind, "\(name)")
      #expect(try folder.bytes(name) == before, "\(name)")
    }
    try log.close()
    #expect(try folder.names() == ["log.db", "other.db", "picture.png", "short.txt"])
  }

  @Test(arguments: [true, false])
  func `a ledger of a newer version is refused and left as it is`(adding: Bool) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger(addingTo: folder.file("a.db"))
    try ledger.database.inDatabase { try $0.execute(sql: "PRAGMA user_version = 8") }
    try ledger.close()
    let before = try folder.bytes("a.db")
    let error = #expect(throws: LedgerError.self) {
      try adding ? Ledger(addingTo: folder.file("a.db")) : Ledger(asking: folder.file("a.db"))
    }
    #expect(error?.kind == .newer)
    #expect(error?.problem.contains("format 8") == true)
    #expect(try folder.bytes("a.db") == before)
  }

  @Test func `an interrupted creation is completed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(), to: "empty.db")
    try DatabaseQueue(path: folder.file("marked.db")).inDatabase { db in
      try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
    }
    for name in ["empty.db", "marked.db"] {
      #expect(throws: LedgerError.self) { try Ledger(asking: folder.file(name)) }
      let ledger = try Ledger(addingTo: folder.file(name))
      #expect(try ledger.add(try Sample().made(), stamp: firstModels, now: noon) == .added)
    }
  }

  @Test func `several may create and fill one ledger at once`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let additions = try await withThrowingTaskGroup(of: Addition.self) { group in
      for index in 0..<8 {
        group.addTask {
          let ledger = try Ledger(addingTo: path, patience: 30)
          return try ledger.add(
            try Sample(id: "r\(index / 2)").made(), stamp: firstModels, now: noon)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(additions.count { $0 == .added } == 4)
    #expect(additions.count { $0 == .unchanged } == 4)
    #expect(try Ledger(addingTo: path).verify().isSound)
  }

  @Test func `a place where no file can be is said`() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.file("no/such/folder/a.db"), ""] {
      let error = #expect(throws: LedgerError.self, "\(path)") { try Ledger(addingTo: path) }
      #expect(error?.kind == .unreadable, "\(path)")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a ledger in a read-only folder can be asked, not added to`() throws {
    let folder = try TemporaryFolder()
    let writer = try Ledger(addingTo: folder.file("a.db"))
    _ = try writer.add(try Sample().made(), stamp: firstModels, now: noon)
    try writer.close()
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.file("a.db"))
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(try Ledger(asking: folder.file("a.db")).statements().count == 3)
    #expect(try Ledger(asking: folder.file("a.db")).verify().isSound)
    for name in ["a.db", "new.db"] {
      let error = #expect(throws: LedgerError.self) { try Ledger(addingTo: folder.file(name)) }
      #expect([.readOnly, .unreadable].contains(error?.kind))
    }
  }
}
