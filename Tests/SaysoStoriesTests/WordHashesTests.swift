import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct WordHashesTests {
  /// The words by a plain reading: letters and digits in lower case.
  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private func hashes(_ text: String) -> [UInt64] {
    var words = WordHashes()
    Array(text.utf8).withUnsafeBufferPointer { words.add($0) }
    return words.hashes[..<words.count].map { $0 & ~1 }
  }

  private func quoted(_ text: String) -> [Bool] {
    var words = WordHashes()
    Array(text.utf8).withUnsafeBufferPointer { words.add($0) }
    return words.hashes[..<words.count].map { $0 & 1 == 1 }
  }

  @Test(
    "Words are those of a plain reading",
    arguments: [
      "", " ", "one", "Two words", "…and – a “third”, isn’t it? 12,000 x 3.5",
      "ÉLYSÉE «Où» ÅNGSTRÖM × 2 ÷ 3", "МОСКВА и Ёлка", "ΑΘΗΝΑ ΠΑΤΡΑ ΩΡΑ",
      "a\u{A0}b\u{2003}c\u{FEFF}d",
      "tail’", "№ 5 → 6", "naïve—naïve",
    ])
  func plainReading(_ text: String) {
    let found = hashes(text)
    let plain = words(text)
    #expect(found.count == plain.count)
    // The same words have the same hash, others another.
    #expect(Set(zip(found, plain).map { "\($0.0) \($0.1)" }).count == Set(plain).count)
    #expect(Set(found).count == Set(plain).count)
    #expect(found == hashes(text.lowercased()))
  }

  @Test("Every cut of a text is read without going past its end")
  func cuts() {
    let bytes = Array("“Ünïcode” № – Ёж «да» 中文 \u{FEFF}é".utf8)
    for length in 0...bytes.count {
      var words = WordHashes()
      Array(bytes[..<length]).withUnsafeBufferPointer { words.add($0) }
      #expect(words.count <= length)
    }
  }

  @Test("Punctuation and typography do not change the words")
  func typography() {
    #expect(hashes("It's \"so\" - he said") == hashes("It’s “so” — he said"))
  }

  @Test(
    "Words inside quotation marks are known, and a quotation ends with its line",
    arguments: [
      ("a “b c” d", [false, true, true, false]), ("a \"b\" c", [false, true, false]),
      ("«a» b", [true, false]), ("„a“ b", [true, true]), ("“a b\nc", [true, true, false]),
    ])
  func quotations(_ text: String, _ expected: [Bool]) {
    #expect(quoted(text) == expected)
  }
}
