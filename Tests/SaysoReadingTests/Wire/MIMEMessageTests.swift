import Testing

@testable import SaysoReading

/// Headers, parts, transfer encodings and character sets of messages.
@Suite struct MIMEMessageTests {
  private func words(_ text: String) -> String {
    String(decoding: EncodedWords.decoded(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("=?utf-8?Q?caf=C3=A9_au_lait?=", "café au lait"),
    ("=?ISO-8859-1?B?Y2Fm6Q==?= today", "café today"),
    ("=?utf-8?B?4oCc?= \t=?utf-8?Q?x?=", "“x"),
    // A letter cut in two by the mailer.
    ("=?utf-8?Q?=E2=80?= =?utf-8?Q?=9Cx?=", "“x"),
    ("=?windows-1251?Q?=CC=E8=F0?=", "Мир"),
    ("=?utf-8*en?Q?tagged?=", "tagged"),
    ("=?no-such-set?Q?plain?=", "plain"),
    ("2 =? 3 and =?utf-8?Q?cut", "2 =? 3 and =?utf-8?Q?cut"),
    ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
  ])
  func `encoded words are decoded, and what is none stays`(source: String, expected: String) {
    #expect(words(source) == expected)
  }

  @Test func `parameters may be quoted, commented, split and encoded`() throws {
    let header = MIMEHeader(
      Array(
        """
        Content-Type: TEXT/Plain (a comment; with a mark); charset="us-ascii" ;
          name*1*=%20b; name*0*=utf-8'en'%E2%82%AC; Boundary="a;\\"b"

        body
        """.utf8)[...])
    let type = try #require(header.structured("content-type"))
    #expect(type.value == "text/plain")
    #expect(type.parameters == ["charset": "us-ascii", "name": "€ b", "boundary": "a;\"b"])
  }

  @Test func `folded fields are joined, and the body begins after the empty line`() {
    let source = Array("From x\r\nA: one\r\n  two\r\nB:\r\nC: 3\r\n\r\nbody\r\n".utf8)
    let header = MIMEHeader(source[...])
    #expect(header.fields.map(\.name) == ["a", "b", "c"])
    #expect(header.text("a") == "one two")
    #expect(source[header.end...].elementsEqual("body\r\n".utf8))
  }

  @Test(arguments: [
    ("a=3Db =\r\nc  \r\nd=\n", "a=b c\r\nd"),
    ("100=% =zz =", "100=% =zz "),
    ("trailing=20\n", "trailing \n"),
  ])
  func `quoted-printable is undone, and strays are kept`(source: String, expected: String) {
    let bytes = MIMETransfer.quotedPrintable(Array(source.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `base64 passes over what is not of it`() {
    let bytes = MIMETransfer.base64(Array("SXQg!\r\ncmFp bmVkLg==Tm8u".utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == "It rained.No.")
  }

  @Test(arguments: [
    ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"), ("windows-1250", [0x8A, 0x61], "Ša"),
    ("iso-8859-15", [0xA4], "€"), ("iso-8859-1", [0x93, 0xE9], "“é"), ("utf-8", [0xFF, 0x61], "\u{FFFD}a"),
    ("gb2312", [0xD6, 0xD0], "中"), ("shift_jis", [0x82, 0xA0], "あ"), ("utf-16", [0x61, 0, 0x62, 0], "ab"),
    ("utf-16be", [0, 0x61], "a"), ("no-such-set", [0xC3, 0xA9], "é"), ("us-ascii", [0xE9], "é"),
    ("big5", [0xA4, 0xA4, 0xFF, 0x61], "中\u{FFFD}a"), ("../../x//TRANSLIT", [0x61], "a"),
  ] as [(String, [UInt8], String)])
  func `character sets become UTF-8`(name: String, bytes: [UInt8], expected: String) {
    #expect(String(decoding: MIMECharset.decode(bytes, named: name), as: UTF8.self) == expected)
  }

  @Test func `a long text in another set is decoded whole`() {
    // Pieces end inside of letters.
    let text = Array(repeating: [0x82, 0xA0, 0x61] as [UInt8], count: 30_000).flatMap { $0 }
    let decoded = MIMECharset.decode(text, named: "shift_jis")
    #expect(decoded == Array(String(repeating: "あa", count: 30_000).utf8))
  }

  @Test func `parts nest, and a missing last delimiter is forgiven`() {
    let message = MIMEMessage(
      Array(
        """
        Content-Type: multipart/mixed; boundary=a

        --a
        Content-Type: multipart/alternative; boundary=b

        --b

        one
        --b
        Content-Type: text/html

        <p>two
        --b--
        --ab
        --a

        three
        """.utf8)[...])
    let leaves = message.allParts.filter { $0.children.isEmpty }
    #expect(leaves.map(\.mediaType) == ["text/plain", "text/html", "text/plain"])
    #expect(leaves.map { String(decoding: $0.text, as: UTF8.self) } == ["one", "<p>two", "three"])
  }

  @Test func `parts nested a thousand deep and a million of them end`() {
    var deep = ""
    for level in 0..<1000 { deep += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
    #expect(MIMEMessage(Array(deep.utf8)[...]).allParts.count <= 17)
    let many = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n", count: 100_000)
    #expect(MIMEMessage(Array(many.utf8)[...]).allParts.count <= 2100)
    let folded = "A: b\n" + String(repeating: " c\n", count: 300_000)
    #expect((MIMEHeader(Array(folded.utf8)[...])["a"]?.count ?? 0) < 70_000)
  }
}
