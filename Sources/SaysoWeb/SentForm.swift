internal import HTTPTypes

/// A form as it was sent: texts by name, and files.
struct SentForm: Sendable {
  /// A file of a form.
  struct File: Sendable {
    /// The name that the sender gave it, without folders.
    let name: String
    let bytes: [UInt8]
  }

  /// The texts that are not empty.
  let text: [String: String]
  /// The files that are not empty.
  let files: [File]

  /// A form from a body of one of the two kinds that browsers send.
  init(_ body: [UInt8], type: String) throws {
    if type.lowercased().hasPrefix("multipart/form-data") {
      guard let boundary = SentForm.boundary(type) else {
        throw PageProblem(.badRequest, "The form has no boundary.", remedy: "Send it again.")
      }
      (text, files) = SentForm.parts(body, boundary)
    } else {
      text = FormValues(body).all
      files = []
    }
  }

  private static func boundary(_ type: String) -> String? {
    for part in type.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(\.trimmed)
      if pair.count == 2, pair[0].lowercased() == "boundary" {
        return pair[1].filter { $0 != "\"" }
      }
    }
    return nil
  }

  /// The parts of a body of multipart/form-data (RFC 7578, RFC 2046 section 5.1.1).
  private static func parts(_ body: [UInt8], _ boundary: String) -> ([String: String], [File]) {
    var texts: [String: String] = [:]
    var files: [File] = []
    let mark = Array("--\(boundary)".utf8)
    let starts = places(of: mark, in: body)
    for (start, end) in zip(starts, starts.dropFirst()) {
      var part = body[(start + mark.count)..<end]
      // Each part begins after a line end and ends before one.
      if part.starts(with: [13, 10]) { part = part.dropFirst(2) }
      if part.suffix(2).elementsEqual([13, 10]) { part = part.dropLast(2) }
      guard let gap = places(of: [13, 10, 13, 10], in: Array(part)).first else { continue }
      let head = String(decoding: part.prefix(gap), as: UTF8.self)
      let content = Array(part.dropFirst(gap + 4))
      guard let name = value("name", in: head), !content.isEmpty else { continue }
      if let file = value("filename", in: head), !file.isEmpty {
        let last = file.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? file
        files.append(File(name: last, bytes: content))
      } else {
        texts[name] = String(decoding: content, as: UTF8.self)
      }
    }
    return (texts, files)
  }

  /// A value of the line Content-Disposition; browsers write quotation marks in it as %22.
  private static func value(_ name: String, in head: String) -> String? {
    for line in head.split(whereSeparator: \.isNewline)
    where line.lowercased().hasPrefix("content-disposition") {
      let bytes = Array(line.utf8)
      let mark = Array("; \(name)=\"".utf8)
      guard let start = places(of: mark, in: bytes).first else { continue }
      let value = bytes[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  private static func places(of mark: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard bytes.count >= mark.count, let first = mark.first else { return [] }
    var found: [Int] = []
    var place = 0
    while place <= bytes.count - mark.count {
      if bytes[place] == first, bytes[place..<(place + mark.count)].elementsEqual(mark) {
        found.append(place)
        place += mark.count
      } else {
        place += 1
      }
    }
    return found
  }
}
