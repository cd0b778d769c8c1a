@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct MainClauseTests {
  /// What a clause is held against: subject, verb, modal, conditioned.
  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    let subject: String
    let verb: String
    var modal: String?
    var isConditioned = false
    var testDescription: String { words }
  }

  static let cases = [
    Case(words: "that/IN the/DT line failed/VBD", subject: "the line", verb: "failed"),
    Case(
      words: "the/DT crew who/WP may/MD leave/VB is/AUX tired/JJ",
      subject: "the crew who may leave", verb: "is"),
    Case(
      words: "if/IN it/PRP rains/VBZ ,/, the/DT line will/MD close/VB", subject: "the line",
      verb: "close", modal: "will", isConditioned: true),
    Case(
      words: "if/IN it/PRP rains/VBZ they/PRP will/MD stay/VB", subject: "it rains they",
      verb: "stay", modal: "will", isConditioned: true),
    Case(
      words: "the/DT line will/MD close/VB unless/IN it/PRP rains/VBZ", subject: "the line",
      verb: "close", modal: "will", isConditioned: true),
    Case(
      words: "we/PRP think/VBP that/IN it/PRP may/MD fail/VB", subject: "it", verb: "fail",
      modal: "may"),
    Case(
      words: "the/DT crews have/VBP to/TO leave/VB", subject: "the crews", verb: "leave",
      modal: "must"),
    Case(
      words: "In/IN Varn/NNP ,/, the/DT line is/AUX closed/VBN", subject: "the line",
      verb: "closed"),
    Case(words: "Stop/VB the/DT pumps/NNS", subject: "", verb: "Stop"),
  ]

  @Test(arguments: cases)
  func `the main clause is found past subordinate and relative ones`(expected: Case) throws {
    let hand = HandText(expected.words)
    let input = hand.input
    let finder = MainClauseFinder(
      input: input, lemmas: TokenLemmas(input, HandText.lemmatizer))
    let clause = try #require(finder.clause([0..<hand.tags.count]))
    #expect(clause.subject.map { hand.text.word($0) }.joined(separator: " ") == expected.subject)
    #expect(hand.text.word(clause.verb) == expected.verb)
    #expect(clause.modal == expected.modal)
    #expect(clause.isConditioned == expected.isConditioned)
  }

  @Test func `a noun phrase has no main clause of its own`() throws {
    let hand = HandText("a/DT claim that/IN it/PRP fails/VBZ")
    let input = hand.input
    let finder = MainClauseFinder(
      input: input, lemmas: TokenLemmas(input, HandText.lemmatizer))
    #expect(finder.clause([0..<5])?.isEmbedded == true)
    #expect(finder.clause([0..<2]) == nil)
  }
}
