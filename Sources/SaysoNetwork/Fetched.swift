public import SaysoReading

/// What a server gave for an address.
public struct Fetched: Sendable {
  /// A line of the answer's head.
  public struct Field: Hashable, Sendable {
    /// The name as the server spelt it.
    public let name: String
    /// The value.
    public let value: String

    /// A line from its parts.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The status: 200 to 299, or 304 for a page that has not changed.
  public let status: Int
  /// The address that was asked for, in the form that was sent.
  public let requestedAddress: String
  /// The address that answered, after redirects.
  public let finalAddress: String
  /// The addresses that led on, in order, the requested one first; empty without redirects.
  public let redirects: [String]
  /// The head of the answer, in order.
  public let headers: [Field]
  /// The body without its content coding; empty for a page that has not changed.
  public let bytes: [UInt8]
  /// When the answer came, ISO 8601 in UTC.
  public let retrieved: String

  /// An answer from its parts.
  public init(
    status: Int, requestedAddress: String, finalAddress: String, redirects: [String],
    headers: [Field], bytes: [UInt8], retrieved: String
  ) {
    self.status = status
    self.requestedAddress = requestedAddress
    self.finalAddress = finalAddress
    self.redirects = redirects
    self.headers = headers
    self.bytes = bytes
    self.retrieved = retrieved
  }

  /// Whether the server says that nothing has changed since the validators were given.
  public var isUnchanged: Bool { status == 304 }

  /// What to ask with the next time; nil where the server gave nothing for it.
  public var validators: Validators? {
    Validators(entityTag: header("etag"), lastModified: header("last-modified"))
  }

  /// The first value of a header; its name may be in any case.
  public func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  /// The body as a file to read, with what the server says of it.
  public var sourceFile: SourceFile {
    let type = header("content-type").map(ContentType.init)
    return SourceFile(
      name: finalAddress, bytes: bytes,
      origin: SourceFile.Origin(
        mediaType: type?.mediaType, charset: type?.charset, address: finalAddress,
        retrieved: retrieved))
  }
}
