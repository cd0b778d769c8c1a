import Foundation

/// A folder that goes away with the value that owns it.
final class TemporaryFolder: Sendable {
  /// Its path.
  let path: String

  /// A new, empty folder.
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sayso-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { do { try FileManager.default.removeItem(atPath: path) } catch {} }

  /// The path of a file inside.
  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  /// Writes a file of text and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }
}
