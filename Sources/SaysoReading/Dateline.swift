import SaysoRecords

/// The place, day and agency before a report's first words: "SEOUL, Oct 21 (Reuters) - ".
struct Dateline {
  /// The first byte after it, in the slice that was searched.
  let end: Int
  /// The agency in its brackets, as written.
  let agency: String?
  /// The day, when the year is stated with it.
  let date: CalendarDate?

  /// The dateline at the start of `paragraph`; nil where there is none.
  ///
  /// A dash must follow within 120 bytes. Before it stand either an agency in brackets or strokes,
  /// with or without a place, or a place in capitals; nothing else may.
  init?(_ paragraph: ArraySlice<UInt8>) {
    let head = paragraph.prefix(120)
    guard let (before, after) = Dateline.split(head) else { return nil }
    var rest = LineOfText(before).bytes
    var agency: String?
    let strokes = rest.last == UInt8(ascii: "/")
    if rest.last == UInt8(ascii: ")") || strokes {
      guard
        let open = rest.dropLast().lastIndex(of: strokes ? UInt8(ascii: "/") : UInt8(ascii: "("))
      else { return nil }
      let name = LineOfText(rest[(open + 1)..<(rest.endIndex - 1)])
      guard Dateline.isAgencyName(name) else { return nil }
      agency = name.string
      rest = LineOfText(rest[..<open]).bytes
    }
    if rest.last == UInt8(ascii: ",") { rest = rest.dropLast() }
    guard let finding = Dateline.placeAndDay(rest, loose: agency != nil) else { return nil }
    self.agency = agency
    self.date = finding.date
    var end = after
    while end < paragraph.endIndex {
      let width = LineOfText.spaceWidth(paragraph, at: end, before: paragraph.endIndex)
      if width == 0 { break }
      end += width
    }
    guard end < paragraph.endIndex else { return nil }
    self.end = end
  }

  /// The bytes before the first dash that can end a dateline, and the place after it.
  private static func split(_ head: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int)? {
    var place = head.startIndex
    while place < head.endIndex {
      let rest = head[place...]
      let spaced = place > head.startIndex && (head[place - 1] <= 0x20 || head[place - 1] == 0xA0)
      if rest.begins(with: "\u{2014}") { return (head[..<place], place + 3) }
      if rest.begins(with: "\u{2013}"), spaced { return (head[..<place], place + 3) }
      if rest.begins(with: "-- "), spaced { return (head[..<place], place + 2) }
      if rest.begins(with: "- "), place > head.startIndex,
        spaced || head[place - 1] == UInt8(ascii: ")")
      {
        return (head[..<place], place + 1)
      }
      if rest.begins(with: "/. ") { return (head[...place], place + 2) }
      place += 1
    }
    return nil
  }

  private static func isAgencyName(_ name: LineOfText) -> Bool {
    guard (2...40).contains(name.bytes.count), let first = name.bytes.first,
      (0x41...0x5A).contains(first) || name.bytes.begins(with: "dpa"),
      name.wordCount(upTo: 5) <= 4
    else { return false }
    return name.bytes.allSatisfy { !(48...57).contains($0) && $0 != UInt8(ascii: ",") }
      && name.bytes.dropFirst().first != UInt8(ascii: "-")
  }

  /// A place, with the day where it is stated in full.
  private struct Finding {
    let date: CalendarDate?
  }

  /// Checks the place and the day; the inner date is nil where no full day is stated.
  ///
  /// Without an agency the place must be in capitals: a loose rule would take "Trump - who" for one.
  private static func placeAndDay(
    _ bytes: ArraySlice<UInt8>, loose: Bool
  ) -> Finding? {
    if bytes.isEmpty { return loose ? Finding(date: nil) : nil }
    var month: Int?
    var day: Int?
    var year: Int?
    var placeWords = 0
    var firstPiece = true
    for piece in bytes.split(separator: UInt8(ascii: ",")) {
      for word in LineOfText(piece).words {
        let letters = word.last == UInt8(ascii: ".") ? word.dropLast() : word
        if let number = Int(String(decoding: letters, as: UTF8.self)) {
          if (1...31).contains(number), day == nil {
            day = number
          } else if (1900...2200).contains(number), year == nil {
            year = number
          } else {
            return nil
          }
        } else if !firstPiece || placeWords > 0,
          let named = StatedDate.month(String(decoding: letters, as: UTF8.self).lowercased())
        {
          month = named
        } else {
          placeWords += 1
          guard let first = word.first, (0x41...0x5A).contains(first) || first >= 0xC3 else {
            if loose, placeWords > 1, letters.count <= 3 { continue }
            return nil
          }
          if !loose, firstPiece, !isCapitals(word) { return nil }
        }
      }
      firstPiece = false
    }
    guard placeWords <= 6, placeWords >= 1, day == nil || month != nil else {
      return nil
    }
    guard let year, let month, let day else { return Finding(date: nil) }
    return Finding(date: CalendarDate(year: year, month: month, day: day))
  }

  private static func isCapitals(_ word: ArraySlice<UInt8>) -> Bool {
    word.filter { (0x41...0x5A).contains($0) }.count >= 2
      && word.allSatisfy { !(0x61...0x7A).contains($0) }
  }
}

/// The agency named at the end of a report, as in "| BGNES".
struct AgencyMark {
  /// Where the running text before it ends.
  let start: Int
  /// The agency, as written.
  let agency: String

  private static let known: Set<String> = [
    "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse",
    "upi", "tass", "interfax", "xinhua", "yonhap", "kyodo", "bgnes", "dpa", "efe", "ansa", "pti",
    "ani", "ians", "bta", "ukrinform", "anadolu", "anadolu agency", "ria novosti", "bernama",
    "kcna",
    "asia news network", "ann", "the canadian press", "aap", "tanjug", "hina", "pa media", "belga",
    "unb", "antara", "wam", "spa", "irna", "petra", "mena", "gna", "nan", "cna",
  ]

  /// The mark at the end of `paragraph`; nil where there is none.
  ///
  /// After a bar any name of up to four words will do; in brackets, between strokes and after a
  /// dash only a known agency.
  init?(endOf paragraph: ArraySlice<UInt8>) {
    let tail = paragraph.suffix(60)
    if let bar = tail.lastIndex(of: UInt8(ascii: "|")),
      let mark = AgencyMark(paragraph, cut: bar, name: tail[(bar + 1)...], mustBeKnown: false)
    {
      self = mark
      return
    }
    let last = tail.last
    if last == UInt8(ascii: ")") || last == UInt8(ascii: "/") {
      let open = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "/")
      if let start = tail.dropLast().lastIndex(of: open),
        let mark = AgencyMark(
          paragraph, cut: start, name: tail[(start + 1)..<(tail.endIndex - 1)], mustBeKnown: true)
      {
        self = mark
        return
      }
    }
    for dash in ["\u{2014}", "\u{2013}", " - "] {
      let needle = Array(dash.utf8)
      for start in tail.indices.reversed() where tail[start...].starts(with: needle) {
        if let mark = AgencyMark(
          paragraph, cut: start, name: tail[(start + needle.count)...], mustBeKnown: true)
        {
          self = mark
          return
        }
        break
      }
    }
    return nil
  }

  private init?(
    _ paragraph: ArraySlice<UInt8>, cut: Int, name: ArraySlice<UInt8>, mustBeKnown: Bool
  ) {
    let name = LineOfText(name)
    let text = LineOfText(paragraph[..<cut])
    guard !name.isEmpty, text.endsSentence || text.endsQuotation, name.wordCount(upTo: 5) <= 4,
      let first = name.bytes.first, (0x41...0x5A).contains(first) || mustBeKnown
    else { return nil }
    if mustBeKnown, !AgencyMark.known.contains(String(decoding: name.lowercased, as: UTF8.self)) {
      return nil
    }
    start = text.bytes.endIndex
    agency = name.string
  }

  /// Whether a whole last line is nothing but who supplied the report.
  ///
  /// An emphasised line needs to be short only; a plain one must hold a known agency, alone or
  /// among others parted by strokes.
  static func isMark(_ line: LineOfText, emphasised: Bool) -> Bool {
    guard line.wordCount(upTo: 11) <= 10, !line.endsSentence, !line.endsInColon, line.hasWords
    else {
      return false
    }
    if emphasised { return true }
    return line.bytes.split(separator: UInt8(ascii: "/")).contains {
      known.contains(String(decoding: LineOfText($0).lowercased, as: UTF8.self))
    }
  }
}
