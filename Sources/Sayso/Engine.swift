/// How statements are found.
public enum Engine: String, Sendable, Hashable, CaseIterable {
  /// A transformer: finds more, errs less, and takes several times as long.
  case careful
  /// Linear models: for bulk.
  case fast

  /// What is used where nobody says otherwise.
  public static let standard = Engine.fast
}
