internal import SaysoLanguage
internal import SaysoRecords

/// Finds by whom a statement reached the page, inside its sentence: "told Reuters", "according to
/// state media", "citing an official", "in an interview with the paper".
///
/// Only what stands outside of the content counts; a relay needs a name or a noun phrase directly
/// behind the signal.
struct RelayReader {
  let input: AttributionInput
  let actors: ReportActors

  /// The relays of a statement, nearest the speaker first.
  func chain(_ frame: StatementFrame, _ map: PieceMap, _ text: FrozenText) -> [Relay] {
    let cue = map.pieces[frame.cue].tokens
    let sentence = input.text.sentences[Int(input.sentenceOfToken[cue.lowerBound])]
    var taken = Set<Int>()
    for piece in frame.contents { taken.formUnion(map.pieces[piece].tokens) }
    for index in map.cues where index != frame.cue { taken.formUnion(map.pieces[index].tokens) }
    if let source = frame.source { taken.formUnion(map.pieces[source].tokens) }
    var relays: [Relay] = []
    if let relay = told(cue, sentence, taken) { relays.append(relay) }
    if let relay = interview(cue, sentence, taken) { relays.append(relay) }
    return relays
  }

  /// "told Reuters": a body's name directly behind "told".
  private func told(_ cue: Range<Int>, _ sentence: Range<Int>, _ taken: Set<Int>) -> Relay? {
    guard cue.contains(where: { lower($0) == "told" }) else { return nil }
    var token = cue.upperBound
    if sentence.contains(token), lower(token) == "the" { token += 1 }
    return relay(at: token, in: sentence, taken)
  }

  /// "in an interview with the Guardian", "in a statement to AFP".
  private func interview(_ cue: Range<Int>, _ sentence: Range<Int>, _ taken: Set<Int>) -> Relay? {
    for token in sentence where lower(token) == "interview" || lower(token) == "interviewed" {
      guard abs(token - cue.lowerBound) <= 12, !taken.contains(token),
        sentence.contains(token + 2), ["with", "by", "to"].contains(lower(token + 1))
      else { continue }
      let start = lower(token + 2) == "the" ? token + 3 : token + 2
      if let relay = relay(at: start, in: sentence, taken) { return relay }
    }
    return nil
  }

  private func relay(at token: Int, in sentence: Range<Int>, _ taken: Set<Int>) -> Relay? {
    guard sentence.contains(token), !taken.contains(token), let name = actors.name(at: token),
      actors.types[name] == .organization
    else { return nil }
    let range = actors.ranges[name]
    return Relay(
      passage: Passage([input.text.span(range)], in: input.text.text), actor: actors.actors[name])
  }

  private func lower(_ token: Int) -> String { input.text.word(token).lowercased() }
}
