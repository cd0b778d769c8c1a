import SaysoReading
import SaysoRecords
import Testing

/// Zips, tars and collections of web archives, their tricks included.
@Suite struct EntryPagesTests {
  private typealias Make = ArchiveFixtures

  private static let page = Array(Make.page("The ferry runs again.").utf8)
  private static let text = Array("The mayor of Oskholm said so.".utf8)

  @Test(arguments: ["a.zip", "a.tar", "a.tar.gz", "a.tgz"])
  func `pages come in order, under their paths`(name: String) throws {
    let files: [(path: String, bytes: [UInt8])] = [
      ("news/b.html", Self.page), ("news/a.txt", Self.text), ("news/picture.png", [1, 2, 3]),
      (".hidden/c.txt", Self.text), ("__MACOSX/news/b.html", Self.text), ("news/.c.txt", Self.text),
      ("Öskhölm.md", Self.text),
    ]
    let tar = Make.tar(files)
    let bytes = name == "a.zip" ? Make.zip(files) : name == "a.tar" ? tar : Make.gzip(tar)
    let outcome = try Make.read(bytes, named: name)
    #expect(outcome.failures.isEmpty)
    #expect(outcome.files.map(\.bytes) == [Self.page, Self.text, Self.text])
    let names = outcome.files.map { file in
      file.name.replacing((file.origin.container ?? "?") + ", ", with: "")
    }
    #expect(names == ["entry 1, news/b.html", "entry 2, news/a.txt", "entry 7, Öskhölm.md"])
    #expect(outcome.counts.records == 7 && outcome.counts.passedOver == 4)
  }

  @Test func `the ending inside an archive tells the format`() throws {
    let outcome = try Make.read(
      Make.zip([("a/page.html", Self.page), ("a/words.md", Array("# Ferry\n\nIt runs.".utf8))]),
      named: "a.zip")
    for file in outcome.files {
      let reading = try #require(try ReportReader().readings(of: file).first?.get())
      #expect(!reading.report.text.bytes.isEmpty)
    }
  }

  @Test(arguments: ["../a.txt", "/etc/a.txt", "news/../../a.txt", "..\\a.txt", "C:\\a.txt"])
  func `a path that climbs out is refused, and costs only its entry`(path: String) throws {
    let files = [(path: path, bytes: Self.text), (path: "b.txt", bytes: Self.text)]
    for (name, bytes) in [("a.zip", Make.zip(files)), ("a.tar", Make.tar(files))] {
      let outcome = try Make.read(bytes, named: name)
      #expect(outcome.files.count == 1, "\(name)")
      #expect(outcome.failures.count == 1, "\(name)")
      #expect(
        outcome.failures.first?.contains(
          ": the entry's path leads out of the archive; leave the archive out") == true,
        "\(name): \(outcome.failures)")
    }
  }

  @Test func `archives inside, locked entries and large ones are refused`() throws {
    let inner = Make.zip([("a.txt", Self.text)])
    var outcome = try Make.read(
      Make.zip([("inner.zip", inner), ("b.warc.gz", inner), ("c.txt", Self.text)]), named: "a.zip")
    #expect(outcome.files.count == 1)
    #expect(
      outcome.failures == [
        "a.zip, entry 1, inner.zip: this is an archive inside of another; unpack the outer one and give this by itself",
        "a.zip, entry 2, b.warc.gz: this is an archive inside of another; unpack the outer one and give this by itself",
      ])
    outcome = try Make.read(Make.zip([("a.txt", Self.text)], flags: 1), named: "a.zip")
    #expect(
      outcome.failures == [
        "a.zip, entry 1, a.txt: the entry is locked with a password; unpack the archive with its password and give the files"
      ])
    let large = [UInt8](repeating: 65, count: 100_000)
    for (name, bytes) in [
      ("a.zip", Make.zip([("a.txt", large), ("b.txt", Self.text)])),
      ("a.tar.gz", Make.gzip(Make.tar([("a.txt", large), ("b.txt", Self.text)]))),
    ] {
      outcome = try Make.read(bytes, named: name, largestBody: 50_000)
      #expect(outcome.files.map(\.bytes) == [Self.text])
      #expect(
        outcome.failures == [
          "\(name), entry 1, a.txt: the entry unpacks to more than 50000 bytes; leave it out, or unpack the archive and split the file"
        ])
    }
  }

  @Test func `a tar whose entry breaks off or lies about its size says so`() throws {
    let whole = Make.tar([("a.txt", Self.text), ("b.html", Self.page)])
    let cut = try Make.read(Array(whole[..<1100]), named: "a.tar")
    #expect(cut.failures.count == 1)
    let lie = try Make.read(Make.tar([("a.txt", Self.text)], size: 1 << 32), named: "a.tar")
    #expect(lie.files.isEmpty && !lie.failures.isEmpty)
  }

  @Test func `one page packed by itself is read under its own ending`() throws {
    let outcome = try Make.read(Make.gzip(Self.page), named: "page.html.gz")
    #expect(outcome.failures.isEmpty)
    #expect(outcome.files.map(\.bytes) == [Self.page])
    #expect(outcome.files.first?.name.hasSuffix("page.html.gz, page.html") == true)
    #expect(outcome.counts.given == 1)
    let large = try Make.read(Make.gzip(Self.page), named: "page.html.gz", largestBody: 10)
    #expect(
      large.failures == [
        "page.html.gz: the file unpacks to more than 10 bytes; unpack it, and split it where it is JSON lines"
      ])
  }

  @Test(arguments: ["a.wacz", "a.zip"])
  func `a collection gives the records of its archives`(name: String) throws {
    let records = ["One", "Two"].map {
      Make.response("https://oskholm.example/\($0)", "Ferry \($0).")
    }
    let bytes = Make.zip([
      ("datapackage.json", Array("{}".utf8)), ("pages/pages.jsonl", Array("{}".utf8)),
      ("archive/data.warc.gz", records.flatMap(Make.gzip)),
      ("archive/more.warc", records[0]),
    ])
    let outcome = try Make.read(bytes, named: name)
    #expect(outcome.failures.isEmpty)
    #expect(
      outcome.addresses == ["One", "Two", "One"].map { "https://oskholm.example/\($0)" })
    #expect(
      outcome.files.first?.name.hasSuffix(
        "\(name), archive/data.warc.gz, record 1 (https://oskholm.example/One)") == true)
    #expect(outcome.files.first?.origin.container?.hasSuffix("/\(name)") == true)
    #expect(outcome.counts.given == 3)
    let none = try Make.read(Make.zip([("datapackage.json", Array("{}".utf8))]), named: "b.wacz")
    #expect(
      none.failures == [
        "b.wacz: the collection holds no WARC file under archive/; check that the file was fetched whole"
      ])
  }
}
