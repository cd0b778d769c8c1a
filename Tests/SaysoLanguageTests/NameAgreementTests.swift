import SaysoLearning
import SaysoRecords
import Testing

@testable import SaysoLanguage

@Suite struct NameAgreementTests {
  /// Labels after agreement, as their names.
  private func agreed(_ string: String, _ labels: [String: String]) -> [String] {
    let text = AnnotatedText(string)
    let traits = text.traits()
    let features = NameFeatures(
      traits: traits, tags: traits.map { _ in Tag(.nnp, .properNoun) }, sentences: text.sentences,
      clusters: HashDictionary([]), lists: NameGazetteer())
    var seen: [String: Int] = [:]
    let numbers = traits.indices.map { index in
      let word = text.word(index)
      seen[word, default: 0] += 1
      // "Olsk2" is the label of the second "Olsk".
      let label = labels["\(word)\(seen[word, default: 1])"] ?? labels[word] ?? "O"
      return UInt8(NameLabels.all.firstIndex(of: label) ?? 0)
    }
    let agreement = NameAgreement(features, labels: numbers, sentences: text.sentences)
    let result = agreement.applied(to: numbers, sentences: text.sentences)
    return NameLabels.names(result, sentences: text.sentences).map { name in
      name.type.rawValue + ":" + name.tokens.map { text.word($0) }.joined(separator: " ")
    }
  }

  @Test func `a surname is the person that stands in full elsewhere`() {
    #expect(
      agreed(
        "Marta Olsk spoke. Then Olsk left.",
        ["Marta": "B-PER", "Olsk1": "I-PER", "Olsk2": "B-ORG"]) == ["PER:Marta Olsk", "PER:Olsk"])
  }

  @Test func `the kind of most places holds everywhere, also where none was found`() {
    #expect(
      agreed(
        "Varnol fell. Then Varnol rose. Then Varnol fell. Then Varnol slept. Now Varnol stays.",
        ["Varnol": "B-ORG", "Varnol1": "O", "Varnol4": "B-LOC", "Varnol5": "B-ORG"])
        == ["ORG:Varnol", "ORG:Varnol", "ORG:Varnol", "ORG:Varnol", "ORG:Varnol"])
  }

  @Test func `two kinds that are as frequent stay, and so do listed places`() {
    #expect(
      agreed("Varnol fell. Then Varnol rose.", ["Varnol1": "B-ORG", "Varnol2": "B-LOC"])
        == ["ORG:Varnol", "LOC:Varnol"])
    #expect(
      agreed(
        "Then France won. Then France won. Then France won. Then France fell.",
        ["France": "B-ORG", "France4": "B-LOC"])
        == ["ORG:France", "ORG:France", "ORG:France", "LOC:France"])
  }
}
