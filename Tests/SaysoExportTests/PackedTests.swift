import Foundation
import Sayso
import Testing

@testable import SaysoExport

struct PackedTests {
  @Test func `a Word document begins with its list of parts`() throws {
    let bytes = try SampleLedger().bytes(.docx)
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(Array(bytes[30..<49]) == Array("[Content_Types].xml".utf8))
  }

  @Test func `a packed folder has its files`() throws {
    let packed = String(decoding: try SampleLedger().bytes(.markdown), as: UTF8.self)
    let (files, _) = try SampleLedger().export.files(.markdown, of: ExportSelection(.together))
    for file in files { #expect(packed.contains(file.path)) }
  }

  @Test(arguments: [
    ("<&>\"'", "&lt;&amp;&gt;&quot;&#39;"), ("a\u{0}b\u{B}\u{1F}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"),
    ("\u{FFFE}\u{1FFFF}😀", "\u{FFFD}\u{FFFD}😀"), ("a\r\nb", "a\n\nb"),
  ])
  func `text is escaped, and what XML cannot hold is replaced`(_ words: String, _ expected: String)
  {
    #expect(Array(MarkupText.escaped(words).utf8) == Array(expected.utf8))
  }
}
