/// Closed lists for resolving speakers, lower case.
enum SpeakerWords {
  /// Pronouns for one person.
  static let personal: Set<String> = ["he", "she"]
  /// Pronouns for a body or a group.
  static let impersonal: Set<String> = ["it", "they"]
  /// Pronouns that stand for the speaker or for anybody: never resolved here.
  static let open: Set<String> = [
    "i", "we", "you", "who", "which", "one", "some", "many", "others", "both", "all", "everyone",
    "someone", "anyone", "nobody", "people", "those", "this", "that", "these", "most", "several",
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
