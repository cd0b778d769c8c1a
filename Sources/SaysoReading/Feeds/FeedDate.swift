import SaysoRecords

/// Reads the dates of feeds, which are to be RFC 822 or RFC 3339 and often are not.
///
/// Over `StatedDate` it knows years of two digits, seconds since 1970, weekdays and zones that
/// nobody has heard of, and doubts every date before 1990, when there were no feeds.
enum FeedDate {
  /// The time that `text` states; nil where it states none that can be believed.
  static func parse(_ text: String) -> PublicationTime? {
    let line = LineOfText(text).string
    guard (6...100).contains(line.utf8.count) else { return nil }
    let time =
      StatedDate.parse(line) ?? seconds(line) ?? StatedDate.parse(mended(line))
      ?? StatedDate.parse(withoutZone(mended(line)))
      // RFC 3339 with a broken zone: its first 19 characters are a time.
      ?? (line.utf8.count > 19 ? StatedDate.parse(String(line.prefix(19))) : nil)
    guard let time, time.date.year >= 1990 else { return nil }
    return time
  }

  /// Seconds or milliseconds since 1970, in ten or thirteen digits.
  private static func seconds(_ text: String) -> PublicationTime? {
    guard text.utf8.count == 10 || text.utf8.count == 13, let number = Int(text), number > 0
    else { return nil }
    let seconds = text.utf8.count == 13 ? number / 1000 : number
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    let date = CalendarDate(dayNumber: seconds / 86_400)
    guard StatedDate.plausible(date.year) else { return nil }
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(padded)
    return PublicationTime(date, timeSuffix: "T" + clock.joined(separator: ":") + "Z")
  }

  /// Without a weekday before a comma, with a year of four digits, hours of two, and no doubled zone.
  ///
  /// Years of two digits are read as RFC 2822, section 4.3 says.
  private static func mended(_ text: String) -> String {
    var rest = text[...]
    if let comma = rest.firstIndex(of: ","), rest[..<comma].allSatisfy({ !$0.isNumber }),
      rest[..<comma].utf8.count <= 16
    {
      rest = rest[rest.index(after: comma)...]
    }
    var words = rest.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.map(String.init)
    // "07-Sep-02 00:00:01" and "07 Sep 02 00:00:01".
    if let first = words.first, first.split(separator: "-").count == 3,
      first.contains(where: \.isLetter), first.prefix(3).contains("-")
    {
      words.replaceSubrange(0..<1, with: first.split(separator: "-").map(String.init))
    }
    if words.count >= 3, isDigits(words[0], 1...2), words[1].first?.isLetter == true,
      isDigits(words[2], 2...3), let year = Int(words[2])
    {
      words[2] = String(words[2].utf8.count == 2 && year < 50 ? 2000 + year : 1900 + year)
    }
    // "24:00:00" is the midnight that ends the day; the day is what matters here.
    words = words.map { $0.hasPrefix("24:00") ? "23:59:59" : $0 }
    return words.joined(separator: " ")
  }

  private static func isDigits(_ word: String, _ count: ClosedRange<Int>) -> Bool {
    count.contains(word.utf8.count) && word.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// Without the last words from the one after the clock on: a zone that is not known.
  private static func withoutZone(_ text: String) -> String {
    var words = text.split(separator: " ")
    while let last = words.last, words.count > 3, !last.contains(":"),
      last.contains(where: \.isLetter)
    { words.removeLast() }
    if words.count == text.split(separator: " ").count, let last = words.last, words.count > 3,
      last.hasPrefix("+") || last.hasPrefix("-")
    {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }
}

extension FeedEntry {
  /// Takes a stated time of publication; the first that can be read stays.
  mutating func takePublished(_ text: String?, _ name: String) {
    guard published == nil else { return }
    published = time(text, name)
  }

  /// Takes a stated time of change; the first that can be read stays.
  mutating func takeModified(_ text: String?, _ name: String) {
    guard modified == nil else { return }
    modified = time(text, name)
  }

  private mutating func time(_ text: String?, _ name: String) -> PublicationTime? {
    guard let text, !LineOfText(text).isEmpty else { return nil }
    let time = FeedDate.parse(text)
    if time == nil { unreadDates.append(UnreadDate(name: name, value: LineOfText(text).string)) }
    return time
  }
}
