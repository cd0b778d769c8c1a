/// What a server gave to ask it later whether a page has changed (RFC 9110, section 8.8).
public struct Validators: Hashable, Sendable {
  /// The value of ETag with its quotation marks; nil when there was none.
  public let entityTag: String?
  /// The value of Last-Modified as it stood; nil when there was none.
  public let lastModified: String?

  /// The values of the two headers; nil where both are missing.
  public init?(entityTag: String?, lastModified: String?) {
    guard entityTag != nil || lastModified != nil else { return nil }
    self.entityTag = entityTag
    self.lastModified = lastModified
  }
}
