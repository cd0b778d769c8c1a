internal import HTTPTypes
internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// What programs ask for: the JSON of the command line over HTTP.
enum API {
  /// A question.
  struct Operation: Sendable {
    /// The path, with names as ":name".
    let path: String
    /// What it is called in the description.
    let name: String
    /// What it gives, as a sentence.
    let summary: String
    /// The values that it takes behind the question mark.
    var parameters: [Parameter] = []
    /// The schema in docs/ that one item follows; nil for the description itself.
    let schema: String?
    /// Whether it gives a list, in pages.
    var isList = false
    let answer: @Sendable (Site, PageRequest) async throws -> PageAnswer
  }

  /// A value behind the question mark.
  struct Parameter: Sendable {
    let name: String
    let summary: String
    /// Its type in JSON Schema.
    var type = "string"
    var format: String?
    var choices: [String] = []

    /// Whether it is words, which may be empty and are then left out.
    var isText: Bool { type == "string" && format == nil && choices.isEmpty }
  }

  private static let limits = [
    Parameter(name: "limit", summary: "The most items, 1 to 500.", type: "integer"),
    Parameter(name: "start", summary: "How many items to leave out first.", type: "integer"),
  ]

  private static let filters = [
    Parameter(name: "q", summary: "Words of what was said."),
    Parameter(name: "by", summary: "Words of the speaker."),
    Parameter(
      name: "stance", summary: "What the speaker does.",
      choices: Stance.allCases.map(\.rawValue)),
    Parameter(name: "outlet", summary: "Who published the report."),
    Parameter(name: "since", summary: "The first day.", format: "date"),
    Parameter(name: "until", summary: "The last day.", format: "date"),
    Parameter(name: "figure", summary: "A number in what was said.", type: "number"),
  ]

  static let operations: [Operation] = [
    Operation(
      path: "/api/stories", name: "listStories", summary: "Stories, the latest first.",
      parameters: limits, schema: "stories", isList: true
    ) { site, request in
      let (start, limit) = try window(request)
      let rows = try site.desk.ledger.recentStories(from: start, most: limit + 1)
      let stories = try site.desk.storiesAsIndexed()
      let found = try rows.prefix(limit).flatMap { try stories.find($0.id, most: 1) }
      return list(found.map(ExchangeFormat.line), start, hasMore: rows.count > limit)
    },
    Operation(
      path: "/api/stories/:story", name: "getStory", summary: "The brief of a story.",
      schema: "brief"
    ) { site, request in
      let view = try await site.story(request.parameters["story"] ?? "")
      return answer(ExchangeFormat.line(view.briefing))
    },
    Operation(
      path: "/api/stories/:story/claims", name: "listClaims", summary: "The claims of a story.",
      parameters: limits, schema: "claims", isList: true
    ) { site, request in
      let view = try await site.story(request.parameters["story"] ?? "")
      return try list(view.brief.claims, request) { ExchangeFormat.line($0, of: view.story) }
    },
    Operation(
      path: "/api/stories/:story/figures", name: "listFigures",
      summary: "The figures of a story, side by side.", parameters: limits, schema: "figures",
      isList: true
    ) { site, request in
      let view = try await site.story(request.parameters["story"] ?? "")
      return try list(view.brief.figures, request) { ExchangeFormat.line($0, of: view.story) }
    },
    Operation(
      path: "/api/stories/:story/actors", name: "listActors", summary: "Who speaks in a story.",
      parameters: limits, schema: "actors", isList: true
    ) { site, request in
      let id = request.parameters["story"] ?? ""
      let view = try await site.story(id)
      return try list(try await site.views.actors(of: view.story, id), request) {
        ExchangeFormat.line($0)
      }
    },
    Operation(
      path: "/api/stories/:story/claims/:claim/trace", name: "traceClaim",
      summary: "A claim back to its beginnings.", parameters: limits, schema: "trace",
      isList: true
    ) { site, request in
      let view = try await site.story(request.parameters["story"] ?? "")
      guard let claim = view.claim(ClaimID(request.parameters["claim"] ?? "")) else {
        throw PageProblem.missing("claim")
      }
      let steps = view.briefing.trace(claim)
      return try list(steps, request) { step in
        view.briefing.sources[step.statement].map { ExchangeFormat.line(step, $0) } ?? []
      }
    },
    Operation(
      path: "/api/statements", name: "findStatements",
      summary: "Statements, by day, report and place.", parameters: filters + limits,
      schema: "statements", isList: true
    ) { site, request in
      let (start, limit) = try window(request)
      var query = try Site.query(request)
      query.start = start
      query.limit = limit + 1
      var lines: [[UInt8]] = []
      try site.desk.statements(query) { lines.append(ExchangeFormat.line($0, text: $1)) }
      return list(Array(lines.prefix(limit)), start, hasMore: lines.count > limit)
    },
    Operation(
      path: "/api/reports/:report", name: "getReport",
      summary: "A report with its text and all that was read out of it.", schema: "read"
    ) { site, request in
      guard let read = try site.desk.ledger.readReport(ReportID(request.parameters["report"] ?? ""))
      else { throw PageProblem.missing("report") }
      return answer(ExchangeFormat.line(read))
    },
    Operation(
      path: "/api/openapi.json", name: "getDescription",
      summary: "This description of the API.", schema: nil
    ) { _, _ in answer(APIDescription.json) },
  ]

  /// Refuses numbers, days and stances that are there and empty.
  ///
  /// A form sends the fields that its reader left empty; a program that does means something else, and would
  /// take the answer to a wider question for that to its own.
  static func check(_ request: PageRequest, for operation: Operation) throws {
    for parameter in operation.parameters where !parameter.isText {
      guard let value = request.query[parameter.name], value.trimmed.isEmpty else { continue }
      throw PageProblem(
        .badRequest, "“\(parameter.name)” is empty.", remedy: "Give it a value, or leave it out.")
    }
  }

  // MARK: - Answers

  private static func window(_ request: PageRequest) throws -> (start: Int, limit: Int) {
    func number(_ name: String, _ usual: Int, _ allowed: ClosedRange<Int>) throws -> Int {
      guard let text = request.value(name) else { return usual }
      guard let number = Int(text), allowed.contains(number) else {
        throw PageProblem(
          .badRequest,
          "“\(name)” must be a number from \(allowed.lowerBound) to \(allowed.upperBound).",
          remedy: "Leave it out for \(usual).")
      }
      return number
    }
    return (try number("start", 0, 0...10_000_000), try number("limit", 50, 1...500))
  }

  private static func list<Item>(
    _ items: [Item], _ request: PageRequest, _ line: (Item) -> [UInt8]
  ) throws -> PageAnswer {
    let (start, limit) = try window(request)
    let rest = items.dropFirst(start)
    return list(rest.prefix(limit).map(line), start, hasMore: rest.count > limit)
  }

  /// One page of a list: the items and where the next page starts.
  private static func list(_ lines: [[UInt8]], _ start: Int, hasMore: Bool) -> PageAnswer {
    var bytes = Array("{\"items\":[".utf8)
    for (place, line) in lines.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += line.last == 10 ? line.dropLast() : line[...]
    }
    bytes += Array("],\"next\":\(hasMore ? String(start + lines.count) : "null")}\n".utf8)
    return answer(bytes)
  }

  private static func answer(_ bytes: [UInt8]) -> PageAnswer {
    PageAnswer(bytes, type: "application/json")
  }

  /// A problem in the one shape that all errors have.
  static func answer(_ problem: PageProblem) -> PageAnswer {
    var answer = answer(
      ExchangeFormat.problem(
        status: problem.status.code, problem.problem, remedy: problem.remedy))
    answer.status = problem.status
    return answer
  }
}
