import Testing

@testable import SaysoReading

@Suite struct LineLayoutTests {
  private func paragraphs(_ text: String) -> [String] {
    LineLayout(Array(text.utf8)[...]).paragraphs.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `lines wrapped at a width are one paragraph`() {
    let first = """
      The harbour of Port Elvane was closed on Monday after a fire that began
      in a shed, the harbour master said. Nobody was hurt, but two of the five
      ferries cannot leave before the end of the week, according to the line,
      which has asked the ministry for help.
      """
    #expect(
      paragraphs(first + "\n\nThe ministry had no comment.") == [
        first, "The ministry had no comment.",
      ])
  }

  @Test func `a paragraph per line stays one each`() {
    let lines = [
      "The harbour of Port Elvane was closed on Monday after a fire, the harbour master said.",
      "Nobody was hurt.",
      "“We do not know when it opens again,” she told reporters at the quay on Monday evening, when smoke still rose from the shed behind her.",
      "The ministry had no comment.",
    ]
    #expect(paragraphs(lines.joined(separator: "\n")) == lines)
    #expect(paragraphs(lines.joined(separator: "\r\n")) == lines)
  }

  @Test func `what a crawler broke at links and large letters is one paragraph`() throws {
    let page = """
      # herald.example

      - **URL**: https://herald.example/port
      - **Words**: 40

      ## Content

      No plans for the port | Herald
      Home
      News
      “W
      e have no plans for
      the port
      of Elvane,
      ”
      Ms Tolv said.
      She read about it last week in the
      Elvane Herald
      .
      Nobody called her before the paper was out.
      A ship of another line sank off the cape.

      ## Links

      - [Elvane Herald](/h)
      - [A ship of another line sank off the cape.](/s)
      """
    #expect(
      try Samples.blocks(Samples.read(page, as: "a.md").report) == [
        "“We have no plans for the port of Elvane,” Ms Tolv said.",
        "She read about it last week in the Elvane Herald.",
        "Nobody called her before the paper was out.",
      ])
  }

  @Test func `a line that breaks off goes on in a small letter`() {
    #expect(
      paragraphs("The minister had\npromised\nit. He left.\nNobody knows.") == [
        "The minister had\npromised\nit. He left.", "Nobody knows.",
      ])
  }

  @Test func `spaces at the ends and empty lines are not part of paragraphs`() {
    #expect(paragraphs("\n\n  One.\u{A0}\n\n\n\tTwo.\n \n") == ["One.", "Two."])
    #expect(paragraphs("\n \n").isEmpty)
    #expect(paragraphs("").isEmpty)
  }
}
