internal import SaysoLanguage
internal import SaysoRecords

/// Finds the noun phrase that a cue verb has for its subject, where the tagger left it open or cut it:
/// before the verb ("the agency in Varn on Tuesday confirmed"), or behind it when the content stands
/// before ("…", stated the report).
///
/// A chunker over word classes, not a parser: it gives up at anything but a plain noun phrase with
/// its prepositional phrases.
struct SubjectFinder {
  let input: AttributionInput

  /// The subject's tokens; nil where no plain one stands there.
  ///
  /// `free` says which tokens may be used.
  func subject(of cue: Range<Int>, contents: [Range<Int>], free: (Int) -> Bool) -> Range<Int>? {
    guard let verb = cue.first(where: { input.tags[$0].isVerbal }), isFinite(verb, cue),
      cue.contains(where: { input.cueLevels[$0] >= SubjectFinder.surely })
    else { return nil }
    let sentence = input.text.sentences[Int(input.sentenceOfToken[cue.lowerBound])]
    let found =
      before(cue.lowerBound, in: sentence) ?? behind(cue, contents: contents, in: sentence)
    guard let found, found.allSatisfy(free) else { return nil }
    return found
  }

  /// A source with what it hangs on, where a preposition governs it ("the Isles" of "an envoy to the
  /// Isles"); the same source elsewhere.
  func whole(_ source: Range<Int>, free: (Int) -> Bool) -> Range<Int> {
    let sentence = input.text.sentences[Int(input.sentenceOfToken[source.lowerBound])]
    guard source.lowerBound > sentence.lowerBound, isPreposition(source.lowerBound - 1),
      let phrase = phrase(endingAt: source.upperBound, in: sentence),
      phrase.lowerBound < source.lowerBound,
      (phrase.lowerBound..<source.lowerBound).allSatisfy(free)
    else { return source }
    return phrase
  }

  /// Whether the verb can have a subject of its own: no gerund, and no participle without "have".
  private func isFinite(_ verb: Int, _ cue: Range<Int>) -> Bool {
    switch input.tags[verb].penn {
    case .vbg, .vb: return input.tags[verb].universal == .auxiliary
    case .vbn: return verb > 0 && lower(verb - 1) == "has" || verb > 0 && lower(verb - 1) == "have"
    default: return true
    }
  }

  // MARK: Before the verb

  private func before(_ verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    var end = verb
    while end > sentence.lowerBound, isBetween(end - 1) { end -= 1 }
    end = withoutTime(end, in: sentence)
    guard end > sentence.lowerBound else { return nil }
    if input.tags[end - 1].penn == .prp {
      return isSubjectPronoun(end - 1) ? end - 1..<end : nil
    }
    return phrase(endingAt: end, in: sentence)
  }

  /// Adverbs and auxiliaries between subject and verb.
  private func isBetween(_ token: Int) -> Bool {
    let tag = input.tags[token]
    return tag.universal == .auxiliary || tag.penn == .rb || tag.penn == .md
  }

  /// Steps over "on Tuesday", "Tuesday", "on Friday morning" behind the subject.
  private func withoutTime(_ end: Int, in sentence: Range<Int>) -> Int {
    var at = end
    while at > sentence.lowerBound, SubjectFinder.timeWords.contains(lower(at - 1)) { at -= 1 }
    if at < end, at > sentence.lowerBound, ["on", "in", "late", "earlier"].contains(lower(at - 1)) {
      at -= 1
    }
    return at
  }

  /// A subject pronoun, or the longest noun phrase, that ends before a token.
  func subject(endingAt end: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard end > sentence.lowerBound else { return nil }
    if [.prp, .wp, .wdt].contains(input.tags[end - 1].penn) { return end - 1..<end }
    return phrase(endingAt: end, in: sentence)
  }

  /// The longest noun phrase with its prepositional phrases that ends before a token.
  func phrase(endingAt end: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = end
    while let chunk = chunk(endingAt: start, in: sentence) {
      start = chunk
      guard start > sentence.lowerBound + 1, SubjectFinder.joining.contains(lower(start - 1)),
        isNominal(start - 2)
      else { break }
      start -= 1
    }
    // A noun phrase that a preposition or another noun phrase governs is no subject.
    guard start < end, !isPreposition(start),
      start == sentence.lowerBound || !isPreposition(start - 1) && !isNominal(start - 1)
    else { return nil }
    return start..<end
  }

  /// The plain noun phrase that begins at a token, up to its last noun.
  func phrase(startingAt start: Int, in sentence: Range<Int>) -> Range<Int>? {
    var end = start
    var last: Int?
    while end < sentence.upperBound {
      let tag = input.tags[end]
      guard
        isNominal(end) || tag.universal == .adjective || tag.universal == .number
          || tag.penn == .hyph || tag.penn == .pos || tag.penn == .prps
          || tag.penn == .dt && end == start
      else { break }
      if isNominal(end) { last = end }
      end += 1
    }
    return last.map { start..<$0 + 1 }
  }

  /// Whether a token is a noun, or part of a name whatever its class ("United" of a body's name).
  private func isNominal(_ token: Int) -> Bool {
    let tag = input.tags[token]
    return tag.isNominal || tag.penn == .nnp || tag.penn == .nnps || input.names[token] != 0
  }

  private func isPreposition(_ token: Int) -> Bool {
    input.tags[token].universal == .adposition || SubjectFinder.joining.contains(lower(token))
  }

  /// Start of the simple noun phrase that ends before a token: nouns, what modifies them, and their
  /// determiner.
  private func chunk(endingAt end: Int, in sentence: Range<Int>) -> Int? {
    guard end > sentence.lowerBound, isNominal(end - 1) else { return nil }
    var at = end - 1
    while at > sentence.lowerBound {
      let tag = input.tags[at - 1]
      if tag.penn == .dt || tag.penn == .prps { return at - 1 }
      guard
        isNominal(at - 1) || tag.universal == .adjective || tag.universal == .number
          || tag.penn == .hyph || tag.penn == .pos
      else { break }
      at -= 1
    }
    return at
  }

  // MARK: Behind the verb

  private func behind(
    _ cue: Range<Int>, contents: [Range<Int>], in sentence: Range<Int>
  ) -> Range<Int>? {
    guard cue.count == 1,
      contents.contains(where: {
        $0.upperBound <= cue.lowerBound && $0.upperBound + 2 > cue.lowerBound
      })
    else { return nil }
    var end = cue.upperBound
    var last: Int?
    while end < sentence.upperBound {
      let tag = input.tags[end]
      guard
        tag.isNominal || tag.universal == .adjective || tag.universal == .number
          || tag.penn == .hyph || tag.penn == .pos || tag.penn == .dt && last == nil
          || tag.penn == .prps && last == nil
      else { break }
      if tag.isNominal { last = end }
      end += 1
    }
    guard let last else {
      return end == cue.upperBound && sentence.contains(end) && isSubjectPronoun(end)
        ? end..<end + 1 : nil
    }
    return cue.upperBound..<last + 1
  }

  private func isSubjectPronoun(_ token: Int) -> Bool {
    ["he", "she", "they", "we", "i"].contains(lower(token))
  }

  private func lower(_ token: Int) -> String { input.text.word(token).lowercased() }

  /// The level of cue-likeness from which a verb has a speaker for its subject.
  ///
  /// Below it, subjects
  /// are often none ("it was unclear", "forced a recognition"): seen on PolNeAR dev.
  private static let surely: UInt8 = 4
  private static let joining: Set<String> = ["of", "for", "at", "to", "in", "from", "on", "with"]
  private static let timeWords: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
    "yesterday", "morning", "afternoon", "evening", "night",
  ]
}
