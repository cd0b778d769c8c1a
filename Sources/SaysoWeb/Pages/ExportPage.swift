internal import HTTPTypes
internal import Sayso
internal import SaysoExport

/// The ways out: what a page shows, in the formats that others read.
extension Site {
  /// The formats of a story.
  func exports(_ request: PageRequest) async throws -> PageAnswer {
    let view = try await story(request.parameters["story"] ?? "")
    let base = Address.story(request.parameters["story"] ?? "") + "/export/"
    return page(
      "exports", title: "Take it along", request,
      [
        "name": view.story.name, "story": Address.story(view.id),
        "formats": ExportFormat.allCases.map {
          ["title": $0.title, "href": base + $0.rawValue, "ending": $0.fileEnding] as Fields
        },
      ])
  }

  /// A story in a format.
  func export(_ request: PageRequest) async throws -> PageAnswer {
    let id = request.parameters["story"] ?? ""
    _ = try await story(id)
    return try export(
      format(request), ExportSelection(id == StoryViews.together ? .together : .story(id)),
      name: "sayso-" + id.prefix(12))
  }

  /// The statements that a search finds, as rows.
  func exportFound(_ request: PageRequest) throws -> PageAnswer {
    let format = try format(request)
    guard format.isRows else {
      throw PageProblem(
        .badRequest, "A search is taken along as rows.", remedy: "Choose CSV or JSON lines.")
    }
    let query = try Site.query(request)
    // The answer is held in memory.
    let most = 100_000
    let count = try desk.ledger.counts(of: query, outlets: 0).total
    guard count <= most else {
      throw PageProblem(
        .badRequest, "The search finds \(count) statements; up to \(most) are taken along here.",
        remedy: "Add a filter, or use `sayso export` on the command line, which has no limit.")
    }
    return try export(format, ExportSelection(.ledger, query), name: "sayso-statements")
  }

  private func format(_ request: PageRequest) throws -> ExportFormat {
    guard let format = ExportFormat(rawValue: request.parameters["format"] ?? "") else {
      throw PageProblem(
        .notFound, "There is no such format.",
        remedy: "Formats are " + ExportFormat.allCases.map(\.rawValue).joined(separator: ", ") + "."
      )
    }
    return format
  }

  private func export(
    _ format: ExportFormat, _ selection: ExportSelection, name: some StringProtocol
  ) throws -> PageAnswer {
    var bytes: [UInt8] = []
    _ = try Export(desk: desk, now: options.now()).write(format, of: selection) { bytes += $0 }
    return PageAnswer(
      bytes, type: format.mediaType,
      headers: [
        ("content-disposition", "attachment; filename=\"\(name).\(format.fileEnding)\"")
      ])
  }
}
