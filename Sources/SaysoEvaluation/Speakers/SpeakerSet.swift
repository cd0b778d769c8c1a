package import Sayso
internal import SaysoAttribution

/// The sets on which speakers are measured.
package enum SpeakerSet: String, Sendable, CaseIterable {
  /// UD GUM dev.
  case gum
  /// Our part of MEANTIME.
  case meantime
  /// PolNeAR dev.
  case polnear

  /// Their names, for help.
  package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The files it is read from.
  package var paths: [String] {
    switch self {
    case .gum: ["ud-gum/en_gum-ud-dev.conllu.gz"]
    case .meantime: ["meantime/meantime.jsonl"]
    case .polnear: ["polnear/articles-dev.jsonl", "polnear/corenlp-dev.tsv.gz"]
    }
  }

  /// Reads it.
  package func documents(in data: String) throws -> [SpeakerDocument] {
    switch self {
    case .gum: try GumSpeakers.read("dev", in: data)
    case .meantime: try MeantimeSpeakers.read(in: data)
    case .polnear: try PolnearSpeakers.read("dev", in: data)
    }
  }

  /// Measures on it.
  package func evaluation(in data: String, pipeline: Pipeline) throws -> SpeakerEvaluation {
    var evaluation = SpeakerEvaluation()
    for document in try documents(in: data) {
      evaluation.add(
        document, tagger: pipeline.stages.tagger, names: pipeline.stages.names,
        engine: pipeline.stages.attributor.engine)
    }
    return evaluation
  }

  /// The figures of all sets.
  package static func sheet(data: String, pipeline: Pipeline) throws -> ScoreSheet {
    let evaluations = try allCases.map {
      (set: $0.rawValue, evaluation: try $0.evaluation(in: data, pipeline: pipeline))
    }
    return ScoreSheet(
      name: "speakers",
      corpus: evaluations.map { "\($0.set): \($0.evaluation.summary)" }.joined(separator: "\n  "),
      digest: try CorpusFile.digest(allCases.flatMap(\.paths), in: data),
      rows: evaluations.flatMap { $0.evaluation.rows($0.set) })
  }
}
