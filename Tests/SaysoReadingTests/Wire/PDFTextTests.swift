import SaysoRecords
import Testing

@testable import SaysoReading

/// Paragraphs out of the places of lines, as pdftotext tells them.
@Suite struct PDFTextTests {
  /// A page of lines of ten points, each given by its left and right end; an empty one ends a block.
  private func page(_ lines: [(left: Int, right: Int, text: String)], height: Int = 800) -> String {
    var result = "<page width=\"600\" height=\"\(height)\">\n<flow>\n<block>\n"
    for (number, line) in lines.enumerated() {
      if line.text.isEmpty {
        result += "</block>\n<block>\n"
        continue
      }
      let box = "yMin=\"\(200 + 12 * number)\" yMax=\"\(210 + 12 * number)\""
      result += "<line xMin=\"\(line.left)\" xMax=\"\(line.right)\" \(box)>\n"
      for word in line.text.split(separator: " ") {
        result += "<word xMin=\"0\" xMax=\"\(word.count * 5)\" \(box)>\(word)</word>\n"
      }
      result += "</line>\n"
    }
    return result + "</block>\n</flow>\n</page>\n"
  }

  private func words(_ output: String) -> [String] {
    PDFText(PDFLayout(Array(output.utf8)).pages).parts.map(\.line.string)
  }

  @Test func `a paragraph ends where the next word would have fitted, or the next line is set in`()
  {
    let output = page([
      (50, 300, "The minister said on Monday that it"), (50, 120, "had rained."),
      (50, 298, "The mayor said that it had not, and"),
      (50, 300, "he told reporters so on Tuesday."),
      (62, 300, "A spokesman declined to say more of"), (50, 90, "it &amp; left."),
    ])
    #expect(
      words(output) == [
        "The minister said on Monday that it had rained.",
        "The mayor said that it had not, and he told reporters so on Tuesday.",
        "A spokesman declined to say more of it & left.",
      ])
  }

  @Test func `items hang, and a sentence goes on over pages`() {
    let output =
      page([
        (50, 300, "• The first item is so long that it"), (60, 120, "needs lines."),
        (50, 100, "• Short"),
        (0, 0, ""), (50, 300, "The union of the seafarers demanded that its members"),
        (50, 300, "were paid for all of the weeks that they lost to the"),
      ]) + page([(50, 200, "strike, it said."), (0, 0, ""), (50, 200, "It is over.")])
    #expect(
      words(output) == [
        "The first item is so long that it needs lines.", "Short",
        "The union of the seafarers demanded that its members were paid for all of the weeks that "
          + "they lost to the strike, it said.", "[page 2]", "It is over.",
      ])
  }

  @Test(arguments: [
    ("inspec-", "tion", "inspection"), ("state-", "owned", "state-owned"),
    ("state-", "ment", "statement"), ("Jean-", "Paul", "Jean-Paul"), ("known-", "to", "known-to"),
    ("semi\u{AD}", "final", "semifinal"), ("end -", "and", "end - and"),
    ("well-to-", "do", "well-to-do"),
  ])
  func `words parted at a line end are mended`(first: String, second: String, expected: String) {
    var bytes = Array(first.utf8)
    PartedWords([LineOfText("a known-to thing")]).join(Array(second.utf8)[...], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("12", true), ("- 12 -", true), ("Page 3 of 7", true), ("3/7", true), ("– 4 –", true),
    ("12 people", false), ("1.5", false), ("20 %", false), ("Seite", false), ("", false),
    ("12345", false),
  ])
  func `page numbers are known`(line: String, isNumber: Bool) {
    #expect(PageFurniture.isNumber(LineOfText(line)) == isNumber)
  }

  @Test func `odd numbers and cut tags do no harm`() {
    for number in ["1e308", "-1e308", "nan", "inf", "", "x", "0", "99999999999999999999"] {
      let output = page([(50, 300, "The minister said on Monday"), (50, 300, "that it rained.")])
        .replacing("\"200\"", with: "\"\(number)\"").replacing("\"800\"", with: "\"\(number)\"")
      _ = words(output)
      for cut in stride(from: 0, to: output.utf8.count, by: 3) {
        _ = words(String(decoding: Array(output.utf8)[..<cut], as: UTF8.self))
      }
    }
  }
}
