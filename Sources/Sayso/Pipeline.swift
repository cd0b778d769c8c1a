package import SaysoLedger
public import SaysoRecords

/// The stages that turn one report into who said what, called by name and in order.
///
/// A pure function of the report and the models: it keeps nothing between reports, so one value may
/// be shared by any number of tasks.
public struct Pipeline: Sendable {
  /// Names the models and the code: the same stamp on the same report gives the same records.
  package let stamp = ModelStamp("none")

  /// A pipeline on the models in a folder, or on those inside the program where `models` is nil.
  ///
  /// Throws when the folder lacks a model or holds one of another version.
  public init(models: String? = nil) throws {}

  /// Reads the statements, names, times and figures out of a report.
  ///
  /// The result's `analysed` is false where no model covers the report's language.
  public func read(_ report: Report) -> ReadReport {
    ReadReport(report: report, analysed: report.language ?? "en" == "en")
  }
}
