/// A message of RFC 5322, or a part of one, with the parts inside it (RFC 2046).
struct MIMEMessage {
  /// Its fields.
  let header: MIMEHeader
  /// The media type, lower-case, without parameters.
  let mediaType: String
  /// The parameters of the media type by lower-case name.
  let parameters: [String: String]
  /// Its body as transferred.
  let body: ArraySlice<UInt8>
  /// The parts of a multipart, or the one message inside a message/rfc822.
  let children: [MIMEMessage]

  private static let deepest = 16
  private static let mostParts = 2000

  /// Reads a message.
  ///
  /// Parts nested deeper than 16 levels, or after the 2000th, are left out.
  init(_ source: ArraySlice<UInt8>) {
    var left = MIMEMessage.mostParts
    self.init(source, depth: 0, standard: "text/plain", left: &left)
  }

  private init(_ source: ArraySlice<UInt8>, depth: Int, standard: String, left: inout Int) {
    left -= 1
    let header = MIMEHeader(source)
    let type = header.structured("content-type")
    let body = source[header.end...]
    let stated = type?.value ?? ""
    let mediaType = stated.contains("/") ? stated : standard
    var children: [MIMEMessage] = []
    if depth < MIMEMessage.deepest {
      if mediaType.hasPrefix("multipart/"), let boundary = type?.parameters["boundary"] {
        let inner = mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
        for piece in MIMEMessage.pieces(of: body, boundary: Array(boundary.utf8)) where left > 0 {
          children.append(MIMEMessage(piece, depth: depth + 1, standard: inner, left: &left))
        }
      } else if mediaType == "message/rfc822" || mediaType == "message/global", left > 0 {
        let encoding = MIMEMessage.transferEncoding(header)
        let inside = MIMETransfer.decode(body, encoding: encoding)
        // A digest's parts begin with an empty line where they have no fields of their own.
        let start = inside.firstIndex { $0 != 10 && $0 != 13 } ?? inside.endIndex
        children.append(
          MIMEMessage(inside[start...], depth: depth + 1, standard: "text/plain", left: &left))
      }
    }
    self.header = header
    self.mediaType = mediaType
    parameters = type?.parameters ?? [:]
    self.body = body
    self.children = children
  }

  /// The body with its transfer encoding undone.
  var content: [UInt8] {
    MIMETransfer.decode(body, encoding: MIMEMessage.transferEncoding(header))
  }

  /// The body as UTF-8, by the character set that the part names.
  var text: [UInt8] { MIMECharset.decode(content, named: parameters["charset"]) }

  /// Whether the part is to be saved rather than shown: it says so, or has a file's name.
  var isAttachment: Bool {
    let disposition = header.structured("content-disposition")
    return disposition?.value == "attachment" || disposition?.parameters["filename"] != nil
  }

  /// This part and all inside it, in order.
  var allParts: [MIMEMessage] { [self] + children.flatMap(\.allParts) }

  private static func transferEncoding(_ header: MIMEHeader) -> String {
    header.structured("content-transfer-encoding")?.value ?? ""
  }

  /// The bytes between the delimiter lines (RFC 2046, section 5.1.1); a missing last one is forgiven.
  private static func pieces(
    of body: ArraySlice<UInt8>, boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    let delimiter = Array("--".utf8) + boundary
    guard !boundary.isEmpty else { return [] }
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var place = body.startIndex
    while place < body.endIndex {
      let (line, next) = MIMEHeader.line(of: body, at: place)
      if line.starts(with: delimiter) {
        let rest = LineOfText(line.dropFirst(delimiter.count)).bytes
        let isLast = rest.elementsEqual("--".utf8)
        if rest.isEmpty || isLast {
          if let start { pieces.append(withoutLineEnd(body[start..<max(start, place)])) }
          start = isLast ? nil : next
          if isLast || pieces.count > mostParts { break }
        }
      }
      place = next
    }
    if let start, start < body.endIndex { pieces.append(body[start...]) }
    return pieces
  }

  /// The line end before a delimiter belongs to the delimiter.
  private static func withoutLineEnd(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var piece = piece
    if piece.last == 10 { piece.removeLast() }
    if piece.last == 13 { piece.removeLast() }
    return piece
  }
}
