internal import Foundation
internal import GRDB
internal import SaysoRecords

/// Writes the records of one analysis inside an open transaction.
struct AnalysisWriter {
  private let db: Database
  private let analysis: Int64
  private let statement: Insertion
  private let passage: Insertion
  private let relay: Insertion
  private let member: Insertion
  private let corrected: Insertion
  private let mention: Insertion
  private let time: Insertion
  private let figure: Insertion

  init(db: Database, analysis: Int64) throws {
    self.db = db
    self.analysis = analysis
    let place = ["analysis", "ordinal", "startByte", "endByte", "words"]
    statement = try Insertion(
      db, "statement",
      [
        "analysis", "ordinal", "id", "kind", "stance", "confidence", "speakerNamed",
        "speakerActor", "said", "day", "holds", "meaning",
      ], text: ["id", "said", "holds"])
    passage = try Insertion(
      db, "passage", ["statement", "role", "ordinal", "piece", "startByte", "endByte", "words"],
      text: ["words"])
    relay = try Insertion(db, "relay", ["statement", "ordinal", "actor"])
    member = try Insertion(db, "speakerMember", ["statement", "ordinal", "actor"])
    corrected = try Insertion(db, "correctedField", ["statement", "field"])
    mention = try Insertion(db, "mention", place + ["type", "actor"], text: ["words"])
    time = try Insertion(
      db, "timeExpression", place + ["kind", "value"], text: ["words", "value"])
    figure = try Insertion(
      db, "figure",
      place + ["low", "high", "bound", "unit", "counts", "wholeStart", "wholeEnd"],
      text: ["words", "unit", "counts"])
  }

  func write(_ read: ReadReport) throws {
    let actors = try insertActors(of: read)
    func actor(_ name: String?) -> Int64? { name.flatMap { actors[Array($0.utf8)] } }
    for (ordinal, record) in read.statements.enumerated() {
      try insert(record, ordinal: ordinal, published: read.report.published, actor: actor)
    }
    for (ordinal, record) in read.mentions.enumerated() {
      try mention.run(
        place(ordinal, record.passage) + [record.type.rawValue, actor(record.actor)])
    }
    for (ordinal, record) in read.dates.enumerated() {
      try time.run(place(ordinal, record.passage) + [record.kind.rawValue, stored(record.value)])
    }
    for (ordinal, record) in read.figures.enumerated() {
      try figure.run(
        place(ordinal, record.passage) + [
          record.low, record.high, record.bound.rawValue, stored(record.unit),
          stored(record.counts), record.whole?.start, record.whole?.end,
        ])
    }
    try index()
  }

  /// One row for each name, in the order in which the records name them; keyed by bytes, since
  /// Swift's strings call names equal whose bytes differ.
  private func insertActors(of read: ReadReport) throws -> [[UInt8]: Int64] {
    let insertion = try Insertion(db, "actor", ["analysis", "name"], text: ["name"])
    var keys: [[UInt8]: Int64] = [:]
    let names =
      read.statements.flatMap {
        [$0.speaker?.actor] + ($0.speaker?.members ?? []) + $0.chain.map(\.actor)
      }
      + read.mentions.map(\.actor)
    for name in names.compactMap({ $0 }) {
      let bytes = Array(name.utf8)
      guard keys[bytes] == nil else { continue }
      try insertion.run([analysis, stored(name)])
      keys[bytes] = db.lastInsertedRowID
    }
    return keys
  }

  private func insert(
    _ record: Statement, ordinal: Int, published: PublicationTime?, actor: (String?) -> Int64?
  ) throws {
    try statement.run([
      analysis, ordinal, stored(record.id.text), record.kind.rawValue, record.stance.rawValue,
      record.confidence.value, record.speaker.map { $0.named ? 1 : 0 },
      actor(record.speaker?.actor), stored(record.said),
      fullDay(record.said)?.iso ?? published?.date.iso, stored(record.holds),
      record.meaning.map { Data($0.numbers.map(UInt8.init(bitPattern:))) },
    ])
    let key = db.lastInsertedRowID
    for field in record.corrected { try corrected.run([key, field.rawValue]) }
    if let speaker = record.speaker {
      try insert(speaker.passage, as: "speaker", of: key)
      for (number, name) in speaker.members.enumerated() {
        try member.run([key, number, actor(name)])
      }
    }
    if let cue = record.cue { try insert(cue, as: "cue", of: key) }
    try insert(record.content, as: "content", of: key)
    for (step, link) in record.chain.enumerated() {
      try relay.run([key, step, actor(link.actor)])
      try insert(link.passage, as: "relay", ordinal: step, of: key)
    }
  }

  private func insert(
    _ words: Passage, as role: String, ordinal: Int = 0, of statement: Int64
  ) throws {
    for (piece, (span, text)) in zip(words.spans, words.words).enumerated() {
      try passage.run([statement, role, ordinal, piece, span.start, span.end, stored(text)])
    }
  }

  /// Indexes all statements at once.
  ///
  /// A savepoint makes FTS5 write out what it has gathered, and any INSERT between two of its own
  /// may open one. One by one, adding 840 reports of 25 statements took 4.4 s of processor time, so
  /// 2.5 to 3.4 s.
  private func index() throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO statementText (rowid, content, cue)
        SELECT w.statement, w.content, w.cue
        FROM statement s JOIN statementWords w ON w.statement = s.key
        WHERE s.analysis = ? ORDER BY s.key
        """
    ).execute(arguments: [analysis])
    try db.cachedStatement(
      sql: """
        INSERT INTO speakerText (rowid, words, actor, members)
        SELECT w.statement, w.words, w.actor, w.members
        FROM statement s JOIN speakerWords w ON w.statement = s.key
        WHERE s.analysis = ? ORDER BY s.key
        """
    ).execute(arguments: [analysis])
  }

  private func place(
    _ ordinal: Int, _ passage: Passage
  ) -> [(any DatabaseValueConvertible)?] {
    [analysis, ordinal, passage.extent.start, passage.extent.end, stored(passage.words[0])]
  }
}

/// The day of a TIMEX3 value that names a whole day, with a time or without ("2024-10-25",
/// "2024-10-25T09:30", "2024-10-25TMO"); nil for anything coarser or vaguer.
func fullDay(_ value: String?) -> CalendarDate? {
  guard let value else { return nil }
  let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
  return CalendarDate(iso: parts[0])
}
