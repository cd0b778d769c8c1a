@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct SpeakerResolverTests {
  static let cases: [(String, [String?])] = [
    // A short name goes to the full one.
    (
      """
      [ PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >
      [ PER( Lind/NNP ) ] { added/VBD } < more >
      """, ["Mara Lind", "Mara Lind"]
    ),
    // A pronoun goes to the speaker before it, unless the sex speaks against it.
    (
      """
      [ PER( Anna/NNP Lind/NNP ) ] { said/VBD } < so >
      [ She/PRP ] { added/VBD } < more >
      """, ["Anna Lind", "Anna Lind"]
    ),
    (
      """
      [ PER( Anna/NNP Lind/NNP ) ] { said/VBD } < so >
      [ He/PRP ] { added/VBD } < more >
      """, ["Anna Lind", nil]
    ),
    // After an unnamed speaker a pronoun is nobody known.
    (
      """
      [ PER( Peter/NNP Aune/NNP ) ] { said/VBD } < so >
      [ A/DT senior/JJ official ] { said/VBD } < that >
      [ He/PRP ] { added/VBD } < more >
      """, ["Peter Aune", nil, nil]
    ),
    // A possessor is not the speaker.
    ("[ PER( Lind/NNP ) 's/POS lawyer ] { said/VBD } < so >", [nil]),
    // A title before the name, an apposition behind it.
    ("[ Defence/NNP minister PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >", ["Mara Lind"]),
    ("[ the/DT minister ,/, PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >", ["Mara Lind"]),
    // A body with its owner is known by both.
    (
      "[ LOC( Norrland/NNP ) 's/POS spy/NN agency ] { said/VBD } < so >", ["Norrland 's spy agency"]
    ),
    (
      """
      [ The/DT harbour ministry ] { said/VBD } < so >
      [ the/DT ministry ] { added/VBD } < more >
      [ a/DT ministry ] { added/VBD } < more >
      """, ["harbour ministry", "harbour ministry", nil]
    ),
    // A role that stood beside a name.
    (
      """
      [ The/DT envoy PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >
      [ PER( Peter/NNP Aune/NNP ) ] { said/VBD } < that >
      [ The/DT envoy ] { added/VBD } < more >
      """, ["Mara Lind", "Peter Aune", "Mara Lind"]
    ),
    ("[ we/PRP ] { said/VBD } < so >", [nil]),
    ("PER( Mara/NNP Lind/NNP ) ,/, [ who/WP ] { said/VBD } < so >", ["Mara Lind"]),
    (
      "[ ORG( Brenn/NNP ) 's/POS chief/JJ executive/JJ ,/, PER( Zoe/NNP Bran/NNP ) ,/, ] { said/VBD } < so >",
      ["Zoe Bran"]
    ),
    (
      "[ the/DT operator ,/, ORG( Brenn/NNP Energy/NNP ) ,/, ] { said/VBD } < so >",
      ["Brenn Energy"]
    ),
    // The nearest source with the noun wins, named or not; a name far from the noun is none.
    (
      """
      [ The/DT blogger ,/, PER( Ole/NNP Brandt/NNP ) ,/, ] { said/VBD } < so >
      [ A/DT Norrland blogger ] { said/VBD } < that >
      [ The/DT blogger ] { added/VBD } < more >
      """, ["Ole Brandt", nil, nil]
    ),
    (
      """
      PER( Ole/NNP Brandt/NNP ) met/VBD a/DT tall blogger
      [ The/DT blogger ] { said/VBD } < so >
      """, [nil]
    ),
    (
      "PER( Mara/NNP Lind/NNP ) ,/, [ who/WP often writes/VBZ ,/, ] { said/VBD } < so >",
      ["Mara Lind"]
    ),
    ("[ A/DT MISC( Kenyan/NNP ) ] { said/VBD } < so >", [nil]),
    ("[ the/DT MISC( NRS/NNP ) in/IN Varn/NNP ] { said/VBD } < so >", ["NRS"]),
    (
      """
      [ PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >
      [ PER( Ms./NNP Lind/NNP ) ] { added/VBD } < more >
      """, ["Mara Lind", "Mara Lind"]
    ),
    // A body that the name tagger does not know.
    (
      "[ The/DT Institute/NNP for/IN Coast/NNP Studies/NNP ,/, a/DT think/NN tank ] { said/VBD } < so >",
      ["Institute for Coast Studies"]
    ),
  ]

  @Test(arguments: cases)
  func `speakers are known by the fullest name of the report, or not at all`(
    marked: String, expected: [String?]
  ) {
    let hand = HandText(marked)
    let actors = ReportActors(hand.text, names: hand.names)
    var resolver = SpeakerResolver(hand.input, names: hand.names, actors: actors)
    let found = hand.pieces.filter { $0.role == .source }.map { resolver.resolve($0.tokens).actor }
    #expect(found == expected)
  }

  @Test func `an acronym goes to the name that it abbreviates`() {
    let hand = HandText("ORG( Norrland/NNP Rescue/NNP Service/NNP ) and/CC the/DT ORG( NRS/NNP )")
    #expect(
      ReportActors(hand.text, names: hand.names).actors
        == Array(repeating: "Norrland Rescue Service", count: 2))
  }

  @Test func `a firm's short name goes to its full one, a chamber's committee does not`() {
    let hand = HandText(
      "ORG( Brenn/NNP Energy/NNP ) and/CC ORG( Brenn/NNP ) ;/: ORG( Senate/NNP Committee/NNP ) and/CC ORG( Senate/NNP )"
    )
    #expect(
      ReportActors(hand.text, names: hand.names).actors
        == ["Brenn Energy", "Brenn Energy", "Senate Committee", "Senate"])
  }

  @Test func `two bearers of a family name stay two`() {
    let hand = HandText(
      "PER( Anna/NNP Lind/NNP ) met/VBD PER( Peter/NNP Lind/NNP ) ./. PER( Lind/NNP ) spoke/VBD")
    let actors = ReportActors(hand.text, names: hand.names).actors
    #expect(actors[0] == "Anna Lind")
    #expect(actors[1] == "Peter Lind")
    #expect(actors[2] == "Peter Lind")
  }
}
