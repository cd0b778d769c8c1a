/// What a content says, as a bag of concepts with the signs that part like propositions: whether it is
/// denied, and whether it is to come or done.
package struct ContentWords: Hashable, Sendable {
  /// Whether what is said lies ahead, is so, or has happened.
  package enum Phase: Hashable, Sendable {
    case ahead
    case state
    case done
  }
  /// Concepts, each once, ascending; numbers and function words are left out.
  package let concepts: [String]
  /// Names among them, as concepts.
  package let names: Set<String>
  /// Whether the content itself denies ("there are no troops").
  package let isNegated: Bool
  /// When it holds.
  package let phase: Phase
  /// Words of any kind.
  package let wordCount: Int

  /// Reads the words of a content.
  package init(_ text: String) {
    let words = ContentWords.words(of: text)
    var concepts: Set<String> = []
    var names: Set<String> = []
    var negations = 0
    for (place, word) in words.enumerated() {
      let small = word.lowercased()
      if ConceptTable.negations.contains(small) { negations += 1 }
      guard !ConceptTable.functionWords.contains(small), small.contains(where: \.isLetter),
        small.count > 1
      else { continue }
      if let state = ConceptTable.states[small] {
        concepts.insert(state)
        names.insert(state)
        continue
      }
      let stem = Stem.of(small)
      let concept = ConceptTable.concepts[stem] ?? stem
      concepts.insert(concept)
      if place > 0, word.first?.isUppercase == true { names.insert(concept) }
    }
    self.concepts = concepts.sorted()
    self.names = names
    isNegated = negations % 2 == 1
    phase = ContentWords.phase(of: words.map { $0.lowercased() })
    wordCount = words.count
  }

  /// Runs of letters, digits and inner apostrophes and hyphens; possessive endings are cut.
  package static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    func end() {
      for ending in ["'s", "\u{2019}s"] where word.hasSuffix(ending) { word.removeLast(2) }
      while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if !word.isEmpty, "'\u{2019}-.,".contains(character) {
        word.append(character)
        if character == "." || character == ",", word.dropLast().last?.isNumber != true,
          !(word.count == 2 || word.dropLast().contains("."))
        {
          end()
        }
      } else {
        end()
      }
    }
    end()
    return words
  }

  /// By the first sign of tense in the main clause.
  private static func phase(of words: [String]) -> Phase {
    for (place, word) in words.enumerated().prefix(24) {
      let next = place + 1 < words.count ? words[place + 1] : ""
      if ConceptTable.aheadWords.contains(word) { return .ahead }
      if word == "to", place == 0 { return .ahead }
      if [
        "decided", "planned", "agreed", "ready", "preparing", "prepared", "set", "due", "intends",
        "plans", "planning", "expected", "about", "scheduled", "wants", "offered",
      ].contains(word), next == "to" {
        return .ahead
      }
      if ["has", "have", "had"].contains(word), next != "to", next != "no" { return .done }
      if ["was", "were"].contains(word) { return .done }
      if word.hasSuffix("ed") || ConceptTable.pastVerbs.contains(word), place < 12 { return .done }
      if ["is", "are", "remains", "remain", "does", "do"].contains(word) { return .state }
    }
    return .state
  }
}

/// Cuts the endings of English words: plural, past, participle, adverb.
///
/// A light stemmer after the idea of Harman, "How effective is suffixing?" (1991): fewer rules than
/// Porter's, since a wrong join costs more here than a missed one.
enum Stem {
  static func of(_ word: String) -> String {
    var word = Array(word.utf8)
    func ends(_ ending: String) -> Bool {
      word.count > ending.utf8.count + 2
        && word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
    func hasVowel() -> Bool { word.contains(where: isVowel) }
    if ends("ies") {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") {
      word.removeLast(2)
    } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      word.removeLast()
    }
    for ending in ["ing", "ed"] where ends(ending) {
      let before = word
      word.removeLast(ending.utf8.count)
      guard hasVowel(), word.count >= 3 else {
        word = before
        break
      }
      if word.count > 3, word[word.count - 1] == word[word.count - 2],
        !"lsz".utf8.contains(word[word.count - 1])
      {
        word.removeLast()
      }
      break
    }
    if ends("ly"), word.count > 5 { word.removeLast(2) }
    if word.last == UInt8(ascii: "e"), word.count > 3 { word.removeLast() }
    return String(decoding: word, as: UTF8.self)
  }
}
