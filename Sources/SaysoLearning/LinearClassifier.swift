/// A linear classifier over hashed features: one score per label.
package struct LinearClassifier: Sendable, Equatable {
  /// The labels, by number.
  package let labels: [String]
  /// Weights of features.
  package let table: HashedTable

  /// A classifier from its parts.
  package init(labels: [String], table: HashedTable) {
    precondition(table.columns == labels.count, "a column per label")
    self.labels = labels
    self.table = table
  }

  /// Scores of each item, `features.count * table.stride`.
  package func scores(_ features: FeatureRows) -> [Float] { table.scores(features) }
}
