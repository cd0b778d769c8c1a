import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct ShinglesTests {
  private func set(_ text: String) -> ShingleSet {
    let text = FrozenText(text)
    return ShingleSet(text, [TextSpan(0, text.byteCount)])
  }

  /// The number of different runs of three words, plainly.
  private func plainCount(_ text: String) -> Int {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count >= 3 else { return words.isEmpty ? 0 : 1 }
    return Set((0...(words.count - 3)).map { words[$0..<($0 + 3)].joined(separator: " ") }).count
  }

  @Test(
    "A text has as many shingles as it has different runs of three words",
    arguments: [
      "", "one", "one two", "one two three", "one two three four",
      "a b c a b c a b c", "the same the same the same end",
    ])
  func counts(_ text: String) { #expect(set(text).count == plainCount(text)) }

  @Test("Long texts have as many shingles as plain reading finds")
  func longTexts() {
    let text = InventedText.sentences(3, 400).joined(separator: " ")
    #expect(set(text).count == plainCount(text))
    #expect(set(text).halvings == 0)
  }

  @Test("The same run gives the same hash wherever it stands")
  func places() {
    let alone = set("river banks broke").hashes
    #expect(alone.count == 1)
    #expect(set("At dawn the River Banks broke, they said").hashes.contains(alone[0]))
  }

  @Test("A shingle that stands wholly in a quotation is marked, others are not")
  func quoted() {
    #expect(set("he said “one two three” then").hashes.map { $0 & 1 } == [0, 0, 1, 0])
  }

  @Test("A very long text keeps a part of its shingles and still estimates their number")
  func veryLong() throws {
    let sentences = InventedText.sentences(9, 4000)
    let long = set(sentences.joined(separator: " "))
    #expect(long.halvings > 0)
    #expect(long.hashes.count <= ShingleSet.limit)
    #expect(abs(Double(long.count) / 47_998 - 1) < 0.03)
    let part = set(sentences[100..<300].joined(separator: " "))
    let share = try #require(part.share(in: long))
    #expect(share > 0.97)
  }

  @Test("One shingler makes the same of a text whatever it read before")
  func reuse() {
    var shingler = Shingler()
    let texts = [900, 3, 120].map {
      FrozenText(InventedText.sentences(UInt64($0), $0).joined(separator: " "))
    }
    for text in texts + texts {
      let span = TextSpan(0, text.byteCount)
      #expect(shingler.shingles(of: text, [span]) == ShingleSet(text, [span]))
    }
  }

  @Test("Headings are left out of a report's shingles")
  func headings() {
    let text = FrozenText("A heading here now\nthe text of it runs")
    let report = Report(
      id: ReportID("a"), sha256: SHA256Digest(hex: ""), text: text,
      blocks: [TextBlock(.heading, TextSpan(0, 18)), TextBlock(.paragraph, TextSpan(19, 38))])
    #expect(ShingleSet(report) == set("the text of it runs"))
  }
}
