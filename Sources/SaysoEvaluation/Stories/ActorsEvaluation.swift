package import SaysoRecords
package import SaysoStories

/// Actors across documents, on gold mentions, beside the same-head baseline.
///
/// Each gold mention takes the actor of the name or the speaker that has its head; a name that was not
/// found is sought in the directory by its words. What the directory does not know (most nominals, all
/// pronouns that speak nowhere) goes by its head within the document, pronouns alone. The directory is
/// built once over a whole corpus, and each document's story is the corpus's topic.
///
/// The baseline takes mentions of one head word for one entity: "same head" over all documents, "in
/// topic" within a topic, which the baseline is told. "with heads" gives what the directory does not
/// know to the baseline.
package struct ActorsEvaluation: Sendable {
  /// A mention with its labels.
  package struct Case: Sendable {
    package let document: String
    package let words: String
    package let isName: Bool
    package let gold: String
    package let head: String
    package let headInTopic: String
    package let found: String
    package let foundOrHead: String
  }

  /// The corpora, each with its cases.
  package private(set) var results:
    [(corpus: EntityCorpus, cases: [Case], directory: ActorDirectory)]
  private let digest: String

  /// Reads the corpora below a data folder.
  package init(
    data: String, read: (EntityCorpus.Document) throws -> ReadReport
  ) throws {
    let corpora = [try EntityCorpus.ecbplus(data: data), try EntityCorpus.meantime(data: data)]
    digest = try CorpusFile.digest(corpora.map(\.path), in: data)
    results = try corpora.map { corpus in
      let reads = try corpus.documents.map(read)
      let directory = ActorDirectory(
        zip(corpus.documents, reads).flatMap { ReportActor.all(in: $1, story: $0.topic) })
      return (
        corpus,
        zip(corpus.documents, reads).flatMap { ActorsEvaluation.cases($0, $1, directory) },
        directory
      )
    }
  }

  private static func cases(
    _ document: EntityCorpus.Document, _ read: ReadReport, _ directory: ActorDirectory
  ) -> [Case] {
    document.mentions.enumerated().map { number, mention in
      let label = record(mention, document, read, directory).map { "actor \($0.id)" }
      let inTopic = document.topic + " " + mention.headWord
      let alone = "\(document.id) \(number)"
      return Case(
        document: document.id, words: document.text.words(mention.span), isName: mention.isName,
        gold: mention.entity, head: mention.headWord, headInTopic: inTopic,
        found: label ?? (mention.isPronoun ? alone : document.id + " head " + mention.headWord),
        foundOrHead: label ?? inTopic)
    }
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
    for (corpus, cases, _) in results {
      for (part, own) in [("", cases), (" names", cases.filter(\.isName))] {
        func row(_ measure: String, _ label: (Case) -> String) {
          let score = ClusterScore(gold: own.map(\.gold), found: own.map(label))
          rows.append(
            .init(
              "\(corpus.name)\(part) \(measure)", score.f1, precision: score.precision,
              recall: score.recall))
        }
        row("actors B3 F1", \.found)
        row("actors with heads B3 F1", \.foundOrHead)
        row("same head B3 F1", \.head)
        row("same head in topic B3 F1", \.headInTopic)
      }
    }
    return ScoreSheet(
      name: "actors",
      corpus: results.map { "\($0.corpus.name) \($0.cases.count) mentions" }.joined(
        separator: ", "),
      digest: digest, rows: rows)
  }
}
