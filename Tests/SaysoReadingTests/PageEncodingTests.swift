import Testing

@testable import SaysoReading

@Suite struct PageEncodingTests {
  private func encoding(
    _ bytes: [UInt8], header: String? = nil
  ) throws -> PageEncoding {
    let file = SourceFile(name: "a.html", bytes: bytes, origin: .init(charset: header))
    return PageEncoding(file, try #require(DecodedText(bytes)))
  }

  private func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value) }
  }

  @Test func `the header goes before the meta element, where both fit the bytes`() throws {
    let page = latin("<meta charset=\"iso-8859-1\"><p>caf\u{E9} \u{A4}</p>")
    #expect(try encoding(page, header: "ISO-8859-15").name == "iso-8859-15")
    #expect(try encoding(page).name == "iso-8859-1")
    #expect(try encoding(page).origin == "by its meta element")
  }

  @Test func `bytes that are UTF-8 are UTF-8 whatever is stated`() throws {
    let page = Array("<meta charset=\"windows-1251\"><p>café</p>".utf8)
    let found = try encoding(page, header: "koi8-r")
    #expect(found.name == "UTF-8")
    #expect(found.text == page)
  }

  @Test func `Cyrillic without a name is known by its letters`() throws {
    // «и» to «я» in Windows-1251 stand at 0xE8 to 0xFF.
    let word: [UInt8] = [0xEF, 0xEE, 0xF0, 0xF2, 0x20]
    let page = Array("<p>".utf8) + Array(repeatElement(word, count: 100).joined())
    #expect(try encoding(page).name == "windows-1251")
    #expect(String(decoding: try encoding(page).text, as: UTF8.self).contains("порт"))
  }

  @Test func `zero bytes are damage and left out`() throws {
    let page = Array(("<p>" + String(repeating: "It rained. ", count: 200)).utf8)
    let found = try encoding(page + [0] + Array("The end.</p>".utf8))
    #expect(!found.text.contains(0))
    #expect(String(decoding: found.text, as: UTF8.self).hasSuffix("The end.</p>"))
  }
}
