package import Sayso
internal import SaysoClaims
internal import SaysoRecords

/// What Training/claims.py learns from: each gold statement with the earlier ones, as features.
///
/// A line `statement AFFAIR VARIANT PLACE CLAIMS` then `opening` values, then for each earlier statement
/// `PLACE REGIME CLAIMS` and its features as `number:value`. Claims are joined by commas, `-` for
/// a statement that the gold does not have. A line `#` tells report, speaker, stance and words.
package enum ClaimPairs {
  /// Writes the lines of some affairs, on found and on gold statements, to `write`.
  package static func write(
    _ names: [String], folder: String = ClaimsEvaluation.folder, data: String,
    pipeline: Pipeline, to write: (String) -> Void
  ) throws {
    for name in names {
      let affair = try Affair(name, folder: folder, data: data, pipeline: pipeline)
      let variants: [(String, [ReadReport], [StatementID?])] = [
        ("found", affair.reads, affair.found),
        ("gold", affair.goldReads, affair.entries.indices.map(Affair.goldID)),
      ]
      for (variant, reads, stands) in variants {
        var claims: [StatementID: Set<String>] = [:]
        for (entry, id) in zip(affair.entries, stands) {
          if let id { claims[id, default: []].formUnion(entry.claims) }
        }
        for briefing in try affair.briefings(reads) {
          let story = briefing.claimStory
          func label(_ place: Int) -> String {
            claims[story.statements[place].id]?.sorted().joined(separator: ",") ?? "-"
          }
          let features = AntecedentFeatures(story, comparingMeanings: true)
          for b in story.statements.indices {
            var line = "statement \(name)/\(briefing.brief.story.id) \(variant) \(b) \(label(b))"
            for value in features.opening(b) { line += " \(value)" }
            write(line)
            for a in features.candidates(of: b) {
              var line = "\(a) \(features.regime(a, b)) \(label(a))"
              for (number, value) in features.features(a, b).enumerated() where value != 0 {
                line += " \(number):\(value)"
              }
              write(line)
            }
            let own = story.statements[b]
            write(
              "# \(own.report) \(own.actor ?? "-") \(own.stance.rawValue): "
                + own.statement.content.text.split(whereSeparator: \.isNewline).joined(
                  separator: " "))
          }
        }
      }
    }
  }
}
