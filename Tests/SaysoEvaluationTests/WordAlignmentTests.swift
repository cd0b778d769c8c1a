import SaysoLanguage
import SaysoRecords
import Testing

@testable import SaysoEvaluation

@Suite struct WordAlignmentTests {
  /// Words of a line: "Do|n't+" is a contraction of two, others stand alone; spaces do not count.
  private func words(_ line: String) -> [SyntaxWord] {
    var at = 0
    return line.split(separator: " ").flatMap { token -> [SyntaxWord] in
      let isContraction = token.hasSuffix("+")
      let parts = token.split(separator: "|").map { $0.replacing("+", with: "") }
      let length = isContraction ? parts.joined().utf8.count : 0
      let start = at
      return parts.map { part in
        let span = isContraction ? start..<start + length : at..<at + part.utf8.count
        at = max(at + (isContraction ? 0 : part.utf8.count), span.upperBound)
        return SyntaxWord(
          span: span, isPart: isContraction, form: part.lowercased(), upos: "X", xpos: "X",
          head: nil, relation: "")
      }
    }
  }

  @Test(arguments: [
    ("Ships left .", "Ships left .", [0, 1, 2]),
    ("Ships left .", "Ships left.", [0, nil]),
    ("Ships left.", "Ships left .", [0, nil, nil]),
    ("Do|n't+ go", "Do n't go", [0, 1, 2]),
    ("Do|n't+ go", "Don't go", [nil, 2]),
    ("gon|na+ leave", "gonn a leave", [nil, nil, 2]),
    ("wo|n't+ ca|n't+", "wo n't ca n't", [0, 1, 2, 3]),
    ("a b", "a|b+", [0, 1]),
  ])
  func `found words are paired with gold ones`(gold: String, found: String, expected: [Int?]) {
    #expect(WordAlignment(gold: words(gold), found: words(found)).goldOfFound == expected)
  }
}

@Suite struct SyntaxEvaluationTests {
  private func side(_ words: [(Range<Int>, String, Int?, String)], _ sentences: [Range<Int>])
    -> SyntaxEvaluation.Side
  {
    var side = SyntaxEvaluation.Side()
    side.words = words.map {
      SyntaxWord(
        span: $0.0, isPart: false, form: "x", upos: $0.1, xpos: "", head: $0.2, relation: $0.3)
    }
    side.sentences = sentences
    return side
  }

  @Test func `heads count through the pairs, relations without their subtypes`() {
    let gold = side(
      [(0..<2, "NOUN", 1, "nsubj"), (2..<4, "VERB", nil, "root"), (4..<5, "PUNCT", 1, "punct")],
      [0..<5])
    let found = side(
      [(0..<2, "NOUN", 1, "obj"), (2..<4, "NOUN", nil, "root"), (4..<5, "PUNCT", 0, "punct")],
      [0..<4, 4..<5])
    var score = SyntaxEvaluation(corpus: "toy")
    score.add(gold: gold, found: found)
    #expect(score.words.correct == 3 && score.upos.correct == 2)
    #expect(score.unlabelled.correct == 2 && score.labelled.correct == 1)
    #expect(score.relations["punct"]?.correct == 0 && score.relations["root"]?.correct == 1)
    #expect(score.relations["nsubj"]?.gold == 1 && score.relations["obj"]?.predicted == 1)
    #expect(score.sentences.correct == 0 && score.sentences.predicted == 2)
  }

  @Test func `a word that was not parsed has no right head`() {
    let gold = side([(0..<2, "VERB", nil, "root")], [0..<2])
    let found = side([(0..<2, "VERB", nil, "")], [0..<2])
    var score = SyntaxEvaluation(corpus: "toy")
    score.add(gold: gold, found: found)
    #expect(score.words.correct == 1 && score.unlabelled.correct == 0)
  }

  @Test func `a treebank's contractions and the text's tokens meet in bytes without spaces`() {
    let tokens = [
      TreebankToken(form: "Don't", words: 0..<2), TreebankToken(form: "go", words: 2..<3),
    ]
    func word(_ form: String, _ head: Int) -> TreebankWord {
      TreebankWord(form: form, lemma: "", upos: "X", xpos: "", head: head, relation: "nmod:poss")
    }
    let sentence = TreebankSentence(
      text: "Don't go", words: [word("Do", 3), word("n't", 3), word("go", 0)], tokens: tokens,
      opensBlock: true)
    let gold = SyntaxEvaluation.words(
      of: TreebankDocument(name: "toy", sentences: [sentence, sentence]))
    #expect(gold.words.map(\.span) == [0..<5, 0..<5, 5..<7, 7..<12, 7..<12, 12..<14])
    #expect(gold.words.map(\.head) == [2, 2, nil, 5, 5, nil])
    #expect(gold.words[0].relation == "nmod" && gold.sentences == [0..<7, 7..<14])
    let text = AnnotatedText("Don't go  Don't go")
    let tagged = SyntaxAnswer(
      tags: text.tokens.map { _ in Tag(.nn, .noun) },
      dependencies: Dependencies(tokens: text.tokens.count))
    let found = SyntaxEvaluation.words(of: text, tagged)
    #expect(found.length == gold.length)
    #expect(found.words.map(\.span) == [0..<2, 2..<5, 5..<7, 7..<9, 9..<12, 12..<14])
  }
}
