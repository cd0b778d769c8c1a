import Foundation
import Sayso
import Testing

@testable import SaysoExport

struct ReferenceListTests {
  @Test func `no words of a report begin a field or a record of RIS`() throws {
    let lines = try SampleLedger().text(.ris).components(separatedBy: "\r\n")
    #expect(lines.filter { $0 == "TY  - NEWS" }.count == 3)
    #expect(lines.filter { $0 == "ER  - " }.count == 3)
    for line in lines where !line.isEmpty {
      #expect(line.utf8.count >= 6 && line.dropFirst(2).hasPrefix("  - "))
      #expect(!line.contains("\n") && !line.contains("\r"))
    }
    #expect(lines.contains("TI  - A \"title\": <i>one</i>, [[two]] #three TY - BOOK"))
    #expect(lines.contains("AU  - Ann Noun"))
    #expect(lines.contains("DA  - 2031/03/14/"))
    #expect(lines.contains("KW  - ports ER -"))
  }

  @Test func `items of CSL have dates in parts and authors as they stand`() throws {
    let items = try #require(try SampleLedger().json(.csl).items)
    #expect(items.count == 3)
    #expect(items[0]["type"]?.text == "article-newspaper")
    #expect(
      items[0]["issued"]?["date-parts"]?.items?[0].items?.compactMap(\.number) == [2031, 3, 14])
    #expect(items[0]["author"]?.items?[0]["literal"]?.text == "Ann Noun")
    #expect(items[2]["issued"] == nil && items[2]["title"] == nil)
  }
}
