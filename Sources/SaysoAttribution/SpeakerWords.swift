/// Closed lists for resolving speakers, lower case.
enum SpeakerWords {
  /// Words that make a name one of a place.
  static let placeWords: Set<String> = [
    "street", "square", "avenue", "road", "bridge", "island", "islands", "river", "airport", "base",
    "embassy", "hotel", "city", "province", "oblast", "region", "district", "sea", "gulf", "strait",
  ]
  /// Roles that are written like names.
  static let roles: Set<String> = [
    "president", "vice-president", "premier", "chancellor", "minister", "secretary", "senator",
    "governor", "mayor", "king", "queen", "prince", "princess", "pope", "ambassador", "speaker",
    "general", "chairman", "chairwoman", "director", "chief", "commander", "commissioner",
    "congressman", "congresswoman", "representative", "judge", "justice", "republican", "democrat",
    "attorney", "officer", "head", "leader", "spokesman", "spokeswoman", "spokesperson",
  ]
  /// Nouns for businesses.
  static let firms: Set<String> = [
    "company", "firm", "automaker", "carmaker", "manufacturer", "airline", "carrier", "maker",
    "giant", "retailer", "bank", "producer", "operator", "business", "corporation", "startup",
    "start-up", "developer", "publisher", "conglomerate", "group",
  ]
  /// Nouns for what is written and speaks for whoever wrote it.
  static let documents: Set<String> = [
    "report", "document", "statement", "release", "letter", "memo", "paper", "study", "survey",
    "poll", "article", "story", "post", "tweet", "filing", "lawsuit", "complaint", "plan", "text",
    "communique", "communiqué", "declaration", "resolution", "email", "transcript", "book",
    "review",
    "analysis", "assessment", "message", "announcement", "indictment", "ruling", "law", "bill",
  ]
  /// Nouns for places that act.
  static let places: Set<String> = [
    "country", "state", "nation", "republic", "kingdom", "city", "capital", "island", "region",
    "province", "neighbour", "neighbor",
  ]
  /// Pronouns that stand for the speaker or for anybody: never resolved here.
  static let open: Set<String> = [
    "i", "we", "you", "me", "us", "who", "which", "whom", "one", "some", "many", "others", "both",
    "all", "everyone", "someone", "anyone", "nobody", "people", "those", "this", "that", "these",
    "most", "several",
    "another", "few",
  ]
  /// Nouns for bodies that act as one.
  static let bodies: Set<String> = [
    "agency", "ministry", "government", "military", "army", "navy", "police", "court", "party",
    "campaign", "company", "office", "department", "committee", "council", "administration",
    "parliament", "embassy", "commission", "union", "group", "newspaper", "network", "institute",
    "bank", "organization", "organisation", "command", "bureau", "board", "authority", "presidency",
    "cabinet", "regime", "senate", "house", "congress", "federation", "association", "foundation",
    "mission", "tribunal", "service", "team", "outlet", "broadcaster", "watchdog", "charity",
    "firm",
    "alliance", "coalition", "side", "delegation", "secretariat", "directorate", "staff", "force",
    "forces", "parliament", "assembly", "junta", "guard", "intelligence",
  ]
  /// Words that open an unnamed speaker's description.
  static let indefinite: Set<String> = [
    "a", "an", "one", "two", "three", "some", "several", "many", "other", "another", "unnamed",
    "anonymous", "senior", "few", "various", "both", "most", "certain",
  ]
  /// Words that make a body somebody's, who must be known first ("its ministry").
  static let possessive: Set<String> = ["his", "her", "its", "their", "our", "my", "your", "whose"]
  /// Titles that tell a man.
  static let maleTitles: Set<String> = [
    "mr.", "mr", "king", "prince", "sir", "lord", "father", "congressman", "chairman", "spokesman",
    "businessman",
  ]
  /// Titles that tell a woman.
  static let femaleTitles: Set<String> = [
    "ms.", "ms", "mrs.", "mrs", "miss", "queen", "princess", "lady", "dame", "sister",
    "congresswoman", "chairwoman", "spokeswoman", "businesswoman",
  ]
  /// Titles and first names that tell a man.
  static let male: Set<String> = [
    "mr.", "mr", "king", "prince", "sir", "father", "brother", "donald", "barack", "bernie",
    "bill", "john", "james", "robert", "michael", "william", "david", "richard", "joseph", "thomas",
    "charles", "daniel", "matthew", "anthony", "mark", "paul", "steven", "stephen", "andrew",
    "kenneth", "george", "joshua", "kevin", "brian", "edward", "ronald", "timothy", "jason",
    "jeffrey", "ryan", "jacob", "gary", "nicholas", "eric", "jonathan", "larry", "justin", "scott",
    "brandon", "benjamin", "samuel", "frank", "gregory", "raymond", "patrick", "alexander", "jack",
    "dennis", "jerry", "tyler", "aaron", "henry", "peter", "adam", "nathan", "douglas", "zachary",
    "kyle", "walter", "ethan", "jeremy", "harold", "keith", "christian", "roger", "ted", "marco",
    "mike", "jim", "tim", "joe", "tom", "bob", "chris", "steve", "jeb", "rand", "mitt", "harry",
    "vladimir", "volodymyr", "sergei", "sergey", "dmitry", "dmytro", "xi", "emmanuel", "olaf",
    "recep", "benjamin", "mohammed", "muhammad", "ahmed", "ali", "hassan", "andrei", "ivan",
    "boris",
    "keir", "rishi", "alexei", "oleg", "mikhail", "nikolai", "andriy", "oleksandr", "viktor",
    "pedro", "jose", "juan", "carlos", "luis", "antonio", "hans", "klaus", "pierre", "jean", "marc",
  ]
  /// Titles and first names that tell a woman.
  static let female: Set<String> = [
    "ms.", "ms", "mrs.", "mrs", "miss", "queen", "princess", "lady", "sister", "hillary", "mary",
    "patricia", "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica", "sarah", "karen",
    "lisa", "nancy", "betty", "sandra", "margaret", "ashley", "kimberly", "emily", "donna",
    "michelle", "carol", "amanda", "melissa", "deborah", "stephanie", "rebecca", "laura", "sharon",
    "cynthia", "kathleen", "amy", "angela", "shirley", "anna", "brenda", "pamela", "emma", "nicole",
    "helen", "samantha", "katherine", "christine", "debra", "rachel", "carolyn", "janet", "maria",
    "catherine", "heather", "diane", "olivia", "julie", "joyce", "victoria", "ruth", "virginia",
    "lauren", "kelly", "christina", "joan", "evelyn", "judith", "andrea", "hannah", "megan",
    "cheryl",
    "martha", "ivanka", "melania", "chelsea", "kellyanne", "carly", "ursula", "giorgia", "kaja",
    "angela", "theresa", "nikki", "condoleezza", "susanne", "anne", "ann", "jill", "elena", "olga",
    "natalia", "svetlana", "yulia", "iryna", "oksana", "sanna", "mette", "annalena", "kamala",
    "katie", "kate", "huma", "hope", "sonia", "loretta", "debbie", "dana",
  ]
}
