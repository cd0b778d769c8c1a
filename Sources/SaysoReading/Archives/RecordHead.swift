import SaysoRecords

/// What the head of a record in an archive of the web tells: what follows, how long, from where.
struct RecordHead {
  /// What a record holds.
  enum Kind {
    /// What a server answered, with the head of HTTP or, in old archives, without it.
    case answer
    /// A thing as it is, without HTTP: a file, text made out of a page.
    case thing
    /// The note that a page was the same as at an earlier visit.
    case revisit
    /// The first part of a record that was cut up.
    case segment
    /// A request, a note on the crawl, and whatever else has no report.
    case other
  }

  var kind: Kind
  /// How many bytes follow; nil where that is not stated, or is no number.
  let length: Int?
  /// Where it was found, blanks as %20; nil when not stated.
  var address: String?
  /// When, ISO 8601; nil when not stated, or when it is no date.
  var retrieved: String?
  /// The digest of the payload, or else of the record, as stated.
  var digest: String?
  /// The media type of the payload; of an answer only where its own head states none.
  var type = StatedType(nil)

  /// The longest head that is read.
  ///
  /// The longest lines in it are addresses and cookies; servers stop at a quarter of this.
  static let longest = 1 << 16

  /// An address as archives state it, without the brackets that some tools put around it.
  static func cleanAddress(_ stated: String?) -> String? {
    guard var bytes = stated.map({ LineOfText($0).bytes }) else { return nil }
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">"), bytes.count > 1 {
      bytes = bytes.dropFirst().dropLast()
    }
    let address = bytes.flatMap { $0 <= 0x20 || $0 == 0x7F ? Array("%20".utf8) : [$0] }
    return address.isEmpty ? nil : String(decoding: address, as: UTF8.self)
  }

  /// The number that `digits` write, if they are no more than that.
  static func length(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...18).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}

/// The two formats of archives of the web.
enum RecordFormat {
  /// WARC 1.0 and 1.1 (ISO 28500:2017), and the drafts before them.
  case warc
  /// ARC, version 1 and 2, as the Internet Archive wrote it from 1996.
  case arc

  /// The format that an unpacked archive's first bytes mark.
  init?(_ start: ArraySlice<UInt8>) {
    if RecordFormat.warc.opens(start) == true {
      self = .warc
    } else if start.begins(with: "filedesc://") {
      self = .arc
    } else {
      return nil
    }
  }

  /// Whether a record starts with these bytes; nil where there are too few of them to tell.
  func opens(_ bytes: ArraySlice<UInt8>) -> Bool? {
    switch self {
    case .warc:
      guard bytes.count >= 8 else {
        return "WARC/".utf8.starts(with: bytes.prefix(5)) ? nil : false
      }
      let version = bytes.startIndex + 5
      return bytes.begins(with: "WARC/") && (48...57).contains(bytes[version])
        && bytes[version + 1] == UInt8(ascii: ".") && (48...57).contains(bytes[version + 2])
    case .arc:
      guard let end = bytes.firstIndex(of: 10) else { return nil }
      return ArcLine(bytes[..<end]) != nil
    }
  }

  /// The head of a record that starts with `bytes`, and how many of them it takes.
  func head(_ bytes: ArraySlice<UInt8>) -> (RecordHead, length: Int)? {
    switch self {
    case .warc: HTTPHead(bytes, before: "WARC/").map { (RecordHead(warc: $0), $0.length) }
    case .arc:
      bytes.firstIndex(of: 10).flatMap { end in
        ArcLine(bytes[..<end]).map { (RecordHead(arc: $0), end + 1 - bytes.startIndex) }
      }
    }
  }
}

extension RecordHead {
  /// What the fields of a WARC record state (ISO 28500 §5 and §6).
  init(warc head: HTTPHead) {
    let stated = StatedType(head["content-type"])
    let isHTTP = stated.name == nil || stated.name == "application/http"
    length = head["content-length"].flatMap { RecordHead.length($0.utf8) }
    address = RecordHead.cleanAddress(head["warc-target-uri"])
    retrieved = head["warc-date"].flatMap { StatedDate.parse($0)?.iso }
    digest = head["warc-payload-digest"] ?? head["warc-block-digest"]
    switch head["warc-type"]?.lowercased() {
    case "response" where head["warc-segment-number"] != nil: kind = .segment
    case "response" where isHTTP:
      kind = .answer
      type = StatedType(head["warc-identified-payload-type"])
    case "resource" where head["warc-segment-number"] == nil, "conversion":
      kind = .thing
      type = stated
    case "resource": kind = .segment
    case "revisit": kind = .revisit
    default: kind = .other
    }
    if !RecordHead.isOfReader(address) { kind = .other }
  }

  /// What the line before an ARC record states.
  init(arc line: ArcLine) {
    length = line.length
    address = line.address
    retrieved = line.retrieved
    type = StatedType(line.type)
    let scheme = (line.address ?? "").prefix { $0 != ":" }
    kind =
      (scheme == "http" || scheme == "https") && RecordHead.isOfReader(address)
      ? .answer : .other
  }

  /// Whether the address can be one that people read at: not a crawler's own notes, which wget keeps
  /// under `metadata:`, nor the rules for crawlers (RFC 9309 §2.3).
  private static func isOfReader(_ address: String?) -> Bool {
    guard let address else { return true }
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    return !address.hasPrefix("metadata:") && !(parts.count == 4 && parts[3] == "robots.txt")
  }
}
