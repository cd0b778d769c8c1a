internal import Foundation
internal import Sayso
internal import SaysoRecords

/// How far a second annotator, who had not seen the first one's work, agrees with the first.
///
/// The second one's statements are scored as if they had been read by a program: what two people
/// reach is what a program can be asked for.
package enum GoldAgreement {
  /// The figures over the reports of `folder`/second.
  package static func sheet(folder: String, data: String) throws -> ScoreSheet {
    let second = folder + "/second"
    var score = GoldScore()
    let names = try FileManager.default.contentsOfDirectory(atPath: second)
      .filter { $0.hasSuffix(".json") }.sorted()
    for name in names {
      func document(_ folder: String) throws -> GoldDocument {
        let gold = try JSONDecoder().decode(
          GoldReport.self, from: Data(try CorpusFile.bytes(name, in: folder)))
        return try GoldDocument(gold, name: String(name.dropLast(5)), data: data)
      }
      let (first, other) = (try document(folder), try document(second))
      score.add(GoldComparison(first, read(other)))
    }
    return ScoreSheet(
      name: "gold-agreement", corpus: score.summary,
      digest: try CorpusFile.digest(names, in: second), rows: score.rows)
  }

  /// An annotation as if it had been read.
  static func read(_ document: GoldDocument) -> ReadReport {
    let text = document.report.text
    func forms(_ actor: String?) -> GoldDocument.Actor? {
      actor.flatMap { document.actors[$0] }
    }
    let statements = document.entries.enumerated().map { number, entry in
      let actor = forms(entry.actor)
      return Statement(
        id: StatementID(String(number)), kind: .indirect, stance: entry.stance,
        confidence: Confidence(1),
        speaker: entry.speaker.isEmpty
          ? nil
          : Speaker(
            passage: Passage(entry.speaker, in: text), actor: actor?.forms.first,
            named: actor?.isNamed ?? false,
            members: (actor?.members ?? []).compactMap { forms($0)?.forms.first }),
        cue: entry.cue.isEmpty ? nil : Passage(entry.cue, in: text),
        content: Passage(entry.content, in: text),
        chain: entry.chain.map { Relay(passage: Passage($0.spans, in: text), actor: $0.actor) },
        said: entry.said, holds: entry.holds)
    }
    let figures = document.entries.flatMap(\.figures).map { figure in
      Figure(
        passage: Passage([figure.span], in: text), low: figure.low, high: figure.high,
        bound: figure.bound, unit: figure.unit, counts: figure.counts.map { text.words($0) },
        whole: figure.whole)
    }
    return ReadReport(
      report: document.report, statements: statements, figures: figures, analysed: true)
  }
}
