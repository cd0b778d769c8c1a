#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GRDB

/// One SQLite file that keeps reports and what was read out of them.
///
/// The ledger stores records and computes nothing. Every write is a transaction in SQLite's
/// write-ahead log: a process that is killed leaves a file that opens and holds each finished
/// transaction whole.
public struct Ledger: Sendable {
  /// The file, as it was named.
  public let path: String
  /// Whether this ledger was opened for asking only.
  public let isReadOnly: Bool
  let database: DatabaseQueue

  /// Opens the ledger at `path` for adding and asking, and creates it where there is no file.
  ///
  /// An earlier format is brought to the newest. A file that is no ledger, or one of a later
  /// format, is an error and is left as it is.
  ///
  /// - Parameters:
  ///   - path: The file; its folder must exist.
  ///   - patience: How long to wait for another process's write, in seconds.
  public init(addingTo path: String, patience: Double = 5) throws {
    self.path = path
    isReadOnly = false
    do {
      try LedgerFile.check(path)
      database = try DatabaseQueue(
        path: LedgerFile.sqlitePath(path), configuration: Ledger.configuration(patience))
      try database.inDatabase { db in try Ledger.prepareForWriting(db, path: path) }
      // Several processes may create one ledger at once: one then finds the tables of a step made, and
      // goes on with the next.
      for step in 1...LedgerSchema.version {
        do {
          try LedgerSchema.migrator.migrate(database)
          break
        } catch {
          if try database.read(Ledger.format) == LedgerSchema.version { break }
          guard step < LedgerSchema.version else { throw error }
        }
      }
      try database.inDatabase { db in
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
          throw DatabaseError(
            resultCode: .SQLITE_CANTOPEN, message: "no write-ahead log can be kept beside it")
        }
      }
    } catch {
      throw LedgerError(error, place: path)
    }
  }

  /// Opens the ledger at `path` for asking; nothing in it can be changed.
  ///
  /// Works in a folder that may not be written, too.
  public init(asking path: String, patience: Double = 5) throws {
    self.path = path
    isReadOnly = true
    do {
      guard try LedgerFile.check(path) else {
        throw LedgerError(
          .missing, "there is no ledger here", place: path,
          remedy: "make one with `sayso add`, or name another file with --ledger")
      }
      database = try Ledger.openForAsking(path, patience: patience)
      let format = try database.read { db in
        try Ledger.checkIdentity(db, path: path)
        return try Ledger.format(db)
      }
      guard format == LedgerSchema.version else {
        throw LedgerError(
          .older, "the ledger has format \(format), older than \(LedgerSchema.version)",
          place: path, remedy: "run `sayso add` on it once, which brings it up to date")
      }
    } catch {
      throw LedgerError(error, place: path)
    }
  }

  /// Closes the file.
  ///
  /// A ledger that goes out of use closes by itself; this one reports a failure.
  public func close() throws {
    do { try database.close() } catch { throw LedgerError(error, place: path) }
  }

  /// Runs `body` on one unchanging view of the ledger.
  func reading<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try database.read(body)
    } catch let contradiction as Contradiction {
      throw contradiction.error(place: path)
    } catch {
      throw LedgerError(error, place: path)
    }
  }

  /// SQLite's own 2 MB hold the inner pages of the indexes of some thousand reports only.
  private static let cacheKilobytes = 65_536

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)")
    }
    return configuration
  }

  private static func openForAsking(_ path: String, patience: Double) throws -> DatabaseQueue {
    var asking = configuration(patience)
    do {
      // Not SQLite's own read-only mode, which leaves -wal and -shm files behind; `reading` lets
      // nothing be written.
      let queue = try DatabaseQueue(path: LedgerFile.sqlitePath(path), configuration: asking)
      _ = try queue.read(format)
      return queue
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      // A folder that may not be written has no room for the log's index; without a log there is
      // nothing to miss in it.
      guard try !LedgerFile.hasLog(path) else { throw error }
      asking.readonly = true
      return try DatabaseQueue(path: LedgerFile.immutableURI(path), configuration: asking)
    }
  }

  private static func prepareForWriting(_ db: Database, path: String) throws {
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    let identity = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if isEmpty, identity == 0, try format(db) == 0 {
      // Before the log is turned on, so that the file's own first page always tells what it is.
      try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
    }
    try checkIdentity(db, path: path)
  }

  private static func checkIdentity(_ db: Database, path: String) throws {
    let identity = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard identity == LedgerSchema.applicationID else { throw LedgerError.notALedger(path) }
    let format = try format(db)
    guard format <= LedgerSchema.version else { throw LedgerError.newer(path, version: format) }
  }

  private static func format(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }
}
