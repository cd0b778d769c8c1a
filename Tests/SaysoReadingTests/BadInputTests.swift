import SaysoRecords
import Testing

@testable import SaysoReading

/// Each kind of bad input gives one clear line, and costs only itself.
@Suite struct BadInputTests {
  private func failure(_ bytes: [UInt8], _ name: String, _ reader: ReportReader = ReportReader())
    -> String?
  {
    guard
      case .failure(let error)? = reader.readings(of: SourceFile(name: name, bytes: bytes)).first
    else { return nil }
    return error.description
  }

  @Test(arguments: ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a"])
  func `an empty file is said to be empty`(name: String) {
    for text in ["", "  \n\n", "\u{FEFF}"] {
      #expect(
        failure(Array(text.utf8), name)
          == "\(name): the file is empty; save the report again, or leave it out")
    }
  }

  @Test func `a picture named txt is no text`() {
    let picture: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
      + (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    let message =
      "p.txt: this is no text (a picture or another binary file); give text, Markdown, HTML or JSON lines"
    #expect(failure(picture, "p.txt") == message)
    // Without its mark it is still full of control bytes.
    #expect(failure(Array(picture.dropFirst(8)), "p.txt") == message)
  }

  @Test func `a line of fifty megabytes is read, and refused over the cap`() throws {
    let sentence = Array("The mayor said that it rained again. ".utf8)
    var line: [UInt8] = []
    line.reserveCapacity(50 << 20)
    while line.count < 50_000_000 { line += sentence }
    let file = SourceFile(name: "long.txt", bytes: line)
    let report = try #require(try ReportReader().readings(of: file).first?.get().report)
    #expect(report.blocks.count == 1)
    #expect(
      failure(line, "long.txt", ReportReader(largestFile: 1 << 20))
        == "long.txt: the file is larger than 1048576 bytes; split it, or give its reports as JSON lines, which may be of any size"
    )
    #expect(throws: ReadingError.self) {
      try ReportReader().reading(jsonLine: line[...], number: 3, file: "long.jsonl")
    }
  }

  @Test func `broken front matter costs a warning that names its line, not the report`() throws {
    let text = """
      ---
      title: Minister: no order
      date: 2031-10-21
      author: "Bram
      ---

      The minister said that he gave no order.
      """
    let reading = try Samples.read(text, as: "b.md")
    #expect(reading.report.title == "Minister: no order")
    #expect(reading.report.published?.iso == "2031-10-21")
    #expect(Samples.blocks(reading.report).last == "The minister said that he gave no order.")
    #expect(reading.warnings.count == 1)
    #expect(reading.warnings[0].place == "b.md, line 2")
    #expect(reading.warnings[0].description.contains("the front matter is broken"))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `front matter nested a thousand deep is a warning`(mark: String) throws {
    let deep = String(repeating: mark, count: 1000)
    let reading = try Samples.read("---\ntitle: A\ntags:\n \(deep)\n---\n\nIt rained.", as: "b.md")
    #expect(reading.report.title == "A")
    #expect(
      reading.warnings.map(\.problem) == [
        "the front matter is broken: the front matter is nested more than 64 levels deep"
      ])
  }

  @Test func `front matter that never ends is a warning`() throws {
    let reading = try Samples.read(
      "---\ntitle: A\ndate: 2031-10-21\n\nIt rained, he said.", as: "b.md")
    #expect(reading.report.published?.iso == "2031-10-21")
    #expect(
      reading.warnings.map(\.problem) == [
        "the front matter is broken: the front matter is not closed"
      ])
  }

  @Test func `a few broken bytes are replaced and told`() throws {
    var bytes = Array("“No,” said the minister – “never”.".utf8)
    bytes.insert(0xFF, at: 3)
    let file = SourceFile(name: "c.txt", bytes: bytes)
    let reading = try #require(try ReportReader().readings(of: file).first?.get())
    #expect(reading.report.text.string == "“\u{FFFD}No,” said the minister – “never”.")
    #expect(
      reading.warnings.map(\.problem) == [
        "some bytes are no valid UTF-8 and were replaced by U+FFFD"
      ])
  }

  @Test func `a page cut in the middle gives what is there`() throws {
    let half = String(Samples.html.prefix(Samples.html.count * 3 / 4))
    let report = try Samples.read(half, as: "cut.html").report
    #expect(report.title == "Strike ends & ships sail")
    #expect(
      Samples.blocks(report).contains(
        "Dock workers in Port Elvane ended their strike on Wednesday, their union said."))
  }

  @Test func `a page without words is said to hold none`() {
    #expect(
      failure(Array("<html><body><nav>Home</nav></body></html>".utf8), "n.html")
        == "n.html: no running text was found; check that the page was saved whole, or give its text as a .txt file"
    )
  }

  @Test func `a date that is none is a warning and the report stays undated`() throws {
    let reading = try Samples.read("---\ndate: 2031-02-30\n---\nIt rained, he said.", as: "d.md")
    #expect(reading.report.published == nil)
    #expect(
      reading.warnings.map(\.description) == [
        "d.md: \"2031-02-30\" under \"date\" is no date; the report stays undated; write it like 2024-10-29 or 2024-10-29T09:23:46Z"
      ])
    #expect(try Samples.read("---\ndate: unknown\n---\nIt rained.", as: "d.md").warnings.isEmpty)
  }

  @Test(arguments: [
    (
      #"{"id":"a"}"#,
      #"l.jsonl, line 1: the JSON object has no "text"; give the report's words as a string under "text""#
    ),
    (
      #"{"text":7}"#,
      #"l.jsonl, line 1: the JSON object has no "text"; give the report's words as a string under "text""#
    ),
    (
      #"{"text":" "}"#,
      #"l.jsonl, line 1: the "text" is empty; give the report's words under "text""#
    ),
    (
      "It rained.",
      "l.jsonl, line 1: this is no JSON: no JSON value starts here at byte 1; write one complete JSON object for each report"
    ),
    (
      #"{"text":"It rai"#,
      "l.jsonl, line 1: this is no JSON: a string is not closed at byte 16; write one complete JSON object for each report"
    ),
    (
      "[1]",
      #"l.jsonl, line 1: the JSON is no object; give each report as {"id": …, "text": …}"#
    ),
  ])
  func `a JSON line that holds no report says why`(line: String, message: String) {
    #expect(failure(Array(line.utf8), "l.jsonl") == message)
  }

  @Test(arguments: [
    (
      "[",
      "a.json: this is no JSON: the array is not closed at byte 2; write one complete JSON object for each report"
    ),
    (
      "[]",
      #"a.json: the JSON holds no report; give each report as {"id": …, "text": …}, or leave the file out"#
    ),
    (
      #"[{"text":"It rained."},"#,
      "a.json: this is no JSON: the array is not closed at byte 24; write one complete JSON object for each report"
    ),
  ])
  func `an array that is cut off or empty is not passed over`(text: String, message: String) {
    let results = ReportReader().readings(of: SourceFile(name: "a.json", bytes: Array(text.utf8)))
    guard case .failure(let error)? = results.last else {
      Issue.record("nothing is said")
      return
    }
    #expect(error.description == message)
    #expect(results.count == (text.contains("rained") ? 2 : 1))
  }

  @Test(arguments: ["[1,2,3,4,5]", "{} {} {} {}", "1\n2\n\n3\n4\n5\n"])
  func `a file of more reports than can be held is read to the bound`(text: String) {
    var reader = ReportReader()
    reader.mostReports = 3
    let name = text.contains("\n") ? "a.jsonl" : "a.json"
    let results = reader.readings(of: SourceFile(name: name, bytes: Array(text.utf8)))
    #expect(results.count == 4)
    guard case .failure(let error)? = results.last else {
      Issue.record("nothing is said")
      return
    }
    #expect(error.problem == "the file holds more than 3 reports; the rest is left out")
  }

  @Test func `a blank id is none`() throws {
    let one = try Samples.read(#"{"id":" ","text":"It rained."}"#, as: "a.json").report
    let other = try Samples.read(#"{"id":"","text":"It snowed."}"#, as: "a.json").report
    #expect(one.id.text.count == 16 && other.id.text.count == 16 && one.id != other.id)
  }

  @Test func `a blank name of an outlet is none`() throws {
    let linked = try Samples.read("---\noutlet: \"[[ ]]\"\n---\n\nIt rained, he said.", as: "a.md")
    #expect(linked.report.outlet == nil)
    let bare = try Samples.read(
      "---\nurl: \"https://www.: 2031\"\n---\n\nIt rained, he said.", as: "a.md")
    #expect(bare.report.outlet == nil)
  }

  @Test func `a broken line costs only itself`() {
    let text = "{\"id\":\"a\",\"text\":\"One.\"}\nnonsense\n\n{\"id\":\"b\",\"text\":\"Two.\"}\n"
    let results = ReportReader().readings(of: SourceFile(name: "l.jsonl", bytes: Array(text.utf8)))
    #expect(results.map { (try? $0.get().report.id.text) ?? "broken" } == ["a", "broken", "b"])
  }

  @Test func `a hostile name cannot forge a second line`() {
    let error = ReadingError(
      "bad\nthing", place: "a\u{1B}[2J\n.txt", remedy: "mend it", cause: "no\r")
    #expect(error.description == "a [2J .txt: bad thing (no ); mend it")
  }

  @Test func `elements nested a hundred thousand deep do no harm`() throws {
    let deep = String(repeating: "<div>", count: 100_000) + "<p>It rained, the mayor said.</p>"
    _ = ReportReader().readings(of: SourceFile(name: "deep.html", bytes: Array(deep.utf8)))
    let nested = String(repeating: "[", count: 100_000)
    #expect(failure(Array(nested.utf8), "deep.json")?.contains("nested too deeply") == true)
    let marks = String(repeating: "[", count: 20_000) + String(repeating: "> ", count: 20_000)
    _ = ReportReader().readings(of: SourceFile(name: "deep.md", bytes: Array(marks.utf8)))
  }
}
