import Testing

@testable import SaysoReading

@Suite struct JSONValueTests {
  private func text(_ json: String) throws -> String? {
    try JSONValue(Array(json.utf8)[...])["a"]?.text
  }

  @Test(arguments: [
    (#"{"a":"x"}"#, "x"), (#" { "b" : [1, {"c":null}], "a" : "" } "#, ""),
    (#"{"a":"\"\\\/\n\t\r\b\f"}"#, "\"\\/\n\t\r\u{8}\u{C}"), (#"{"a":"\u00e9\u20AC"}"#, "é€"),
    (#"{"a":"\ud83d\ude00"}"#, "\u{1F600}"), (#"{"a":"\ud83d"}"#, "\u{FFFD}"),
    (#"{"a":"\ud83d\u0041"}"#, "\u{FFFD}A"), (#"{"a":-1.5e3}"#, "-1.5e3"),
    (#"{"a":"first","a":"second"}"#, "first"),
  ])
  func `a string is read exactly`(json: String, expected: String) throws {
    let found = try #require(try text(json))
    #expect(Array(found.utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    "", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{\"a\":1}x", "[1,]", "\"\\x\"",
    "\"\\u12\"",
    "tru", "{a:1}", "\"abc", "'a'",
  ])
  func `what is no JSON is refused`(json: String) {
    #expect(throws: JSONValue.Failure.self) { try JSONValue(Array(json.utf8)[...]) }
  }
}
