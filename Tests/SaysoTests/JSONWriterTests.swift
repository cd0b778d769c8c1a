import Testing

@testable import Sayso

struct JSONWriterTests {
  @Test(arguments: [
    ("plain", #""plain""#),
    ("a \"b\" \\ c", #""a \"b\" \\ c""#),
    ("line\nbreak\ttab\r", #""line\nbreak\ttab\r""#),
    ("\u{0}\u{1}\u{1F}\u{8}\u{C}", #""\u0000\u0001\u001f\b\f""#),
    ("é 東京 🇫🇷 \u{2028}", "\"é 東京 🇫🇷 \u{2028}\""),
    ("", "\"\""),
  ])
  func `a string is escaped where JSON demands it and nowhere else`(_ text: String, json: String) {
    var writer = JSONWriter()
    writer.value(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test(arguments: [
    (0.93, "0.93"), (12000, "12000"), (-3, "-3"), (2_500_000, "2500000"), (0.1, "0.1"),
    (.nan, "null"), (.infinity, "null"), (1.5e21, "1.5e+21"),
  ])
  func `a number is as short as it can be`(_ number: Double, json: String) {
    var writer = JSONWriter()
    writer.value(number)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test func `a confidence has at most three decimals`() {
    var writer = JSONWriter()
    writer.array([0.93, 1, 0, 0.123456, 0.9996]) { $0.value(thousandths: $1) }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[0.93,1,0,0.123,1]")
  }

  @Test func `members and items are separated by commas at every depth`() {
    var writer = JSONWriter()
    writer.object { json in
      json.name("a")
      json.array([[1, 2], [], [3]]) { json, row in json.array(row) { $0.value($1) } }
      json.name("b")
      json.object { _ in }
      json.name("c")
      json.null()
      json.name("d")
      json.value(true)
    }
    writer.endLine()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "{\"a\":[[1,2],[],[3]],\"b\":{},\"c\":null,\"d\":true}\n")
  }

  @Test func `what is written reads back as the same text`() throws {
    for value in 0..<0x300 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = "x\(Character(scalar))y"
      var writer = JSONWriter()
      writer.array([text]) { $0.value($1) }
      let back = try JSONTree(writer.bytes).items?.first?.text
      #expect(back.map { Array($0.utf8) } == Array(text.utf8), "U+\(String(value, radix: 16))")
    }
  }
}
