/// What a record holds, and whether it can be a report.
struct RecordPayload {
  /// The head of the server's answer; nil where there is none.
  let http: HTTPHead?
  /// The media type and encoding that the answer's head states, or else the record's.
  let type: StatedType
  /// Whether a server answered without a head, as very old ones did, and other protocols do.
  let isBare: Bool

  /// The verdict on a media type.
  enum Worth {
    case report, nothing
    /// The type is missing or says nothing: the bytes tell.
    case unknown
  }

  /// Whether bytes of this type are a report.
  var worth: Worth {
    guard let name = type.name, !RecordPayload.meaningless.contains(name) else { return .unknown }
    if isBare { return name == "text/html" ? .report : .unknown }
    return FileFormat.mediaTypes[name] != nil || RecordPayload.alsoRead.contains(name)
      ? .report : .nothing
  }

  private static let meaningless: Set<String> = [
    "application/octet-stream", "application/unknown", "binary/octet-stream", "text/unknown",
    "unknown/unknown", "application/x-unknown-content-type",
  ]

  /// Types that tell less than the bytes do, or go by another name too.
  private static let alsoRead: Set<String> = [
    "text/plain", "text/x-markdown", "text/json", "application/xhtml", "text/xhtml",
    "application/vnd.wap.xhtml+xml", "application/x-rss+xml", "text/rss+xml",
  ]

  /// The body without transfer and content coding.
  ///
  /// Crawlers unpack bodies and keep the headers: a body that is readable as it stands is taken so,
  /// whatever they say.
  func unpacked(_ body: [UInt8], limit: Int, place: String) throws(ReadingError) -> [UInt8] {
    guard let http else { return body }
    let transfer = ContentDecoding.names(in: http.values(of: "transfer-encoding"))
    let whole = transfer.contains("chunked") ? ChunkedBody.decode(body) : body
    do throws(ReadingError) {
      let codings = transfer.filter { $0 != "chunked" } + http.values(of: "content-encoding")
      return try ContentDecoding.decode(whole, encodings: codings, limit: limit, place: place)
    } catch {
      guard RecordPayload.opensDocument(whole[...]) else { throw error }
      return whole
    }
  }

  /// Whether unpacked bytes of an unknown type are a report: a document, or other text where the
  /// answer was one of HTTP.
  func looksReadable(_ body: [UInt8]) -> Bool {
    if RecordPayload.opensDocument(body[...]) { return true }
    let start = body.prefix(1024)
    let isWide = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
    let isText = isWide || !start.contains { $0 < 9 || (14..<27).contains($0) }
    return !isBare && isText && FileFormat.binary(start, ending: "") == nil
  }

  private static func opensDocument(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = LineOfText(bytes.prefix(1024)).bytes
    return start.first == UInt8(ascii: "<") || start.first == UInt8(ascii: "{")
      || start.begins(with: "%PDF-")
  }
}
