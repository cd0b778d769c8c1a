#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoRecords
import Testing

@testable import SaysoReading

/// Word and PDF files.
@Suite struct OfficeReaderTests {
  static let hasPoppler =
    ChildProcess.find("pdftotext", in: getenv("PATH").map { String(cString: $0) } ?? "") != nil

  private func draft(_ bytes: [UInt8], _ reader: PDFReader) -> Result<ReportDraft, ReadingError> {
    Result { () throws(ReadingError) in
      try reader.draft(of: SourceFile(name: "p.pdf", bytes: bytes))
    }
  }

  private func sentence(_ result: Result<ReportDraft, ReadingError>) -> String {
    if case .failure(let error) = result { error.description } else { "" }
  }

  // MARK: - Word

  @Test func `a Word document gives styles, lists, tables as lines and pages`() throws {
    let results = WireSamples.readings(OfficeSamples.docx, as: "r.docx")
    let report = try #require(try results.first?.get().report)
    #expect(report.title == "Ferries stop")
    #expect(report.subtitle == "Cracks in two hulls")
    #expect(report.byline == "Ada Quill")
    #expect(report.published?.iso == "2031-10-21T07:00:00Z")
    #expect(report.modified?.iso == "2031-10-21T08:00:00Z")
    #expect(report.topics == ["ferries", "yards"])
    #expect(
      Samples.blocks(report) == [
        "heading: Ferries stop", "heading: Cracks in two hulls",
        "The operator stopped its northern line on Tuesday, its director said.",
        "heading: What comes next", "listItem: An inquiry was ordered.", "Ships | 2",
        "The ministry confirmed that it had been told on Monday.",
      ])
    let text = report.text.string
    #expect(text.contains("Ships | 2\n\n[page 2]\n\nThe ministry"))
    #expect(text.contains("A ferry at the quay") && text.hasSuffix("Contact: Ada Quill, 555 0100"))
  }

  @Test(arguments: [
    ([("a.txt", "x")], "r.docx: this is no Word document: it holds no word/document.xml; save it again as .docx, or give its text as .txt"),
    ([("word/document.xml", "<w:document><w:body/></w:document>")], "r.docx: the Word document holds no running text; check that it was saved whole, or give its text as .txt"),
    ([("word/document.xml", "no XML")], "r.docx: the Word document is broken; open it in a word processor and save it again"),
  ])
  func `a document without text says why`(entries: [(String, String)], message: String) {
    let bytes = OfficeSamples.zip(entries.map { ($0.0, Array($0.1.utf8)) })
    #expect(WireSamples.failure(bytes, as: "r.docx") == message)
  }

  @Test func `an entry that unpacks to too much is refused`() {
    let error = #expect(throws: ReadingError.self) {
      try ZipEntries(
        OfficeSamples.docx, wanted: ["word/document.xml"], place: "r.docx", largestEntry: 1000)
    }
    #expect(
      error?.description
        == "r.docx: \"word/document.xml\" in it unpacks to more than 1000 bytes; check where the file comes from; save its text as .txt if it is a real document"
    )
  }

  @Test func `a cut Word document says that it is broken`() {
    let message = WireSamples.failure(Array(OfficeSamples.docx.prefix(300)), as: "r.docx") ?? ""
    #expect(message.hasPrefix("r.docx: the file is broken and cannot be unpacked"))
    #expect(message.hasSuffix("; save the document again"))
  }

  // MARK: - PDF

  @Test(.enabled(if: hasPoppler, "pdftotext is not here"))
  func `a PDF gives paragraphs over pages without heads, feet and parted words`() throws {
    let results = WireSamples.readings(OfficeSamples.pdf, as: "r.pdf")
    let report = try #require(try results.first?.get().report)
    #expect(report.title == "Ferry operator suspends its line")
    #expect(report.byline == "Ada Quill")
    #expect(report.published?.iso.hasPrefix("2031-10-21T09:30:00") == true)
    #expect(
      Samples.blocks(report) == [
        "heading: Ferry operator suspends its line",
        "The ferry operator Elvane Lines suspended its northern line on Tuesday after an inspection "
          + "found cracks in the hulls of two vessels, the state-owned company said in a statement.",
        "We do not take risks with our passengers, said its managing director, Jor Vandt, who "
          + "announced the decision in the capital on Tuesday evening. He declined to say how long "
          + "the suspension would last, and he did not name the state-owned yard in which the "
          + "repairs are to be carried out before the ships can sail again.",
        "The ministry confirmed that it had been told about the results of the inspection, and a "
          + "spokeswoman said that it had ordered an inquiry.",
      ])
    let text = report.text.string
    #expect(text.contains("sail again.\n\n[page 2]\n\nThe ministry"))
    #expect(text.hasSuffix("1 The inspection was the third, the company said."))
    #expect(!text.contains("Press information") && !text.contains("of 2"))
  }

  @Test(.enabled(if: hasPoppler, "pdftotext is not here"))
  func `a PDF of pictures, a broken one and one with a password say so`() {
    #expect(
      sentence(draft(OfficeSamples.pdf([[]]), PDFReader()))
        == "p.pdf: the PDF holds no text: its pages are pictures; recognise its text first (with ocrmypdf, for one), or type it into a .txt file"
    )
    let broken = sentence(draft(Array("%PDF-1.4 and no more".utf8), PDFReader()))
    #expect(broken.hasPrefix("p.pdf: the PDF is broken and cannot be read ("))
    #expect(broken.hasSuffix("); fetch or save it again"))
  }

  @Test func `without poppler the sentence says how to get it`() {
    var reader = PDFReader()
    reader.searchPath = "/nowhere:"
    #expect(
      sentence(draft(OfficeSamples.pdf, reader))
        == "p.pdf: PDF files are read with poppler, whose program pdftotext is not here; install it with: sudo apt-get install poppler-utils (Debian, Ubuntu) or brew install poppler (macOS), or save the text as a .txt file"
    )
  }

  @Test(.enabled(if: hasPoppler, "pdftotext is not here"))
  func `a text over the cap is refused`() {
    var reader = PDFReader()
    reader.largestOutput = 500
    #expect(
      sentence(draft(OfficeSamples.pdf, reader))
        == "p.pdf: the PDF holds too much text: with its layout more than 500 bytes; split it, or save the pages of the report as a .txt file"
    )
  }

  // MARK: - The process

  @Test func `a program gets its input, and its end, output and complaint come back`() throws {
    let shell = ChildProcess(program: "/bin/sh")
    let outcome = try shell.run(
      ["-c", "cat; echo no >&2; exit 3"], input: Array("abc".utf8), place: "p")
    #expect(outcome.status == 3)
    #expect(outcome.output == Array("abc".utf8))
    #expect(outcome.complaint == "no\n")
    #expect(outcome.overrun == nil)
  }

  @Test(arguments: ["exec sleep 60", "exec >&- 2>&-; exec sleep 60"])
  func `a program that never ends is ended`(command: String) throws {
    var shell = ChildProcess(program: "/bin/sh")
    shell.seconds = 1
    let outcome = try shell.run(["-c", command], input: [], place: "p")
    #expect(outcome.overrun == .time)
    #expect(outcome.status == nil)
  }

  @Test func `a program that writes without end is ended`() throws {
    var shell = ChildProcess(program: "/bin/sh")
    shell.largestOutput = 1 << 20
    let outcome = try shell.run(["-c", "exec yes"], input: [], place: "p")
    #expect(outcome.overrun == .output)
    #expect(outcome.output.count < 2 << 20)
  }

  @Test func `a program that does not exist is said not to start`() {
    #expect(throws: ReadingError.self) {
      try ChildProcess(program: "/nowhere/x").run([], input: [], place: "p")
    }
  }
}
