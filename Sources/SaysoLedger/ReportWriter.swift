internal import GRDB
internal import SaysoRecords

/// Writes reports and their versions inside an open transaction.
struct ReportWriter {
  let db: Database
  let stamp: ModelStamp
  let now: String
  /// Applies the corrections of a report that is read or comes again; nil where none can be there.
  var correcting: Ledger.Correcting?

  func add(_ read: ReadReport) throws -> Addition {
    try check(read)
    let report = read.report
    let digest = sha256(report.text.bytes)
    guard let key = try heldKey(of: report)?.key else {
      try run("report", ["id", "addedAt"], [stored(report.id.text), stored(now)], text: ["id"])
      let version = try insertVersion(
        report, digest: digest, of: db.lastInsertedRowID, number: 1)
      try insertAnalysis(read, of: version, replacing: nil)
      try awaitStory(key: try self.key(of: report.id))
      return .added
    }
    guard let current = try currentVersion(of: key) else {
      throw Contradiction("no version of the report is current")
    }
    guard let held = try ReportReader(db: db).report(version: current.key) else {
      throw Contradiction("the current version of the report cannot be read")
    }
    // A feed goes on telling the summary of a report whose whole text was fetched.
    guard report.extent.completeness >= held.extent.completeness else { return .unchanged }
    guard current.digest == digest, isSame(report, as: held) else {
      try db.execute(
        sql: "UPDATE reportVersion SET isCurrent = 0 WHERE key = ?", arguments: [current.key])
      let number = current.number + 1
      let version = try insertVersion(report, digest: digest, of: key, number: number)
      _ = try insertReading(read, of: version, in: key, replacing: nil)
      try awaitStory(key: key)
      return .newVersion(number)
    }
    let addition = try addAnalysis(read, of: current.key, in: key)
    if addition != .unchanged { try awaitStory(key: key) }
    return addition
  }

  /// Notes that the index of stories has yet to take a report in.
  func awaitStory(key: Int64?) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO storyPending (report) VALUES (?)")
      .execute(arguments: [key])
  }

  // MARK: Versions

  /// The row of a report and the id that it is held under.
  ///
  /// Ids that are made from addresses were once made from the address as given; such a report is
  /// still held under that id.
  func heldKey(of report: Report) throws -> (key: Int64, id: ReportID)? {
    if let key = try key(of: report.id) { return (key, report.id) }
    guard let url = report.url, let address = CanonicalAddress(url),
      report.id.text == madeID(address.key)
    else { return nil }
    let older = ReportID(madeID(url))
    return try key(of: older).map { ($0, older) }
  }

  private func key(of id: ReportID) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT key FROM report WHERE id = CAST(? AS TEXT)"),
      arguments: [stored(id.text)])
  }

  /// An id as reading makes it: 16 digits of the digest.
  private func madeID(_ address: String) -> String {
    String(sha256(Array(address.utf8)).prefix(16))
  }

  func currentVersion(
    of report: Int64
  ) throws -> (key: Int64, number: Int, digest: String)? {
    let statement = try db.cachedStatement(
      sql: "SELECT key, number, textDigest FROM reportVersion WHERE report = ? AND isCurrent = 1")
    return try Row.fetchCursor(statement, arguments: [report]).first {
      ($0[0], $0[1], try $0.requiredText(2))
    }
  }

  /// Whether the stored version tells the same as `report`.
  ///
  /// Its snapshot and where that came from are left aside: a page that is fetched again comes with
  /// other advertisements around the same report. Addresses are the same where their canonical
  /// keys are.
  private func isSame(_ report: Report, as held: Report) -> Bool {
    func key(_ url: String?) -> String? { url.map { CanonicalAddress($0)?.key ?? $0 } }
    func texts(_ report: Report) -> [String?] {
      [
        report.title, report.subtitle, key(report.url), report.outlet, report.agency,
        report.byline, report.section, report.caption, report.language,
      ]
    }
    return held.text == report.text && held.blocks == report.blocks
      && held.published == report.published && held.modified == report.modified
      && held.topics == report.topics && held.extent == report.extent
      && texts(held) == texts(report)
  }

  private func insertVersion(
    _ report: Report, digest: String, of key: Int64, number: Int
  ) throws -> Int64 {
    try run(
      "reportVersion",
      [
        "report", "number", "isCurrent", "sha256", "textDigest", "title", "url", "outlet", "agency",
        "byline", "published", "publishedDay", "language", "text", "addedAt", "subtitle",
        "modified", "section", "caption", "extent", "sourceAddress", "sourceRetrieved",
        "sourceContainer", "sourceDigest",
      ],
      [
        key, number, 1, stored(report.sha256.hex), digest, stored(report.title),
        stored(report.url), stored(report.outlet), stored(report.agency), stored(report.byline),
        stored(report.published?.iso), report.published?.date.iso, stored(report.language),
        stored(report.text), stored(now), stored(report.subtitle), stored(report.modified?.iso),
        stored(report.section), stored(report.caption), report.extent.rawValue,
        stored(report.provenance?.address), stored(report.provenance?.retrieved),
        stored(report.provenance?.container), stored(report.provenance?.statedDigest),
      ],
      text: [
        "sha256", "title", "url", "outlet", "agency", "byline", "published", "language", "text",
        "addedAt", "subtitle", "modified", "section", "caption", "sourceAddress",
        "sourceRetrieved", "sourceContainer", "sourceDigest",
      ])
    let version = db.lastInsertedRowID
    for (ordinal, topic) in report.topics.enumerated() {
      try run(
        "topic", ["version", "ordinal", "name"], [version, ordinal, stored(topic)], text: ["name"])
    }
    for (ordinal, block) in report.blocks.enumerated() {
      try run(
        "block", ["version", "ordinal", "kind", "startByte", "endByte"],
        [version, ordinal, block.kind.rawValue, block.span.start, block.span.end])
    }
    return version
  }

  // MARK: Analyses

  private func addAnalysis(
    _ read: ReadReport, of version: Int64, in report: Int64
  ) throws -> Addition {
    let statement = try db.cachedStatement(
      sql: "SELECT key, number, engine FROM analysis WHERE version = ? AND isCurrent = 1")
    let held = try Row.fetchCursor(statement, arguments: [version]).first {
      (key: $0[0] as Int64, number: $0[1] as Int, engine: try $0.requiredText(2))
    }
    guard let (key, number, engine) = held else {
      throw Contradiction("no analysis of the report is current")
    }
    guard engine != stamp.text else { return .unchanged }
    try db.execute(sql: "UPDATE analysis SET isCurrent = 0 WHERE key = ?", arguments: [key])
    return .newAnalysis(
      try insertReading(read, of: version, in: report, replacing: (key, number)))
  }

  /// Writes a reading, which is current from now on; gives its row.
  @discardableResult
  func insertAnalysis(
    _ read: ReadReport, of version: Int64, replacing old: (key: Int64, number: Int)?,
    uncorrected: Int64? = nil
  ) throws -> Int64 {
    try run(
      "analysis",
      [
        "version", "number", "isCurrent", "replaces", "engine", "analysed", "addedAt",
        "uncorrected",
      ],
      [
        version, (old?.number ?? 0) + 1, 1, old?.key, stored(stamp.text), read.analysed ? 1 : 0,
        stored(now), uncorrected,
      ], text: ["engine", "addedAt"])
    let key = db.lastInsertedRowID
    try AnalysisWriter(db: db, analysis: key).write(read)
    if old == nil { try index(version) }
    return key
  }

  /// Last of all, for the reason given at the statements' index.
  private func index(_ version: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT INTO reportText (rowid, title, text) "
        + "SELECT key, title, text FROM reportVersion WHERE key = ?"
    ).execute(arguments: [version])
  }

  // MARK: Checks

  func check(_ read: ReadReport) throws {
    let text = read.report.text
    guard String(validating: text.bytes, as: UTF8.self) != nil else {
      throw refusal("the text is not valid UTF-8", of: read.report.id)
    }
    if let drifted = read.passages.first(where: { !$0.matches(text) }) {
      throw refusal(
        "bytes \(drifted.extent.start) to \(drifted.extent.end) of the text are not the words "
          + "\"\(drifted.text)\"", of: read.report.id)
    }
    let single =
      read.mentions.map(\.passage) + read.dates.map(\.passage) + read.figures.map(\.passage)
    if let several = single.first(where: { $0.spans.count != 1 }) {
      throw refusal(
        "a name, time or figure has \(several.spans.count) spans instead of one",
        of: read.report.id)
    }
    let figures = Set(read.figures.map(\.span))
    if let stray = read.figures.first(where: { $0.whole.map { !figures.contains($0) } ?? false }) {
      throw refusal(
        "the figure \"\(stray.passage.text)\" is a part of one that is not there",
        of: read.report.id)
    }
  }

  private func refusal(_ problem: String, of id: ReportID) -> LedgerError {
    LedgerError(
      .refused, problem, place: "report " + id.text,
      remedy: "read the report again; the ledger is as it was")
  }

  private func run(
    _ table: String, _ columns: [String], _ values: [(any DatabaseValueConvertible)?],
    text: Set<String> = []
  ) throws {
    try Insertion(db, table, columns, text: text).run(values)
  }
}

extension ReportExtent {
  /// How much of a report is there, for comparing.
  fileprivate var completeness: Int {
    switch self {
    case .summary: 0
    case .stub: 1
    case .full: 2
    }
  }
}
