public import SaysoRecords

/// One report of the ledger, without its text.
public struct ReportSummary: Hashable, Sendable {
  /// What it is known by.
  public let id: ReportID
  /// Its current version, counted from 1.
  public let version: Int
  /// Its headline.
  public let title: String?
  /// Who published it.
  public let outlet: String?
  /// Its address.
  public let url: String?
  /// When it was published.
  public let published: PublicationTime?
  /// Its language, as BCP 47.
  public let language: String?
  /// Whether a model covered its language.
  public let analysed: Bool
  /// The models that read it.
  public let stamp: ModelStamp
  /// How many statements stand in it.
  public let statements: Int
  /// When the ledger first got it, as the caller's clock said.
  public let addedAt: String
}
