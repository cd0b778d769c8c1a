import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct PullQuotesTests {
  private func kept(_ lines: [(TextBlock.Kind, String)]) -> [String] {
    PullQuotes.dropped(from: lines.map { Part(kind: $0.0, bytes: Array($0.1.utf8)[...]) })
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private let said = "“The ferry sank in an hour, and nobody came to help us,” Ms Tolv said."

  @Test func `a line repeated from the text nearby goes, with the name under it`() {
    #expect(
      kept([
        (.paragraph, said), (.quotation, "The ferry sank in an hour"), (.paragraph, "— Ada Tolv"),
        (.paragraph, "The harbour was closed on Monday."),
      ]) == [said, "The harbour was closed on Monday."])
  }

  @Test func `it may stand before the text that it repeats`() {
    #expect(
      kept([(.paragraph, "\"Nobody came to help us\""), (.paragraph, said)]) == [said])
  }

  @Test(arguments: [
    (TextBlock.Kind.paragraph, "Ms Tolv said."), (.paragraph, "Nobody came to rescue us."),
    (.heading, "The ferry sank in an hour"), (.listItem, "The ferry sank in an hour"),
    (.paragraph, "The ferry sank in an hour, and nobody came to help them."),
  ])
  func `other words, few words, headings and items stay`(kind: TextBlock.Kind, words: String) {
    #expect(kept([(.paragraph, said), (kind, words)]) == [said, words])
  }

  @Test func `letters of other scripts count`() {
    let first = "如今，50多个市直部门通力合作。"
    let second = "村里装了50个高清摄像头，小偷都不敢上门了。"
    #expect(kept([(.paragraph, first), (.paragraph, second)]) == [first, second])
    let third = "Порт закрыт с понедельника, заявил мэр."
    #expect(kept([(.paragraph, "Мэр ждёт ответа порта."), (.paragraph, third)]).count == 2)
    #expect(kept([(.paragraph, "Порт закрыт с понедельника"), (.paragraph, third)]) == [third])
  }

  @Test func `far from the text that it repeats a line stays`() {
    let between = (0..<13).map { (TextBlock.Kind.paragraph, "Line number \($0) of the report.") }
    let line = (TextBlock.Kind.paragraph, "The ferry sank in an hour")
    #expect(kept([(.paragraph, said)] + between + [line]).last == line.1)
  }
}
