/// Names the models and the code that made an analysis.
///
/// Two analyses with the same stamp of the same text hold the same records, so that adding a
/// report again under the same stamp changes nothing.
public struct ModelStamp: Hashable, Sendable, CustomStringConvertible {
  /// The stamp as text.
  public let text: String
  /// A stamp from its text.
  public init(_ text: String) { self.text = text }
  /// The stamp as text.
  public var description: String { text }
}
