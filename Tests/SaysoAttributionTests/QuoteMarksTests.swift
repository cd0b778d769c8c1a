@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct QuoteMarksTests {
  /// The words inside quotation marks, quotation by quotation.
  private func quoted(_ paragraphs: [String]) -> [String] {
    let string = paragraphs.joined(separator: "\n\n")
    var blocks: [TextBlock] = []
    var start = 0
    for paragraph in paragraphs {
      blocks.append(TextBlock(.paragraph, TextSpan(start, start + paragraph.utf8.count)))
      start += paragraph.utf8.count + 2
    }
    let text = AnnotatedText(FrozenText(string), blocks: blocks)
    return QuoteMarks(text, traits: text.traits()).quotations.map {
      text.text.words(text.span($0.tokens))
    }
  }

  @Test(arguments: [
    ("\"We are ready,\" she said. \"All of us.\"", ["\"We are ready,\"", "\"All of us.\""]),
    ("“We are ready,” she said.", ["“We are ready,”"]),
    ("She called it ‘a mess’ twice.", ["‘a mess’"]),
    ("“He said ‘no’ to it,” she said.", ["“He said ‘no’ to it,”"]),
    ("It's the ministers' word, don't doubt it.", []),
    ("The bridge’s owner doesn’t know.", []),
  ])
  func `marks open and close quotations`(text: String, expected: [String]) {
    #expect(quoted([text]) == expected)
  }

  @Test func `a quotation left open goes on where the next paragraph opens again`() {
    let text = AnnotatedText(
      FrozenText("“One.\n\n“Two.”\n\n“Three.”"),
      blocks: [
        TextBlock(.paragraph, TextSpan(0, 7)), TextBlock(.paragraph, TextSpan(9, 19)),
        TextBlock(.paragraph, TextSpan(21, 33)),
      ])
    let marks = QuoteMarks(text, traits: text.traits()).quotations
    #expect(marks.map(\.closed) == [false, true, true])
    #expect(marks.map(\.continues) == [false, true, false])
  }
}
