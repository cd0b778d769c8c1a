import SaysoRecords

@testable import SaysoNetwork
@testable import SaysoReading

/// Readers of small things inside of files, which a whole file seldom reaches.
extension FuzzTarget {
  static let pieces: [FuzzTarget] = [
    FuzzTarget("pdf", words: FuzzWords.layout, seeds: { [("a.xhtml", Array(layout.utf8))] }) {
      bytes in
      let pages = PDFLayout(Array(String(decoding: bytes, as: UTF8.self).utf8)).pages
      var sum = 0
      for part in PDFText(pages).parts {
        FuzzLaws.hold(FuzzLaws.isUTF8(part.bytes), "a paragraph of a PDF is UTF-8")
        sum += part.bytes.count
      }
      FuzzLaws.hold(sum <= 4 * bytes.count + 4096, "a PDF's text is no longer than its layout")
    },
    FuzzTarget("encoding", words: FuzzWords.encodings, seeds: encodingSeeds, check: checkEncoding),
    FuzzTarget("date", words: FuzzWords.dates, seeds: dateSeeds, check: checkDate),
    FuzzTarget("header", words: FuzzWords.mail, seeds: headerSeeds, check: checkHeader),
    FuzzTarget(
      "script", words: FuzzWords.json,
      seeds: {
        [
          ("a", Array(#"<!-- {"@type":"NewsArticle","a":[1,2,],/* b */"c":"\u00e9\d"} -->"#.utf8)),
          ("b", Array("{&quot;a&quot;:1}".utf8)),
        ]
      },
      check: { bytes in
        let script = Array(String(decoding: bytes, as: UTF8.self).utf8)
        for value in LenientJSON.values(script) { checkJSON(value) }
      }),
    FuzzTarget("robots", words: FuzzWords.robots, seeds: robotsSeeds) { bytes in
      let rules = RobotsRules(bytes, product: "sayso")
      FuzzLaws.hold(rules.allows("/robots.txt"), "robots.txt may always be fetched")
      _ = rules.allows("/a/b?c=d%2f*$")
      FuzzLaws.hold(rules.pause.map { $0 >= 0 && $0.isFinite } ?? true, "a pause is a time")
      FuzzLaws.hold(
        rules == RobotsRules(bytes, product: "Sayso"), "a program's name has no capitals")
    },
    FuzzTarget("address", words: FuzzWords.addresses, seeds: addressSeeds, check: checkAddress),
  ]

  // MARK: - Text

  private static let layout = """
    <head><title>A release</title>
    <meta name="CreationDate" content="D:20311021093000+02'00'"/></head><doc>
    <page width="595.0" height="842.0"><flow><block xMin="60" yMin="60" xMax="300" yMax="100">
    <line xMin="60.0" yMin="60.0" xMax="300.0" yMax="72.0">
    <word xMin="60.0" yMin="60.0" xMax="90.0" yMax="72.0">The</word>
    <word xMin="95.0" yMin="60.0" xMax="300.0" yMax="72.0">inspec-</word>
    </line>
    <line xMin="60.0" yMin="74.0" xMax="200.0" yMax="86.0">
    <word xMin="60.0" yMin="74.0" xMax="110.0" yMax="86.0">tion&amp;c.</word>
    <word xMin="112.0" yMin="73.0" xMax="116.0" yMax="78.0">1</word>
    </line></block></flow></page></doc>
    """

  /// The names of encodings that the first byte of an input chooses from.
  private static let charsets = [
    "", "utf-8", "us-ascii", "iso-8859-1", "iso-8859-2", "iso-8859-9", "windows-1251", "koi8-r",
    "windows-874", "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-7", "gb2312", "gb18030", "big5",
    "shift_jis", "euc-jp", "iso-2022-jp", "iso-2022-kr", "euc-kr", "hz", "macintosh", "ibm437",
    "ebcdic-us", "ucs-4", "html", "x-unknown", "utf-8\u{0}", "//translit", "ascii//ignore",
  ]

  @Sendable private static func encodingSeeds() -> [Seed] {
    [
      ("utf-8", [1] + Array("“No,” said the mayor – «jamais».".utf8)),
      ("koi8-r", [7, 0xED, 0xDC, 0xD2, 0x20, 0xD3, 0xCB, 0xC1, 0xDA, 0xC1, 0xCC]),
      ("utf-16", [9, 0xFF, 0xFE, 0x4E, 0, 0x6F, 0, 0x2E, 0]),
      ("shift_jis", [17, 0x8E, 0x73, 0x92, 0xB7]),
      ("iso-2022-jp", [19, 0x1B, 0x24, 0x42, 0x3B, 0x54]),
      ("page", [0] + Array("<html><meta charset=\"windows-1250\"><p>\u{B9}ena</p>".utf8)),
      ("xml", [0] + Array("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><rss/>".utf8)),
    ]
  }

  @Sendable private static func checkEncoding(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let name = charsets[Int(first) % charsets.count]
    let body = Array(bytes.dropFirst())
    var texts = [MIMECharset.decode(body, named: name)]
    if let decoded = DecodedText(body) {
      texts.append(decoded.bytes)
      texts.append(XMLEncoding.text(decoded, of: body, charset: name))
      let origin = SourceFile.Origin(charset: name)
      let page = SourceFile(name: "a.html", bytes: body, origin: origin)
      texts.append(PageEncoding(page, decoded).text)
      texts.append(PageEncoding(SourceFile(name: "a.html", bytes: body), decoded).text)
    }
    for text in texts {
      FuzzLaws.hold(FuzzLaws.isUTF8(text), "decoded text is UTF-8")
      // Four bytes of UCS-4 that are beyond Unicode become six U+FFFD; nothing makes more.
      FuzzLaws.hold(text.count <= 5 * body.count + 64, "four bytes become twenty at most")
    }
  }

  // MARK: - Dates

  @Sendable private static func dateSeeds() -> [Seed] {
    [
      "2031-10-22T08:00:00.123+02:00", "Wed, 22 Oct 2031 10:00:00 GMT", "Oct. 22, 2031 9:05 p.m.",
      "22. Oktober 2031, 9.05 Uhr", "1950425105", "1950425105123", "/news/2031/10/22/ferry",
      "20311022T080000Z", "07-Sep-02 00:00:01", "Thu, 01 Jan 1970 00:00:00 +0000",
      "PORT ELVANE, Oct 21, 2031 (Norrwire) - The harbour", "D:20311021093000+02'00'",
    ].enumerated().map { ("\($0)", Array($1.utf8)) }
  }

  @Sendable private static func checkDate(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let date = StatedDate.inAddress(text) { FuzzLaws.check(PublicationTime(date)) }
    if let time = StatedDate.parse(text) { FuzzLaws.check(time) }
    for language in [nil, "en", "de"] {
      guard let time = PageDate.parse(text, language: language) else { continue }
      FuzzLaws.check(time)
      FuzzLaws.hold(time.date.year >= 1990, "no page is older than the web: \(time.iso)")
    }
    if let time = FeedDate.parse(text) {
      FuzzLaws.check(time)
      FuzzLaws.hold(time.date.year >= 1990, "no feed is older than feeds: \(time.iso)")
    }
    let line = Array(text.utf8)
    if let dateline = Dateline(line[...]) {
      FuzzLaws.hold(dateline.end < line.count, "a dateline ends before its paragraph does")
      FuzzLaws.hold(line[dateline.end] & 0xC0 != 0x80, "a dateline cuts no letter in two")
    }
    if let mark = AgencyMark(endOf: line[...]) {
      FuzzLaws.hold(mark.start <= line.count, "an agency's mark lies inside")
    }
  }

  // MARK: - Headers

  @Sendable private static func headerSeeds() -> [Seed] {
    [
      "Subject: =?utf-8?Q?caf=C3=A9?= =?utf-8?B?w6k=?=\r\n folded\r\n\r\nbody",
      "Content-Type: text/plain; charset=\"utf-8\"; name*0*=utf-8''r%C3; name*1=\"x\"\n\n",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=koi8-r\r\nA: b\r\n\r\n",
      "=?koi8-r*ru?q?=CD_?= (a \\( comment) \"q\\\"\" <a@b.example>",
    ].enumerated().map { ("\($0)", Array($1.utf8)) }
  }

  @Sendable private static func checkHeader(_ bytes: [UInt8]) {
    FuzzLaws.hold(FuzzLaws.isUTF8(EncodedWords.decoded(bytes)), "decoded words are UTF-8")
    _ = MIMEParameters.structured(bytes)
    _ = MailReader.dateText(bytes)
    let header = MIMEHeader(bytes[...])
    FuzzLaws.hold(header.end <= bytes.count, "a header ends inside")
    for field in header.fields {
      _ = header.text(field.name)
      _ = header.structured(field.name)
    }
    if let head = HTTPHead(bytes[...]) {
      FuzzLaws.hold(head.length <= bytes.count, "a head ends inside")
      for field in head.fields { _ = StatedType(field.value) }
      _ = head.status
    }
    FuzzLaws.hold(
      MIMETransfer.base64(bytes[...]).count <= bytes.count, "base64 becomes no longer")
    FuzzLaws.hold(
      MIMETransfer.quotedPrintable(bytes[...]).count <= bytes.count,
      "quoted-printable becomes no longer")
  }

  private static func checkJSON(_ value: JSONValue) {
    switch value {
    case .string(let bytes): FuzzLaws.hold(FuzzLaws.isUTF8(bytes), "a string of JSON is UTF-8")
    case .array(let values): values.forEach(checkJSON)
    case .object(let members): members.values.forEach(checkJSON)
    default: break
    }
  }

  // MARK: - The network

  @Sendable private static func robotsSeeds() -> [Seed] {
    [
      "User-agent: *\nDisallow: /a/*.pdf$\nAllow: /a\nCrawl-delay: 2.5\n\nUser-agent: sayso\nAllow: /",
      "\u{FEFF}user-agent:sayso # us\r\ndisallow: /%7Eb/%2F\r\nSitemap: https://a.example/s.xml",
    ].enumerated().map { ("\($0)", Array($1.utf8)) }
  }

  @Sendable private static func addressSeeds() -> [Seed] {
    [
      "HTTPS://Käse.example:443/a/../b/./c?d=e f#g\n../h?i", "http://[::ffff:192.0.2.7]/%zz\n//b",
      "http://0x7f.1/\n?q", "https://xn--kse-qla.example:8080?utm_source=a&b\n",
    ].enumerated().map { ("\($0)", Array($1.utf8)) }
  }

  /// The first line is an address, the rest a reference on the page there.
  @Sendable private static func checkAddress(_ bytes: [UInt8]) {
    let pieces = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let reference = pieces.count > 1 ? pieces[1] : "a"
    _ = AddressResolution.resolve(reference, against: pieces.first)
    _ = CanonicalAddress(pieces[0])?.key
    do throws(NetworkError) {
      let address = try WebAddress(pieces[0])
      checkForm(address)
      checkForm(try address.resolving(reference))
    } catch {
      FuzzLaws.hold(!error.description.isEmpty, "an error has a sentence")
    }
  }

  private static func checkForm(_ address: WebAddress) {
    let text = address.description
    FuzzLaws.hold(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text) is ASCII")
    FuzzLaws.hold(address.target.hasPrefix("/"), "the path of \(text) begins with a stroke")
    FuzzLaws.hold(!address.host.isEmpty, "\(text) has a host")
    do throws(NetworkError) {
      FuzzLaws.hold(try WebAddress(text) == address, "\(text) is read as what it is")
    } catch {
      // Escapes make an address longer, and a long one is refused.
      FuzzLaws.hold(text.utf8.count > 8192, "\(text) is an address again")
    }
  }
}
