import SaysoEvaluation
import Testing

@testable import SaysoTraining

@Suite struct NameCorporaTests {
  private func recut(_ words: [String], _ labels: [String], kinds: [String: String]) -> String {
    let document = NameDocument(
      sentences: [LabelledSentence(words: words, labels: labels)], learned: [true], style: 0,
      number: 0)
    guard let copy = NameCorpora.retokenised(document, kinds: kinds) else { return "unchanged" }
    return zip(copy.sentences[0].words, copy.sentences[0].labels).map { "\($0)/\($1)" }
      .joined(separator: " ")
  }

  @Test func `a name with a hyphen stays one name when it is cut`() {
    #expect(
      recut(["Kim", "Orr-un"], ["B-PER", "I-PER"], kinds: [:])
        == "Kim/B-PER Orr/I-PER -/I-PER un/I-PER")
  }

  @Test func `a compound of kind MISC gives its head's own kind`() {
    #expect(
      recut(["Varn-based", "yard"], ["B-MISC", "O"], kinds: [:])
        == "Varn/B-LOC -/O based/O yard/O")
    #expect(
      recut(["Olskan-led"], ["B-MISC"], kinds: ["Olskan": "MISC"]) == "Olskan/B-MISC -/O led/O")
    #expect(
      recut(["New", "Varn-based"], ["B-MISC", "I-MISC"], kinds: [:])
        == "New/B-LOC Varn/I-LOC -/O based/O")
  }

  @Test func `a document that is cut alike in both ways has no copy`() {
    #expect(recut(["Olsk", "said"], ["B-PER", "O"], kinds: [:]) == "unchanged")
  }
}
