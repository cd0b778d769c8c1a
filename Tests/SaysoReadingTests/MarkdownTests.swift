import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct MarkdownTests {
  private func words(_ markdown: String) -> String {
    String(decoding: MarkdownInline(Array(markdown.utf8)[...]).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("**Bold** and *italic* and __both__", "Bold and italic and both"),
    ("a [link](https://a.example/x_(y)) here", "a link here"),
    ("[ref][1] and [[Ada Tolv|her]] and [[Page]]", "ref and her and Page"),
    ("claim.[[i]](#_edn1)[^2] [12](#n)", "claim. "),
    ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
    ("Tom &amp; Ada&#8217;s &nope;", "Tom & Ada’s &nope;"),
    ("![alt text](x.png) after", " after"),
    ("\\*no\\* <b>tag</b> a < b <!-- gone -->", "*no* tag a < b "),
    ("**Click****here****now**", "Click here now"),
    ("“We [the union] agree”", "“We [the union] agree”"),
    ("`code` ~~struck~~ ~5", "code struck ~5"),
    ("a ( [b](c(d)e) f) \\[g](h) [i\\]j](k)", "a ( b f) [g](h) i]j"),
    ("[a](b\n\nc) [[d] e](f) [[g](h)](i)", "[a](b\n\nc) [d] e g"),
  ])
  func `marks go and words stay`(markdown: String, plain: String) {
    #expect(words(markdown) == plain)
  }

  @Test func `lists of links are menus`() throws {
    let text = """
      - [Home](/)
      - [World](/w)

      The mayor said that [the port](/p) is closed.

      - [One](/1) of three ferries sails, she said.
      """
    let report = try Samples.read(text, as: "a.md").report
    #expect(
      Samples.blocks(report) == [
        "The mayor said that the port is closed.",
        "listItem: One of three ferries sails, she said.",
      ])
  }

  @Test func `a clipped note keeps its source and not the day of clipping`() throws {
    let text = """
      ---
      title: "Port closed"
      source: "https://herald.example/port"
      author:
        - "[[Ada Tolv]]"
        - "[[Jor Vandt]]"
      published:
      created: 2031-11-02
      tags:
        - "clippings"
      ---
      The mayor said that the port is closed.
      """
    let report = try Samples.read(text, as: "a.md").report
    #expect(report.byline == "Ada Tolv, Jor Vandt")
    #expect(report.url == "https://herald.example/port")
    #expect(report.published == nil)
    #expect(report.topics == ["clippings"])
  }

  @Test func `created is the date where no other is stated`() throws {
    let report = try Samples.read("---\ncreated: 2031-11-02\n---\nIt rained.", as: "a.md").report
    #expect(report.published?.iso == "2031-11-02")
  }

  @Test func `text after a list is no part of its last item`() throws {
    let report = try Samples.read(
      "- One ferry sails, she said.\nThe mayor had no comment.\nNobody knows why that is so.",
      as: "a.md"
    ).report
    #expect(
      Samples.blocks(report) == [
        "listItem: One ferry sails, she said.", "The mayor had no comment.",
        "Nobody knows why that is so.",
      ])
  }
}
