public import ArgumentParser
public import Sayso

/// Which ledger.
struct LedgerOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The ledger file. Without it the one that SAYSO_LEDGER names, else sayso.db here.",
      valueName: "file"))
  var ledger: String?

  /// The ledger's path.
  var path: String {
    if let ledger { return ledger }
    if let setting = Terminal.setting("SAYSO_LEDGER"), !setting.isEmpty { return setting }
    return "sayso.db"
  }
}

/// How reports are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When reports were published that do not say so (2024-10-29 or 2024-10-29T09:23:46Z).",
      valueName: "date"))
  var published: PublicationTime?

  /// A reader with these options.
  ///
  /// 16 MiB is far more than any report; a file beyond it is a mistake that would cost minutes.
  var reader: ReportReader {
    ReportReader(published: published, largestFile: 16 << 20, largestLine: 16 << 20)
  }
}

/// How reports are analysed.
struct AnalysisOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How statements are found. Without it the engine that SAYSO_ENGINE names, else careful.",
      valueName: "engine"))
  var engine: Engine?

  @Option(
    help: ArgumentHelp(
      "A folder of models to use in place of those inside the program.", valueName: "folder"))
  var models: String?

  @Option(
    help: ArgumentHelp(
      "How many reports to work on at the same time. Without it one for each processor.",
      valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1, not \(jobs)") }
  }

  /// The number of jobs, given or from the machine.
  var jobCount: Int { jobs ?? Processors.count }
}

extension Engine: ExpressibleByArgument {}

extension PublicationTime: ExpressibleByArgument {
  /// A day, or a day with `T` and a time of ISO 8601.
  public init?(argument: String) {
    guard let date = CalendarDate(iso: argument.prefix(10)) else { return nil }
    let time = argument.dropFirst(10)
    let isTime =
      time.first == "T" && time.count >= 6
      && time.dropFirst().utf8.allSatisfy {
        (48...57).contains($0) || [0x2B, 0x2D, 0x2E, 0x3A, 0x5A].contains($0)
      }
    guard time.isEmpty || isTime else { return nil }
    self.init(date, timeSuffix: String(time))
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as 2024-10-29.
  public init?(argument: String) { self.init(iso: argument) }
}

extension Stance: ExpressibleByArgument {}
extension StatementKind: ExpressibleByArgument {}
