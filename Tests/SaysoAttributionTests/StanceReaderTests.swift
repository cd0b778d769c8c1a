@testable import SaysoAttribution
import SaysoRecords
import Testing

@Suite struct StanceReaderTests {
  static let cases: [(String, Stance)] = [
    ("[ Lind/NNP ] { said/VBD } < the/DT bridge is/AUX open/JJ >", .asserts),
    ("[ Lind/NNP ] { denied/VBD } < the/DT report >", .denies),
    ("[ Lind/NNP ] did/VBD { not/RB deny/VB } < the/DT report >", .declines),
    (
      "[ Lind/NNP ] has/VBZ { neither/CC confirmed/VBN nor/CC denied/VBN } < the/DT strike >",
      .declines
    ),
    ("[ Lind/NNP ] { declined/VBD to/TO say/VB } < how/WRB many came/VBD >", .declines),
    ("[ Lind/NNP ] { refused/VBD to/TO comment/VB } < on/IN the/DT strike >", .declines),
    ("[ Lind/NNP ] { could/MD not/RB confirm/VB } < the/DT figure >", .declines),
    ("[ Lind/NNP ] { would/MD not/RB say/VB } < when it/PRP came/VBD >", .declines),
    (
      "[ Lind/NNP ] { told/VBD } < that/IN she/PRP could/MD neither/CC confirm/VB nor/CC rule/VB it/PRP out >",
      .declines
    ),
    ("[ Lind/NNP ] { confirmed/VBD } < the/DT figure >", .confirms),
    ("[ The/DT court ] { denied/VBD } < the/DT motion >", .asserts),
    ("[ Lind/NNP ] { denied/VBD } < him/PRP more/JJ money >", .asserts),
    ("[ Lind/NNP ] { called/VBD } < Varn/NNP fake/JJ news >", .asserts),
    ("[ Lind/NNP ] { called/VBD } < it/PRP fake/JJ news >", .denies),
    ("[ The/DT chamber ] { confirmed/VBD } < the/DT nominee >", .asserts),
    ("[ The/DT probe/NN ] is/AUX working to/TO { confirm/VB } < the/DT report >", .asserts),
    ("[ Lind/NNP ] { dismissed/VBD } < reports/NNS of/IN a/DT landing >", .denies),
    ("[ Lind/NNP ] { dismissed/VBD } < the/DT minister >", .asserts),
    ("[ Lind/NNP ] { rejected/VBD } < the/DT offer >", .asserts),
    ("[ Lind/NNP ] { called/VBD } < it/PRP a/DT baseless/JJ rumor >", .denies),
    ("[ Lind/NNP ] { called/VBD } < it/PRP a/DT triumph >", .asserts),
    ("[ Lind/NNP ] { called/VBD on/IN } < the/DT north to/TO stop/VB >", .urges),
    ("[ Lind/NNP ] { urged/VBD } < restraint >", .urges),
    ("[ Lind/NNP ] { asked/VBD } < them/PRP to/TO leave/VB >", .urges),
    ("[ Lind/NNP ] { said/VBD } < the/DT ministry may/MD consider/VB a/DT step >", .conditional),
    ("[ Lind/NNP ] { said/VBD } < if/IN it/PRP rains/VBZ they/PRP will/MD stay/VB >", .conditional),
    ("[ Lind/NNP ] { said/VBD } < he/PRP will/MD resign/VB >", .plans),
    ("[ Lind/NNP ] { said/VBD } < they/PRP are/AUX considering/VBG a/DT plan >", .plans),
    ("[ Lind/NNP ] { vowed/VBD } < to/TO return/VB >", .plans),
    ("[ Lind/NNP ] { said/VBD } < the/DT story is/AUX a/DT baseless/JJ rumor >", .denies),
    ("[ Lind/NNP ] { said/VBD } < the/DT story was/AUX not/RB false/JJ >", .asserts),
    ("[ Lind/NNP ] { said/VBD } < it/PRP was/AUX a/DT fake/JJ bomb >", .asserts),
    ("[ Lind/NNP ] { called/VBD } < it/PRP a/DT false/JJ flag >", .asserts),
    ("[ Lind/NNP ] { said/VBD } < the/DT passport was/AUX false/JJ >", .asserts),
    ("[ Lind/NNP ] { said/VBD } < the/DT claim was/AUX false/JJ >", .denies),
    ("[ Lind/NNP ] { said/VBD } < that/DT is/AUX fake/JJ news >", .denies),
    (
      "[ Lind/NNP ] { said/VBD } < the/DT deal is/AUX a/DT baseless/JJ and/CC obvious/JJ rumor >",
      .denies
    ),
    ("[ Lind/NNP ] { warned/VBD } < of/IN floods/NNS >", .warns),
    ("[ Lind/NNP ] { condemned/VBD } < the/DT attack >", .condemns),
    ("[ Lind/NNP ] { praised/VBD } < the/DT crew >", .supports),
    ("[ Lind/NNP ] { doubted/VBD } < the/DT figure >", .doubts),
    ("[ Lind/NNP ] { rejected/VBD } < the/DT call for/IN calm >", .asserts),
    ("[ Lind/NNP ] { admitted/VBD } < that/IN it/PRP failed/VBD >", .confirms),
    ("{ were/AUX admitted/VBN } < ten pilgrims/NNS >", .asserts),
    ("[ Lind/NNP ] { conceded/VBD } < that/IN it/PRP failed/VBD >", .confirms),
    ("[ Lind/NNP ] { conceded/VBD } < the/DT match >", .asserts),
    ("[ Lind/NNP ] { has/VBZ not/RB confirmed/VBN } < the/DT strike >", .declines),
    ("[ Lind/NNP ] { did/VBD not/RB rule/VB out/RP } < a/DT strike >", .conditional),
    ("[ Lind/NNP ] { did/VBD not/RB say/VB } < whether/IN it/PRP failed/VBD >", .declines),
    ("[ Lind/NNP ] { refused/VBD } < to/TO leave/VB >", .asserts),
    ("[ Lind/NNP ] { had/VBD no/DT immediate/JJ comment/NN }  < on/IN the/DT strike >", .declines),
    ("[ Lind/NNP ] { was/AUX not/RB convinced/JJ } < that/IN it/PRP failed/VBD >", .doubts),
    ("[ Lind/NNP ] { accused/VBD } < the/DT north of/IN firing/VBG first >", .condemns),
    ("[ Lind/NNP ] { called/VBD } < the/DT raid a/DT cowardly/JJ crime >", .condemns),
    ("[ Lind/NNP ] { lashed/VBD out/RP at/IN } < the/DT north >", .condemns),
    ("[ Lind/NNP ] { wants/VBZ } < to/TO leave/VB >", .plans),
    ("[ Lind/NNP ] { wants/VBZ } < the/DT crews to/TO leave/VB >", .urges),
    ("[ Lind/NNP ] { suggested/VBD } < closing/VBG the/DT line >", .urges),
    ("[ Lind/NNP ] { suggested/VBD } < that/IN it/PRP failed/VBD >", .asserts),
    ("[ Lind/NNP ] { may/MD consider/VB } < closing/VBG the/DT line >", .conditional),
    ("[ Lind/NNP ] { hoped/VBD } < for/IN rain >", .supports),
    ("[ Lind/NNP ] { said/VBD } < the/DT crews must/MD be/AUX freed/VBN >", .urges),
    ("[ Lind/NNP ] { said/VBD } < the/DT crews should/MD have/VB left/VBN >", .asserts),
    ("[ Lind/NNP ] { said/VBD } < the/DT crews have/VBP to/TO leave/VB >", .urges),
    ("[ Lind/NNP ] { said/VBD } < Stop/VB the/DT pumps >", .urges),
    ("[ Lind/NNP ] { said/VBD } < it/PRP will/MD rain/VB >", .asserts),
    ("[ Lind/NNP ] { said/VBD } < the/DT north will/MD attack/VB >", .asserts),
    (
      "[ the/DT Orvane/NNP minister ] { said/VBD } < Orvane/NNP will/MD answer/VB >", .plans
    ),
    ("[ the/DT ministry ] { said/VBD } < the/DT ministry will/MD answer/VB >", .plans),
    ("[ Lind/NNP ] { said/VBD } < our/PRP$ forces/NNS will/MD answer/VB >", .plans),
    ("[ Lind/NNP ] { said/VBD } < the/DT north will/MD face/VB consequences/NNS >", .warns),
    ("[ Lind/NNP ] { said/VBD } < we/PRP condemn/VBP the/DT raid >", .condemns),
    ("[ Lind/NNP ] { said/VBD } < he/PRP was/AUX grateful/JJ >", .supports),
    (
      "[ Lind/NNP ] { said/VBD } < the/DT crew who/WP may/MD leave/VB is/AUX tired/JJ >", .asserts
    ),
    (
      "[ Lind/NNP ] { said/VBD } < the/DT line will/MD close/VB if/IN it/PRP rains/VBZ >",
      .conditional
    ),
    ("[ Lind/NNP ] { said/VBD } < it/PRP failed/VBD even/RB if/IN it/PRP rained/VBD >", .asserts),
    ("[ Lind/NNP ] { said/VBD } < the/DT line could/MD close/VB >", .conditional),
    ("[ Lind/NNP ] { said/VBD } < it/PRP could/MD not/RB find/VB them/PRP >", .asserts),
    ("[ Lind/NNP ] { rejected/VBD the/DT call/NN for/IN } < calm >", .asserts),
    ("[ Lind/NNP ] { rejected/VBD a/DT claim/NN } < that/IN the/DT line failed/VBD >", .denies),
    ("[ Lind/NNP ] did/VBD { not/RB believe/VB } < the/DT figure >", .doubts),
    ("[ They/PRP ] { agreed/VBD } < to/TO meet/VB >", .plans),
    ("[ Lind/NNP ] { said/VBD } < the/DT ministry must/MD act/VB >", .urges),
    ("[ a/DT reporter 's/POS ] { question/NN about/IN } < the/DT figure >", .asserts),
    (
      "[ he/PRP ] { said/VBD } < he/PRP does/VBZ not/RB feel/VB the/DT need to/TO comment/VB >",
      .declines
    ),
    (
      "[ he/PRP ] { said/VBD } < arms kill/VBP ./. We/PRP may/MD consider/VB more/JJR >",
      .conditional
    ),
  ]

  @Test(arguments: cases)
  func `the stance follows cue, negation and content`(marked: String, expected: Stance) throws {
    let hand = HandText(marked)
    let input = hand.input
    let reader = StanceReader(
      input: input, lemmas: TokenLemmas(input, HandText.lemmatizer))
    let cue = try #require(hand.pieces.first { $0.role == .cue })
    let contents = hand.pieces.filter { $0.role == .content }.map(\.tokens)
    let source = hand.pieces.first { $0.role == .source }?.tokens
    #expect(reader.stance(cue: cue.tokens, contents: contents, source: source) == expected)
  }

  @Test func `without a cue the speaker asserts`() {
    let hand = HandText("< it/PRP is/AUX false/JJ >")
    let input = hand.input
    let reader = StanceReader(input: input, lemmas: TokenLemmas(input, HandText.lemmatizer))
    #expect(reader.stance(cue: nil, contents: [0..<3]) == .asserts)
  }
}
