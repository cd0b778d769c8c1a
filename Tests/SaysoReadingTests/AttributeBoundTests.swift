import Testing

@testable import SaysoReading

@Suite struct AttributeBoundTests {
  private func held(_ page: String) -> String {
    String(decoding: AttributeBound.held(Array(page.utf8)), as: UTF8.self)
  }

  private let many = (0..<300).map { "a\($0)=\"x>\"" }.joined(separator: " ")

  @Test func `what goes beyond the bound becomes spaces, and nothing else changes`() {
    let page = held("<p id=b \(many)>It rained.</p>")
    #expect(page.utf8.count == "<p id=b \(many)>It rained.</p>".utf8.count)
    #expect(page.contains("a254=\"x>\"") && !page.contains("a255="))
    #expect(page.hasSuffix(" >It rained.</p>"))
  }

  @Test func `comments, scripts, styles and running text are left alone`() {
    let words = many.replacing("\"", with: "")
    for page in [
      "<!-- <p \(many)> --><p>It rained.</p>", "<script>if (a <b \(many)) {}</script><p>x</p>",
      "<STYLE>a <b \(many)</STYLE>", "<p>1 < 2 \(words)</p>", "<p a='\(many)'>x</p>", "<", "<a",
      "<a b='", "<script", "<!--", "",
    ] {
      #expect(held(page) == page)
    }
  }
}
