public import SaysoReading
public import SaysoRecords

/// Many reports, read in parallel and handed on in order; a broken one costs only itself.
///
/// Files are opened only when their turn comes and files of JSON lines are read line by line, so
/// that memory does not grow with the batch.
public struct Batch: Sendable {
  /// Files and folders as the caller named them; `-` is standard input.
  public let paths: [String]
  /// How files become reports.
  public let reader: ReportReader
  /// How many reports are worked on at the same time.
  public let jobs: Int
  /// Whether standard input may be empty, as a stream of lines may.
  public let allowsEmptyInput: Bool

  /// A batch of the reports under `paths`.
  public init(
    _ paths: [String], reader: ReportReader = ReportReader(), jobs: Int = 1,
    allowsEmptyInput: Bool = false
  ) {
    self.paths = paths
    self.reader = reader
    self.jobs = jobs
    self.allowsEmptyInput = allowsEmptyInput
  }

  /// Runs `work` on every report and hands the outcomes to `each`, in the order of the files and of
  /// the lines in them.
  ///
  /// - Parameters:
  ///   - work: a pure function of the report.
  ///   - progress: called with the number of files and lines done, and the number in all where it
  ///     is known.
  ///   - each: what it throws ends the batch.
  public func forEach<Value: Sendable>(
    _ work: @escaping @Sendable (Report) -> Value,
    progress: (_ done: Int, _ total: Int?) throws -> Void = { _, _ in },
    each: (Outcome<Value>) throws -> Void
  ) async throws {
    try await forEachReading({ work($0.report) }, progress: progress, each: each)
  }

  /// As `forEach`, with all that reading tells of a report: warnings and, where the reader explains
  /// itself, why it was read so.
  public func forEachReading<Value: Sendable>(
    _ work: @escaping @Sendable (ReportReading) -> Value,
    progress: (_ done: Int, _ total: Int?) throws -> Void = { _, _ in },
    each: (Outcome<Value>) throws -> Void
  ) async throws {
    var intake = Intake(self)
    let reader = reader
    var done = 0
    try await OrderedWork(jobs: jobs).run(
      next: { intake.next() }, wouldWait: { intake.wouldWait() },
      work: { piece in piece.outcomes(reader, work) },
      deliver: { (outcomes: [Outcome<Value>]) in
        for outcome in outcomes { try each(outcome) }
        done += 1
        try progress(done, intake.total)
      })
  }
}
