internal import SaysoRecords

/// Cue words by what a speaker does with the content; every other cue asserts, or leaves it to the
/// content.
///
/// A line: stance, class of the first word, forms of the content, words in their dictionary form. Of
/// an entry with underscores the later words must follow ("call_on"). `confirms` and `denies` hold
/// words that say so outright.
enum StanceTable {
  static let frames = StanceFrame.index([
    // A court that denies a motion, a house that confirms a judge: deeds, not answers.
    (.asserts, .verb, [.request], "deny reject dismiss"),
    (.asserts, .verb, [.appointee], "confirm"),
    (
      .confirms, .any, [],
      "confirm confirmation corroborate corroboration verify acknowledge acknowledgement "
        + "admit admission confess"
    ),
    (.confirms, .verb, [.clause], "concede"),

    (.denies, .any, [], "deny denial refute refutation rebut rebuttal debunk disprove"),
    // "dismissed reports of a landing", but "rejected the offer" only takes a stand.
    (
      .denies, .verb, [.charge, .falsehood],
      "dismiss reject repudiate counter contradict discredit brush_aside brush_off shoot_down "
        + "wave_away laugh_off"
    ),
    (.asserts, .verb, [], "dismiss reject repudiate counter contradict"),
    (.denies, .verb, [.falsehood], "call brand label term deem dub"),

    (
      .doubts, .any, [],
      "skeptical sceptical skepticism scepticism doubtful dubious unconvinced unsure mistrust "
        + "distrust express_doubt voice_doubt cast_doubt raise_doubt have_doubt call_into_question "
        + "raise_question express_skepticism express_scepticism voice_skepticism"
    ),
    (.doubts, .verb, [], "doubt question dispute"),
    (.doubts, .other, [.clause, .question], "doubt"),
    (.doubts, .verb, [.charge], "challenge"),
    (.doubts, .verb, [.question], "wonder"),

    // "refused to say"; "refused to leave" is a deed.
    (.declines, .any, [.telling], "refuse refusal unwilling reluctant hesitate fail avoid"),
    (
      .declines, .any, [],
      "have_no_comment have_no_immediate_comment make_no_comment no_comment offer_no_comment "
        + "offer_no_detail give_no_detail provide_no_detail give_no_reason give_no_response "
        + "stay_silent remain_silent keep_silent remain_mum remain_tight-lipped stop_short "
        + "sidestep dodge deflect withhold_comment unavailable_comment not_available_comment"
    ),
    (.declines, .verb, [.telling, .noun, .question], "decline"),

    (.urges, .any, [], "urge demand implore plead beseech exhort instruct recommend beg"),
    (.urges, .verb, [], "request appeal order propose insist_on invite float"),
    (.urges, .verb, [.gerund], "insist"),
    (.urges, .other, [], "request appeal proposal recommendation plea exhortation"),
    (
      .urges, .any, [],
      "call_on call_upon call_for push_for press_for ask_for appeal_for lobby_for urging"
    ),
    (.urges, .verb, [.infinitive, .objectInfinitive], "ask press tell"),
    (
      .urges, .verb, [.objectInfinitive],
      "want advise encourage command direct pressure lobby require remind need"
    ),
    (.urges, .verb, [.gerund, .objectInfinitive], "suggest advocate advise encourage"),
    (.urges, .other, [.infinitive, .objectInfinitive], "call demand order"),

    (.asserts, .verb, [.question], "ask inquire"),
    (.asserts, .any, [], "weigh_in be_expect be_suppose be_admit"),
    (.plans, .any, [], "be_schedule"),
    (.plans, .any, [.infinitive, .gerund], "commit committed commitment insistence"),
    (.plans, .other, [], "aim"),
    (.plans, .any, [.infinitive], "hope vote"),
    (.plans, .verb, [], "plan intend vow pledge promise mull plot contemplate weigh"),
    (.plans, .verb, [.gerund], "consider"),
    (
      .plans, .any, [.infinitive],
      "agree decide aim choose resolve opt prepare seek want expect offer determine "
        + "undertake swear look set ready willing prepared determined keen poised eager like"
    ),
    (
      .plans, .other, [.infinitive, .gerund],
      "plan intention pledge promise vow decision determination readiness "
        + "willingness agreement resolve"
    ),
    (.plans, .other, [.clause], "pledge promise vow commitment"),
    (.plans, .verb, [.intention], "announce unveil outline detail reveal disclose"),

    (.warns, .any, [], "warn warning caution threaten threat raise_alarm sound_alarm"),
    (.warns, .verb, [], "alert"),

    (
      .condemns, .any, [],
      "condemn condemnation denounce denunciation decry deplore criticize criticise criticism "
        + "lambast lambaste excoriate assail castigate rebuke chastise accuse accusation berate "
        + "scold deride ridicule vilify complain complaint bemoan fault lash_out hit_out hit_back "
        + "take_aim outraged outrage indignant upbraid reprimand censure pillory scoff skewer "
        + "express_outrage express_anger express_dismay express_frustration voice_anger "
        + "disappointed dismayed express_disappointment take_issue call_out unfair "
        + "concerned_by shocked shock appalled allegation"
    ),
    (.condemns, .verb, [], "slam blast blame attack bash rip mock insult protest object oppose"),
    (.condemns, .verb, [.slur], "call brand label describe term deem dub view see regard consider"),

    (
      .supports, .any, [],
      "endorse endorsement praise compliment welcome hail applaud laud commend thank congratulate "
        + "appreciate appreciation grateful gratitude supportive salute hope hopeful pleased glad "
        + "express_support voice_support express_hope express_gratitude express_solidarity "
        + "stand_by stand_with side_with stand_behind agree_with accept condolence"
    ),
    (.supports, .verb, [], "support back champion defend favor favour celebrate cheer admire"),
  ])

  /// What is left of a stance when its cue is negated: "has not confirmed" and "did not deny" withhold,
  /// "did not criticise" only says so.
  static let negated: [Stance: Stance] = [.confirms: .declines, .denies: .declines]

  /// Frames that hold only under a negation.
  static let underNegation = StanceFrame.index([
    (
      .declines, .any, [],
      "comment elaborate respond response reply specify disclose reveal answer identify clarify "
        + "discuss speculate return_call return_request provide_detail give_detail offer_detail "
        + "give_reason go_into release_detail immediately_respond available_comment "
        + "reach_comment explain reach provide_comment"
    ),
    (.declines, .verb, [.question, .telling], "say tell know_comment"),
    (.doubts, .any, [], "believe think trust convinced convince sure certain positive"),
    (.conditional, .any, [], "rule exclude preclude"),
  ])

  /// Verbs of telling: what one declines ("to say").
  static let telling: Set<String> = [
    "comment", "say", "elaborate", "discuss", "disclose", "reveal", "specify", "identify",
    "speculate", "respond", "reply", "answer", "confirm", "deny", "provide", "name", "give",
    "tell", "explain", "talk", "speak", "describe", "clarify", "acknowledge", "admit", "condemn",
    "endorse", "criticize", "criticise", "rule",
  ]

  /// What is denied when it is rejected.
  static let charges: Set<String> = [
    "claim", "allegation", "accusation", "charge", "report", "rumor", "rumour", "suggestion",
    "speculation", "assertion", "criticism", "notion", "narrative", "announcement",
    "statement", "story", "news", "information", "disinformation",
  ]

  /// Words that, said of a thing, say that it is not so.
  static let falsehoods: Set<String> = [
    "baseless", "false", "untrue", "groundless", "unfounded", "fabricated", "fabrication", "lie",
    "lies", "hoax", "falsehood", "bogus", "nonsense", "fake",
  ]

  /// What is granted or refused.
  static let requests: Set<String> = [
    "request", "motion", "appeal", "bid", "petition", "application", "permission", "access",
    "entry", "bail", "visa", "asylum", "stay", "permit", "opportunity", "chance", "right",
  ]

  /// What somebody is put into an office as.
  static let offices: Set<String> = ["nominee", "nomination", "appointment", "judge", "justice"]

  /// Names that one calls another or what another does, to attack.
  static let slurs: Set<String> = [
    "absurd", "aggression", "appalling", "atrocity", "barbaric", "betrayal", "broken", "brutal",
    "coward",
    "cowardly", "crime", "criminal", "cynical", "dangerous", "deplorable", "despicable", "dictator",
    "disaster", "disgrace", "disgraceful", "disgusting", "evil", "failure", "farce", "genocide",
    "heinous",
    "hypocrisy", "hypocritical", "illegal", "immoral", "inhumane", "insult", "irresponsible",
    "liar",
    "mistake", "monstrous", "murderer", "offensive", "outrageous", "provocation", "provocative",
    "racist", "reckless", "ridiculous", "sham", "shameful", "stupid", "terror", "terrorism",
    "terrorist", "tyrant", "unacceptable", "unfair", "unjust", "unlawful", "vile", "wrong",
  ]

  /// Praise that a negation turns into its opposite ("not fair").
  static let merits: Set<String> = ["fair", "acceptable", "helpful", "serious", "honest", "right"]

  /// Nouns for what one means to do.
  static let intentions: Set<String> = [
    "plan", "intention", "decision", "proposal", "pledge", "initiative", "programme", "program",
  ]
}
