/// The exact bytes of one file, with the name it was asked for by.
public struct SourceFile: Sendable {
  /// Its path or address as the caller named it; the ending tells its format.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// A file from its name and bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The lower-case ending of the name without its dot; empty when there is none.
  package var ending: String { SourceFile.ending(of: name) }

  /// The lower-case ending of a path's last part; a name that starts with its only dot has none.
  package static func ending(of name: String) -> String {
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(name).utf8
    guard let dot = file.lastIndex(of: UInt8(ascii: ".")), dot > file.startIndex else { return "" }
    return String(Substring(file[file.index(after: dot)...])).lowercased()
  }
}
