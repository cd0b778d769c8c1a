internal import Sayso
internal import SaysoRecords

/// The rows of a query, a report at a time: by publication, then by the report's id, then by place.
///
/// Memory does not grow with the reports. Where words of speakers or contents are asked for, the ids of
/// what the ledger finds are held.
struct RowSource {
  let desk: Desk
  let query: StatementQuery
  /// How many reports are listed at once: some megabytes, and few enough sortings of a large ledger.
  private static let page = 8192

  /// Calls `each` for the ledger's statements and gives how many there were.
  func forEach(_ each: (StatementRow) throws -> Void) throws -> Int {
    let hits = try hits()
    var count = Count(query)
    var start = 0
    while !count.isFull {
      let ids = try desk.ledger.reports(from: start, most: RowSource.page).map(\.id)
      for id in ids where !count.isFull {
        if let hits, hits[id] == nil { continue }
        guard let read = try desk.ledger.readReport(id) else { continue }
        try forEach(StatementRow.all(of: read), hits?[id], &count, each)
      }
      guard ids.count == RowSource.page else { break }
      start += ids.count
    }
    return count.written
  }

  /// Calls `each` for a story's statements and gives how many there were.
  func forEach(
    of material: StoryMaterial, _ each: (StatementRow) throws -> Void
  ) throws -> Int {
    let hits = try hits()
    var count = Count(query)
    for read in material.reads where hits == nil || hits?[read.report.id] != nil {
      try forEach(
        StatementRow.all(of: read, in: material), hits?[read.report.id], &count, each)
    }
    return count.written
  }

  private func forEach(
    _ rows: [StatementRow], _ hits: Set<StatementID>?, _ count: inout Count,
    _ each: (StatementRow) throws -> Void
  ) throws {
    for row in rows where passes(row) && hits?.contains(row.statement.id) ?? true {
      guard !count.isFull else { return }
      if count.takes() { try each(row) }
    }
  }

  /// What only the ledger can tell of: the statements that hold the words asked for, and the like; nil where
  /// nothing such is asked for.
  private func hits() throws -> [ReportID: Set<StatementID>]? {
    var words = query
    words.limit = nil
    words.start = 0
    let own = StatementQuery(
      stance: query.stance, kind: query.kind, since: query.since, until: query.until)
    guard words != own else { return nil }
    var hits: [ReportID: Set<StatementID>] = [:]
    for found in try desk.ledger.statements(words) {
      hits[found.report, default: []].insert(found.statement.id)
    }
    return hits
  }

  private func passes(_ row: StatementRow) -> Bool {
    if let stance = query.stance, row.statement.stance != stance { return false }
    if let kind = query.kind, row.statement.kind != kind { return false }
    guard query.since != nil || query.until != nil else { return true }
    guard let day = row.day else { return false }
    return query.since.map { $0 <= day } ?? true && query.until.map { day <= $0 } ?? true
  }
}

/// The rows that are left out, those that were written, and the most there may be.
private struct Count {
  private(set) var written = 0
  private var leftOut: Int
  private let most: Int

  init(_ query: StatementQuery) {
    leftOut = query.start
    most = query.limit ?? .max
  }

  var isFull: Bool { written >= most }

  /// Counts a row; false for one that is left out.
  mutating func takes() -> Bool {
    guard leftOut <= 0 else {
      leftOut -= 1
      return false
    }
    written += 1
    return true
  }
}
