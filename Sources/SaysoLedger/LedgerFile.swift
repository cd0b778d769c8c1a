#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Looks at a file before SQLite does, so that a file that is no ledger is never touched.
enum LedgerFile {
  /// Refuses what cannot be a ledger of a known format; false where there is no file.
  ///
  /// Reads the first 100 bytes, SQLite's header ("Database File Format", section 1.3). A file of
  /// no bytes is a ledger whose creation was interrupted.
  @discardableResult
  static func check(_ path: String) throws -> Bool {
    var isFolder = false
    #if canImport(FoundationEssentials)
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    #else
      var flag: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &flag)
      isFolder = flag.boolValue
    #endif
    guard exists else { return false }
    guard !isFolder else {
      throw LedgerError(
        .unreadable, "a folder is no ledger", place: path,
        remedy: "name a file inside it with --ledger")
    }
    let header = try header(of: path)
    guard !header.isEmpty else { return true }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw LedgerError.notADatabase(path)
    }
    guard number(header, at: 68) == LedgerSchema.applicationID else {
      throw LedgerError.notALedger(path)
    }
    let format = number(header, at: 60)
    guard format <= LedgerSchema.version else { throw LedgerError.newer(path, version: format) }
    return true
  }

  /// The path as SQLite must get it: `file:` and `:memory:` are names to us, not commands.
  static func sqlitePath(_ path: String) -> String {
    path.hasPrefix("/") ? path : "./" + path
  }

  /// Names the file to SQLite as one that nobody can change (SQLite, "Uniform Resource
  /// Identifiers", section 3.3).
  static func immutableURI(_ path: String) -> String {
    var encoded = ""
    for byte in sqlitePath(path).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return "file:" + encoded + "?immutable=1"
  }

  /// Whether a write-ahead log with content lies beside the file.
  static func hasLog(_ path: String) throws -> Bool {
    guard FileManager.default.fileExists(atPath: path + "-wal") else { return false }
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "-wal")
    return attributes[.size] as? Int != 0
  }

  private static func header(of path: String) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path), options: .alwaysMapped).prefix(100))
    } catch {
      throw LedgerError(
        .unreadable, "the file cannot be read", place: path,
        remedy: "check its permissions, or name another file with --ledger", cause: "\(error)")
    }
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
