@testable import SaysoAttribution
import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct SpeakerResolverTests {
  /// Marked text, and who the sources are: an unnamed speaker in brackets.
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
    // So does a possessor.
    (
      """
      [ PER( Anna/NNP Lind/NNP ) ] { said/VBD } < so >
      [ Her/PRP$ ] { claim } < that/IN all is/VBZ well/RB >
      [ PER( Lind/NNP ) 's/POS ] { claim } < more >
      """, ["Anna Lind", "Anna Lind", "Anna Lind"]
    ),
    // After an unnamed speaker a pronoun means that one.
    (
      """
      [ PER( Peter/NNP Aune/NNP ) ] { said/VBD } < so >
      [ A/DT senior/JJ official in/IN the/DT presidency ] { said/VBD } < that >
      [ The/DT official ] { added/VBD } < more >
      """,
      [
        "Peter Aune", "(A senior official in the presidency)",
        "(A senior official in the presidency)",
      ]
    ),
    // A possessor is not the speaker.
    ("[ PER( Lind/NNP ) 's/POS lawyer ] { said/VBD } < so >", ["(Lind 's lawyer)"]),
    // A title before the name, an apposition behind it.
    ("[ Defence/NNP minister PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >", ["Mara Lind"]),
    ("[ the/DT minister ,/, PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >", ["Mara Lind"]),
    (
      "[ Aune/NNP 's/POS running/NN mate ,/, Gov./NNP PER( Mara/NNP Lind/NNP ) ,/, ] { said/VBD } < so >",
      ["Mara Lind"]
    ),
    // A title with a preposition ends in the name.
    (
      "[ the/DT commander of/IN the/DT fleet/NN PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >",
      ["Mara Lind"]
    ),
    ("[ ORG( NRS/NNP ) chief PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >", ["Mara Lind"]),
    // An apposition names a role that is used later.
    (
      """
      [ PER( Mara/NNP Lind/NNP ) ,/, spokesperson for/IN the/DT port ,/, ] { said/VBD } < so >
      [ PER( Peter/NNP Aune/NNP ) ] { said/VBD } < that >
      [ The/DT spokesperson ] { added/VBD } < more >
      """, ["Mara Lind", "Peter Aune", "Mara Lind"]
    ),
    // A body known by a description has no name.
    (
      "[ LOC( Norrland/NNP ) 's/POS spy/NN agency ] { said/VBD } < so >",
      ["(Norrland 's spy agency)"]
    ),
    (
      """
      [ The/DT harbour ministry ] { said/VBD } < so >
      [ the/DT ministry ] { added/VBD } < more >
      """, ["(The harbour ministry)", "(The harbour ministry)"]
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
    // A firm that no words describe, when only one is near.
    (
      """
      [ ORG( Brenn/NNP ) ] { said/VBD } < so >
      [ The/DT company ] { added/VBD } < more >
      """, ["Brenn", "Brenn"]
    ),
    // The nearest source with the noun wins, named or not.
    (
      """
      [ The/DT blogger ,/, PER( Ole/NNP Brandt/NNP ) ,/, ] { said/VBD } < so >
      [ A/DT Norrland blogger ] { said/VBD } < that >
      [ The/DT blogger ] { added/VBD } < more >
      """, ["Ole Brandt", "(A Norrland blogger)", "(A Norrland blogger)"]
    ),
    (
      "PER( Mara/NNP Lind/NNP ) ,/, [ who/WP often writes/VBZ ,/, ] { said/VBD } < so >",
      ["Mara Lind"]
    ),
    ("[ A/DT MISC( Kenyan/NNP ) ] { said/VBD } < so >", ["(A Kenyan)"]),
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
    // A report is its own speaker, not the institute above it.
    (
      """
      [ ORG( Coast/NNP Institute/NNP ) ] { said/VBD } < so >
      [ A/DT report on/IN the/DT port ] { said/VBD } < that >
      [ The/DT report ] { added/VBD } < more >
      """, ["Coast Institute", "(A report on the port)", "(A report on the port)"]
    ),
    // A seat of government that speaks is the government; a place that is only named is not.
    ("[ LOC( Moscow/NNP ) ] { said/VBD } < so >", ["Russia"]),
    ("[ ORG( Kremlin/NNP ) ] { said/VBD } < so >", ["Kremlin"]),
    ("[ officials in/IN LOC( Moscow/NNP ) ] { said/VBD } < so >", ["(officials in Moscow)"]),
    // A place with its region, and a title with a stop, go on.
    (
      "[ LOC( Varn/NNP ) ,/, LOC( Norrl./NNP ) police ] { said/VBD } < so >",
      ["(Varn , Norrl. police)"]
    ),
    (
      "[ Varn/NNP police/NN spokesperson Const/NNP ./. PER( Mara/NNP Lind/NNP ) ] { said/VBD } < so >",
      ["Mara Lind"]
    ),
    // An unnamed speaker with a name in it has none.
    (
      "[ a/DT Norrland Office/NNP for/IN Trade/NNP spokesman ] { said/VBD } < so >",
      ["(a Norrland Office for Trade spokesman)"]
    ),
  ]

  @Test(arguments: cases)
  func `speakers are known by their fullest name or description, or not at all`(
    marked: String, expected: [String?]
  ) {
    let found = resolve(marked).map { speaker in
      speaker.actor.map { speaker.named ? $0 : "(\($0))" }
    }
    #expect(found == expected)
  }

  static let groups: [(String, [String])] = [
    (
      "[ LOC( Seoul/NNP ) and/CC LOC( Washington/NNP ) ] { said/VBD } < so >",
      ["South Korea", "United States"]
    ),
    (
      "[ PER( Lind/NNP ) and/CC her/PRP$ envoy ] { said/VBD } < so >", ["Lind", "her envoy"]
    ),
    (
      "[ ORG( NRS/NNP ) ,/, ORG( Brenn/NNP ) and/CC LOC( Varn/NNP ) ] { said/VBD } < so >",
      ["NRS", "Brenn", "Varn"]
    ),
    // No groups: what hangs on a preposition, an apposition, one name.
    ("[ officials in/IN LOC( Seoul/NNP ) and/CC LOC( Varn/NNP ) ] { said/VBD } < so >", []),
    (
      "[ PER( Mara/NNP Lind/NNP ) ,/, a/DT lawyer and/CC an/DT envoy ] { said/VBD } < so >", []
    ),
    ("[ ORG( Trade/NNP and/CC Port/NNP Office/NNP ) ] { said/VBD } < so >", []),
    ("[ the/DT ministers and/CC aides of/IN LOC( Varn/NNP ) ] { said/VBD } < so >", []),
  ]

  @Test(arguments: groups)
  func `several speakers are a group with members`(marked: String, members: [String]) {
    let found = resolve(marked)
    #expect(found.first?.members == members)
  }

  @Test func `a group has a name when all its members have`() {
    #expect(resolve("[ LOC( Seoul/NNP ) and/CC ORG( NRS/NNP ) ] { said/VBD } < so >")[0].named)
    #expect(!resolve("[ PER( Lind/NNP ) and/CC her/PRP$ envoy ] { said/VBD } < so >")[0].named)
  }

  @Test func `they are the group that spoke before`() {
    let found = resolve(
      """
      [ LOC( Seoul/NNP ) and/CC LOC( Washington/NNP ) ] { said/VBD } < so >
      [ They/PRP ] { added/VBD } < more >
      """)
    #expect(found.last?.members == ["South Korea", "United States"])
  }

  @Test func `a pronoun before any name is whom the headline names`() {
    let hand = HandText(
      """
      [ He/PRP ] { said/VBD } < so >
      PER( Peter/NNP Aune/NNP ) left/VBD
      """)
    let resolver = SpeakerResolver(
      hand.input, actors: ReportActors(hand.text, names: hand.names), headline: { ["Aune"] })
    #expect(resolver.resolve(sources(hand)).map(\.actor) == ["Peter Aune"])
  }

  @Test func `a person behind a body's name is a name of its own`() {
    let hand = HandText(
      "ORG( Forces/NNP of/IN Ukraine/NNP Mara/NNP Lind/NNP ) ;/: ORG( Bank/NNP of/IN Ukraine/NNP )")
    let parted = FusedNames.parted(hand.names, hand.text, tags: hand.tags)
    #expect(
      parted.map { hand.text.text.words(hand.text.span($0.tokens)) }
        == ["Forces of Ukraine", "Mara Lind", "Bank of Ukraine"])
    #expect(parted.map(\.type) == [.organization, .person, .organization])
  }

  private func resolve(_ marked: String) -> [ResolvedSpeaker] {
    let hand = HandText(marked)
    return SpeakerResolver(hand.input, actors: ReportActors(hand.text, names: hand.names))
      .resolve(sources(hand))
  }

  private func sources(_ hand: HandText) -> [SpeakerSource] {
    hand.pieces.filter { $0.role == .source }.map { SpeakerSource(tokens: $0.tokens, contents: []) }
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
