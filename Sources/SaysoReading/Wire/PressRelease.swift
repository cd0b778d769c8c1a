import SaysoRecords

/// The habits of press releases: what stands before the first words and after the end mark is kept in
/// the text, and no statement is sought in it.
enum PressRelease {
  /// Openings of lines that say how the text may be used, in small letters.
  private static let notices: [StaticString] = [
    "for immediate release", "immediate release", "for release", "not for release",
    "embargoed until", "embargoed for", "embargo:", "under embargo", "strictly embargoed",
  ]
  /// What such a paper calls itself, on a line without a sentence.
  private static let kinds: [StaticString] = [
    "press release", "media release", "news release", "media advisory", "press statement",
  ]
  /// Openings of lines that name whom to ask.
  private static let contacts: [StaticString] = [
    "contact:", "contacts:", "media contact", "press contact", "contact for", "media enquiries",
    "media inquiries", "press enquiries", "press inquiries", "for more information",
    "for further information", "for media", "for press", "for enquiries", "for inquiries",
    "contact information", "press office:", "media contacts", "press contacts",
  ]

  private static let mostContactLines = 8

  /// Sets apart what is no running text of the release.
  static func setApart(_ parts: inout [Part]) {
    if let end = parts.indices.first(where: { place in
      isEndMark(parts[place].line) && parts[..<place].contains { $0.isProse }
    }) {
      for place in end..<parts.count { parts[place].isApart = true }
    }
    var place = 0
    var proseSeen = false
    while place < parts.count {
      let part = parts[place]
      let small = part.line.lowercased[...]
      if part.isApart {
      } else if !proseSeen, part.bytes.count <= 200,
        begins(small, notices) || begins(small, kinds) && !part.isProse
      {
        parts[place].isApart = true
      } else if part.bytes.count <= 300, begins(small, contacts) {
        parts[place].isApart = true
        // Name, office, telephone and address stand on short lines after it.
        let last = min(parts.count - 1, place + mostContactLines)
        while place < last, isContactLine(parts[place + 1]) {
          place += 1
          parts[place].isApart = true
        }
      } else if part.isProse, part.kind == .paragraph {
        proseSeen = true
      }
      place += 1
    }
  }

  private static func begins(_ small: ArraySlice<UInt8>, _ words: [StaticString]) -> Bool {
    let start = small.drop { !((0x61...0x7A).contains($0) || $0 >= 0x80) }
    return words.contains { start.begins(with: $0) }
  }

  private static func isContactLine(_ part: Part) -> Bool {
    guard !part.isApart, part.kind != .heading, part.bytes.count <= 160 else { return false }
    let line = part.line
    if line.bytes.contains(UInt8(ascii: "@")), line.wordCount(upTo: 13) <= 12 { return true }
    let digits = line.bytes.count { (48...57).contains($0) }
    if digits >= 6, line.wordCount(upTo: 11) <= 10 { return true }
    // A name or an office: few words, half of them with capitals, and no sentence.
    let words = line.words
    let capitals = words.count {
      $0.first.map { (0x41...0x5A).contains($0) || $0 >= 0xC3 } ?? false
    }
    return words.count <= 6 && capitals * 2 >= words.count && !line.endsSentence
      && !line.endsInColon
      && !line.startsQuotation && !line.startsSmall && Dateline(part.bytes) == nil
  }

  /// "###", "ENDS", "-30-" and their kin, alone on a line.
  static func isEndMark(_ line: LineOfText) -> Bool {
    guard (2...20).contains(line.bytes.count) else { return false }
    if line.bytes.allSatisfy({ $0 == UInt8(ascii: "#") || $0 == 32 }) {
      return line.bytes.count { $0 == UInt8(ascii: "#") } >= 3
    }
    let letters = line.lowercased.filter { (0x61...0x7A).contains($0) || (48...57).contains($0) }
    let isMarked = letters.count < line.bytes.count
    let isCapital = !line.bytes.contains { (0x61...0x7A).contains($0) }
    return letters.elementsEqual("ends".utf8) && (isMarked || isCapital)
      || letters.elementsEqual("30".utf8) && isMarked && line.bytes.first != UInt8(ascii: "3")
      || letters.elementsEqual("end".utf8) && (isMarked || isCapital)
  }
}
