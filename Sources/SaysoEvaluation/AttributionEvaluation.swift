package import Sayso
package import SaysoRecords

/// Runs the product over gold reports and measures its statements.
package struct AttributionEvaluation: Sendable {
  /// One gold report with what was read in it.
  package struct Case: Sendable {
    /// The gold.
    package let document: AttributionDocument
    /// What was read.
    package let read: ReadReport
    /// For each statement, whether it is correct by the attribution measure.
    package let correct: [Bool]
  }

  /// The reports in the order of the corpus.
  package private(set) var cases: [Case] = []
  /// The measure over all.
  package private(set) var score = AttributionScore()
  /// The file that was measured on.
  package let path: String
  /// Its digest.
  package let digest: String

  /// Reads every report of a corpus file below `data` and scores it.
  package init(_ path: String, in data: String, pipeline: Pipeline) throws {
    self.path = path
    digest = try CorpusFile.digest([path], in: data)
    for document in try AttributionCorpus.read(path, in: data) {
      let read = pipeline.read(document.report)
      let correct = score.add(
        text: document.text, gold: document.attributions,
        predicted: read.statements.map(AttributionEvaluation.attribution))
      cases.append(Case(document: document, read: read, correct: correct))
    }
  }

  /// A statement as the measure takes it.
  package static func attribution(_ statement: Statement) -> AttributionDocument.Attribution {
    AttributionDocument.Attribution(
      source: statement.speaker?.passage.spans ?? [], cue: statement.cue?.spans ?? [],
      content: statement.content.spans)
  }

  /// The figures.
  package var sheet: ScoreSheet {
    ScoreSheet(
      name: "attribution", corpus: "\(path), \(score.documents) reports, \(score.gold) gold",
      digest: digest,
      rows: [
        .init("attribution F1", score.attribution), .init("content only F1", score.contentOnly),
        .init("token micro-F1", score.tokenMicro),
      ]
        + AttributionScore.Role.allCases.flatMap { role in
          [
            ScoreSheet.Row("strict \(role.name) F1", score.strict(role)),
            ScoreSheet.Row("partial \(role.name) F1", score.partial(role)),
            ScoreSheet.Row("token \(role.name) F1", score.token(role)),
          ]
        } + [
          .init("source given content", score.sourceGivenContent),
          .init("cue given content", score.cueGivenContent),
          .init("calibration error", reliability.error),
        ])
  }

  /// How confidences agree with what is correct.
  package var reliability: Reliability {
    Reliability(
      cases.flatMap { zip($0.read.statements.map(\.confidence.value), $0.correct) }
        .map { (confidence: $0.0, right: $0.1) })
  }
}
