internal import Foundation
package import Sayso
package import SaysoEvaluation
internal import SaysoRecords
package import SaysoStories

/// What Training/stories.py learns from: how many reports have a word, and what pairs look like.
package enum StoryLessons {
  /// Corpora whose words are counted; none of them is a set that stories are measured on but NeuS.
  static let counted = [
    "polnear/articles-train.jsonl", "timeml/timebank.jsonl", "timeml/aquaint.jsonl",
    "meantime/meantime.jsonl",
  ]
  /// NeuS is large: so many reports of it are compared.
  static let mostOfNeus = 4500
  /// Neighbours of a NeuS report that are written.
  static let neighbours = 12

  private struct Line: Decodable {
    let title: String?
    let text: String
  }

  /// The words of more than one report: a line with the number of reports, then a line a word with the
  /// hash of its stem and the number of reports that have it, the commonest first.
  package static func words(data: String) throws -> String {
    var counts: [UInt64: Int] = [:]
    var reports = 0
    func count(_ title: String?, _ text: String) {
      reports += 1
      let words = StoryWords.words(of: Array(((title ?? "") + "\n" + text).utf8))
      for hash in Set(words.map(\.hash)) { counts[hash, default: 0] += 1 }
    }
    let decoder = JSONDecoder()
    for path in counted {
      for line in try CorpusFile.bytes(path, in: data).split(separator: 0x0A) {
        let line = try decoder.decode(Line.self, from: Data(line))
        count(line.title, line.text)
      }
    }
    for item in try StoryCorpus(.neus, data: data).items {
      count(item.report.title, item.report.text.string)
    }
    let rows = counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "\(reports)\n"
      + rows.map { String($0.key, radix: 16) + "\t\($0.value)\n" }.joined()
  }

  /// The background of such lines.
  package static func background(words lines: String) -> StoryBackground {
    let lines = lines.split(separator: "\n")
    let reports = Double(lines.first ?? "") ?? 1
    return StoryBackground(
      words: lines.dropFirst().compactMap { line in
        let parts = line.split(separator: "\t")
        guard parts.count == 2, let hash = UInt64(parts[0], radix: 16), let count = Double(parts[1])
        else { return nil }
        return (hash: hash, rarity: Float(log(reports / count)))
      })
  }

  /// The pairs of one set, as numbers (place, place, inputs), and its reports, a line each: id, story,
  /// topic, split, day.
  package static func pairs(
    _ name: StoryCorpus.Name, data: String, background: StoryBackground, pipeline: Pipeline
  ) throws -> (pairs: [UInt8], reports: String) {
    var items = try StoryCorpus(name, data: data).items
    if name == .neus { items = Array(items.prefix(mostOfNeus)) }
    let profiles = items.map {
      StoryProfile(StoryFeatures(pipeline.read($0.report), background: background))
    }
    var out: [UInt8] = []
    func write(_ a: Int, _ b: Int, _ inputs: SIMD32<Float>) {
      for place in [a, b] {
        withUnsafeBytes(of: Int32(place).littleEndian) { out.append(contentsOf: $0) }
      }
      for input in StoryPairScorer.Input.allCases {
        withUnsafeBytes(of: inputs[input.rawValue].bitPattern.littleEndian) {
          out.append(contentsOf: $0)
        }
      }
    }
    for b in items.indices {
      var row: [(place: Int, near: Float, inputs: SIMD32<Float>)] = []
      for a in 0..<b {
        let inputs = StoryPairScorer.inputs(profiles[a], profiles[b])
        func input(_ input: StoryPairScorer.Input) -> Float { inputs[input.rawValue] }
        let near = input(.words) + input(.lead) + input(.names)
        guard input(.words) > 0.03 || items[a].story == items[b].story else { continue }
        row.append((a, near, inputs))
      }
      if name == .neus {
        let sorted = row.sorted { ($1.near, $0.place) < ($0.near, $1.place) }
        let nearest = Set(sorted.prefix(neighbours).map(\.place))
        row = row.filter { nearest.contains($0.place) || items[$0.place].story == items[b].story }
      }
      for pair in row { write(pair.place, b, pair.inputs) }
    }
    let lines = items.map { item in
      let day = item.report.published.map { String($0.date.dayNumber) } ?? ""
      return [item.source, item.story, item.topic, item.split, day].joined(separator: "\t")
    }
    return (out, lines.joined(separator: "\n") + "\n")
  }
}
