/// The figures of one evaluation, ready to print or to hold against floors.
package struct ScoreSheet: Sendable, Codable, Hashable {
  /// One figure.
  package struct Row: Sendable, Codable, Hashable {
    /// What is measured ("attribution F1").
    package let measure: String
    /// The figure: a share of one, unless `unit` says otherwise.
    package let value: Double
    /// Precision, where the figure is an F1.
    package let precision: Double?
    /// Recall, where the figure is an F1.
    package let recall: Double?

    /// A figure with what it is made of.
    package init(
      _ measure: String, _ value: Double, precision: Double? = nil, recall: Double? = nil
    ) {
      self.measure = measure
      self.value = value
      self.precision = precision
      self.recall = recall
    }

    /// An F1 with its precision and recall.
    package init(_ measure: String, _ score: PrecisionRecall) {
      self.init(measure, score.f1, precision: score.precision, recall: score.recall)
    }
  }

  /// The evaluation ("attribution").
  package let name: String
  /// What it was measured on ("PolNeAR dev, 84 reports").
  package let corpus: String
  /// SHA-256 of the corpus files, so that a changed corpus is seen.
  package let digest: String
  /// The figures.
  package let rows: [Row]

  /// A sheet from its parts.
  package init(name: String, corpus: String, digest: String, rows: [Row]) {
    self.name = name
    self.corpus = corpus
    self.digest = digest
    self.rows = rows
  }

  /// The sheet as a table: measure, precision, recall, figure, in hundredths.
  package var table: String {
    func cell(_ value: Double?) -> String {
      guard let value else { return "      " }
      let tenths = (value * 1000).rounded() / 10
      let text = String(tenths)
      return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }
    let width = rows.map(\.measure.count).max() ?? 0
    let head =
      "\(name): \(corpus)\n" + String(repeating: " ", count: width + 2)
      + "     P     R value\n"
    return head
      + rows.map { row in
        "  " + row.measure + String(repeating: " ", count: width - row.measure.count)
          + cell(row.precision) + cell(row.recall) + cell(row.value) + "\n"
      }.joined()
  }
}
