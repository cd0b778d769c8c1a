internal import SaysoLanguage

/// A person's name taken apart, its words as keys that are alike for all ways of writing them.
struct PersonName: Hashable, Sendable {
  /// The key of the given name; nil for a lone family name.
  let given: String?
  /// The given name as written, in small letters, for short forms.
  let givenWord: String?
  /// Keys of what stands between.
  let middles: [String]
  /// The key of the family name.
  let family: String
  /// "jr", "sr", "ii", "iii".
  let generation: String?

  /// How far two names of the same family name agree.
  enum Agreement: Int, Comparable {
    case initial, variant, exact
    static func < (a: Agreement, b: Agreement) -> Bool { a.rawValue < b.rawValue }
  }

  /// The name without titles; nil where nothing is left.
  init?(_ name: String) {
    var words = PersonName.untitled(name)
    var generation: String?
    while let last = words.last, words.count > 1,
      PersonName.generations.contains(last) || PersonName.degrees.contains(last)
    {
      if PersonName.generations.contains(last) { generation = last }
      words.removeLast()
    }
    // A name that was cut off after an initial has no family name.
    guard let last = words.last, last.count > 1 else { return nil }
    self.generation = generation
    guard words.count > 1, !words.dropLast().allSatisfy({ PersonName.particles.contains($0) })
    else {
      (given, givenWord, middles) = (nil, nil, [])
      family = words.filter { !PersonName.articles.contains($0) }
        .map { Transliteration.key($0) }.joined()
      return
    }
    if PersonName.isFamilyFirst(words) {
      family = Transliteration.key(words[0])
      given = Transliteration.koreanKey(Array(words.dropFirst()))
      givenWord = nil
      middles = []
      return
    }
    // Articles and particles belong to the family name; the Arabic article does not tell.
    var start = words.count - 1
    while start > 1, PersonName.particles.contains(words[start - 1]) { start -= 1 }
    let own = words[start...].filter { !PersonName.articles.contains($0) }
    family = (own.isEmpty ? Array(words[start...]) : own).map { Transliteration.key($0) }.joined()
    given = Transliteration.key(words[0])
    givenWord = words[0]
    middles = words[1..<start].map { Transliteration.key($0) }
  }

  /// One key for the whole name.
  var key: String {
    ([family, given ?? ""] + middles + (generation.map { [$0] } ?? [])).joined(separator: " ")
  }

  /// How much the name tells.
  var detail: Int {
    middles.count + (generation == nil ? 0 : 1) + ((given?.count ?? 0) > 1 ? 1 : 0)
  }

  /// Whether both can be one person's: the same family name, and nothing that speaks against it.
  func agreement(with other: PersonName) -> Agreement? {
    guard family == other.family, let given, let otherGiven = other.given else { return nil }
    if let a = generation, let b = other.generation, a != b { return nil }
    if let a = middles.first, let b = other.middles.first, given == otherGiven {
      guard a == b || PersonName.isInitial(a, b) else { return nil }
    }
    if given == otherGiven { return given.count > 1 ? .exact : .initial }
    if let a = givenWord, let b = other.givenWord,
      let family = Transliteration.givenFamily(a), family == Transliteration.givenFamily(b)
    {
      return .variant
    }
    if PersonName.isInitial(given, otherGiven) { return .initial }
    // "W. Mark Felt", "William Mark Felt" and "Mark Felt".
    if middles.first == otherGiven, other.middles.isEmpty { return .initial }
    if other.middles.first == given, middles.isEmpty { return .initial }
    return nil
  }

  private static func isInitial(_ a: String, _ b: String) -> Bool {
    a.first == b.first && (a.count == 1 || b.count == 1) && a != b
  }

  /// A name's words without titles and nicknames in quotation marks.
  static func untitled(_ name: String) -> [String] {
    var words = words(withoutNickname(name))
    while let first = words.first, words.count > 1, titles.contains(first) { words.removeFirst() }
    return words
  }

  /// Without what stands in quotation marks inside ("Anna 'Bee' Olsk").
  private static func withoutNickname(_ name: String) -> String {
    let words = name.foldedForNames.split(separator: " ").map(String.init)
    func opens(_ word: String) -> Bool {
      ["'", "\"", "``", "“", "''"].contains { word.hasPrefix($0) } && !["'s", "'"].contains(word)
        || word == "'"
    }
    func closes(_ word: String) -> Bool { ["'", "\"", "”", "''"].contains { word.hasSuffix($0) } }
    guard let start = words.indices.dropFirst().first(where: { opens(words[$0]) }),
      let end = words.indices.first(where: {
        closes(words[$0]) && ($0 > start || words[$0].count > 2) && $0 >= start
      }),
      end + 1 < words.count, end - start <= 4
    else { return name }
    return (words[..<start] + words[(end + 1)...]).joined(separator: " ")
  }

  /// A name's words, folded; hyphens part nothing, stops and possessives fall away.
  static func words(_ name: String) -> [String] {
    name.foldedForNames.split(separator: " ").compactMap { word in
      var own = word
      if own.hasSuffix("'s") { own.removeLast(2) }
      let plain = own.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "'" }
      // The Arabic article is a word by itself.
      for article in ["al-", "el-"] where plain.hasPrefix(article) && plain.count > 4 {
        return String(plain.dropFirst(3))
      }
      return plain.isEmpty || plain == "-" || plain == "s" || plain == "'s" ? nil : plain
    }
  }

  /// Korean and Chinese names of two to three words, the family name first.
  private static func isFamilyFirst(_ words: [String]) -> Bool {
    guard eastAsianFamilies.contains(words[0]), words.count <= 3 else { return false }
    if words.count == 3 { return words[1...].allSatisfy { $0.count <= 6 && $0.count > 1 } }
    return words[1].contains("-") || chineseOnly.contains(words[0])
  }

  /// Family names that are hardly ever given names elsewhere.
  private static let chineseOnly: Set<String> = [
    "xi", "hu", "wen", "zhao", "zhang", "zhou", "zhu", "xu", "liu", "huang", "deng", "jiang", "mao",
    "wang", "qin", "peng", "lu", "ma", "chiang",
  ]
  private static let eastAsianFamilies: Set<String> = chineseOnly.union([
    "kim", "lee", "park", "pak", "choi", "choe", "jung", "jeong", "chung", "kang", "cho", "jo",
    "yoon", "yun", "jang", "chang", "lim", "im", "han", "oh", "seo", "shin", "kwon", "hwang", "ahn",
    "an", "song", "ryu", "hong", "moon", "ban", "roh", "ri", "rhee", "yi", "nam", "ho", "bae",
    "li", "chen", "yang", "wu", "sun", "lin", "guo", "he", "gao", "luo", "tsai",
  ])
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "gen", "sen", "rep", "reps", "gov",
    "lt",
    "col", "maj", "capt", "prof", "president", "general", "senator", "representative", "governor",
    "minister", "colonel", "captain", "sgt", "sergeant", "judge", "justice", "king", "queen",
    "prince", "princess", "pope", "rev", "reverend", "congressman", "congresswoman", "mayor",
    "secretary", "chancellor", "ayatollah", "sheikh", "imam", "dame", "detective", "officer",
    "speaker", "ambassador", "attorney", "major", "lieutenant", "admiral", "marshal", "brigadier",
  ]
  private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
  private static let degrees: Set<String> = ["md", "phd", "esq", "mp", "mep", "obe", "cbe", "rn"]
  private static let articles: Set<String> = ["al", "el", "ul", "ad", "ar", "as", "at"]
  private static let particles: Set<String> = articles.union([
    "de", "del", "della", "da", "dos", "di", "du", "la", "le", "van", "von", "der", "den", "ten",
    "ter", "bin", "ibn", "abu", "ben", "st", "san", "mac",
  ])
}
