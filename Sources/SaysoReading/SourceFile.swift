/// The exact bytes of one file, with the name it was asked for by.
public struct SourceFile: Sendable {
  /// Its path or address as the caller named it; the ending tells its format.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// What is known of the bytes from where they came: a server's header, an archive's record.
  public let origin: Origin

  /// What a server, an archive or a mailbox tells about bytes that it holds.
  public struct Origin: Sendable, Hashable {
    /// The media type without parameters, lower-case ("text/html"); nil when not stated.
    public var mediaType: String?
    /// The character encoding that the header names; nil when not stated.
    public var charset: String?
    /// The address the bytes were found under; a page's own canonical address goes before it.
    public var address: String?
    /// When they were fetched or recorded, ISO 8601.
    public var retrieved: String?
    /// The archive, feed or mailbox that held them, as it was named.
    public var container: String?
    /// The digest that the container states for them, as it stands.
    public var statedDigest: String?

    /// Nothing known, or the parts that are.
    public init(
      mediaType: String? = nil, charset: String? = nil, address: String? = nil,
      retrieved: String? = nil, container: String? = nil, statedDigest: String? = nil
    ) {
      self.mediaType = mediaType
      self.charset = charset
      self.address = address
      self.retrieved = retrieved
      self.container = container
      self.statedDigest = statedDigest
    }
  }

  /// A file from its name and bytes.
  ///
  /// For what a container holds the name tells the container and the place in it, for messages.
  public init(name: String, bytes: [UInt8], origin: Origin = Origin()) {
    self.name = name
    self.bytes = bytes
    self.origin = origin
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
