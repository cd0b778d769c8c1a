import Sayso
import Testing

@testable import SaysoExport

struct ExportTests {
  @Test(arguments: ExportFormat.allCases)
  func `the same ledger gives the same bytes, whatever the order of adding`(
    _ format: ExportFormat
  ) throws {
    let bytes = try SampleLedger().bytes(format)
    #expect(!bytes.isEmpty)
    #expect(try SampleLedger([silentRead(), plainRead(), hostileRead()]).bytes(format) == bytes)
  }

  @Test(arguments: ExportFormat.allCases)
  func `nothing is written where no story is meant`(_ format: ExportFormat) throws {
    let sample = try SampleLedger()
    var pieces = 0
    let written = try sample.export.write(
      format, of: ExportSelection(.story("nothing of the kind"))
    ) { _ in pieces += 1 }
    #expect(pieces == 0)
    #expect(written.story == nil && written.stories == 0 && written.statements == 0)
    #expect(try sample.export.files(format, of: ExportSelection(.story("no"))).written.stories == 0)
  }

  @Test func `each format has an ending and a title of its own`() {
    #expect(Set(ExportFormat.allCases.map(\.fileEnding)).count == ExportFormat.allCases.count)
    #expect(Set(ExportFormat.allCases.map(\.title)).count == ExportFormat.allCases.count)
    #expect(ExportFormat.allCases.allSatisfy { $0.mediaType.contains("/") })
  }

  @Test func `a format of one file is a folder of one`() throws {
    let (files, written) = try SampleLedger().export.files(
      .ris, of: ExportSelection(.together))
    #expect(files.map(\.path) == ["sayso.ris"])
    #expect(written.statements == 4)
  }

  @Test(arguments: [
    ("we go", "“we go”"), ("“we go”", "“we go”"), ("\"we\" go", "\"we\" go"), ("", ""),
  ])
  func `words that have quotation marks get no others`(_ words: String, _ expected: String) {
    #expect(BriefSheet.quoted(words) == expected)
  }

  @Test(arguments: [("en", "eng"), ("pt-BR", "por"), ("fil", "fil"), ("xx", nil), (nil, nil)])
  func `languages have three letters in FollowTheMoney`(_ tag: String?, _ expected: String?) {
    #expect(LanguageCode.threeLetters(tag) == expected)
  }

  @Test func `a failure is a sentence`() {
    let error = ExportError("it broke", place: "zip", remedy: "mend it", cause: "why")
    #expect("\(error)" == "zip: it broke (why); mend it")
  }
}
