import SaysoRecords

/// Reads the dates that pages show, inside of other words and in the larger languages of Europe.
///
/// "vor 3 Stunden" and "yesterday" are no dates: they need a clock. Where day and month could be
/// exchanged the language decides: only English leaves it open.
enum PageDate {
  /// A date in a text, with whether the words before it speak of a change.
  struct Found {
    let time: PublicationTime
    let isUpdate: Bool
  }

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    let names = [
      "jan january januar jänner janvier enero ene gennaio gen janeiro januari januar",
      "feb february februar feber février fév fevr févr febrero febbraio fevereiro fev februari",
      "mar march märz mär mrz mars marzo março maart",
      "apr april avril avr abril abr aprile",
      "may mai mayo maggio mag maio mei maj",
      "jun june juni juin junio giugno giu junho",
      "jul july juli juil juillet julio luglio lug julho",
      "aug august août aout agosto ago augustus",
      "sep sept september septembre septiembre settembre set setembro",
      "oct october oktober okt octobre octubre ottobre ott outubro out",
      "nov november novembre noviembre novembro",
      "dec december dezember dez décembre déc diciembre dic dicembre dezembro",
    ]
    for (number, words) in names.enumerated() {
      for word in words.split(separator: " ") { table[String(word)] = number + 1 }
    }
    return table
  }()

  private static let changes: Set<String> = [
    "updated", "update", "modified", "aktualisiert", "aktualisierung", "stand", "geändert",
    "edited",
    "actualizado", "aggiornato", "revised", "atualizado", "bearbeitet",
  ]

  /// The time that a stated value gives; nil for the time before the web.
  static func parse(_ value: String, language: String?) -> PublicationTime? {
    let line = LineOfText(value).string
    guard line.utf8.count <= 100 else { return nil }
    if let epoch = epoch(line) { return epoch }
    if let time = StatedDate.parse(line) { return time.date.year >= 1990 ? time : nil }
    return all(in: line, language: language).first?.time
  }

  /// Seconds or milliseconds since 1970, as some systems write.
  private static func epoch(_ line: String) -> PublicationTime? {
    guard line.utf8.count == 10 || line.utf8.count == 13,
      line.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(line)
    else { return nil }
    let seconds = line.utf8.count == 13 ? number / 1000 : number
    let date = CalendarDate(dayNumber: seconds / 86_400)
    guard date.year >= 1990, StatedDate.plausible(date.year) else { return nil }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = seconds % 86_400
    return PublicationTime(
      date,
      timeSuffix: "T" + two(rest / 3600) + ":" + two(rest / 60 % 60) + ":" + two(rest % 60) + "Z")
  }

  private enum Token {
    case word(String)
    case number(Int, Int)
    case mark(Character)
  }

  /// All dates in a text of a few words.
  static func all(in text: String, language: String?) -> [Found] {
    guard text.utf8.count <= 400 else { return [] }
    let tokens = tokenize(text)
    var found: [Found] = []
    var isUpdate = false
    var place = 0
    while place < tokens.count {
      if case .word(let word) = tokens[place] {
        if changes.contains(word) { isUpdate = true }
        if ["published", "posted", "veröffentlicht", "erstellt", "publié"].contains(word) {
          isUpdate = false
        }
      }
      if let (date, next) = date(tokens, place, language), date.year >= 1990, date.year <= 2100 {
        let clock = clock(tokens, next)
        found.append(
          Found(
            time: clock.map { PublicationTime(date, timeSuffix: $0) } ?? PublicationTime(date),
            isUpdate: isUpdate))
        place = next
        isUpdate = false
      } else {
        place += 1
      }
    }
    return found
  }

  private static func tokenize(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(.number(digits.utf8.count <= 8 ? Int(digits) ?? 0 : 0, digits.utf8.count))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        tokens.append(.word(word.lowercased()))
        rest = rest.dropFirst(word.count)
      } else {
        if !first.isWhitespace { tokens.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  private static func date(_ tokens: [Token], _ start: Int, _ language: String?) -> (
    CalendarDate, Int
  )? {
    func number(_ place: Int, _ widths: ClosedRange<Int>) -> Int? {
      guard place < tokens.count, case .number(let value, let width) = tokens[place],
        widths.contains(width)
      else { return nil }
      return value
    }
    func isMark(_ place: Int, _ marks: String) -> Bool {
      guard place < tokens.count, case .mark(let mark) = tokens[place] else { return false }
      return marks.contains(mark)
    }
    func month(_ place: Int) -> Int? {
      guard place < tokens.count, case .word(let word) = tokens[place] else { return nil }
      return months[word]
    }
    func skip(_ place: Int) -> Int {
      var place = place
      while place < tokens.count {
        if isMark(place, ".,-/") { place += 1; continue }
        if case .word(let word) = tokens[place],
          ["de", "of", "st", "nd", "rd", "th", "er", "del"].contains(word)
        {
          place += 1; continue
        }
        break
      }
      return place
    }
    if let year = number(start, 4...4), isMark(start + 1, "-./"),
      let month = number(start + 2, 1...2),
      isMark(start + 3, "-./"), let day = number(start + 4, 1...2)
    {
      return CalendarDate(year: year, month: month, day: day).map { ($0, start + 5) }
    }
    if let day = number(start, 1...2) {
      let named = skip(start + 1)
      if let month = month(named), let year = number(skip(named + 1), 4...4) {
        return CalendarDate(year: year, month: month, day: day).map { ($0, skip(named + 1) + 1) }
      }
      if isMark(start + 1, "./-"), let second = number(start + 2, 1...2), isMark(start + 3, "./-") {
        let isDotted = isMark(start + 1, ".")
        var year = number(start + 4, 4...4)
        if year == nil, isDotted, let short = number(start + 4, 2...2) { year = 2000 + short }
        guard let year else { return nil }
        let isDayFirst = isDotted || day > 12 || (language != nil && language != "en")
        if isDayFirst {
          return CalendarDate(year: year, month: second, day: day).map { ($0, start + 5) }
        }
        if second > 12 || second == day {
          return CalendarDate(year: year, month: day, day: second).map { ($0, start + 5) }
        }
      }
      return nil
    }
    if let month = month(start), let day = number(skip(start + 1), 1...2),
      let year = number(skip(skip(start + 1) + 1), 4...4)
    {
      return CalendarDate(year: year, month: month, day: day).map {
        ($0, skip(skip(start + 1) + 1) + 1)
      }
    }
    return nil
  }

  private static let zones = [
    "utc": "Z", "gmt": "Z", "bst": "+01:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00",
    "cest": "+02:00",
    "mez": "+01:00", "mesz": "+02:00", "ist": "", "sast": "+02:00",
  ]

  /// The time of day after a date, as the end of an ISO 8601 text.
  private static func clock(_ tokens: [Token], _ start: Int) -> String? {
    var place = start
    while place < min(tokens.count, start + 3) {
      if case .number = tokens[place] { break }
      place += 1
    }
    guard place + 2 < tokens.count, case .number(var hour, let width) = tokens[place], width <= 2,
      case .number(let minute, 2) = tokens[place + 2], minute < 60
    else { return nil }
    switch tokens[place + 1] {
    case .mark(":"), .mark("."), .word("h"): break
    default: return nil
    }
    place += 3
    if place + 1 < tokens.count, case .mark(":") = tokens[place],
      case .number(_, 2) = tokens[place + 1]
    {
      place += 2
    }
    func word() -> String? {
      guard place < tokens.count, case .word(let word) = tokens[place] else { return nil }
      return word
    }
    if let half = word(), half == "am" || half == "pm" {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
      place += 1
    }
    if word() == "uhr" { place += 1 }
    guard hour < 24 else { return nil }
    let zone = word().flatMap { zones[$0] } ?? ""
    return "T" + (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" + zone
  }
}
