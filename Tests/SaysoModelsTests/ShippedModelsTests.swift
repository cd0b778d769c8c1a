import SaysoLanguage
import SaysoLearning
import SaysoRecords
import Testing

@testable import SaysoModels

@Suite struct ShippedModelsTests {
  @Test func `the shipped tagger reads a plain sentence`() throws {
    let model = try ShippedModels.file("tagger")
    let tagger = try Tagger(model)
    let lemmatizer = try Lemmatizer(model)
    let text = AnnotatedText("The minister denied the reports on Friday.")
    let tags = tagger.tags(of: text, traits: text.traits())
    #expect(tags.map(\.penn) == [.dt, .nn, .vbd, .dt, .nns, .in, .nnp, .stop])
    #expect(
      tags.indices.map { lemmatizer.lemma(of: text.word($0), tag: tags[$0]) } == [
        "the", "minister", "deny", "the", "report", "on", "Friday", ".",
      ])
  }

  @Test func `the shipped name tagger reads a plain sentence`() throws {
    let tagger = try Tagger(ShippedModels.file("tagger"))
    let names = try NameTagger(ShippedModels.file("names"))
    let text = AnnotatedText(
      "Marta Olsk of the United Nations told Reuters in Paris that Russian ships left.")
    let traits = text.traits()
    let tags = tagger.tags(of: text, traits: traits)
    let found = names.names(in: text, traits: traits, tags: tags).map {
      $0.type.rawValue + ":" + text.text.words(text.span($0.tokens))
    }
    #expect(
      found == ["PER:Marta Olsk", "ORG:United Nations", "ORG:Reuters", "LOC:Paris", "MISC:Russian"])
    #expect(names.names(in: AnnotatedText(""), traits: [], tags: []).isEmpty)
  }

  @Test func `a model that is not shipped is refused with its name`() {
    do {
      _ = try ShippedModels.file("absent")
      Issue.record("an absent model was found")
    } catch {
      #expect("\(error)".contains("absent"))
    }
  }
}
