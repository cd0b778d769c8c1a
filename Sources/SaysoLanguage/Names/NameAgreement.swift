internal import SaysoRecords

/// Brings the one-word names of a document to agree where they contradict each other.
///
/// "Olsk" alone is the person when "Marta Olsk" stands in the same document; and a name that is
/// mostly of one kind is so everywhere. Places, bodies and peoples of the built-in lists are left
/// as they are: they change their kind with what they do.
struct NameAgreement {
  /// A kind must have this many of a word's places, and this share of them.
  private static let minimumCount = 3
  private static let minimumShare = 0.7

  private let features: NameFeatures
  private var counts: [Int16]
  private var familyNames: [Bool]
  private static let kinds = NameType.allCases.count

  init(_ features: NameFeatures, labels: [UInt8], sentences: [Range<Int>]) {
    self.features = features
    counts = [Int16](repeating: 0, count: features.document.count * NameAgreement.kinds)
    familyNames = [Bool](repeating: false, count: features.document.count)
    for name in NameLabels.names(labels, sentences: sentences) {
      let kind = Int(labels[name.tokens.lowerBound] / 2)
      let last = features.document.word(name.tokens.upperBound - 1)
      if name.tokens.count == 1 {
        counts[last * NameAgreement.kinds + kind] &+= 1
      } else if name.type == .person {
        familyNames[last] = true
      }
    }
  }

  /// The labels after agreement.
  func applied(to labels: [UInt8], sentences: [Range<Int>]) -> [UInt8] {
    var result = labels
    for sentence in sentences {
      for index in sentence where isAlone(index, labels, sentence) && !isListed(index) {
        if let kind = agreed(features.document.word(index), isPerson: isPersonListed(index)),
          labels[index] != 0 || features.document.isNeverSmall(index)
        {
          result[index] = UInt8(kind * 2 + 1)
        }
      }
    }
    return result
  }

  /// Whether a capitalised token is a name of one word, or none with no name beside it.
  private func isAlone(_ index: Int, _ labels: [UInt8], _ sentence: Range<Int>) -> Bool {
    guard features.traits[index].flags.contains(.capitalised) else { return false }
    let next = index + 1 < sentence.upperBound ? labels[index + 1] : 0
    if labels[index] != 0 {
      return NameLabels.opens(labels[index]) && (next == 0 || NameLabels.opens(next))
    }
    return next == 0 && (index == sentence.lowerBound || labels[index - 1] == 0)
      && features.runs[index].end - features.runs[index].start == 1
  }

  private func isListed(_ index: Int) -> Bool {
    let kinds = NameLists.Kinds(rawValue: UInt16(truncatingIfNeeded: features.marks[index] >> 2))
    return !kinds.isDisjoint(
      with: [.country, .city, .region, .people, .body, .bodyWord, .calendar, .title])
  }

  private func isPersonListed(_ index: Int) -> Bool {
    let kinds = NameLists.Kinds(rawValue: UInt16(truncatingIfNeeded: features.marks[index] >> 2))
    return kinds.contains(.familyName)
  }

  /// The kind that a word's places agree on; nil where they do not.
  ///
  /// A listed family name is a person everywhere once it is one anywhere.
  private func agreed(_ word: Int, isPerson: Bool) -> Int? {
    let own = counts[word * NameAgreement.kinds..<(word + 1) * NameAgreement.kinds]
    let total = own.reduce(0, +)
    if familyNames[word], total > 0 { return 0 }
    if isPerson, counts[word * NameAgreement.kinds] > 0 { return 0 }
    guard let top = own.max(), top >= NameAgreement.minimumCount,
      Double(top) >= NameAgreement.minimumShare * Double(total)
    else { return nil }
    return own.firstIndex(of: top).map { $0 - word * NameAgreement.kinds }
  }
}
