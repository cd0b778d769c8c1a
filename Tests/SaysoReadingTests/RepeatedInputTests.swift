import SaysoRecords
import Testing

@testable import SaysoReading

/// What is repeated without end takes time in proportion to its length.
///
/// Each of these took minutes when every piece was compared with all pieces before it, or looked for
/// its end by itself.
@Suite(.timeLimit(.minutes(1))) struct RepeatedInputTests {
  private func read(_ text: String, as name: String) -> [Result<ReportReading, ReadingError>] {
    ReportReader().readings(of: SourceFile(name: name, bytes: Array(text.utf8)))
  }

  private let prose = "It rained on Monday, the mayor said."

  @Test func `attributes of a tag`() throws {
    let many = (0..<200_000).map { "a\($0)=\"x\"" }.joined(separator: " ")
    let page = "<html><body><p>\(prose)</p><a \(many)>x</a><p>It snowed on Tuesday, he said.</p>"
    let report = try #require(try read(page, as: "a.html").first?.get().report)
    #expect(report.text.string.contains("It snowed on Tuesday"))
  }

  @Test func `elements with attributes`() {
    var tree = HTMLTree()
    let value = Array("x".utf8)
    value.withUnsafeBufferPointer { value in
      for _ in 0..<500_000 where tree.begin(.link) {
        tree.add(.href, value)
        tree.add(.href, value)
        tree.end(.link)
      }
    }
    #expect(tree.attributes.count == 500_000)
  }

  @Test func `topics`() {
    var metadata = Metadata()
    metadata.addTopics(["a", (0..<300_000).map { "t\($0)" }.joined(separator: ","), "a,b"])
    #expect(metadata.topics.count == 300_002)
  }

  @Test func `bars in a title`() {
    var metadata = Metadata()
    metadata.outlet = "Gazette"
    metadata.title = String(repeating: "a | ", count: 1_000_000) + "Gazette"
    metadata.splitTitle()
    #expect(metadata.title?.utf8.count == 4_000_007)
  }

  @Test(arguments: ["[", "[[", "[a](", "![", "<a", "[[a]] "])
  func `marks of Markdown`(mark: String) {
    let line = String(repeating: mark, count: 500_000 / mark.utf8.count)
    #expect(!MarkdownInline(Array(line.utf8)[...]).bytes.isEmpty || mark.hasPrefix("!"))
  }

  @Test func `entries, categories and authors of a feed`() throws {
    let title = String(repeating: "a | b - c: ", count: 20_000)
    let entry = "<item><link>https://a.example/x</link><description>\(prose)</description></item>"
    let names = (0..<20_000).map { "<category>a\($0)</category><author>b\($0)</author>" }.joined()
    let feed = """
      <rss><channel><title>\(title)</title><item><description>\(prose)</description>\(names)</item>
      \(String(repeating: entry, count: 3000))</channel></rss>
      """
    let results = read(feed, as: "a.xml")
    #expect(results.count == 3001)
    let first = try #require(try results.first?.get().report)
    #expect(first.topics.count == 200)
    #expect(first.outlet == nil)
  }
}
