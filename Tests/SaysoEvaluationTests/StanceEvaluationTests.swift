import SaysoEvaluation
import SaysoRecords
import Testing

@Suite struct StanceEvaluationTests {
  @Test func `order is the chance to be higher, ties counted half`() {
    #expect(StanceEvaluation.ordered([2, 3], above: [1]) == 1)
    #expect(StanceEvaluation.ordered([1], above: [1]) == 0.5)
    #expect(StanceEvaluation.ordered([0, 2], above: [1]) == 0.5)
    #expect(StanceEvaluation.ordered([], above: [1]) == 0)
  }

  @Test func `graded sentences become text with their events in place`() throws {
    let line = """
      {"set":"uw","tokens":["Lind","said",",","``","it","fails","''","."],\
      "targets":[{"span":[5,6],"factuality":-1.5}]}
      """
    let corpus = try FactualityCorpus(
      jsonLines: Array((line + "\n" + line.replacing("uw", with: "other")).utf8), sets: ["uw"])
    #expect(corpus.sentences.count == 1)
    let sentence = try #require(corpus.sentences.first)
    #expect(sentence.text.string == "Lind said, \u{201C}it fails\u{201D}.")
    let event = try #require(sentence.events.first)
    #expect(sentence.text.words(event.span).hasPrefix("fails"))
    #expect(event.factuality == -1.5)
  }

  @Test func `a speech link is held when certain and not to come`() throws {
    let line = """
      {"doc":"a","text":"Lind said it fails.","mentions":[\
      {"id":"1","start":5,"end":9,"attrs":{"certainty":"CERTAIN","time":"NON_FUTURE"}},\
      {"id":"2","start":13,"end":18,"attrs":{"certainty":"CERTAIN","time":"FUTURE"}},\
      {"id":"3","start":0,"end":4}],"relations":[\
      {"tag":"SLINK","source":["1"],"target":["2"]},{"tag":"SLINK","source":["1"],"target":["1"]},\
      {"tag":"TLINK","source":["1"],"target":["2"]}]}
      """
    let document = try #require(
      try SpeechLinkCorpus(jsonLines: Array(line.utf8)).documents.first)
    #expect(document.links.map(\.isHeld) == [false, true])
    #expect(document.text.words(document.links[0].event) == "fails")
  }
}
