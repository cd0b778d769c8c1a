/// Words that mean the same in reports of an affair, as facts about English.
///
/// A group is joined only where its words can stand for each other in the same claim; stems on the
/// left are made with ``Stem``.
enum ConceptTable {
  /// Groups of words; the first names the concept.
  private static let groups = """
    send dispatch deploy deployment deployments despatch sent sending
    arrive arrival arrived land reached reach
    troops troop soldier soldiers infantrymen infantryman serviceman servicemen personnel forces force fighters militaries
    kill killed dead die died death deaths fatality fatalities perish slain slay
    injure injured wound wounded hurt injuries injury
    attack attacks strike strikes struck raid raids bombard shell shelling assault bombing
    talks talk negotiation negotiations negotiate meeting meet met summit
    agreement deal pact treaty accord agreed agree
    buy purchase acquire acquisition bought
    sell sale sold selling divest
    seize seized capture captured impound confiscate board boarded
    detain detained arrest arrested custody
    free release freed released
    rise increase grew grow growth climb
    fall decrease drop decline shrink cut reduce reduction
    missile missiles rocket rockets
    ship vessel boat tanker ships vessels boats tankers freighter
    plane aircraft jet planes jets
    government cabinet administration
    resign quit resignation
    help aid assistance support assist
    truce ceasefire armistice
    delay postpone postponement extend extension postponed
    begin start launch began begun started launched
    end finish conclude halt stop cease ended
    train training drill exercise exercises drills
    evidence proof
    rumor rumour rumors rumours
    nuclear atomic
    election elections poll polls
    money fund funds funding
    hold held host
    people civilian civilians resident residents
    child children kid kids
    minister ministers ministry
    damage damaged destroy destroyed destruction
    weapon weapons arms weaponry ammunition munition munitions
    sanction sanctions
    deadline
    withdraw withdrawal pullout withdrew
    recruit recruitment enlist
    """

  /// Stem to concept.
  static let concepts: [String: String] = {
    var table: [String: String] = [:]
    for line in groups.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let name = words.first.map(Stem.of) else { continue }
      for word in words { table[Stem.of(word)] = name }
    }
    return table
  }()

  /// Demonyms of states that news names most, by small letters.
  static let states: [String: String] = {
    let lines = """
      russia russian russians moscow kremlin
      ukraine ukrainian ukrainians kyiv kiev
      america american americans u.s us washington usa
      china chinese beijing
      britain british uk london u.k
      france french paris
      germany german germans berlin
      israel israeli israelis
      iran iranian iranians tehran
      japan japanese tokyo
      turkey turkish ankara
      poland polish warsaw
      korea korean koreans
      """
    var table: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  static let negations: Set<String> = [
    "not", "no", "never", "nor", "neither", "cannot", "without", "none", "nobody", "nothing",
    "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't", "wouldn't",
    "hasn't", "haven't", "hadn't", "can't", "couldn't", "don\u{2019}t", "doesn\u{2019}t",
    "didn\u{2019}t", "isn\u{2019}t", "aren\u{2019}t", "wasn\u{2019}t", "weren\u{2019}t",
    "won\u{2019}t", "wouldn\u{2019}t", "hasn\u{2019}t", "haven\u{2019}t", "hadn\u{2019}t",
    "can\u{2019}t", "couldn\u{2019}t",
  ]

  static let aheadWords: Set<String> = [
    "will", "would", "may", "might", "could", "shall", "should", "must", "plans", "intends",
    "won't", "wouldn't", "won\u{2019}t", "considering", "consider", "soon", "going",
  ]

  /// Past forms without "-ed" that open many contents.
  static let pastVerbs: Set<String> = [
    "sent", "began", "took", "came", "went", "met", "struck", "held", "lost", "left", "fell",
    "broke", "gave", "made", "found", "saw", "told", "bought", "sold", "fled", "sank", "shot",
    "hit",
    "built", "brought", "led", "won",
  ]

  static let functionWords: Set<String> = Set(
    """
    a an the this that these those such some any each every all both few many much more most other
    another own same so than too very just only also even still already yet ever now then here there
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    who whom whose which what when where why how whether if unless because while although though as
    of in on at by for with about against between into through during before after above below to from
    up down out off over under again further once and or but nor not no never neither either
    is are was were be been being am do does did done doing have has had having will would shall should
    may might can could must ought need let get got getting
    say says said saying tell told tells according reportedly
    mr mrs ms dr one two three four five six seven eight nine ten hundred thousand million billion
    thousands hundreds millions dozens
    new old last next first second year years month months week weeks day days today yesterday tomorrow
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december time times
    make makes made making take takes took taken taking give gives gave given go goes going went come
    comes came use used using around among within without toward towards per via like well back
    including include includes included however therefore thus part number numbers total
    around roughly nearly almost least approximately estimated estimate
    it's that's there's he's she's they're we're i'm don't doesn't didn't isn't aren't wasn't weren't
    won't wouldn't hasn't haven't hadn't can't couldn't cannot
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
