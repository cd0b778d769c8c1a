import Testing

@testable import SaysoWeb

@Suite struct TemplatesTests {
  @Test("Every template has all its values escaped", arguments: Templates.names)
  func escaping(_ name: String) throws {
    let text = try #require(Templates.text(of: name))
    #expect(text.hasPrefix(Templates.opening))
    // Made by the server piece by piece, with every text escaped.
    let made: Set = ["timeline", "picture", "text", "context"]
    #expect(TemplateKeys.unescaped(in: text).allSatisfy { made.contains($0) })
  }

  @Test func `a value is escaped in a partial and in a list, too`() throws {
    let page = try Templates().render(
      "cited",
      [
        "title": "a<b", "q": "\"\u{301}x", "editing": false, "hasHeld": false, "held": [Fields](),
        "hasMissing": true,
        "missing": [
          ["source": "<i>&", "href": "\"\u{301}", "statements": 1, "reports": 1] as Fields
        ],
      ])
    #expect(page.contains("a&lt;b") && page.contains("&lt;i&gt;&amp;"))
    #expect(page.unicodeScalars.filter { $0 == "\u{301}" }.count == 2)
    #expect(page.utf8.contains(sequence: "&quot;\u{301}".utf8))
  }

  @Test func `a key that a page lacks is found`() {
    let missing = TemplateKeys.missing(in: "problem", ["title": "", "problem": "", "q": ""])
    #expect(missing == ["editing", "remedy"])
  }
}

extension Sequence<UInt8> {
  func contains(sequence: some Sequence<UInt8>) -> Bool {
    let own = Array(self)
    let part = Array(sequence)
    return own.indices.contains { own[$0...].starts(with: part) }
  }
}
