internal import GRDB
internal import SaysoRecords

extension Ledger {
  /// Finds statements in the current versions of reports, by day, report and place in the report;
  /// those without a day come last.
  public func statements(_ query: StatementQuery = StatementQuery()) throws -> [FoundStatement] {
    guard let search = StatementSearch(query) else { return [] }
    return try reading { db in
      let records = RecordReader(db: db)
      let reports = ReportReader(db: db)
      let cursor = try Row.fetchCursor(
        db.cachedStatement(sql: search.sql), arguments: StatementArguments(search.arguments))
      let own = RecordReader.statementColumnCount
      return try cursor.mapping { row in
        FoundStatement(
          statement: try records.statement(row), report: ReportID(try row.requiredText(own)),
          version: row[own + 1], title: try row.text(own + 2), outlet: try row.text(own + 3),
          url: try row.text(own + 4),
          published: try reports.publication(day: row.text(own + 6), iso: row.text(own + 5)),
          day: try row.text(own + 7).flatMap { CalendarDate(iso: $0) })
      }
    }
  }
}

/// A query as SQL.
///
/// Only bound values come from the user.
struct StatementSearch {
  private(set) var sql: String
  private(set) var arguments: [(any DatabaseValueConvertible)?] = []

  /// The statements themselves; nil where the words asked for can match nothing.
  init?(_ query: StatementQuery) {
    self.init(
      query,
      columns: """
        \(RecordReader.statementColumns), r.id, v.number, v.title, v.outlet, v.url,
        v.published, v.publishedDay, s.day
        """)
    sql += " ORDER BY s.day IS NULL, s.day, r.id, s.ordinal"
    if query.limit != nil || query.start > 0 {
      sql += " LIMIT ? OFFSET ?"
      arguments += [query.limit.map { max(0, $0) } ?? -1, max(0, query.start)]
    }
  }

  /// Columns of all statements that a query means, whatever its limits; nil where its words can match
  /// nothing.
  init?(_ query: StatementQuery, columns: String) {
    sql = """
      SELECT \(columns)
      FROM statement s
      JOIN analysis a ON a.key = s.analysis AND a.isCurrent = 1
      JOIN reportVersion v ON v.key = a.version AND v.isCurrent = 1
      JOIN report r ON r.key = v.report
      LEFT JOIN actor sa ON sa.key = s.speakerActor
      WHERE 1
      """
    if let prefix = query.idPrefix {
      // A range instead of a pattern, for the index.
      require("s.id >= ?", prefix)
      require("s.id < ?", prefix + "\u{10FFFF}")
    }
    if let by = query.by {
      guard let words = SearchExpression.wordPrefixes(of: by) else { return nil }
      require(
        """
        (s.key IN (SELECT rowid FROM speakerText WHERE speakerText MATCH ?)
          OR s.key IN (SELECT own.key FROM actor named JOIN statement own
            ON own.speakerActor = named.key WHERE named.name IN (SELECT value FROM json_each(?)))
          OR s.key IN (SELECT m.statement FROM actor named JOIN speakerMember m
            ON m.actor = named.key WHERE named.name IN (SELECT value FROM json_each(?))))
        """, words)
      let names = StatementSearch.list(query.orActors)
      arguments += [names, names]
    }
    if let about = query.about {
      guard let words = SearchExpression.allWords(of: about, column: "content") else { return nil }
      require("s.key IN (SELECT rowid FROM statementText WHERE statementText MATCH ?)", words)
    }
    if let stance = query.stance { require("s.stance = ?", stance.rawValue) }
    if let kind = query.kind { require("s.kind = ?", kind.rawValue) }
    if let since = query.since { require("s.day >= ?", since.iso) }
    if let until = query.until { require("s.day <= ?", until.iso) }
    if let outlet = query.outlet { require("lower(v.outlet) = lower(?)", outlet) }
    if let figure = query.figure {
      sql += """
         AND EXISTS (SELECT 1 FROM passage p JOIN figure f ON f.analysis = s.analysis
          AND f.startByte >= p.startByte AND f.endByte <= p.endByte
          WHERE p.statement = s.key AND p.role = 'content'
          AND coalesce(f.low, ?) <= ? AND coalesce(f.high, ?) >= ?)
        """
      arguments += [figure, figure, figure, figure]
    }
  }

  /// Texts as a list of JSON, which SQLite takes apart.
  private static func list(_ texts: [String]) -> String {
    let items = texts.map { text in
      let scalars = text.unicodeScalars.map { scalar -> String in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case _ where scalar.value < 32: " "
        default: String(scalar)
        }
      }
      return "\"" + scalars.joined() + "\""
    }
    return "[" + items.joined(separator: ",") + "]"
  }

  private mutating func require(_ condition: String, _ value: String) {
    sql += " AND " + condition
    arguments.append(value)
  }
}
