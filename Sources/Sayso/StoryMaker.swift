internal import SaysoRecords
internal import SaysoStories

/// Parts reports into stories without an index, all at once: for `--together`, for ledgers that may not
/// be written, and to hold the index against.
struct StoryMaker: Sendable {
  /// A story with its reports' places in the input.
  struct Found: Sendable {
    let story: Story
    let places: [Int]
  }

  /// The stories, those with most reports first.
  let stories: [Found]

  /// Groups the reports by event, or takes them as one story; the same stories come out whatever their order.
  ///
  /// Throws where the models' folder lacks the weights of stories.
  init(_ input: StoryInput, together: Bool) throws {
    let model = try ModelShelf().file("stories")
    let background = try StoryBackground(model)
    if together {
      stories =
        input.reads.first.map { first in
          [
            StoryMaker.found(
              Array(input.reads.indices), id: StoryID(earliest: first.report.id), input,
              background: background)
          ]
        } ?? []
      return
    }
    var grouper = StoryGrouper(scorer: try StoryPairScorer(model))
    grouper.add(
      input.reads.map { ($0.report.id, StoryFeatures($0, background: background)) })
    let places = Dictionary(
      input.reads.enumerated().map { ($1.report.id, $0) }, uniquingKeysWith: { first, _ in first })
    stories = grouper.stories.map { id, reports in
      StoryMaker.found(
        reports.compactMap { places[$0] }.sorted(), id: id, input, background: background)
    }.sorted { a, b in
      (b.places.count, a.story.id) < (a.places.count, b.story.id)
    }
  }

  private static func found(
    _ places: [Int], id: StoryID, _ input: StoryInput, background: StoryBackground
  ) -> Found {
    let reports = places.map { input.reads[$0].report }
    let origins = Set(reports.map { input.copies.group(of: $0.id)?.earliest.id ?? $0.id })
    let name = StoryName(reports.map(StoryName.Source.init), background: background)
    return Found(
      story: Story(
        id: id.text, name: name.text, first: name.span?.lowerBound, last: name.span?.upperBound,
        reports: reports.map(\.id), origins: origins.count, outlets: name.outlets),
      places: places)
  }
}
