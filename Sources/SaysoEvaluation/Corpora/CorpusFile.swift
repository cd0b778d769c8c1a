internal import CLibArchive
internal import Crypto
internal import Foundation

/// Reads the files of a corpus folder, packed or not.
package enum CorpusFile {
  /// The bytes of a file below the data folder; a name that ends in `.gz` is unpacked by `gzip`.
  package static func bytes(_ path: String, in data: String) throws -> [UInt8] {
    let full = data + "/" + path
    guard FileManager.default.isReadableFile(atPath: full) else {
      throw EvaluationError(
        problem: "this corpus file is not there or may not be read", place: full,
        remedy: "name the folder that holds the corpora with --data")
    }
    do {
      if path.hasSuffix(".gz") { return try unpack(full) }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: full)))
    } catch let error as EvaluationError {
      throw error
    } catch {
      throw EvaluationError(
        problem: "reading failed", place: full, remedy: "check the file and the disk", cause: error)
    }
  }

  /// The lines of a file, without their line feeds.
  package static func lines(_ path: String, in data: String) throws -> [Substring] {
    String(decoding: try bytes(path, in: data), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// SHA-256 over several files, in hexadecimal: says that a corpus is still the same.
  package static func digest(_ paths: [String], in data: String) throws -> String {
    var hash = SHA256()
    for path in paths { hash.update(data: try bytes(path, in: data)) }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Calls `body` with name and bytes of each file in a packed folder (tar, with whatever libarchive
  /// unpacks around it), in its order.
  package static func forEachPacked(
    _ path: String, in data: String, _ body: (String, [UInt8]) throws -> Void
  ) throws {
    let full = data + "/" + path
    let archive = archive_read_new()
    defer { archive_read_free(archive) }
    archive_read_support_filter_all(archive)
    archive_read_support_format_tar(archive)
    func failure(_ problem: String) -> EvaluationError {
      EvaluationError(problem: problem, place: full, remedy: "fetch the corpus again")
    }
    guard archive_read_open_filename(archive, full, 1 << 16) == ARCHIVE_OK else {
      throw failure("the packed corpus cannot be opened")
    }
    var entry: OpaquePointer?
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
        throw failure("the packed corpus is broken")
      }
      guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
        continue
      }
      var bytes: [UInt8] = []
      while true {
        let count = archive_read_data(archive, &piece, piece.count)
        guard count >= 0 else { throw failure("a file of the packed corpus is broken") }
        if count == 0 { break }
        bytes += piece[..<count]
      }
      if !bytes.isEmpty { try body(String(cString: name), bytes) }
    }
  }

  private static func unpack(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw EvaluationError(
        problem: "gzip could not unpack it", place: path,
        remedy: "install gzip, or fetch the file again")
    }
    return bytes
  }
}
