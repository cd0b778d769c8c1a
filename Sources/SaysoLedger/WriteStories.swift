#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GRDB
internal import SaysoRecords

extension Ledger {
  /// Writes what an addition changed in the index, in one transaction; its reports wait no longer.
  ///
  /// - Parameter generation: the state that the changes build on.
  /// - Returns: false, and nothing is written, where the index was written by another since.
  package func write(_ changes: StoryChanges, onto generation: Int) throws -> Bool {
    try writingStories { db in
      let held = try Int.fetchOne(db, sql: "SELECT generation FROM storyIndex")
      guard held == generation else { return false }
      try db.execute(sql: "UPDATE storyIndex SET generation = generation + 1")
      try StoryWriter(db: db).write(changes)
      return true
    }
  }

  /// Empties the index, so that all reports wait to be taken in; `stamp` names what makes it anew.
  package func clearStories(stamp: String) throws {
    try writingStories { db in
      let generation = try Int.fetchOne(db, sql: "SELECT generation FROM storyIndex") ?? 0
      for table in ["storyReport", "story", "storyLink", "copyLink", "storySketch", "storyIndex"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
      try db.execute(
        sql: "INSERT INTO storyIndex (only, stamp, generation) VALUES (1, ?, ?)",
        arguments: [stamp, generation + 1])
      try db.execute(sql: "INSERT OR IGNORE INTO storyPending SELECT key FROM report")
    }
  }

  private func writingStories<T>(_ body: (Database) throws -> T) throws -> T {
    guard !isReadOnly else {
      throw LedgerError(
        .readOnly, "the ledger was opened for asking only", place: path,
        remedy: "open it for adding")
    }
    do {
      var result: T?
      try database.inTransaction(.immediate) { db in
        result = try body(db)
        return .commit
      }
      guard let result else { preconditionFailure("the transaction has run") }
      return result
    } catch let contradiction as Contradiction {
      throw contradiction.error(place: path)
    } catch {
      throw LedgerError(error, place: path)
    }
  }
}

/// Writes rows of the index inside an open transaction.
private struct StoryWriter {
  let db: Database

  func write(_ changes: StoryChanges) throws {
    for sketch in changes.sketches { try write(sketch) }
    for (report, links) in changes.links { try write(links, of: try key(report)) }
    let copy = try Insertion(
      db, "copyLink",
      [
        "first", "second", "shared", "firstCount", "secondCount", "firstTaken", "secondTaken",
      ])
    for link in changes.copies {
      try copy.run([
        try key(link.first.report), try key(link.second.report), link.shared, link.first.count,
        link.second.count, link.first.taken, link.second.taken,
      ])
    }
    let place = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO storyReport (report, story) VALUES (?, ?)")
    for (report, story) in changes.places {
      try place.execute(arguments: [try key(report), story])
    }
    for story in changes.stories { try write(story) }
    for id in changes.gone { try run("DELETE FROM story WHERE id = ?", [id]) }
  }

  private func write(_ sketch: StorySketch) throws {
    let report = try key(sketch.report)
    try run("DELETE FROM copyLink WHERE first = ?", [report])
    try run("DELETE FROM copyLink WHERE second = ?", [report])
    try run(
      """
      INSERT OR REPLACE INTO storySketch (report, features, shingles, shingleCount)
      VALUES (?, ?, ?, ?)
      """, [report, Data(sketch.features), Data(sketch.shingles), sketch.shingleCount])
    try run("DELETE FROM storyPending WHERE report = ?", [report])
  }

  private func write(_ links: [KeptStoryLink], of report: Int64) throws {
    try run("DELETE FROM storyLink WHERE report = ?", [report])
    let insertion = try Insertion(db, "storyLink", ["report", "rank", "earlier", "odds"])
    for (rank, link) in links.enumerated() {
      try insertion.run([report, rank, try key(link.earlier), Double(link.odds)])
    }
  }

  private func write(_ story: StoryRow) throws {
    let outlets = String(decoding: try JSONEncoder().encode(story.outlets), as: UTF8.self)
    try run(
      """
      INSERT INTO story (id, name, firstDay, lastDay, reports, origins, outlets)
      VALUES (?1, CAST(?2 AS TEXT), ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, firstDay = excluded.firstDay,
        lastDay = excluded.lastDay, reports = excluded.reports, origins = excluded.origins,
        outlets = excluded.outlets
      """,
      [
        story.id, stored(story.name), story.first?.iso, story.last?.iso, story.reports,
        story.origins, outlets,
      ])
  }

  private func key(_ report: ReportID) throws -> Int64 {
    let key = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT key FROM report WHERE id = CAST(? AS TEXT)"),
      arguments: [stored(report.text)])
    guard let key else { throw Contradiction("a report of a story is not there") }
    return key
  }

  private func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}
