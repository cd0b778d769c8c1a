internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// The list of stories, what moved since the reader's last visit first.
extension Site {
  private static let storiesOnAPage = 40

  func stories(_ request: PageRequest) throws -> PageAnswer {
    let ledger = desk.ledger
    let mark = request.seen.map { AdditionMark($0) }
    let size = Site.storiesOnAPage
    let found = try ledger.recentStories(
      after: mark, from: (request.page - 1) * size, most: size + 1)
    let reports = try ledger.reportCount()
    let rows = found.prefix(size).map { story -> Fields in
      [
        "href": Address.story(story.id), "name": story.name,
        "days": span(story.first, story.last), "reports": counted(story.reports, "report"),
        "origins": counted(story.origins, "origin"),
        "outlets": story.outlets.prefix(6).joined(separator: ", ")
          + (story.outlets.count > 6 ? " and \(story.outlets.count - 6) more" : ""),
        "added": story.added, "isNew": story.added > 0,
      ]
    }
    let isEmpty = reports == 0
    return page(
      "stories", title: "Stories", request,
      [
        "stories": Array(rows), "isEmpty": isEmpty, "hasStories": !rows.isEmpty,
        "reports": counted(reports, "report"), "count": try ledger.storyCount(),
        "mayShowAll": reports > 1 && reports <= StoryViews.mostTogether,
        "all": Address.story(StoryViews.together), "isReturning": mark != nil,
        "pager": Fields.pager(request, hasMore: found.count > size),
      ])
  }
}
