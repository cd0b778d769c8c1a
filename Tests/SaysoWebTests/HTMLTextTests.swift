import Testing

@testable import SaysoWeb

@Suite struct HTMLTextTests {
  @Test(
    "Text stays text, whatever marks stand on its signs",
    arguments: [
      ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"),
      ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
      // As one Character with its accent the quotation mark would pass unseen.
      ("\"\u{301} onload=x", "&quot;\u{301} onload=x"), ("<\u{301}b>", "&lt;\u{301}b&gt;"),
      ("a\u{202E}b\u{2066}c", "a⟦U+202E⟧b⟦U+2066⟧c"), ("a\0b\u{85}", "a\u{FFFD}b\u{FFFD}"),
      ("Žižek\n\u{200F}שלום", "Žižek\n\u{200F}שלום"),
    ])
  func escaping(_ text: String, _ expected: String) {
    #expect(Array(HTMLText.escaped(text).utf8) == Array(expected.utf8))
  }

  @Test func `coordinates have one digit`() {
    var text = HTMLText()
    for number in [0.0, 1.26, -0.04, -2.5, 100] {
      text.add(number)
      text.add(" ")
    }
    #expect(text.html == "0.0 1.3 0.0 -2.5 100.0 ")
  }
}
