import SaysoLearning
import Testing

@testable import SaysoLanguage

@Suite struct TaggerTests {
  /// A tagger that knows "the" for sure and gives every other word the first tag.
  private func toy() -> Tagger {
    let the = TokenTraits(Array("the".utf8)[...]).lower
    var certain = [UInt8](repeating: 255, count: 2)
    certain[1] = Tag(.dt, .determiner).rawValue
    return Tagger(
      table: HashedTable(
        bits: 4, columns: 64, scale: 1, weights: [Int8](repeating: 0, count: 64 << 4)),
      lexicon: HashDictionary([(hash: the, value: 1)]), certain: certain)
  }

  @Test func `a word that is sure takes its tag from the lexicon`() {
    let text = AnnotatedText("see the sea")
    let tags = toy().tags(of: text, traits: text.traits())
    #expect(tags.map(\.penn) == [.nn, .dt, .nn])
  }

  @Test func `a capital hides a name, so that the lexicon is not trusted`() {
    let text = AnnotatedText("The sea")
    #expect(toy().tags(of: text, traits: text.traits()).map(\.penn) == [.nn, .nn])
  }

  @Test func `a tagger comes back from its model file`() throws {
    var model = ModelFile()
    toy().store(in: &model)
    let text = AnnotatedText("the")
    let back = try Tagger(ModelFile(model.bytes, name: "toy"))
    #expect(back.tags(of: text, traits: text.traits()).map(\.penn) == [.dt])
  }

  @Test func `a model for other tags is refused in one line`() {
    var model = ModelFile()
    model.set(
      "tagger.table",
      table: HashedTable(bits: 1, columns: 8, scale: 1, weights: [Int8](repeating: 0, count: 16)))
    model.sections["tagger.certain"] = []
    #expect(throws: ModelError.self) { try Tagger(model) }
  }

  @Test func `no text gives no tags`() {
    #expect(toy().tags(of: AnnotatedText(""), traits: []).isEmpty)
  }
}
