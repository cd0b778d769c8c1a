import SaysoReading
import SaysoRecords
import Testing

/// The whole way from bytes to a report, one format after the other.
@Suite struct ReportReaderTests {
  @Test func `plain text gives title, dateline, agency and joined lines`() throws {
    let report = try Samples.read(Samples.plain, as: "a/plain.txt").report
    #expect(report.title == "Harbour closed after fire")
    #expect(report.published?.iso == "2031-10-21")
    #expect(report.agency == "Norrwire")
    #expect(report.language == "en")
    #expect(
      Samples.blocks(report) == [
        "heading: Harbour closed after fire",
        "The harbour of Port Elvane was closed on Monday, the harbour master, Ines Tolvar, said.",
        "\"We do not know when it opens again,\" she told reporters.",
        "A ministry spokesman declined to comment.",
      ])
    #expect(report.text.string.hasPrefix("Harbour closed after fire\n\nPORT ELVANE, Oct 21, 2031"))
    #expect(report.text.string.hasSuffix("comment. | NORRWIRE"))
  }

  @Test func `Markdown loses its marks, pictures, notes, tables and code`() throws {
    let report = try Samples.read(Samples.markdown, as: "post.md").report
    #expect(report.title == "Minister denies order: aide")
    #expect(report.url == "https://www.elvane-herald.example/politics/minister-denies")
    #expect(report.outlet == "elvane-herald.example")
    #expect(report.byline == "Bram Okell")
    #expect(report.published?.iso == "2031-10-21T09:23:46Z")
    #expect(report.topics == ["harbour", "fire"])
    #expect(report.agency == "Isle News Network/The Elvane Herald")
    #expect(
      Samples.blocks(report) == [
        "heading: Minister denies order: aide",
        "The minister, Jor Vandt, denied on Monday that he had given the order.",
        "quotation: “I gave no order,” he said.",
        "listItem: The opposition asked for an inquiry.",
        "listItem: A vote is planned for Friday.",
        "heading: What comes next",
        "The premier’s office will publish its report next week.",
      ])
  }

  @Test func `lines of a live blog and of a transcript are no fields of metadata`() throws {
    let blog = """
      **19:00** We stop here. It has been quiet since noon, by our watch.

      **17:25** The harbour master says that eleven ships are still waiting outside.
      """
    let transcript = """
      **Presenter Ines Tolvar:** Minister, is the harbour closed?

      **Jor Vandt:** Since Tuesday, yes, and it will stay closed.
      """
    #expect(
      Samples.blocks(try Samples.read(blog, as: "live.md").report) == [
        "19:00 We stop here. It has been quiet since noon, by our watch.",
        "17:25 The harbour master says that eleven ships are still waiting outside.",
      ])
    #expect(
      Samples.blocks(try Samples.read(transcript, as: "radio.md").report) == [
        "Presenter Ines Tolvar: Minister, is the harbour closed?",
        "Jor Vandt: Since Tuesday, yes, and it will stay closed.",
      ])
    let noted =
      "**Title:** Strike ends\n\n**Kept:** yesterday\n\n" + "The strike is over, its leader said."
    #expect(try Samples.read(noted, as: "note.md").report.title == "Strike ends")
    // A heading after the lines makes no fields of them, and fields before them take none of them.
    let parted = try Samples.read(
      transcript + "\n\n## Later\n\nThe harbour stayed closed.", as: "b.md")
    #expect(Samples.blocks(parted.report).contains { $0.hasPrefix("Jor Vandt: Since Tuesday") })
    let clipped = try Samples.read("**Title:** Live\n\n**Source:** Herald\n\n" + blog, as: "c.md")
      .report
    #expect(clipped.title == "Live" && Samples.blocks(clipped).count == 2)
  }

  @Test func `a web page gives its article and what JSON-LD says of it`() throws {
    let report = try Samples.read(Samples.html, as: "page.html").report
    #expect(report.title == "Strike ends & ships sail")
    #expect(report.outlet == "The Elvane Herald")
    #expect(report.byline == "Ada Quill")
    #expect(report.published?.iso == "2031-10-22T08:00:00+02:00")
    #expect(report.url == "https://www.elvaneherald.example/2031/strike-ends")
    #expect(report.language == "en")
    #expect(
      Samples.blocks(report) == [
        "Dock workers in Port Elvane ended their strike on Wednesday, their union said.",
        "“We have won,” said Pia Morrow, who leads it.",
        "quotation: Nobody has won, and everybody has lost a month of wages over it.",
        "The owners did not respond to requests for comment on the agreement.",
      ])
  }

  @Test func `a crawled page loses its menus and keeps date and byline`() throws {
    let report = try Samples.read(Samples.crawl, as: "crawl.md").report
    #expect(report.title == "Ferry talks resume")
    #expect(report.outlet == "Elvane Post" || report.outlet == "elvanepost.example")
    #expect(report.published?.iso == "2031-10-27T09:05")
    #expect(report.byline == "Mara Lind and Tom Oake")
    #expect(
      Samples.blocks(report) == [
        "Talks about the ferries resumed on Monday, the line's owner told reporters in the capital.",
        "The union said that it would wait for “a serious offer” before it called off the strike.",
        "heading: What the union wants",
        "It wants a raise of five percent, according to a letter that the Post has seen.",
      ])
  }

  @Test func `JSON lines keep id and text byte for byte`() throws {
    let file = SourceFile(name: "x.jsonl", bytes: Array(Samples.jsonLines.utf8))
    let reports = try ReportReader().readings(of: file).map { try $0.get().report }
    #expect(reports.map(\.id.text) == ["a1", "7"])
    let text = "The mayor said:\n\n\"No.\"\r\n\r\nA spokesman\u{A0}agreed \u{1F600}."
    #expect(reports[0].text.bytes == Array(text.utf8))
    #expect(
      Samples.blocks(reports[0]) == [
        "The mayor said:", "\"No.\"", "A spokesman\u{A0}agreed \u{1F600}.",
      ])
    #expect(reports[0].title == "No")
    #expect(reports[0].outlet == "Herald")
  }

  @Test func `a JSON line is known by the digest of its exact bytes`() throws {
    let line = Array("{\"text\":\"abc def.\"}".utf8)
    let report = try ReportReader().reading(jsonLine: (line + [13, 10])[...], number: 1, file: "-")
      .report
    #expect(report.sha256 == SHA256Digest(of: line))
    #expect(report.id.text == String(SHA256Digest(of: Array("abc def.".utf8)).hex.prefix(16)))
  }

  @Test func `the digest is that of FIPS 180-4`() {
    #expect(
      SHA256Digest(of: "abc".utf8).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `an array of JSON objects gives a report each`() throws {
    let file = SourceFile(
      name: "x.json",
      bytes: Array(
        "[\n {\"id\":\"a\",\"text\":\"One.\"},\n {\"id\":\"b\",\"text\":\"Two.\"}\n]".utf8))
    #expect(
      try ReportReader().readings(of: file).map { try $0.get().report.id.text } == ["a", "b"])
  }

  @Test func `a report without a date stays undated unless the caller supplies one`() throws {
    #expect(try Samples.read("It rained, he said on Friday.", as: "a.txt").report.published == nil)
    let day = try #require(CalendarDate(year: 2031, month: 10, day: 21))
    let reader = ReportReader(published: PublicationTime(day))
    let supplied = try Samples.read("It rained, he said on Friday.", as: "a.txt", reader: reader)
    #expect(supplied.report.published?.iso == "2031-10-21")
    #expect(
      try Samples.read(Samples.markdown, as: "a.md", reader: reader).report.published?.iso
        == "2031-10-21T09:23:46Z")
  }

  @Test
  func `the id comes from the address, and a file without a known ending is told by its bytes`()
    throws
  {
    let report = try Samples.read(Samples.html, as: "saved-page").report
    let digest = SHA256Digest(of: "elvaneherald.example/2031/strike-ends".utf8)
    #expect(report.id.text == String(digest.hex.prefix(16)))
    #expect(try Samples.read(Samples.html, as: "page.txt").report.title == report.title)
    #expect(try Samples.read(Samples.markdown, as: "post").report.byline == "Bram Okell")
    #expect(try Samples.read(Samples.jsonLines, as: "feed").report.id.text == "a1")
  }

  @Test func `a report in another language is kept and its language told`() throws {
    let text = """
      Der Hafen von Elvane ist nach dem Feuer nicht mehr geöffnet, sagte die Ministerin.

      Sie werde mit der Stadt und den Reedern sprechen, um eine Lösung zu finden.
      """
    #expect(try Samples.read(text, as: "a.txt").report.language == "de")
  }
}
