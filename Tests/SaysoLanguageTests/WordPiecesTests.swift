import SaysoLanguage
import Testing

@Suite struct WordPiecesTests {
  private static let vocabulary = [
    "[UNK]", "[CLS]", "[SEP]", "har", "##bour", "##b", "harb", "-", "mayor", "’", "s", "elove",
    "celovec", "##c", "5",
  ]

  private func pieces(_ word: String) throws -> [String] {
    let pieces = try #require(WordPieces(vocabulary: WordPiecesTests.vocabulary))
    var numbers: [UInt32] = []
    let count = pieces.append(Array(word.utf8)[...], to: &numbers)
    #expect(count == numbers.count)
    return numbers.map { WordPiecesTests.vocabulary[Int($0)] }
  }

  @Test func `a word is cut from the left into the longest pieces`() throws {
    #expect(try pieces("Harbour") == ["[UNK]"])
    #expect(try pieces("harbourb") == ["[UNK]"])
    #expect(try pieces("harb") == ["harb"])
    #expect(try pieces("HARBC") == ["harb", "##c"])
  }

  @Test func `accents go and marks part a word`() throws {
    #expect(try pieces("Čelovec") == ["celovec"])
    #expect(try pieces("mayor’s") == ["mayor", "’", "s"])
    #expect(try pieces("har-mayor") == ["har", "-", "mayor"])
  }

  @Test func `a word of nothing that can be read is unknown`() throws {
    #expect(try pieces("") == ["[UNK]"])
    #expect(try pieces("\u{200B}") == ["[UNK]"])
    #expect(try pieces("東京") == ["[UNK]"])
  }

  @Test func `a word has at most twelve pieces`() throws {
    #expect(try pieces("-----------------------------").count == WordPieces.most)
  }

  @Test func `a vocabulary without the pieces that all have is refused`() {
    #expect(WordPieces(vocabulary: ["a", "b"]) == nil)
  }
}
