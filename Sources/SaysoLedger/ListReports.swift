internal import GRDB
internal import SaysoRecords

extension Ledger {
  /// The reports in their current versions, by publication and id; undated ones come last.
  ///
  /// - Parameter about: Words that must each occur in headline or text, in any order and English
  ///   inflection; those between double quotes must stand together. nil lists all reports.
  /// - Parameter start: How many to leave out at the beginning.
  /// - Parameter most: How many to list at most; nil for all.
  public func reports(
    about: String? = nil, from start: Int = 0, most: Int? = nil
  ) throws -> [ReportSummary] {
    var arguments: [(any DatabaseValueConvertible)?] = []
    var condition = "1"
    if let about {
      guard let words = SearchExpression.allWords(of: about) else { return [] }
      condition = "v.key IN (SELECT rowid FROM reportText WHERE reportText MATCH ?)"
      arguments = [words]
    }
    return try reading { db in
      let reports = ReportReader(db: db)
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.id, v.number, v.title, v.outlet, v.url, v.published, v.publishedDay,
            v.language, a.analysed, a.engine, r.addedAt,
            (SELECT count(*) FROM statement s WHERE s.analysis = a.key)
          FROM report r
          JOIN reportVersion v ON v.report = r.key AND v.isCurrent = 1
          JOIN analysis a ON a.version = v.key AND a.isCurrent = 1
          WHERE \(condition) ORDER BY v.published IS NULL, v.published, r.id
          LIMIT \(most ?? -1) OFFSET \(max(0, start))
          """, arguments: StatementArguments(arguments))
      return try cursor.mapping { row in
        ReportSummary(
          id: ReportID(try row.requiredText(0)), version: row[1], title: try row.text(2),
          outlet: try row.text(3), url: try row.text(4),
          published: try reports.publication(day: row.text(6), iso: row.text(5)),
          language: try row.text(7), analysed: row[8],
          stamp: ModelStamp(try row.requiredText(9)), statements: row[11],
          addedAt: try row.requiredText(10))
      }
    }
  }
}
