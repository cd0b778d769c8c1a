/// The fields at the head of a message or of a part of one (RFC 5322, section 2.2).
struct MIMEHeader {
  /// One field: its lower-case name, and its value with folded lines joined.
  struct Field {
    let name: String
    fileprivate(set) var value: [UInt8]
  }

  /// A value of the shape `token; name=value; …`, as Content-Type has it.
  struct Structured {
    /// The token before the first semicolon, lower-case.
    let value: String
    /// The parameters by lower-case name.
    let parameters: [String: String]
  }

  /// The fields, in order.
  private(set) var fields: [Field] = []
  /// Where the body begins, in the source.
  let end: Int

  private static let mostFields = 2000
  /// The most bytes of a value; what is folded on beyond is left out.
  private static let longestValue = 65_536

  /// Reads the fields at the start of `source`.
  ///
  /// They end at an empty line, or before a line that is no field and continues none. A line of a
  /// mailbox ("From …") in front is passed over.
  init(_ source: ArraySlice<UInt8>) {
    var place = source.startIndex
    var isFirst = true
    while place < source.endIndex {
      let (line, next) = MIMEHeader.line(of: source, at: place)
      if line.isEmpty {
        place = next
        break
      }
      if line[line.startIndex] == 32 || line[line.startIndex] == 9 {
        guard let last = fields.indices.last else { break }
        let more = LineOfText(line).bytes
        if !more.isEmpty, fields[last].value.count + more.count < MIMEHeader.longestValue {
          fields[last].value.append(32)
          fields[last].value += more
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")),
        let name = MIMEHeader.fieldName(line[..<colon])
      {
        if fields.count < MIMEHeader.mostFields {
          let value = LineOfText(line[(colon + 1)...]).bytes.prefix(MIMEHeader.longestValue)
          fields.append(Field(name: name, value: Array(value)))
        }
      } else if !(isFirst && line.begins(with: "From ")) {
        break
      }
      isFirst = false
      place = next
    }
    end = place
  }

  /// The value of the first field of that name, as it stands; nil where there is none.
  subscript(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The value of the first field of that name as text, its encoded words decoded.
  func text(_ name: String) -> String? {
    self[name].map { String(decoding: EncodedWords.decoded($0), as: UTF8.self) }
  }

  /// The value of a field that has parameters (RFC 2045, section 5.1; RFC 2231).
  func structured(_ name: String) -> Structured? {
    self[name].map { MIMEParameters.structured(EncodedWords.unbroken($0)) }
  }

  /// The line at `place` without its end, and the place after it; LF, CRLF and CR end lines.
  static func line(of source: ArraySlice<UInt8>, at place: Int) -> (ArraySlice<UInt8>, Int) {
    var end = place
    while end < source.endIndex, source[end] != 10, source[end] != 13 { end += 1 }
    guard end < source.endIndex else { return (source[place...], end) }
    let isPair = source[end] == 13 && end + 1 < source.endIndex && source[end + 1] == 10
    return (source[place..<end], end + (isPair ? 2 : 1))
  }

  /// The name before a colon, made small; nil where it is none.
  private static func fieldName(_ bytes: ArraySlice<UInt8>) -> String? {
    let name = LineOfText(bytes)
    guard !name.isEmpty, name.bytes.count <= 100,
      name.bytes.allSatisfy({ (33...126).contains($0) })
    else { return nil }
    return String(decoding: name.lowercased, as: UTF8.self)
  }
}
