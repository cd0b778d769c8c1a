import SaysoRecords
import Testing

@testable import SaysoLanguage

@Suite struct NameLabelsTests {
  @Test func `labels become names, and none goes over the end of a sentence`() {
    let numbers = ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-ORG", "I-LOC"].map {
      UInt8(NameLabels.all.firstIndex(of: $0) ?? 0)
    }
    let names = NameLabels.names(numbers, sentences: [0..<4, 4..<7])
    #expect(
      names == [
        NameSpan(tokens: 0..<2, type: .person), NameSpan(tokens: 3..<4, type: .location),
        NameSpan(tokens: 4..<5, type: .location), NameSpan(tokens: 5..<6, type: .organization),
        NameSpan(tokens: 6..<7, type: .location),
      ])
  }

  @Test func `a name goes on only in its own kind`() {
    #expect(NameLabels.allows("B-PER", "I-PER") && NameLabels.allows("I-PER", "I-PER"))
    #expect(!NameLabels.allows("B-PER", "I-ORG") && !NameLabels.allows("O", "I-ORG"))
    #expect(!NameLabels.allows(nil, "I-PER") && NameLabels.allows(nil, "B-PER"))
  }

  @Test func `the built-in lists are found by their longest entry`() {
    let text = AnnotatedText("North Korea and New York City")
    var marks = [UInt32](repeating: 9, count: text.tokens.count)
    NameGazetteer().marks(text.traits(), in: 0..<text.tokens.count, into: &marks)
    #expect(marks.map { $0 & 3 } == [1, 2, 0, 1, 2, 2])
  }

  @Test(arguments: [
    ("Cho Tae-yong spoke", 4), ("Marta Olsk-led talks", 2), ("Cho Tae - yong", 2),
    ("Cho Tae-Yong spoke", 2),
  ])
  func `a person goes on over a hyphen into the small half of the name`(string: String, end: Int) {
    let text = AnnotatedText(string)
    let names = HyphenatedNames.completed(
      [NameSpan(tokens: 0..<2, type: .person)], in: text, traits: text.traits())
    #expect(names == [NameSpan(tokens: 0..<end, type: .person)])
  }
}
