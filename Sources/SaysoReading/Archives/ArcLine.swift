import SaysoRecords

/// The line before each record of an ARC file.
///
/// Version 1 has an address, the server's number, a date, a media type and a length; version 2 has
/// a status, a check sum, a place moved to, an offset and a file's name before the length (Burner
/// and Kahle, "Arc File Format", 1996). Addresses with blanks and missing types are found in the
/// wild, so that the number and the date are looked for first.
struct ArcLine {
  /// The address, blanks as %20.
  let address: String?
  /// The date as ISO 8601.
  let retrieved: String?
  /// The media type as it stands, with whatever parameters it has.
  let type: String?
  /// How many bytes follow; nil where that is no number.
  let length: Int?

  /// The line, without its end; nil where it is none.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count < RecordHead.longest, ArcLine.hasScheme(line) else { return nil }
    let fields = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard fields.count >= 4,
      let date = fields.indices.dropFirst(2).dropLast().first(where: {
        ArcLine.isDate(fields[$0]) && ArcLine.isNumberOfHost(fields[$0 - 1])
      }), let last = fields.last
    else { return nil }
    let digits = last.last == 13 ? last.dropLast() : last
    length = RecordHead.length(digits)
    address = RecordHead.cleanAddress(
      String(decoding: line[..<(fields[date - 1].startIndex - 1)], as: UTF8.self))
    let type = fields[(date + 1)..<(fields.count - 1)]
    let isSecondVersion = type.count >= 6
    let words = isSecondVersion ? type.prefix(type.count - 5) : type
    self.type = words.first.flatMap { first in
      words.last.map { String(decoding: line[first.startIndex..<$0.endIndex], as: UTF8.self) }
    }
    retrieved = ArcLine.time(fields[date].prefix(14))
  }

  private static func hasScheme(_ line: ArraySlice<UInt8>) -> Bool {
    let scheme = line.prefix(16).prefix { (97...122).contains($0 | 0x20) }
    return scheme.count > 1 && scheme.endIndex < line.endIndex
      && line[scheme.endIndex] == UInt8(ascii: ":")
  }

  private static func isDate(_ field: ArraySlice<UInt8>) -> Bool {
    (8...20).contains(field.count) && field.allSatisfy { (48...57).contains($0) }
  }

  /// The number of a host (IPv4, IPv6), or "-" where it is not known.
  private static func isNumberOfHost(_ field: ArraySlice<UInt8>) -> Bool {
    field.elementsEqual("-".utf8) || field.elementsEqual("no-ip".utf8)
      || field.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
        && field.allSatisfy {
          (48...57).contains($0) || (97...102).contains($0 | 0x20) || $0 == UInt8(ascii: ".")
            || $0 == UInt8(ascii: ":")
        }
  }

  /// "20140216050221" as ISO 8601; shorter ones lack the seconds, or the clock.
  private static func time(_ digits: ArraySlice<UInt8>) -> String? {
    let text = Array(String(decoding: digits, as: UTF8.self)).map(String.init)
    func part(_ range: Range<Int>) -> String { text[range].joined() }
    guard text.count >= 8 else { return nil }
    let day = part(0..<4) + "-" + part(4..<6) + "-" + part(6..<8)
    guard text.count >= 12 else { return StatedDate.parse(day)?.iso }
    let seconds = text.count >= 14 ? ":" + part(12..<14) : ""
    return StatedDate.parse("\(day)T\(part(8..<10)):\(part(10..<12))\(seconds)Z")?.iso
  }
}
