import ArgumentParser
import Sayso

/// `sayso feeds`: the feeds that files name.
struct Feeds: Verb {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "List the feeds that OPML lists, web pages and feeds name.",
    discussion: """
      Lists from other readers, saved front pages and feeds go in; one list comes out, each feed \
      once. Nothing is fetched: `sayso add` with the list's address, or with those of its feeds, \
      does that.

      EXAMPLES
        sayso feeds subscriptions.opml
        sayso feeds front-pages/ --opml > feeds.opml
        sayso feeds feeds.opml --json | jq -r .feed
      """)

  @Argument(help: ArgumentHelp("Files or folders.", valueName: "file"))
  var files: [String]
  @Flag(help: "One JSON object a line for each feed (docs/feeds.schema.json).")
  var json = false
  @Flag(help: "One OPML 2.0 document, for other readers.")
  var opml = false

  func validate() throws {
    if json, opml { throw ValidationError("--json and --opml exclude each other") }
  }

  func perform() async throws -> Ending {
    let list = FeedList(files)
    var output = Output()
    var notices = Notices()
    for failure in list.failures { notices.problem("\(failure)") }
    if opml {
      if !list.feeds.isEmpty { try output.write(list.opml(title: "Feeds")) }
    } else if json {
      for feed in list.feeds { try output.write(ExchangeFormat.line(feed)) }
    } else {
      try output.write(table(list))
    }
    try output.flush()
    return Ending(problems: notices.problems, found: list.feeds.count)
  }

  private func table(_ list: FeedList) -> String {
    guard !list.feeds.isEmpty else { return "" }
    let terminal = Terminal.current()
    let longest = list.feeds.map { DisplayText.width(of: $0.title ?? "–") }.max() ?? 0
    let columns = Columns([min(max(longest, 8), terminal.width / 3)], indent: 0, in: terminal)
    var text = columns.row(["FEED", "ADDRESS"].map { [Columns.Cell($0, .faint)] })
    for feed in list.feeds {
      text += columns.row([
        [Columns.Cell(DisplayText.oneLine(feed.title ?? "–"), .bold)],
        [Columns.Cell(DisplayText.oneLine(feed.address))],
      ])
    }
    return text
  }
}
