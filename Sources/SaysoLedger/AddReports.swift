internal import GRDB
public import SaysoRecords

extension Ledger {
  /// Adds one report with its records, in one transaction.
  ///
  /// - Parameters:
  ///   - read: The report; every passage must hold the words of its text.
  ///   - stamp: The models that read it.
  ///   - now: The time of adding, ISO 8601.
  ///   - correcting: Applies the corrections of a report that is read or comes again; may be nil where
  ///     the ledger has none.
  /// - Throws: ``LedgerError``, and then nothing was written.
  public func add(
    _ read: ReadReport, stamp: ModelStamp, now: String, correcting: Correcting? = nil
  ) throws -> Addition {
    guard let result = try add([read], stamp: stamp, now: now, correcting: correcting).first else {
      preconditionFailure("each report has a result")
    }
    return try result.get()
  }

  /// Adds reports in one transaction, which is faster than one for each.
  ///
  /// A report that the ledger refuses costs only itself: its result is a failure, the others are
  /// written. Whatever concerns the ledger (a full disk, a lock) throws, and then none of them is
  /// written.
  ///
  /// - Returns: What became of each report, in their order.
  public func add(
    _ reads: some Sequence<ReadReport>, stamp: ModelStamp, now: String,
    correcting: Correcting? = nil
  ) throws -> [Result<Addition, LedgerError>] {
    guard !isReadOnly else {
      throw LedgerError(
        .readOnly, "the ledger was opened for asking only", place: path,
        remedy: "open it for adding")
    }
    var results: [Result<Addition, LedgerError>] = []
    do {
      try database.inTransaction(.immediate) { db in
        let writer = ReportWriter(db: db, stamp: stamp, now: now, correcting: correcting)
        for read in reads { results.append(try attempt(read, with: writer)) }
        return .commit
      }
    } catch {
      throw LedgerError(error, place: path)
    }
    return results
  }

  private func attempt(
    _ read: ReadReport, with writer: ReportWriter
  ) throws -> Result<Addition, LedgerError> {
    let place = path + ": report " + read.report.id.text
    do {
      var addition = Addition.unchanged
      try writer.db.inSavepoint {
        addition = try writer.add(read)
        return .commit
      }
      return .success(addition)
    } catch let contradiction as Contradiction {
      return .failure(contradiction.error(place: place))
    } catch {
      let failure = LedgerError(error, place: place)
      guard failure.kind == .refused else { throw error }
      return .failure(failure)
    }
  }
}
