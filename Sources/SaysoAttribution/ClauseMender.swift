internal import SaysoLanguage
internal import SaysoRecords

/// Mends statements whose source or content the tagger left open, by the form of the clause.
///
/// | words | as tagged | as mended |
/// |---|---|---|
/// | "Varn urged restraint" | cue "Varn urged" | source "Varn", cue "urged" |
/// | "The line held, said unit commander Ole Brandt." | content "unit commander Ole Brandt" | source; content "The line held" |
/// | "an envoy to the Isles said" | source "the Isles" | source "an envoy to the Isles" |
/// | "The agency in Varn on Tuesday confirmed that …" | no source | source "The agency in Varn" |
struct ClauseMender {
  let input: AttributionInput
  let map: PieceMap

  /// The plans with sources where the clause has a plain one.
  func mended(_ plans: [StatementPlan]) -> [StatementPlan] {
    let taken = Set(map.pieces.flatMap { Array($0.tokens) })
    let finder = SubjectFinder(input: input)
    return plans.map { plan in
      var plan = plan
      complete(&plan) { !taken.contains($0) }
      if plan.source != nil || splitCue(&plan) {
        if let source = plan.source, source.upperBound <= plan.cue.lowerBound {
          plan.source = finder.whole(source) { !taken.contains($0) }
        }
        return plan
      }
      if invert(&plan, plans) { return plan }
      plan.source = finder.subject(of: plan.cue, contents: plan.contents) { !taken.contains($0) }
      return plan
    }
  }

  /// "said that the first alarm | had been switched off": a clause of "that" whose verb stands right
  /// behind it takes the verb and what follows, up to the next mark or piece.
  private func complete(_ plan: inout StatementPlan, free: (Int) -> Bool) {
    guard let last = plan.contents.last, last.lowerBound >= plan.cue.upperBound,
      input.text.word(last.lowerBound) == "that",
      !last.contains(where: { input.tags[$0].isVerbal }), last.upperBound < input.tags.count,
      input.tags[last.upperBound].isVerbal
    else { return }
    let sentence = input.text.sentences[Int(input.sentenceOfToken[last.lowerBound])]
    var end = last.upperBound
    while end < sentence.upperBound, free(end),
      input.tags[end].universal != .punctuation || input.tags[end].penn == .hyph
    {
      end += 1
    }
    plan.contents[plan.contents.count - 1] = last.lowerBound..<end
  }

  /// A cue that begins with a noun phrase and goes on with a verb: the noun phrase is the source.
  private func splitCue(_ plan: inout StatementPlan) -> Bool {
    guard let verb = plan.cue.first(where: { input.tags[$0].isVerbal }),
      verb > plan.cue.lowerBound, input.tags[verb - 1].isNominal,
      (plan.cue.lowerBound..<verb).allSatisfy({
        let tag = input.tags[$0]
        return tag.isNominal || tag.universal == .determiner || tag.universal == .adjective
          || tag.penn == .hyph || tag.penn == .pos
      }),
      input.tags[verb].penn == .vbd || input.tags[verb].penn == .vbz
        || input.tags[verb].penn == .vbp
    else { return false }
    plan.source = plan.cue.lowerBound..<verb
    plan.cue = verb..<plan.cue.upperBound
    return true
  }

  /// "…, said unit commander Ole Brandt." where the tagger took the name for the content: what
  /// stands before the comma is what was said.
  private func invert(_ plan: inout StatementPlan, _ plans: [StatementPlan]) -> Bool {
    let verb = plan.cue.lowerBound
    let sentence = input.text.sentences[Int(input.sentenceOfToken[verb])]
    guard plan.cue.count == 1, input.cueLevels[verb] >= 4, verb > sentence.lowerBound + 2,
      isComma(verb - 1), let content = plan.contents.first, plan.contents.count == 1,
      content.lowerBound == plan.cue.upperBound, isName(content),
      content.upperBound >= sentence.upperBound || isBreak(content.upperBound)
    else { return false }
    let said = sentence.lowerBound..<verb - 1
    guard !plans.contains(where: { $0.contents.contains { $0.overlaps(said) } }),
      said.contains(where: { input.tags[$0].isVerbal })
    else { return false }
    plan.source = content
    plan.contents = [said]
    return true
  }

  private func isName(_ range: Range<Int>) -> Bool {
    range.allSatisfy { !input.tags[$0].isVerbal && input.tags[$0].universal != .pronoun }
      && range.contains { input.names[$0] != 0 || input.tags[$0].universal == .properNoun }
  }

  private func isComma(_ token: Int) -> Bool { input.tags[token].penn == .comma }

  private func isBreak(_ token: Int) -> Bool {
    input.tags[token].universal == .punctuation
  }
}
