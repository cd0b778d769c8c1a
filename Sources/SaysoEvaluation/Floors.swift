internal import Foundation

/// Figures below which the project must not fall, with the digest of the corpus that they hold for.
package struct Floors: Codable, Sendable {
  /// The floors of one evaluation.
  package struct Entry: Codable, Sendable {
    /// The evaluation.
    package let name: String
    /// SHA-256 of its corpus files.
    package let digest: String
    /// Floor by measure.
    package var floors: [String: Double]
    /// Why a floor was lowered, newest last.
    package var lowered: [String]
  }

  /// One entry an evaluation.
  package var entries: [Entry]

  /// Reads Evaluation/floors.json.
  package init(path: String) throws {
    do {
      self = try JSONDecoder().decode(
        Floors.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw EvaluationError(
        problem: "the floors cannot be read", place: path,
        remedy: "restore the file from the repository", cause: error)
    }
  }

  /// No floors.
  package init() { entries = [] }

  /// What speaks against a sheet: figures below their floor, a changed corpus; empty when all holds.
  package func complaints(against sheet: ScoreSheet) -> [String] {
    guard let entry = entries.first(where: { $0.name == sheet.name }) else {
      return ["\(sheet.name): there are no floors; set them with sayso-evaluate floors --raise"]
    }
    guard entry.digest == sheet.digest else {
      return ["\(sheet.name): the corpus has changed, its floors do not hold for it"]
    }
    return entry.floors.sorted { $0.key < $1.key }.compactMap { measure, floor in
      guard let row = sheet.rows.first(where: { $0.measure == measure }) else {
        return "\(sheet.name): '\(measure)' is no longer measured"
      }
      return row.value + 1e-9 >= floor
        ? nil : "\(sheet.name): \(measure) is \(row.value), below its floor \(floor)"
    }
  }

  /// Sets the floors of a sheet to its figures less `slack`, rounded down to thousandths; existing
  /// floors fall only with a reason.
  package mutating func raise(
    to sheet: ScoreSheet, slack: Double, regression: String?
  ) throws {
    let index = entries.firstIndex { $0.name == sheet.name }
    let old = index.map { entries[$0] }
    var floors: [String: Double] = [:]
    for row in sheet.rows where !row.measure.contains("error") {
      floors[row.measure] = ((row.value - slack) * 1000 + 1e-6).rounded(.down) / 1000
    }
    var lowered = old?.lowered ?? []
    if let old, old.digest == sheet.digest {
      for (measure, floor) in old.floors {
        guard let new = floors[measure], new >= floor else {
          guard let regression else {
            throw EvaluationError(
              problem: "the floor of '\(measure)' would fall below \(floor)", place: sheet.name,
              remedy: "mend the regression, or state a reason with --allow-regression")
          }
          lowered.append("\(measure) from \(floor): \(regression)")
          continue
        }
      }
    }
    let entry = Entry(name: sheet.name, digest: sheet.digest, floors: floors, lowered: lowered)
    if let index { entries[index] = entry } else { entries.append(entry) }
  }

  /// Writes the file, keys sorted.
  package func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
