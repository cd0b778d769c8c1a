internal import Crypto
internal import Foundation
package import Sayso

/// Runs the product over the hand-made gold set.
package struct GoldEvaluation: Sendable {
  /// What was compared, report by report, by name.
  package private(set) var comparisons: [GoldComparison] = []
  /// SHA-256 over the gold files of the set.
  package let digest: String

  /// Reads every gold file of `folder`, its text below `data`, of one half or of both.
  package init(folder: String, data: String, half: GoldHalf?, pipeline: Pipeline) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".json") }.sorted()
    } catch {
      throw EvaluationError(
        problem: "the gold folder cannot be read", place: folder,
        remedy: "run it in the root of the repository, or name the folder with --gold",
        cause: error)
    }
    var hash = SHA256()
    for name in names {
      let bytes = try CorpusFile.bytes(name, in: folder)
      let gold: GoldReport
      do {
        gold = try JSONDecoder().decode(GoldReport.self, from: Data(bytes))
      } catch {
        throw EvaluationError(
          problem: "the gold file does not fit the format", place: "\(folder)/\(name)",
          remedy: "restore it from the repository; Evaluation/gold/README.md gives the format",
          cause: error)
      }
      guard half == nil || gold.half == half else { continue }
      hash.update(data: bytes)
      let document = try GoldDocument(gold, name: String(name.dropLast(5)), data: data)
      comparisons.append(GoldComparison(document, pipeline.read(document.report)))
    }
    digest = hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The figures.
  package var score: GoldScore {
    comparisons.reduce(into: GoldScore()) { $0.add($1) }
  }

  /// The figures as a sheet.
  package func sheet(_ half: GoldHalf?) -> ScoreSheet {
    let name = half.map { "gold-" + $0.rawValue } ?? "gold"
    return ScoreSheet(name: name, corpus: score.summary, digest: digest, rows: score.rows)
  }
}
