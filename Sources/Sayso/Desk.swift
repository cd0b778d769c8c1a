public import SaysoLedger
public import SaysoReading
public import SaysoRecords

/// Where reading and the ledger meet: adds reports to a ledger and asks it who said what.
public struct Desk: Sendable {
  /// The ledger.
  public let ledger: Ledger
  /// Reports written in one transaction: one alone would cost a wait for the disk each, more would
  /// be lost together when the process is killed.
  private static let transactionSize = 16

  /// A desk for adding and asking; the ledger is created where there is none.
  public init(addingTo path: String) throws { ledger = try Ledger(addingTo: path) }

  /// A desk for asking only; the ledger must exist.
  public init(asking path: String) throws { ledger = try Ledger(asking: path) }

  /// A desk for checking a ledger that must exist; where it may not be written, without comparing
  /// the search index.
  public init(verifying path: String) throws {
    let asking = try Ledger(asking: path)
    do {
      ledger = try Ledger(addingTo: path)
    } catch let error as LedgerError where error.kind == .readOnly || error.kind == .unreadable {
      ledger = asking
    }
  }

  /// What became of one report that was to be added.
  public enum Added: Sendable {
    /// It is in the ledger.
    case kept(ReadReport, Addition, place: String, warnings: [ReadingError])
    /// It could not be read.
    case unreadable(ReadingError)
    /// The ledger refused it.
    case refused(LedgerError, place: String)
    /// Its server says that it is as it was when it was last fetched.
    case notChanged(String)
    /// It could not be fetched; the sentence says why and what to do.
    case notFetched(String, String)
    /// A feed or a list was fetched: how many of its pages come next, and how many more it names.
    case listed(String, taken: Int, leftOut: Int)
  }

  /// Reads the reports of a batch and adds them, in order, a few in one transaction.
  ///
  /// A report that cannot be read or kept costs only itself. What concerns the whole ledger (a full
  /// disk, a lock) throws; the transactions before it stand, and adding the batch again completes
  /// it.
  ///
  /// - Parameters:
  ///   - pipeline: reads the reports.
  ///   - now: the time of adding, ISO 8601.
  ///   - progress: as in ``Batch``.
  ///   - catchingUp: as in ``stories(together:catchingUp:)``.
  ///   - each: called with what became of each report, in order, once it is on the disk.
  public func add(
    _ batch: Batch, through pipeline: Pipeline, now: String,
    progress: (_ done: Int, _ total: Int?) throws -> Void = { _, _ in },
    catchingUp: (_ reports: Int) -> Void = { _ in },
    each: (Added) throws -> Void
  ) async throws {
    var intake = try StoryIntake(ledger)
    var waiting: [Outcome<ReadReport>] = []
    try await batch.forEach(
      { pipeline.read($0) },
      progress: { done, total in try progress(done, total) },
      each: { outcome in
        waiting.append(outcome)
        if waiting.count >= Desk.transactionSize {
          try write(waiting, stamp: pipeline.stamp, now: now, into: &intake, each: each)
          waiting.removeAll(keepingCapacity: true)
        }
      })
    try write(waiting, stamp: pipeline.stamp, now: now, into: &intake, each: each)
    try intake.finish(catchingUp)
  }

  /// Finds statements, each with the text of its report, by day, report and place in the report.
  public func statements(
    _ query: StatementQuery, each: (FoundStatement, FrozenText) throws -> Void
  ) throws {
    var last: (id: ReportID, version: Int, text: FrozenText)?
    for found in try ledger.statements(query) {
      if last?.id != found.report || last?.version != found.version {
        last = try ledger.report(found.report, version: found.version).map {
          (found.report, found.version, $0.text)
        }
      }
      guard let text = last?.text else {
        preconditionFailure("a statement found in the ledger has its report there")
      }
      try each(found, text)
    }
  }

  /// Compares every stored span with its text, every text and every kept snapshot with its digest,
  /// and reads the snapshots again.
  public func verify() throws -> Verification {
    var verification = try ledger.verify()
    try replay(&verification)
    return verification
  }

  func write(
    _ outcomes: [Outcome<ReadReport>], stamp: ModelStamp, now: String,
    into intake: inout StoryIntake, each: (Added) throws -> Void
  ) throws {
    let reads: [ReadReport] = outcomes.compactMap { outcome in
      if case .read(let read, _, _) = outcome { read } else { nil }
    }
    var additions =
      try reads.isEmpty
      ? []
      : ledger.add(reads, stamp: stamp, now: now, correcting: CorrectedReading.correcting)
    additions.reverse()
    for outcome in outcomes {
      switch outcome {
      case .failed(let error): try each(.unreadable(error))
      case .read(let read, let place, let warnings):
        switch additions.popLast() {
        case .success(let addition):
          let held = try named(as: ledger.heldID(of: read.report), read)
          if addition != .unchanged { try intake.take(held) }
          try each(.kept(held, addition, place: place, warnings: warnings))
        case .failure(let error): try each(.refused(error, place: place))
        case nil: preconditionFailure("each report has a result")
        }
      }
    }
  }

  /// A report under the id by which the ledger knows it, which an older program may have made.
  private func named(as id: ReportID?, _ read: ReadReport) -> ReadReport {
    guard let id, id != read.report.id else { return read }
    return ReadReport(
      report: read.report.named(id), statements: read.statements, mentions: read.mentions,
      dates: read.dates, figures: read.figures, analysed: read.analysed)
  }
}

extension Report {
  fileprivate func named(_ id: ReportID) -> Report {
    Report(
      id: id, title: title, subtitle: subtitle, url: url, outlet: outlet, agency: agency,
      byline: byline, published: published, modified: modified, section: section,
      caption: caption, extent: extent, provenance: provenance, language: language,
      topics: topics, sha256: sha256, text: text, blocks: blocks)
  }
}
