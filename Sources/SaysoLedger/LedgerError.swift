internal import GRDB

/// What a ledger could not do, where, and how to mend it.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure that a caller may want to tell apart.
  public enum Kind: String, Sendable, CaseIterable {
    /// There is no file at the path.
    case missing
    /// The file is no SQLite database.
    case notADatabase
    /// The file is a database of something else.
    case notALedger
    /// A later version of this program made the ledger.
    case newer
    /// An earlier version made the ledger, and it was opened for asking only.
    case older
    /// Another process holds the ledger.
    case locked
    /// The disk is full.
    case full
    /// The ledger or its folder may not be written.
    case readOnly
    /// The file cannot be opened or read.
    case unreadable
    /// The file's content contradicts itself.
    case damaged
    /// A report that a ledger cannot hold; only that report is affected.
    case refused
  }

  /// The kind of failure.
  public let kind: Kind
  /// What is wrong, as a clause.
  public let problem: String
  /// The ledger file, or the report inside it.
  public let place: String
  /// What to do about it, as a clause.
  public let remedy: String
  /// What the database said, where it said something.
  public let cause: String?

  init(_ kind: Kind, _ problem: String, place: String, remedy: String, cause: String? = nil) {
    self.kind = kind
    self.problem = problem
    self.place = place
    self.remedy = remedy
    self.cause = cause
  }

  /// One line: place, problem, cause, remedy.
  public var description: String {
    let said = cause.map { " (" + $0 + ")" } ?? ""
    return LedgerError.oneLine(place + ": " + problem + said + "; " + remedy)
  }

  /// Line ends and other control characters as spaces: a file name or an id may hold them.
  private static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? " " : scalar)
    }
    return line
  }
}

extension LedgerError {
  /// The error that a failure of the database means to a user.
  init(_ error: any Error, place: String) {
    if let error = error as? LedgerError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(
        .unreadable, "the ledger could not be used", place: place,
        remedy: "check that the file and its folder can be read", cause: "\(error)")
      return
    }
    self.init(error, place: place)
  }

  private init(_ error: DatabaseError, place: String) {
    let cause = error.message ?? "SQLite result \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self = .notADatabase(place)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .locked, "another process is writing to the ledger", place: place,
        remedy: "wait until it has ended and run the command again", cause: cause)
    case .SQLITE_FULL:
      self.init(
        .full, "no space is left for the ledger; what was being added is not in it", place: place,
        remedy: "free some disk space and run the command again", cause: cause)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .readOnly, "the ledger may not be written", place: place,
        remedy: "allow writing to the file and its folder, or name another with --ledger",
        cause: cause)
    case .SQLITE_CANTOPEN:
      self.init(
        .unreadable, "the ledger cannot be opened", place: place,
        remedy: "check that its folder exists and may be read and written", cause: cause)
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, "the ledger file is damaged", place: place,
        remedy: "restore a copy, or add the reports to a new ledger", cause: cause)
    case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH:
      self.init(
        .refused, "the report holds a value that the ledger does not allow", place: place,
        remedy: "read the report again and look at that value", cause: cause)
    default:
      self.init(
        .unreadable, "the ledger could not be read or written", place: place,
        remedy: "check the disk, then run the command again; nothing was half written",
        cause: cause)
    }
  }

  static func notADatabase(_ place: String) -> LedgerError {
    LedgerError(
      .notADatabase, "the file is not a database, so it is no ledger", place: place,
      remedy: "name another file with --ledger; this one was left as it is")
  }

  static func notALedger(_ place: String) -> LedgerError {
    LedgerError(
      .notALedger, "the file is a database, but not a ledger", place: place,
      remedy: "name another file with --ledger; this one was left as it is")
  }

  static func newer(_ place: String, version: Int) -> LedgerError {
    LedgerError(
      .newer,
      "the ledger has format \(version), and this program knows formats up to "
        + "\(LedgerSchema.version)",
      place: place, remedy: "update sayso; the ledger was left as it is")
  }
}
