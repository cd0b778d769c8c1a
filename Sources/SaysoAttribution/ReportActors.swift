internal import SaysoLanguage
internal import SaysoRecords

/// The actors of one report: each name with the fullest name of whom it refers to.
///
/// A person's short name goes to the last full name with the same family name (or, for a single
/// bearer, to the one that comes later, as after a headline); a body's acronym to the name that it
/// abbreviates; everything else to itself.
struct ReportActors {
  /// For each name, its actor.
  let actors: [String]
  private let names: [NameSpan]

  /// For each name, its type.
  var types: [NameType] { names.map(\.type) }
  /// For each name, its tokens.
  var ranges: [Range<Int>] { names.map(\.tokens) }

  init(_ text: AnnotatedText, names: [NameSpan]) {
    self.names = names
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
      return spelled.count == 1 ? spelled[0] : index
    }
    actors = clusterOfName.map { clusters[redirect[$0]].words.joined(separator: " ") }
      .map { $0.replacing(" - ", with: "-").replacing(" . ", with: ". ") }
  }

  /// The index of the name that holds a token.
  func name(at token: Int) -> Int? {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low].tokens.contains(token) ? low : nil
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

  private struct Cluster {
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
