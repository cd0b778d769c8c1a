import Foundation
import Sayso
import Testing

@testable import SaysoExport

struct MarkdownTests {
  @Test(arguments: [
    ("*a* _b_ `c`", #"\*a\* \_b\_ \`c\`"#), ("[[note]] [x](y)", #"\[\[note\]\] \[x\](y)"#),
    ("#tag <b> &amp;", ##"\#tag \<b\> \&amp;"##),
    ("==m== $x$ %%c%% ^id", #"\=\=m\=\= \$x\$ \%\%c\%\% \^id"#),
    ("- item", #"\- item"#), ("+ item", #"\+ item"#), ("12. item", #"12\. item"#),
    ("12) item", #"12\) item"#), ("a - b 3. c", "a - b 3. c"), ("one\n# two", ##"one \# two"##),
    ("  far\u{2028}away\u{0}", "far away"), ("| a |", #"\| a \|"#), ("---", #"\---"#),
    ("![x](y)", #"\!\[x\](y)"#),
  ])
  func `words are text and no signs`(_ words: String, _ expected: String) {
    #expect(MarkdownText.line(words) == expected)
  }

  @Test func `front matter holds any text on one line`() {
    var front = FrontMatter()
    front.add("title", "a: \"b\" \\ # c\n---\u{85}\u{2028}")
    front.add("none", nil as String?)
    front.add("day", day: "2031-03-14")
    front.add("tags", ["a, b", "]"])
    #expect(
      front.text == """
        ---
        title: "a: \\"b\\" \\\\ # c\\n---\\u0085\\u2028"
        day: 2031-03-14
        tags: ["a, b", "]"]
        ---

        """)
  }

  @Test(arguments: [
    ("https://a.example/x_(1)", "https://a.example/x_%281%29"),
    ("https://a.example/ü \"<", "https://a.example/%C3%BC%20%22%3C"),
  ])
  func `an address is the target of a link`(_ address: String, _ expected: String) {
    #expect(MarkdownText.target(address) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript://x", "data:text/html,x", "/x", "https:x", "",
  ])
  func `what is no address of the web is no link`(_ address: String) {
    #expect(WebLink.address(address) == nil)
  }

  @Test(arguments: ["../../etc/passwd", "CON", "a/b\\c", "ÄÖÜ", "", "\u{0}", ".."])
  func `names of files are plain`(_ words: String) {
    let name = FileName.of(words, id: words)
    #expect(!name.isEmpty && !name.hasPrefix("-"))
    #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
  }

  @Test func `names that differ only in case are kept apart`() {
    #expect(FileName.of("Report", id: "Report") != FileName.of("report", id: "report"))
  }

  @Test func `every link of the notes leads to a note and a mark in it`() throws {
    let (files, _) = try SampleLedger().export.files(.markdown, of: ExportSelection(.together))
    let notes = Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    var links = 0
    for (path, text) in notes where path.hasSuffix(".md") {
      let folder = path.contains("/") ? String(path.prefix { $0 != "/" }) : ""
      for piece in text.components(separatedBy: "](").dropFirst() {
        let target = String(piece.prefix { $0 != ")" })
        if target.hasPrefix("https://") { continue }
        links += 1
        let parts = target.components(separatedBy: "#")
        let file =
          parts[0].hasPrefix("../")
          ? String(parts[0].dropFirst(3))
          : folder.isEmpty ? parts[0] : folder + "/" + parts[0]
        let note = try #require(notes[file], "\(path): \(target)")
        if parts.count > 1 { #expect(note.contains(" \(parts[1])\n"), "\(target)") }
      }
    }
    #expect(links > 20)
    #expect(
      notes[Export.folderMark]?.split(separator: "\n").map(String.init)
        == files.map(\.path).dropFirst().sorted())
  }

  @Test func `a note says whose words it has and keeps them text`() throws {
    let (files, _) = try SampleLedger().export.files(.markdown, of: ExportSelection(.together))
    let text = try #require(
      files.first { $0.path.hasPrefix("reports/2031-03-14") }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      })
    #expect(text.contains(#"title: "A \"title\": <i>one</i>, [[two]] #three\nTY  - BOOK""#))
    #expect(text.contains(##"\[\[closing\]\] \*all\* \#piers"##))
    #expect(!text.contains("<script>"))
    #expect(text.contains("- **asserts** nobody named: "))
    #expect(text.contains("an official of the harbour"))
    #expect(!text.contains("](javascript"))
  }

  @Test func `an unnamed speaker has no note`() throws {
    let (files, _) = try SampleLedger().export.files(.markdown, of: ExportSelection(.together))
    let actors = files.map(\.path).filter { $0.hasPrefix("actors/") }
    #expect(actors.contains { $0.hasPrefix("actors/zo-brandt-") })
    #expect(!actors.contains { $0.contains("official") })
  }
}
