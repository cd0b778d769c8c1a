/// Who sent a message, as its "From" tells: the person, and the outlet by its name or its host.
struct MailSender: Equatable {
  /// The person, where the name is not the outlet's own.
  private(set) var byline: String?
  /// The outlet's name where the host spells it, else the host; nil for a mailbox at a provider.
  private(set) var outlet: String?

  /// Hosts where anybody has a mailbox: they publish nothing.
  private static let providers: Set<String> = [
    "gmail.com", "googlemail.com", "yahoo.com", "outlook.com", "hotmail.com", "live.com", "aol.com",
    "icloud.com", "me.com", "gmx.net", "gmx.de", "gmx.com", "web.de", "mail.ru", "yandex.ru",
    "ukr.net", "proton.me", "protonmail.com", "qq.com", "163.com", "naver.com", "mail.com",
  ]
  /// Labels of a host that stand for its mail rather than for the outlet.
  private static let mailLabels: Set<String> = [
    "mail", "email", "e", "em", "m", "news", "newsletter", "newsletters", "mailing", "mailer",
    "mailings", "send", "smtp", "bounce", "info", "press", "alerts", "www", "list", "lists",
  ]

  /// The first address of a field "From" (RFC 5322, section 3.4).
  init(_ field: [UInt8]) {
    let (name, address) = MailSender.nameAndAddress(field)
    let host = address.lastIndex(of: "@").map {
      MailSender.bareHost(String(address[address.index(after: $0)...]))
    }
    let isProvider = host.map { $0.isEmpty || MailSender.providers.contains($0) } ?? true
    outlet = isProvider ? nil : host
    guard let name, !name.isEmpty, name != address else { return }
    guard let host, !isProvider else {
      byline = name
      return
    }
    if MailSender.spells(host, name) {
      outlet = name
      return
    }
    for mark in [" at ", " from ", " via ", " | ", " - ", " – ", ", "] {
      let pieces = MailSender.split(name, at: mark)
      if pieces.count == 2, MailSender.spells(host, pieces[1]) {
        byline = pieces[0]
        outlet = pieces[1]
        return
      }
    }
    byline = name
  }

  /// The display name and the address; a name in brackets after the address counts as one.
  private static func nameAndAddress(_ field: [UInt8]) -> (String?, String) {
    var name: [UInt8] = []
    var comment: [UInt8] = []
    var address: [UInt8] = []
    var isQuoted = false
    var depth = 0
    var isInside = false
    var place = 0
    scan: while place < field.count {
      let byte = field[place]
      place += 1
      if byte == UInt8(ascii: "\\"), isQuoted || depth > 0, place < field.count {
        if depth > 0 { comment.append(field[place]) } else { name.append(field[place]) }
        place += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where depth == 0 && !isInside: isQuoted.toggle()
      case UInt8(ascii: "(") where !isQuoted && !isInside:
        depth += 1
      case UInt8(ascii: ")") where depth > 0: depth -= 1
      case UInt8(ascii: "<") where !isQuoted && depth == 0: isInside = true
      case UInt8(ascii: ">") where isInside: break scan
      case UInt8(ascii: ",") where !isQuoted && depth == 0 && !isInside && name.contains(0x40):
        break scan
      default:
        if isInside { address.append(byte) } else if depth > 0 { comment.append(byte) } else {
          name.append(byte)
        }
      }
    }
    if address.isEmpty { (address, name) = (name, comment) }
    let shown = LineOfText(EncodedWords.decoded(Array(LineOfText(name[...]).bytes))[...]).string
    let bare = LineOfText(String(decoding: address, as: UTF8.self)).string
    return (shown.isEmpty ? nil : shown, bare.lowercased())
  }

  /// The host without the labels that stand for its mail.
  private static func bareHost(_ host: String) -> String {
    var labels = host.split(separator: ".")
    while labels.count > 2, let first = labels.first, mailLabels.contains(String(first)) {
      labels.removeFirst()
    }
    return labels.joined(separator: ".")
  }

  /// Whether a label of the host is the name, its spaces and "The" aside.
  private static func spells(_ host: String, _ name: String) -> Bool {
    let letters = PageBody.letters(Array(name.utf8)[...])
    let short = letters.starts(with: "the".utf8) ? Array(letters.dropFirst(3)) : letters
    return host.split(separator: ".").contains { label in
      let label = PageBody.letters(Array(label.utf8)[...])
      guard label.count >= 2, letters.count >= 2 else { return false }
      let bare = label.starts(with: "the".utf8) ? Array(label.dropFirst(3)) : label
      return label == letters || bare == short
        || (short.count >= 6 && (bare.starts(with: short) || short.starts(with: bare) && bare.count >= 6))
    }
  }

  private static func split(_ name: String, at mark: String) -> [String] {
    let bytes = Array(name.utf8)
    let needle = Array(mark.utf8)
    guard bytes.count > needle.count else { return [name] }
    for place in (1..<(bytes.count - needle.count)).reversed()
    where bytes[place...].starts(with: needle) {
      return [
        LineOfText(bytes[..<place]).string, LineOfText(bytes[(place + needle.count)...]).string,
      ]
    }
    return [name]
  }
}
