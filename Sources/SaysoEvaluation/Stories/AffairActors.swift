internal import Foundation
internal import SaysoLanguage
internal import SaysoRecords
package import SaysoStories

/// Actors over the reports of an affair of `Evaluation/affairs`, against the names that its gold gives
/// each actor.
///
/// Judged are the names that the gold has and the directory too, articles and capitals aside; names that
/// the gold gives two actors are left out, and so are those that no report's reading has as an actor or a
/// form ("the line"). A pair of names is found where one record has both.
package struct AffairActors: Sendable {
  /// A pair of names of one actor.
  package struct Pair: Hashable, Sendable {
    /// The one.
    package let first: String
    /// The other.
    package let second: String
  }

  /// Pairs that the gold has and no record.
  package let missed: [Pair]
  /// Pairs that a record has and the gold gives to two actors.
  package let wrong: [Pair]
  /// Pairs that both have.
  package let right: Int
  /// Reports' actors with the right actor and the record, for those that the gold names.
  private let labels: [(gold: String, found: String)]
  /// The names that were judged.
  package let names: Int

  private struct Gold: Decodable {
    struct Actor: Decodable {
      let name: String
      let aliases: [String]
    }
    let actors: [Actor]
  }

  /// Compares a directory with the gold of an affair.
  package init(gold: [UInt8], _ directory: ActorDirectory, place: String) throws {
    let actors: [Gold.Actor]
    do {
      actors = try JSONDecoder().decode(Gold.self, from: Data(gold)).actors
    } catch {
      throw EvaluationError(
        problem: "the gold of the affair does not fit the format", place: place,
        remedy: "restore it from the repository", cause: error)
    }
    var owner: [String: String?] = [:]
    for actor in actors {
      for key in Set(([actor.name] + actor.aliases).map(AffairActors.key)) {
        owner[key] = owner[key] == nil ? .some(actor.name) : .some(nil)
      }
    }
    var records: [String: Set<ActorID>] = [:]
    var labels: [(String, String)] = []
    for record in directory.records where record.kind != .unnamed {
      for alias in record.aliases {
        records[AffairActors.key(alias.words), default: []].insert(record.id)
      }
      for member in record.members {
        if case .some(.some(let name)) = owner[AffairActors.key(member.name)] {
          labels.append((name, record.id.text))
        }
      }
    }
    let judged = owner.keys.sorted().compactMap { key in
      (owner[key] ?? nil).flatMap { actor in records[key].map { (key, actor, $0) } }
    }
    var missed: [Pair] = []
    var wrong: [Pair] = []
    var right = 0
    for (place, one) in judged.enumerated() {
      for other in judged[(place + 1)...] {
        let isFound = !one.2.isDisjoint(with: other.2)
        switch (one.1 == other.1, isFound) {
        case (true, true): right += 1
        case (true, false): missed.append(Pair(first: one.0, second: other.0))
        case (false, true): wrong.append(Pair(first: one.0, second: other.0))
        case (false, false): break
        }
      }
    }
    (self.missed, self.wrong, self.right, self.labels) = (missed, wrong, right, labels)
    names = judged.count
  }

  private static func key(_ name: String) -> String {
    var key = name.foldedForNames.replacing("’", with: "'")
    if key.hasPrefix("the ") { key.removeFirst(4) }
    return key
  }

  /// The figures.
  package func rows(_ name: String) -> [ScoreSheet.Row] {
    let precision = Double(right) / Double(max(1, right + wrong.count))
    let recall = Double(right) / Double(max(1, right + missed.count))
    let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    let score = ClusterScore(gold: labels.map(\.gold), found: labels.map(\.found))
    return [
      .init("\(name) pairs of names F1", f1, precision: precision, recall: recall),
      .init(
        "\(name) reports' actors B3 F1", score.f1, precision: score.precision,
        recall: score.recall),
    ]
  }
}
