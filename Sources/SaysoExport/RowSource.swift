internal import Sayso
internal import SaysoRecords

/// The rows of a query, a report at a time: by publication, then by the report's id, then by place.
///
/// Memory does not grow with the reports. Where words of speakers or contents are asked for, the ids of what
/// the ledger finds are held.
struct RowSource {
  let desk: Desk
  let query: StatementQuery

  /// Calls `each` for the ledger's statements and gives how many there were.
  func forEach(_ each: (StatementRow) throws -> Void) throws -> Int {
    let hits = try hits()
    var count = 0
    for id in try desk.ledger.reports().map(\.id) {
      guard count < query.limit ?? .max else { break }
      if let hits, hits[id] == nil { continue }
      guard let read = try desk.ledger.readReport(id) else { continue }
      try forEach(StatementRow.all(of: read), hits?[id], &count, each)
    }
    return count
  }

  /// Calls `each` for a story's statements and gives how many there were.
  func forEach(
    of material: StoryMaterial, _ each: (StatementRow) throws -> Void
  ) throws -> Int {
    let hits = try hits()
    var count = 0
    for read in material.reads where hits == nil || hits?[read.report.id] != nil {
      try forEach(
        StatementRow.all(of: read, in: material), hits?[read.report.id], &count, each)
    }
    return count
  }

  private func forEach(
    _ rows: [StatementRow], _ hits: Set<StatementID>?, _ count: inout Int,
    _ each: (StatementRow) throws -> Void
  ) throws {
    for row in rows where passes(row) && hits?.contains(row.statement.id) ?? true {
      guard count < query.limit ?? .max else { return }
      try each(row)
      count += 1
    }
  }

  /// The statements that hold the words asked for, which only the ledger's index knows; nil where no words
  /// are asked for.
  private func hits() throws -> [ReportID: Set<StatementID>]? {
    guard query.by != nil || query.about != nil else { return nil }
    var words = query
    words.limit = nil
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
