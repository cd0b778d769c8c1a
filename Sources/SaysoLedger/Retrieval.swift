public import SaysoRecords

/// One answer of a server, apart from the bytes that came with it.
public struct Retrieval: Hashable, Sendable {
  /// One header of the answer, as it stands.
  public struct Header: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String

    /// A header from its parts.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The address that was asked for.
  public let requested: String
  /// The address that answered, after redirects.
  public let address: String
  /// When, ISO 8601.
  public let retrieved: String
  /// The status of HTTP, 100...999.
  public let status: Int
  /// The headers, in order.
  public let headers: [Header]
  /// The mark of this state of the page (RFC 9110, section 8.8.3), for asking again.
  public let etag: String?
  /// When the page last changed, as the server writes it (RFC 9110, section 8.8.2).
  public let lastModified: String?
  /// The media type without parameters, lower-case; nil when not stated.
  public let mediaType: String?
  /// The character encoding that the header names; nil when not stated.
  public let charset: String?

  /// An answer from its parts; `etag` and `lastModified` are taken from the headers where they are
  /// not given.
  public init(
    requested: String, address: String, retrieved: String, status: Int, headers: [Header] = [],
    etag: String? = nil, lastModified: String? = nil, mediaType: String? = nil,
    charset: String? = nil
  ) {
    func value(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
    self.requested = requested
    self.address = address
    self.retrieved = retrieved
    self.status = status
    self.headers = headers
    self.etag = etag ?? value("etag")
    self.lastModified = lastModified ?? value("last-modified")
    self.mediaType = mediaType
    self.charset = charset
  }
}

/// An answer of a server whose bytes are kept.
public struct KeptRetrieval: Hashable, Sendable {
  /// The answer.
  public let retrieval: Retrieval
  /// The bytes that came with it, by their digest.
  public let snapshot: SHA256Digest
}
