import SaysoEvaluation
import SaysoRecords
import Testing

@Suite struct TimeMLCorpusTests {
  @Test func `code points become bytes`() throws {
    let line =
      #"{"id":"a","dct":{"value":"2024-10-29"},"text":"Zoë left Friday.","timexes":"#
      + #"[{"start":9,"end":15,"type":"DATE","value":"2024-10-25"}]}"# + "\n"
    let corpus = try TimeMLCorpus(jsonLines: Array(line.utf8))
    let document = try #require(corpus.documents.first)
    #expect(document.published?.iso == "2024-10-29")
    #expect(document.times.map { document.text.words($0.span) } == ["Friday"])
  }

  @Test func `a line that is no document throws`() {
    #expect(throws: (any Error).self) { try TimeMLCorpus(jsonLines: Array("{}".utf8)) }
  }
}
