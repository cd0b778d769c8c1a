#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GRDB
package import SaysoRecords

extension Ledger {
  /// How far the index of stories has come; costs no more in a large ledger than in a small one,
  /// where few reports wait.
  package func storyState() throws -> StoryState {
    try reading { db in
      let row = try Row.fetchCursor(db, sql: "SELECT stamp, generation FROM storyIndex").first {
        (stamp: try $0.requiredText(0), generation: $0[1] as Int)
      }
      return StoryState(
        stamp: row?.stamp, generation: row?.generation ?? 0,
        pending: try Int.fetchOne(db, sql: "SELECT count(*) FROM storyPending") ?? 0)
    }
  }

  /// The first reports that the index has yet to take in, as they were added.
  package func reportsAwaitingStories(most: Int) throws -> [ReportID] {
    try reading { db in
      try Row.fetchCursor(
        db,
        sql: """
          SELECT r.id FROM storyPending p JOIN report r ON r.key = p.report ORDER BY r.key LIMIT ?
          """, arguments: [most]
      ).mapping { ReportID(try $0.requiredText(0)) }
    }
  }

  /// A report with those of its records that stories are made from, names and times; nil where the
  /// ledger does not hold it.
  package func readForStories(_ id: ReportID) throws -> ReadReport? {
    try reading { db in
      let reader = ReportReader(db: db)
      guard let version = try reader.versionKey(id, number: nil),
        let report = try reader.report(version: version)
      else { return nil }
      let analysis = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT key FROM analysis WHERE version = ? AND isCurrent = 1"),
        arguments: [version])
      guard let analysis else { throw Contradiction("no analysis of a report is current") }
      let records = RecordReader(db: db)
      return ReadReport(
        report: report, mentions: try records.mentions(of: analysis),
        dates: try records.times(of: analysis), analysed: true)
    }
  }

  /// All reports of the index, as they were added.
  package func indexedReports() throws -> [IndexedReport] {
    try reading { db in
      var places: [Int64: Int] = [:]
      var reports = try Row.fetchCursor(
        db,
        sql: """
          SELECT k.report, r.id, k.features, k.shingles, k.shingleCount, s.story
          FROM storySketch k JOIN report r ON r.key = k.report
          JOIN storyReport s ON s.report = k.report ORDER BY k.report
          """
      ).mapping { row in
        places[row[0]] = places.count
        return IndexedReport(
          sketch: StorySketch(
            report: ReportID(try row.requiredText(1)), features: try row.bytes(2),
            shingles: try row.bytes(3), shingleCount: row[4]),
          story: try row.requiredText(5), links: [])
      }
      let links = try Row.fetchCursor(
        db, sql: "SELECT report, earlier, odds FROM storyLink ORDER BY report, rank")
      while let row = try links.next() {
        guard let place = places[row[0]], let earlier = places[row[1]] else {
          throw Contradiction("a link of stories leads to a report that is not there")
        }
        reports[place].links.append(
          KeptStoryLink(
            earlier: reports[earlier].sketch.report, odds: Float(row[2] as Double)))
      }
      return reports
    }
  }

  /// Stories by name, those with most reports first, then by id.
  ///
  /// - Parameters:
  ///   - prefix: only those whose ids, which are hexadecimal digits, begin so.
  ///   - most: how many at most.
  package func storyHeads(idPrefix prefix: String = "", most: Int = .max) throws -> [StoryHead] {
    try reading { db in
      // "g" is the first letter that is no digit.
      let condition = prefix.isEmpty ? "" : "WHERE id >= ?1 AND id < ?1 || 'g'"
      return try Row.fetchCursor(
        db,
        sql: "SELECT id, name FROM story \(condition) ORDER BY reports DESC, id LIMIT \(most)",
        arguments: prefix.isEmpty ? [] : [prefix]
      ).mapping { StoryHead(id: try $0.requiredText(0), name: try $0.requiredText(1)) }
    }
  }

  /// How many stories there are.
  public func storyCount() throws -> Int {
    try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM story") ?? 0 }
  }

  /// Stories with their reports by publication and id, undated ones last; in the order given, without
  /// those that are not there.
  package func stories(_ ids: some Sequence<String>) throws -> [Story] {
    let decoder = JSONDecoder()
    return try reading { db in
      let row = try db.cachedStatement(
        sql: "SELECT id, name, firstDay, lastDay, origins, outlets FROM story WHERE id = ?")
      let reports = try db.cachedStatement(
        sql: """
          SELECT r.id FROM storyReport s JOIN report r ON r.key = s.report
          JOIN reportVersion v ON v.report = r.key AND v.isCurrent = 1
          WHERE s.story = ? ORDER BY v.published IS NULL, v.published, r.id
          """)
      return try ids.compactMap { id in
        let members = try Row.fetchCursor(reports, arguments: [id]).mapping {
          ReportID(try $0.requiredText(0))
        }
        return try Row.fetchCursor(row, arguments: [id]).first { row in
          Story(
            id: try row.requiredText(0), name: try row.requiredText(1),
            first: (row[2] as String?).flatMap { CalendarDate(iso: $0) },
            last: (row[3] as String?).flatMap { CalendarDate(iso: $0) }, reports: members,
            origins: row[4],
            outlets: try decoder.decode([String].self, from: Data(try row.bytes(5))))
        }
      }
    }
  }

  /// Reports with their records in their current versions, in the order given, without those that are
  /// not there.
  package func readReports(_ ids: some Sequence<ReportID>) throws -> [ReadReport] {
    try reading { db in
      let reader = ReportReader(db: db)
      return try ids.compactMap { id in
        try reader.versionKey(id, number: nil).flatMap { try reader.readReport(version: $0) }
      }
    }
  }

  /// Reports without their records, in the order given; those that are not there are left out.
  package func outlines(of reports: some Sequence<ReportID>) throws -> [ReportOutline] {
    try reading { db in
      let reader = ReportReader(db: db)
      let statement = try db.cachedStatement(
        sql: """
          SELECT r.id, v.title, CASE WHEN trim(coalesce(v.title, '')) = '' THEN v.text END,
            v.outlet, v.agency, v.published, v.publishedDay, k.shingleCount
          FROM report r JOIN reportVersion v ON v.report = r.key AND v.isCurrent = 1
          LEFT JOIN storySketch k ON k.report = r.key WHERE r.id = CAST(? AS TEXT)
          """)
      return try reports.compactMap { report in
        try Row.fetchCursor(statement, arguments: [stored(report.text)]).first { row in
          ReportOutline(
            id: ReportID(try row.requiredText(0)), title: try row.text(1), text: try row.text(2),
            outlet: try row.text(3), agency: try row.text(4),
            published: try reader.publication(day: row.text(6), iso: row.text(5)),
            shingleCount: (row[7] as Int?) ?? 0)
        }
      }
    }
  }

  /// All copy links where one side has at least the share `least` of its words from the other.
  package func allCopyLinks(least: Double) throws -> [KeptCopyLink] {
    try reading { db in
      try Row.fetchCursor(
        db,
        sql: """
          SELECT a.id, b.id, c.shared, c.firstCount, c.secondCount, c.firstTaken, c.secondTaken
          FROM copyLink c JOIN report a ON a.key = c.first JOIN report b ON b.key = c.second
          WHERE c.firstTaken >= ?1 OR c.secondTaken >= ?1
          """, arguments: [least]
      ).mapping { try $0.copyLink() }
    }
  }

  /// The copy links that lead from some reports to others, and on from those, wherever one side has
  /// at least the share `least` of its words from the other.
  package func copyLinks(around reports: [ReportID], least: Double) throws -> [KeptCopyLink] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT a.id, b.id, c.shared, c.firstCount, c.secondCount, c.firstTaken, c.secondTaken
          FROM (
            SELECT l.* FROM copyLink l JOIN report r ON r.key = l.first
            WHERE r.id = CAST(?1 AS TEXT)
            UNION ALL
            SELECT l.* FROM copyLink l JOIN report r ON r.key = l.second
            WHERE r.id = CAST(?1 AS TEXT)
          ) c JOIN report a ON a.key = c.first JOIN report b ON b.key = c.second
          WHERE c.firstTaken >= ?2 OR c.secondTaken >= ?2
          ORDER BY a.id, b.id
          """)
      var links: [KeptCopyLink] = []
      var seen = Set(reports)
      var queue = reports
      var known: Set<KeptCopyLink> = []
      while let report = queue.popLast() {
        let cursor = try Row.fetchCursor(statement, arguments: [stored(report.text), least])
        while let row = try cursor.next() {
          let link = try row.copyLink()
          if known.insert(link).inserted { links.append(link) }
          for side in [link.first, link.second] where seen.insert(side.report).inserted {
            queue.append(side.report)
          }
        }
      }
      return links
    }
  }
}

extension Row {
  /// The link in seven columns: the two ids, what is shared, the counts, the shares.
  fileprivate func copyLink() throws -> KeptCopyLink {
    KeptCopyLink(
      first: .init(report: ReportID(try requiredText(0)), count: self[3], taken: self[5]),
      second: .init(report: ReportID(try requiredText(1)), count: self[4], taken: self[6]),
      shared: self[2])
  }
}
