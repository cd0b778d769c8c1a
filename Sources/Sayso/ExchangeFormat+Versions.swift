internal import SaysoLedger
internal import SaysoRecords

/// The versions of a report, in the words of the exchange format.
extension ExchangeFormat {
  /// A version with what changed against the one before: one line of `sayso versions --json`.
  public static func line(_ version: Desk.Version) -> [UInt8] {
    let read = version.read
    var json = JSONWriter()
    json.object { json in
      metadata(read.report, &json)
      json.name("version")
      json.value(version.summary.number)
      json.name("added")
      json.value(version.summary.addedAt)
      json.name("current")
      json.value(version.summary.isCurrent)
      json.name("statements")
      json.value(read.statements.count)
      json.name("analysed")
      json.value(read.analysed)
      json.name("since")
      if let earlier = version.earlier {
        json.object { since(earlier, version, &$0) }
      } else {
        json.null()
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func since(
    _ earlier: Desk.Version.Earlier, _ version: Desk.Version, _ json: inout JSONWriter
  ) {
    let comparison = earlier.comparison
    json.name("version")
    json.value(earlier.summary.number)
    json.name("sameModels")
    json.value(earlier.summary.stamp == version.summary.stamp)
    json.name("textChanged")
    json.value(thousandths: comparison.textChanged)
    json.name("fields")
    json.array(comparison.fields) { json, field in
      json.object { json in
        json.name("field")
        json.value(field.field)
        json.name("old")
        json.value(field.old)
        json.name("new")
        json.value(field.new)
      }
    }
    json.name("unchanged")
    if comparison.statementsCompared { json.value(comparison.unchanged) } else { json.null() }
    let old = VersionWords(earlier.read)
    let new = VersionWords(version.read)
    json.name("changes")
    json.array(comparison.statements) { json, change in
      json.object { json in
        switch change {
        case .appeared(let statement):
          write("appeared", [], nil, (statement, new), &json)
        case .vanished(let statement):
          write("vanished", [], (statement, old), nil, &json)
        case .changed(let before, let after, let aspects):
          write("changed", aspects, (before, old), (after, new), &json)
        }
      }
    }
  }

  private static func write(
    _ change: String, _ aspects: [VersionComparison.Aspect], _ old: (Statement, VersionWords)?,
    _ new: (Statement, VersionWords)?, _ json: inout JSONWriter
  ) {
    json.name("change")
    json.value(change)
    json.name("aspects")
    json.array(aspects) { $0.value($1.rawValue) }
    json.name("old")
    statement(old, &json)
    json.name("new")
    statement(new, &json)
  }

  /// A statement as `sayso read` has it, with its figures themselves: their list is not at hand.
  private static func statement(
    _ statement: (Statement, VersionWords)?, _ json: inout JSONWriter
  ) {
    guard let (statement, words) = statement else { return json.null() }
    json.object { json in
      members(of: statement, words.points, &json)
      json.name("figures")
      json.array(words.places.indices(in: statement.content)) { json, place in
        figure(words.figures[place], words.points, &json)
      }
    }
  }
}

/// What writing the statements of one version needs.
private struct VersionWords {
  let points: CodePoints
  let figures: [Figure]
  let places: StatementFigures

  init(_ read: ReadReport) {
    points = CodePoints(
      of: read.passages, and: read.figures.compactMap(\.whole), in: read.report.text)
    figures = read.figures
    places = StatementFigures(read.figures)
  }
}
