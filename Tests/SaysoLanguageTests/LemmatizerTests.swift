import SaysoLearning
import Testing

@testable import SaysoLanguage

@Suite struct LemmatizerTests {
  @Test(arguments: [
    ("harbours", PennTag.nns, "harbour"), ("Parties", .nns, "party"), ("boxes", .nns, "box"),
    ("glass", .nns, "glass"), ("denies", .vbz, "deny"), ("denied", .vbd, "deny"),
    ("stopped", .vbd, "stop"), ("called", .vbn, "call"), ("danced", .vbd, "dance"),
    ("arguing", .vbg, "argue"), ("saying", .vbg, "say"), ("Varn", .nnp, "Varn"),
    ("Quickly", .rb, "quickly"),
  ])
  func `spelling alone gives regular forms`(word: String, penn: PennTag, lemma: String) {
    #expect(Lemmatizer.spelled(word, Tag(penn, .other)) == lemma)
  }

  @Test(arguments: [
    ("went", "go"), ("People", "person"), ("Varns", "Varn"), ("same", "same"), ("ÉTÉS", "été"),
  ])
  func `an edit turns its form into its lemma`(form: String, lemma: String) {
    let edit = Lemmatizer.Edit(from: form, to: lemma)
    #expect(edit.applied(to: form) == lemma)
    #expect(Lemmatizer.Edit(line: edit.line) == edit)
  }

  @Test func `a learned word comes before a learned ending, and both before spelling`() throws {
    let tag = Tag(.nns, .noun)
    let edits = [
      Lemmatizer.Edit(from: "feet", to: "foot"), Lemmatizer.Edit(from: "wolves", to: "wolf"),
    ]
    let toy = Lemmatizer(
      edits: edits,
      dictionary: HashDictionary([
        (hash: Lemmatizer.key("feet", tag), value: 1),
        (hash: Lemmatizer.key(ending: 4, of: "wolves", tag), value: 2),
      ]))
    var model = ModelFile()
    toy.store(in: &model)
    let back = try Lemmatizer(model)
    for lemmatizer in [toy, back] {
      #expect(lemmatizer.lemma(of: "Feet", tag: tag) == "foot")
      #expect(lemmatizer.lemma(of: "elves", tag: tag) == "elf")
      #expect(lemmatizer.lemma(of: "ships", tag: tag) == "ship")
    }
  }
}
