package import Sayso
internal import SaysoAttribution
internal import SaysoLanguage
internal import SaysoRecords

/// The evaluations by name: each reads its corpora below a data folder and gives a sheet.
package enum Evaluations {
  /// The names, in the order of tables.
  package static let names =
    [
      "attribution", "gold-tune", "gold-held", "speakers", "names", "times", "figures", "tags",
      "sentences", "syntax", "stance", "pages", "actors",
      "claims",
    ] + ["attribution", "gold-tune", "gold-held", "speakers"].map { $0 + careful }

  /// The end of the name of an evaluation with the careful engine; the others take the engine that
  /// they are given.
  static let careful = "-careful"

  /// The affairs that claims are measured on: `venaril` is learned from by nothing.
  package static let affairs = ["venaril", "strait", "geneva"]

  /// The affairs that are there to learn claims from; no figure is measured on them.
  package static let learningAffairs = [
    "halden", "tamsin", "quorra", "orrin", "ostrabay", "pellam", "calder", "amberfold", "ansgar",
    "arlen", "brackwood", "corbin", "dunmere", "halvex", "karsk", "kestle", "liven", "lorne",
    "marrow", "maskell", "moroan", "ovendale", "pollent", "quillon", "saltmere", "tessel", "veltra",
    "zavary", "ferrow", "ilmar", "wexcombe", "dravik", "gantry", "solenne", "oskarin", "pharos",
    "tolvane", "brenning", "cavell", "nordhallen",
  ]

  /// Where the hand-made gold set lies, from the root of the repository.
  package static let goldFolder = "Evaluation/gold"

  /// Runs one evaluation.
  package static func sheet(_ name: String, data: String, pipeline: Pipeline) throws -> ScoreSheet {
    if name.hasSuffix(careful) {
      let sheet = try sheet(
        String(name.dropLast(careful.count)), data: data, pipeline: Pipeline(engine: .careful))
      return ScoreSheet(
        name: name, corpus: sheet.corpus, digest: sheet.digest, rows: sheet.rows)
    }
    switch name {
    case "attribution": return try attribution(data, pipeline).sheet
    case "gold-tune", "gold-held":
      let half: GoldHalf = name == "gold-tune" ? .tune : .held
      return try GoldEvaluation(folder: goldFolder, data: data, half: half, pipeline: pipeline)
        .sheet(half)
    case "speakers": return try SpeakerSet.sheet(data: data, pipeline: pipeline)
    case "names": return try namesSheet(data, pipeline)
    case "times": return try times(data, pipeline)
    case "figures": return try FiguresEvaluation(data: data, pipeline: pipeline).sheet
    case "tags": return try tags(data, pipeline)
    case "sentences": return try sentences(data)
    case "syntax": return try syntax(data, pipeline)
    case "pages": return try PagesEvaluation(data: data).sheet
    case "stories":
      return try StoriesEvaluation(
        data: data, pipeline: pipeline, model: ModelShelf().file("stories")
      ).sheet
    case "stance": return try StanceEvaluation(data: data, pipeline: pipeline).sheet
    case "claims": return try ClaimsEvaluation(affairs, data: data, pipeline: pipeline).sheet
    case "copies": return try CopiesEvaluation(data: data).sheet
    case "actors": return try actors(data, pipeline).sheet
    default:
      throw EvaluationError(
        problem: "there is no evaluation of this name", place: name,
        remedy: "use one of " + names.joined(separator: ", "))
    }
  }

  /// The attribution evaluation with its cases, for the error browser and the reliability table.
  package static func attribution(
    _ data: String, _ pipeline: Pipeline, path: String = "polnear/articles-dev.jsonl"
  ) throws -> AttributionEvaluation {
    try AttributionEvaluation(path, in: data, pipeline: pipeline)
  }

  /// The evaluation of actors across documents, its documents read by the product.
  package static func actors(_ data: String, _ pipeline: Pipeline) throws -> ActorsEvaluation {
    try ActorsEvaluation(data: data) { pipeline.read($0) }
  }

  private static func namesSheet(_ data: String, _ pipeline: Pipeline) throws -> ScoreSheet {
    let results = try NamesEvaluation.run(
      data: data, tagger: pipeline.stages.tagger, names: pipeline.stages.names)
    return ScoreSheet(
      name: "names", corpus: "gold tokens; whole names of the right type",
      digest: try CorpusFile.digest(NamesEvaluation.corpora.map(\.path), in: data),
      rows: results.flatMap { result in
        [row("\(result.corpus) F1", result.all)]
          + result.kinds.sorted { $0.key < $1.key }.map {
            row("\(result.corpus) \($0.key) F1", $0.value)
          }
      })
  }

  private static func times(_ data: String, _ pipeline: Pipeline) throws -> ScoreSheet {
    let paths = ["timeml/timebank.jsonl", "timeml/aquaint.jsonl"]
    var score = TimeScore()
    for path in paths {
      for document in try TimeMLCorpus(jsonLines: CorpusFile.bytes(path, in: data)).documents {
        let block = TextBlock(.paragraph, TextSpan(0, document.text.byteCount))
        let text = AnnotatedText(document.text, blocks: [block])
        score.add(
          predicted: pipeline.stages.times.times(in: text, published: document.published)
            .map { GoldTime($0) },
          gold: document.times)
      }
    }
    return ScoreSheet(
      name: "times", corpus: "TimeBank and AQUAINT, as TempEval-3 scores them",
      digest: try CorpusFile.digest(paths, in: data),
      rows: [
        row("strict F1", score.strict), row("relaxed F1", score.relaxed),
        row("value F1", score.value), row("type F1", score.type),
      ])
  }

  private static func tags(_ data: String, _ pipeline: Pipeline) throws -> ScoreSheet {
    let results = try TagsEvaluation.run(
      data: data, tagger: pipeline.stages.tagger, lemmatizer: pipeline.stages.attributor.lemmatizer)
    return ScoreSheet(
      name: "tags", corpus: "UD dev parts, gold tokens",
      digest: try CorpusFile.digest(TagsEvaluation.corpora.map(\.1), in: data),
      rows: results.flatMap { result in
        [
          ScoreSheet.Row("\(result.corpus) UPOS", result.universalAccuracy),
          ScoreSheet.Row("\(result.corpus) XPOS", result.pennAccuracy),
          ScoreSheet.Row("\(result.corpus) lemma", result.lemmaAccuracy),
        ]
      })
  }

  private static func sentences(_ data: String) throws -> ScoreSheet {
    let results = try SegmentationEvaluation.run(data: data)
    return ScoreSheet(
      name: "sentences", corpus: "UD dev parts, from the raw text",
      digest: try CorpusFile.digest(TagsEvaluation.corpora.map(\.1), in: data),
      rows: results.flatMap { result in
        [
          row("\(result.corpus) tokens F1", result.tokens),
          row("\(result.corpus) sentences F1", result.sentences),
        ]
      })
  }

  /// The evaluation of syntax with its counts by relation.
  package static func syntaxByRelation(
    _ data: String, _ pipeline: Pipeline
  ) throws -> [SyntaxEvaluation] {
    let parser = pipeline.stages.parser
    return try SyntaxEvaluation.run(data: data) { text in
      let traits = text.traits()
      return SyntaxAnswer(
        tags: pipeline.stages.tagger.tags(of: text, traits: traits),
        dependencies: parser.dependencies(of: text, traits: traits))
    }
  }

  private static func syntax(_ data: String, _ pipeline: Pipeline) throws -> ScoreSheet {
    let results = try syntaxByRelation(data, pipeline)
    return ScoreSheet(
      name: "syntax", corpus: "UD dev parts, from the raw text, as CoNLL 2018 scores them",
      digest: try CorpusFile.digest(TagsEvaluation.corpora.map(\.1), in: data),
      rows: results.flatMap { result in
        [
          row("\(result.corpus) words F1", result.words),
          row("\(result.corpus) sentences F1", result.sentences),
          row("\(result.corpus) UPOS F1", result.upos),
          row("\(result.corpus) UPOS F1, the parser's own", result.parserUpos),
          row("\(result.corpus) XPOS F1", result.xpos),
          row("\(result.corpus) UAS F1", result.unlabelled),
          row("\(result.corpus) LAS F1", result.labelled),
        ]
      })
  }

  private static func row(_ measure: String, _ counts: MatchCounts) -> ScoreSheet.Row {
    ScoreSheet.Row(measure, counts.f1, precision: counts.precision, recall: counts.recall)
  }
}
