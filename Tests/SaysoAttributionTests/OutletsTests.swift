@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct OutletsTests {
  private func outlet(_ marked: String, own: [String] = []) -> String? {
    let hand = HandText(marked)
    let outlets = Outlets(
      input: hand.input, actors: ReportActors(hand.text, names: hand.names), own: own)
    return outlets.outlet(at: 1).map { hand.text.text.words(hand.text.span($0)) }
  }

  static let cases: [(String, String?)] = [
    ("told/VBD ORG( Reuters/NNP ) it/PRP fails/VBZ", "Reuters"),
    ("told/VBD ORG( Halden/NNP Weekly/NNP ) it/PRP fails/VBZ", "Halden Weekly"),
    ("told/VBD the/DT state/NN news/NN agency/NN it/PRP fails/VBZ", "state news agency"),
    ("told/VBD ORG( Parliament/NNP ) it/PRP fails/VBZ", nil),
    ("told/VBD a/DT news/NN conference/NN it/PRP fails/VBZ", nil),
    ("told/VBD reporters/NNS it/PRP fails/VBZ", nil),
    ("told/VBD PER( Aune/NNP ) it/PRP fails/VBZ", nil),
  ]

  @Test(arguments: cases)
  func `papers and agencies pass on, parliaments and reporters are spoken to`(
    marked: String, expected: String?
  ) {
    #expect(outlet(marked) == expected)
  }

  @Test(arguments: ["Halden Weekly", "the Halden Weekly", "https://www.haldenweekly.example/a/1"])
  func `the report's own outlet relays nothing`(own: String) {
    #expect(outlet("told/VBD ORG( Halden/NNP Weekly/NNP ) it/PRP fails/VBZ", own: [own]) == nil)
  }

  @Test func `a host is known by the label that names its owner`() {
    #expect(Outlets.letters("https://edition.cnn.com/2031/a") == "cnn")
    #expect(Outlets.letters("bbc.co.uk") == "bbc")
  }
}
