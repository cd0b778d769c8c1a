internal import Foundation
internal import SaysoReading
package import SaysoRecords
package import SaysoStories

/// Actors across documents, on gold mentions, beside the same-head baseline.
///
/// Each gold mention takes the actor of the name or the speaker that has its head; a name that was not
/// found is sought in the directory by its words. The directory is built once over a whole corpus, and
/// each document's story is the corpus's topic. What it does not know (most nominals, all pronouns that
/// speak nowhere) goes by its head word:
///
/// - "actors": within the document, to the one actor there that has this head, or to the same heads;
///   pronouns stay alone. Nothing crosses documents but by the directory.
/// - "actors, else head in topic": within the topic, as the baseline does, and to the one actor that has
///   this head there; so do names that the directory doubts or has in one report alone.
///
/// The baseline takes mentions of one head word for one entity: "same head" over all documents, "same
/// head in topic" within a topic.
package struct ActorsEvaluation: Sendable {
  /// A mention with its labels.
  package struct Case: Sendable {
    /// The document.
    package let document: String
    /// The mention's words.
    package let words: String
    /// Whether it is a name.
    package let isName: Bool
    /// The right entity.
    package let gold: String
    /// The baseline's label over all documents.
    package let head: String
    /// The baseline's label within the topic.
    package let headInTopic: String
    /// The label of "actors".
    package let found: String
    /// The label of "actors, else head in topic".
    package let foundOrHead: String
  }

  /// A corpus with its cases and the directory over it.
  package struct Result: Sendable {
    /// The corpus.
    package let corpus: EntityCorpus
    /// Its mentions with their labels.
    package let cases: [Case]
    /// The directory.
    package let directory: ActorDirectory
  }

  /// The corpora in order.
  package let results: [Result]
  /// The invented affair, its reports taken as of no story, as `sayso actors` does.
  package let affair: AffairActors
  private let digest: String

  /// Where the invented affair lies, from the root of the repository.
  package static let affairFolder = "Evaluation/affairs/strait"

  /// Reads the corpora below a data folder and the invented affair, all by `read`.
  package init(data: String, read: (Report) throws -> ReadReport) throws {
    affair = try ActorsEvaluation.affair(in: ActorsEvaluation.affairFolder, read: read)
    let corpora = [try EntityCorpus.ecbplus(data: data), try EntityCorpus.meantime(data: data)]
    digest =
      String(try CorpusFile.digest(corpora.map(\.path), in: data).prefix(32))
      + String(try CorpusFile.digest(["gold.json"], in: ActorsEvaluation.affairFolder).prefix(32))
    results = try corpora.map { corpus in
      let reads = try corpus.documents.map { try read(EntityCorpus.report($0)) }
      let directory = ActorDirectory(
        zip(corpus.documents, reads).flatMap { ReportActor.all(in: $1, story: $0.topic) })
      return Result(
        corpus: corpus, cases: ActorsEvaluation.cases(corpus, reads, directory),
        directory: directory)
    }
  }

  private static func affair(
    in folder: String, read: (Report) throws -> ReadReport
  ) throws -> AffairActors {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder + "/reports").sorted()
    } catch {
      throw EvaluationError(
        problem: "the affair cannot be read", place: folder,
        remedy: "run it in the root of the repository", cause: error)
    }
    var actors: [ReportActor] = []
    for name in names where name.hasSuffix(".md") {
      let bytes = try CorpusFile.bytes("reports/" + name, in: folder)
      for reading in ReportReader().readings(of: SourceFile(name: name, bytes: bytes)) {
        actors += ReportActor.all(in: try read(reading.get().report))
      }
    }
    return try AffairActors(
      gold: CorpusFile.bytes("gold.json", in: folder), ActorDirectory(actors), place: folder)
  }

  private static func cases(
    _ corpus: EntityCorpus, _ reads: [ReadReport], _ directory: ActorDirectory
  ) -> [Case] {
    var records: [[ActorRecord?]] = []
    /// The actors that a head word has in each document, and the known ones in each topic.
    var inDocument: [String: Set<ActorID>] = [:]
    var inTopic: [String: Set<ActorID>] = [:]
    for (document, read) in zip(corpus.documents, reads) {
      let own = document.mentions.map { record($0, document, read, directory) }
      records.append(own)
      for (mention, record) in zip(document.mentions, own) {
        guard let record else { continue }
        inDocument[document.id + " " + mention.headWord, default: []].insert(record.id)
        if isKnown(record) {
          inTopic[document.topic + " " + mention.headWord, default: []].insert(record.id)
        }
      }
    }
    func label(_ id: ActorID) -> String { "actor \(id)" }
    func only(_ ids: Set<ActorID>?) -> ActorID? { ids?.count == 1 ? ids?.first : nil }
    return zip(corpus.documents, records).flatMap { document, own in
      zip(document.mentions, own).enumerated().map { number, pair in
        let (mention, record) = pair
        let local = document.id + " " + mention.headWord
        let topical = document.topic + " " + mention.headWord
        let alone = mention.isPronoun ? "\(document.id) \(number)" : "head " + local
        let near = mention.isPronoun ? nil : only(inDocument[local])
        let known = record.flatMap { isKnown($0) ? $0.id : nil }
        return Case(
          document: document.id, words: document.text.words(mention.span),
          isName: mention.isName, gold: mention.entity, head: mention.headWord,
          headInTopic: topical, found: (record?.id ?? near).map(label) ?? alone,
          foundOrHead: (known ?? (mention.isPronoun ? nil : only(inTopic[topical]))).map(label)
            ?? topical)
      }
    }
  }

  /// Whether the directory is sure of a record and has it in more than one place.
  private static func isKnown(_ record: ActorRecord) -> Bool {
    !record.isDoubtful && record.members.count > 1
  }

  /// The record that the product has for a mention.
  private static func record(
    _ mention: EntityCorpus.Mention, _ document: EntityCorpus.Document, _ read: ReadReport,
    _ directory: ActorDirectory
  ) -> ActorRecord? {
    let report = read.report.id
    if let name = read.mentions.first(where: { $0.span.overlaps(mention.head) }) {
      return directory.record(of: name.actor ?? name.passage.text, in: report)
    }
    for speaker in read.statements.compactMap(\.speaker) {
      guard let actor = speaker.actor,
        let span = speaker.passage.spans.first(where: { $0.overlaps(mention.head) }),
        EntityCorpus.mention(span, document.text, "").head == mention.head
      else { continue }
      if let record = directory.record(of: actor, in: report), record.kind != .unnamed {
        return record
      }
    }
    guard mention.isName else { return nil }
    let words = document.text.words(mention.span)
    return directory.record(named: words, type: .organization)
      ?? directory.record(named: words, type: .person)
  }

  /// The figures.
  package var sheet: ScoreSheet {
    var rows: [ScoreSheet.Row] = []
    for result in results {
      let parts = [("", result.cases), (" names", result.cases.filter(\.isName))]
      for (part, own) in parts {
        func row(_ measure: String, _ label: (Case) -> String) {
          let score = ClusterScore(gold: own.map(\.gold), found: own.map(label))
          rows.append(
            .init(
              "\(result.corpus.name)\(part) \(measure)", score.f1, precision: score.precision,
              recall: score.recall))
        }
        row("actors B3 F1", \.found)
        row("actors, else head in topic B3 F1", \.foundOrHead)
        row("same head B3 F1", \.head)
        row("same head in topic B3 F1", \.headInTopic)
      }
    }
    rows += affair.rows("strait")
    return ScoreSheet(
      name: "actors",
      corpus: results.map { "\($0.corpus.name) \($0.cases.count) mentions" }.joined(
        separator: ", ") + ", strait \(affair.names) names",
      digest: digest, rows: rows)
  }
}
