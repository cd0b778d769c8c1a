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
