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
    ("a\u{202E}b\u{2066}c\u{202A}\u{2069}", "a⟦U+202E⟧b⟦U+2066⟧c⟦U+202A⟧⟦U+2069⟧"),
    ("\u{200E}\u{200F}\u{61C}שלום", "⟦U+200E⟧⟦U+200F⟧⟦U+061C⟧שלום"),
    ("\u{FFFE}\u{1FFFF}😀", "\u{FFFD}\u{FFFD}😀"), ("a\r\nb", "a\n\nb"),
  ])
  func `text is escaped, what XML cannot hold is replaced, what turns the writing is shown`(
    _ words: String, _ expected: String
  ) {
    #expect(Array(MarkupText.escaped(words).utf8) == Array(expected.utf8))
  }
}
