internal import SaysoLanguage

/// Statements whose speech stands in paragraphs of its own, without quotation marks, behind a
/// paragraph that ends "NAME said:": how ministries and armies print their releases.
///
/// | paragraphs | speaker | contents |
/// |---|---|---|
/// | "The envoy said:" · "I welcome the truce." · "We will send aid." | the envoy | both |
/// | "Lind said:" · "The pier is shut." · "It was built in 1950." | Lind | the first |
///
/// The speech goes on as long as a later paragraph speaks in the first person; without one it is the
/// next paragraph alone.
struct SpeechParagraphs {
  let input: AttributionInput
  let map: PieceMap

  /// The plans, those of such paragraphs with the whole speech, and those that were missing.
  func plans(_ given: [StatementPlan]) -> [StatementPlan] {
    let paragraphs = self.paragraphs
    var plans = given
    for (number, paragraph) in paragraphs.enumerated() {
      guard let cue = cue(endingIn: paragraph) else { continue }
      let speech = self.speech(after: number, paragraphs)
      guard let first = speech.first, let last = speech.last else { continue }
      let run = first.lowerBound..<last.upperBound
      if let index = plans.firstIndex(where: { $0.cue.contains(cue) }) {
        plans[index].contents = speech
        plans[index].cue = cue..<cue + 1
      } else if let source = source(of: cue, in: paragraph) {
        plans.append(
          StatementPlan(
            cue: cue..<cue + 1, contents: speech, source: source,
            confidence: SpeechParagraphs.confidence))
      } else {
        continue
      }
      // What was taken for the release's own words inside the speech and has no speaker of its own
      // was a part of it.
      plans.removeAll { plan in
        plan.cue.lowerBound != cue && plan.source == nil && run.contains(plan.cue.lowerBound)
      }
    }
    return plans
  }

  /// The probability given to such a statement where the tagger had found none: not learned, for
  /// PolNeAR has no releases; high enough to be shown, below what a quotation has.
  private static let confidence: Float = 0.7

  private var paragraphs: [Range<Int>] {
    var result: [Range<Int>] = []
    for (number, sentence) in input.text.sentences.enumerated() where !sentence.isEmpty {
      let isSame =
        number > 0 && input.text.blockOfSentence[number] == input.text.blockOfSentence[number - 1]
      if isSame, let last = result.last {
        result[result.count - 1] = last.lowerBound..<sentence.upperBound
      } else {
        result.append(sentence)
      }
    }
    return result
  }

  /// The verb of saying of a paragraph that ends with it and a colon, but for a time between
  /// ("said on Monday:").
  private func cue(endingIn paragraph: Range<Int>) -> Int? {
    guard paragraph.count > 2, input.text.word(paragraph.upperBound - 1) == ":" else { return nil }
    let tail = max(paragraph.lowerBound, paragraph.upperBound - 5)..<paragraph.upperBound - 1
    return tail.reversed().first { token in
      input.cueLevels[token] >= 4 && input.tags[token].isVerbal
        && [.vbd, .vbz, .vbp].contains(input.tags[token].penn)
    }
  }

  /// The paragraphs of the speech: unquoted ones behind the opening paragraph.
  private func speech(after number: Int, _ paragraphs: [Range<Int>]) -> [Range<Int>] {
    var run: [Range<Int>] = []
    var end = 0
    for paragraph in paragraphs[(number + 1)...] {
      guard input.text.word(paragraph.upperBound - 1) != ":",
        !input.quotes.isQuoted(paragraph.lowerBound), isNext(paragraph, run, paragraphs[number])
      else { break }
      run.append(paragraph)
      if run.count == 1 || paragraph.contains(where: isFirstPerson) { end = run.count }
    }
    return Array(run[..<end])
  }

  /// Whether no heading, which is no block of the text's, stands between.
  private func isNext(_ paragraph: Range<Int>, _ run: [Range<Int>], _ opening: Range<Int>) -> Bool {
    let before = run.last ?? opening
    let blocks = [before, paragraph].map {
      input.text.blockOfSentence[Int(input.sentenceOfToken[$0.lowerBound])]
    }
    return blocks[1] == blocks[0] + 1
  }

  private func isFirstPerson(_ token: Int) -> Bool {
    ["i", "we", "our", "us", "my"].contains(input.text.word(token).lowercased())
      && !input.quotes.isQuoted(token)
  }

  private func source(of cue: Int, in paragraph: Range<Int>) -> Range<Int>? {
    map.pieces.last { piece in
      piece.role == .source && paragraph.contains(piece.tokens.lowerBound)
        && piece.tokens.upperBound <= cue && piece.tokens.upperBound + 2 >= cue
    }?.tokens
      ?? SubjectFinder(input: input).subject(of: cue..<cue + 1, contents: []) { _ in true }
      ?? whole(before: cue, in: paragraph)
  }

  /// All that stands before the verb, where it is a noun phrase with its appositions ("The minister
  /// for the isles, Una Prell, said:"): no verb in it, a name, and no preposition to begin with.
  private func whole(before cue: Int, in paragraph: Range<Int>) -> Range<Int>? {
    var end = cue
    while end > paragraph.lowerBound, input.tags[end - 1].universal == .punctuation { end -= 1 }
    let phrase = paragraph.lowerBound..<end
    guard !phrase.isEmpty, phrase.count <= 25,
      input.tags[phrase.lowerBound].universal != .adposition,
      !phrase.contains(where: { input.tags[$0].isVerbal }),
      phrase.contains(where: { input.names[$0] != 0 || input.tags[$0].universal == .properNoun })
    else { return nil }
    return phrase
  }
}
