package import SaysoClaims
package import SaysoRecords

extension Desk.Briefing {
  /// The brief of reports taken as one story, without a ledger; nil for none.
  ///
  /// Throws where the models' folder lacks the weights of stories.
  package static func together(_ reads: [ReadReport]) throws -> Desk.Briefing? {
    let input = StoryInput(reads)
    let stories = try StoryMaker(input, together: true)
    return stories.stories.first.map { found in
      let names = ActorNames(found.places.map { input.reads[$0] }, story: found.story.id)
      let story = input.story(of: found.places, names: names)
      return Desk.Briefing(
        brief: BriefMaker().brief(of: story, as: found.story, since: nil), sources: [:],
        copies: [:], input: story)
    }
  }

  /// The story as claims are made of it.
  package var claimStory: ClaimStory { input }
}
