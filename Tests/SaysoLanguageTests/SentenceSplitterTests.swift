import SaysoRecords
import Testing

@testable import SaysoLanguage

@Suite struct SentenceSplitterTests {
  @Test(arguments: [
    ("The pier burned. Nobody was hurt.", 2),
    ("Mr. Olsk met Gen. Varn. He smiled.", 2),
    ("“Why now?” Lind asked. “We do not know.”", 2),
    ("It fell in 1805. [6] The keep stood.", 2),
    ("Some (e.g. The Harbour Post) wrote of it.", 1),
    ("The U.S. Navy left. It was calm.", 2),
    ("The U.S. The envoy left.", 2),
    ("He waited… and went.", 1),
    ("Aides of the U.N.'s Marta Olsk met.", 1),
    ("He said ''no.'' They left.", 2),
  ])
  func `sentences end where their marks say so`(text: String, count: Int) {
    #expect(AnnotatedText(text).sentences.count == count)
  }

  @Test func `the marks of a note go with the sentence before them`() {
    let text = AnnotatedText("It fell in 1805. [6] The keep stood.")
    #expect(text.text.words(text.span(text.sentences[0])) == "It fell in 1805. [6]")
  }
}
