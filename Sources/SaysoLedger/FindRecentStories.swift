internal import GRDB
public import SaysoRecords

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A place in the order in which reports, and new versions of them, were added, to ask what came after it.
public struct AdditionMark: Hashable, Sendable, Comparable {
  /// The number of the last version that had been added.
  public let number: Int
  /// A mark from its number.
  public init(_ number: Int) { self.number = number }
  /// Before all reports.
  public static let start = AdditionMark(0)
  /// By the order of adding.
  public static func < (a: AdditionMark, b: AdditionMark) -> Bool { a.number < b.number }
}

/// A story as a list of stories shows it.
public struct StorySummary: Hashable, Sendable {
  /// What it is known by.
  public let id: String
  /// Its name.
  public let name: String
  /// The day of its first report.
  public let first: CalendarDate?
  /// The day of its last report.
  public let last: CalendarDate?
  /// How many reports it has.
  public let reports: Int
  /// How many of them are no copies.
  public let origins: Int
  /// Who published them, ascending.
  public let outlets: [String]
  /// How many of its reports were added, or came in a new version, after the mark that was asked for.
  public let added: Int
}

extension Ledger {
  /// The mark of the report or version that was added last.
  public func lastAddition() throws -> AdditionMark {
    try reading { db in
      AdditionMark(try Int.fetchOne(db, sql: "SELECT max(key) FROM reportVersion") ?? 0)
    }
  }

  /// A number that is another after any process has written to the ledger.
  ///
  /// Costs no look at the tables; the number means nothing by itself (`PRAGMA data_version` of this
  /// connection).
  public func changeStamp() throws -> Int {
    try reading { db in try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
  }

  /// What a brief of a story is made from, as a mark that is another after any of it has changed: its
  /// reports, their readings, and what people decided and put right.
  ///
  /// - Parameter story: nil for all reports.
  public func storyStamp(_ story: String?) throws -> String {
    try reading { db in
      let reports =
        story == nil
        ? "SELECT key AS report FROM report" : "SELECT report FROM storyReport WHERE story = ?"
      let row = try Row.fetchCursor(
        db,
        sql: """
          SELECT count(*) || ' ' || coalesce(max(a.key), 0) || ' ' || total(o.report)
            || ' ' || (SELECT count(*) || ' ' || coalesce(max(number), 0) FROM actorDecision)
            || ' ' || (SELECT count(*) || ' ' || count(withdrawnAt) FROM correction)
          FROM (\(reports)) o
          JOIN reportVersion v ON v.report = o.report AND v.isCurrent = 1
          JOIN analysis a ON a.version = v.key AND a.isCurrent = 1
          """, arguments: story.map { [$0] } ?? []
      ).first { try $0.requiredText(0) }
      return row ?? ""
    }
  }

  /// Some of the stories: those with reports or versions added after a mark first, then by last day, number of
  /// reports and id; undated ones come last.
  ///
  /// - Parameters:
  ///   - mark: nil where nothing counts as new.
  ///   - start: how many to leave out at the beginning.
  ///   - most: how many at most.
  public func recentStories(
    after mark: AdditionMark? = nil, from start: Int = 0, most: Int
  ) throws -> [StorySummary] {
    let decoder = JSONDecoder()
    func summary(_ row: Row) throws -> StorySummary {
      StorySummary(
        id: try row.requiredText(0), name: try row.requiredText(1),
        first: try row.text(2).flatMap { CalendarDate(iso: $0) },
        last: try row.text(3).flatMap { CalendarDate(iso: $0) }, reports: row[4],
        origins: row[5],
        outlets: try decoder.decode([String].self, from: Data(try row.bytes(6))), added: row[7])
    }
    let columns = "s.id, s.name, s.firstDay, s.lastDay, s.reports, s.origins, s.outlets"
    // Descending order puts the undated last.
    let order = "s.lastDay DESC, s.reports DESC, s.id"
    return try reading { db in
      let moved = """
        (SELECT r.story, count(*) AS added
          FROM reportVersion v JOIN storyReport r ON r.report = v.report
          WHERE v.key > ?1 AND v.isCurrent = 1 GROUP BY r.story)
        """
      let after = mark?.number ?? Int.max
      var found = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(columns), n.added FROM \(moved) n JOIN story s ON s.id = n.story
          ORDER BY \(order) LIMIT ?2 OFFSET ?3
          """, arguments: [after, most, start]
      ).mapping(summary)
      guard found.count < most else { return found }
      let before =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(moved)", arguments: [after]) ?? 0
      // The index storyRecent gives the rest in order, without a look at the others.
      found += try Row.fetchCursor(
        db,
        sql: """
          SELECT \(columns), 0 FROM story s
          WHERE s.id NOT IN (SELECT story FROM \(moved))
          ORDER BY \(order) LIMIT ?2 OFFSET ?3
          """, arguments: [after, most - found.count, max(0, start - before)]
      ).mapping(summary)
      return found
    }
  }

  /// How many reports there are.
  public func reportCount() throws -> Int {
    try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM report") ?? 0 }
  }

  /// The story of a report; nil where the index of stories has not taken it in.
  public func story(of report: ReportID) throws -> String? {
    try reading { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT s.story FROM storyReport s JOIN report r ON r.key = s.report
          WHERE r.id = CAST(? AS TEXT)
          """, arguments: [stored(report.text)])
    }
  }

  /// The report in whose current version a statement stands; nil where there is none.
  public func report(of statement: StatementID) throws -> ReportID? {
    try reading { db in
      try Row.fetchCursor(
        db,
        sql: """
          SELECT r.id FROM statement s JOIN analysis a ON a.key = s.analysis AND a.isCurrent = 1
          JOIN reportVersion v ON v.key = a.version AND v.isCurrent = 1
          JOIN report r ON r.key = v.report WHERE s.id = CAST(? AS TEXT) LIMIT 1
          """, arguments: [stored(statement.text)]
      ).first { ReportID(try $0.requiredText(0)) }
    }
  }

  /// Who passed statements on, by how many, with the outlets of the ledger marked as held.
  ///
  /// - Parameter most: how many at most.
  public func citedSources(most: Int) throws -> [CitedCount] {
    try reading { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          WITH held AS (
            SELECT DISTINCT CASE WHEN lower(outlet) GLOB 'the *' THEN substr(lower(outlet), 5)
              ELSE lower(outlet) END AS name
            FROM reportVersion WHERE isCurrent = 1 AND outlet IS NOT NULL)
          SELECT x.name, count(*) AS statements, count(DISTINCT v.report),
            CASE WHEN lower(x.name) GLOB 'the *' THEN substr(lower(x.name), 5)
              ELSE lower(x.name) END IN (SELECT name FROM held)
          FROM relay y JOIN actor x ON x.key = y.actor
          JOIN statement s ON s.key = y.statement
          JOIN analysis a ON a.key = s.analysis AND a.isCurrent = 1
          JOIN reportVersion v ON v.key = a.version AND v.isCurrent = 1
          GROUP BY x.name ORDER BY statements DESC, x.name LIMIT ?
          """, arguments: [most])
      return try cursor.mapping { row in
        CitedCount(
          source: try row.requiredText(0), statements: row[1], reports: row[2], isHeld: row[3])
      }
    }
  }
}

/// Who passed on what others said, over a whole ledger.
public struct CitedCount: Hashable, Sendable {
  /// The name as a report gives it.
  public let source: String
  /// How many statements came through it.
  public let statements: Int
  /// In how many reports they stand.
  public let reports: Int
  /// Whether the ledger holds a report of an outlet of this name.
  public let isHeld: Bool
}
