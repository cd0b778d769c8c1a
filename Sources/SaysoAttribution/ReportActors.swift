package import SaysoLanguage
internal import SaysoRecords

/// The actors of one report: each name with the fullest name of whom it refers to.
///
/// A person's short name goes to the last full name with the same family name (or, for a single
/// bearer, to the one that comes later, as after a headline); a body's acronym to the name that it
/// abbreviates; everything else to itself.
package struct ReportActors: Sendable {
  /// For each name, its actor.
  package let actors: [String]
  /// For each name, its type.
  let types: [NameType]
  /// For each name, its tokens.
  let ranges: [Range<Int>]
  /// The actors, each once, in the order of their first names.
  let names: [String]
  /// For each name, its actor's place in `names`.
  let number: [Int]
  /// For each of `names`, the sex that titles and first names tell.
  let sexes: [ReportCast.Sex?]

  package init(_ text: AnnotatedText, names spans: [NameSpan]) {
    types = spans.map(\.type)
    ranges = spans.map(\.tokens)
    let found = ReportActors.actors(text, spans)
    actors = found
    var numbers: [String: Int] = [:]
    var names: [String] = []
    number = found.map { actor in
      if let known = numbers[actor] { return known }
      numbers[actor] = names.count
      names.append(actor)
      return names.count - 1
    }
    var sexes = names.map { ReportActors.sex(firstName: $0) }
    for (index, span) in spans.enumerated() where span.type == .person {
      if let sex = ReportActors.sex(title: span, text) { sexes[number[index]] = sex }
    }
    self.names = names
    self.sexes = sexes
  }

  /// The actor of each name.
  private static func actors(_ text: AnnotatedText, _ names: [NameSpan]) -> [String] {
    var clusters: [Cluster] = []
    var clusterOfName: [Int] = []
    for name in names {
      let words = ReportActors.words(name, text)
      let found = clusters.indices.last { clusters[$0].accepts(words, name.type) }
      if let found {
        clusters[found].add(words)
        clusterOfName.append(found)
      } else {
        clusterOfName.append(clusters.count)
        clusters.append(Cluster(words: words, type: name.type))
      }
    }
    // A lone family name that came before the full name.
    let redirect = clusters.indices.map { index -> Int in
      let own = clusters[index]
      guard own.words.count == 1, own.type != .miscellaneous else { return index }
      let bearers = clusters.indices.filter {
        $0 != index && clusters[$0].type == .person && clusters[$0].words.count > 1
          && clusters[$0].words.last == own.words[0]
      }
      if bearers.count == 1 { return bearers[0] }
      let spelled = clusters.indices.filter {
        $0 != index && clusters[$0].type == .organization
          && (clusters[$0].acronym == own.words[0] || clusters[$0].isFirm(own.words[0]))
      }
      if spelled.count == 1 { return spelled[0] }
      // A lone first name, where just one person has it.
      let called = clusters.indices.filter {
        clusters[$0].type == .person && clusters[$0].words.count > 1
          && clusters[$0].words[0] == own.words[0]
      }
      return own.type == .person && called.count == 1 ? called[0] : index
    }
    return clusterOfName.map { clusters[redirect[$0]].words.joined(separator: " ") }
      .map { $0.replacing(" - ", with: "-").replacing(" . ", with: ". ") }
      .map { StatesTable.state(named: $0) ?? $0 }
  }

  /// What a title in a name or right before it tells of its bearer's sex.
  private static func sex(title name: NameSpan, _ text: AnnotatedText) -> ReportCast.Sex? {
    let before = name.tokens.lowerBound - 1
    for token in [before, name.tokens.lowerBound] where token >= 0 {
      let word = text.word(token).lowercased()
      if SpeakerWords.maleTitles.contains(word) { return .man }
      if SpeakerWords.femaleTitles.contains(word) { return .woman }
    }
    return nil
  }

  /// What the first name of a full name tells.
  static func sex(firstName name: String) -> ReportCast.Sex? {
    guard let space = name.firstIndex(of: " ") else { return nil }
    let first = name[..<space].lowercased()
    if SpeakerWords.male.contains(first) { return .man }
    return SpeakerWords.female.contains(first) ? .woman : nil
  }

  /// The index of the name that holds a token.
  func name(at token: Int) -> Int? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(token) ? low : nil
  }

  private static func words(_ name: NameSpan, _ text: AnnotatedText) -> [String] {
    let words = name.tokens.map { text.word($0) }
    let plain = words.drop { titles.contains($0.lowercased()) }
    return plain.isEmpty ? words : Array(plain)
  }

  /// Second words of firms and outlets that are left out in short.
  private static let firmWords: Set<String> = [
    "Energy", "Inc.", "Inc", "Corp.", "Corp", "Ltd", "Ltd.", "Group", "News", "Holdings", "Motors",
    "Airlines", "Airways", "Media", "Industries", "Technologies", "Systems", "Partners", "Capital",
    "Pharmaceuticals", "Petroleum", "Oil", "Steel", "Shipping", "Logistics", "Telecom", "Defence",
  ]

  /// Titles that a name may carry and that do not tell it from another.
  private static let titles: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lady", "lord", "gen.",
    "sen.", "rep.", "gov.", "lt.", "col.", "maj.", "capt.", "prof.",
  ]

  private struct Cluster: Sendable {
    var words: [String]
    let type: NameType

    mutating func add(_ other: [String]) {
      if other.count > words.count { words = other }
    }

    /// Initials of the capitalised words ("National Intelligence Service": NIS).
    var acronym: String {
      String(words.compactMap { $0.first }.filter(\.isUppercase))
    }

    /// Whether a word alone names this firm ("Brenn" for "Brenn Energy").
    func isFirm(_ word: String) -> Bool {
      words.count == 2 && words[0] == word && ReportActors.firmWords.contains(words[1])
    }

    func accepts(_ other: [String], _ otherType: NameType) -> Bool {
      if words == other { return type == otherType || type != .person || otherType != .person }
      guard let last = words.last, let otherLast = other.last else { return false }
      if type == .person, otherType == .person || other.count == 1 && otherType == .organization {
        if other.count == 1 { return last == otherLast || words.count > 2 && words[0] == otherLast }
        guard otherType == .person, last == otherLast else { return false }
        return words.count == 1 || words[0] == other[0] || isInitial(words[0], other[0])
      }
      if type == .organization, otherType == .organization {
        if other.count < words.count, words.suffix(other.count) == other[...],
          !SpeakerWords.bodies.contains(last.lowercased()) || other.count > 1
        {
          return true
        }
        return other.count == 1 && other[0].count > 1 && other[0] == acronym && words.count > 1
          || words.count == 1 && words[0].count > 1
            && words[0] == Cluster(words: other, type: type).acronym && other.count > 1
      }
      return false
    }

    private func isInitial(_ a: String, _ b: String) -> Bool {
      a.first == b.first && (a.count <= 2 || b.count <= 2)
    }
  }
}
