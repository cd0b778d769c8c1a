internal import Foundation
internal import SaysoRecords
internal import SaysoStories

/// How fast reports are entered in the index of copies, shingling included, on one core.
package enum CopiesSpeed {
  private struct Line: Decodable { let text: String }

  /// Times texts, one a JSON line, several times over; the quickest round counts.
  ///
  /// Gives documents, documents a second of processor time, and links.
  package static func time(
    _ path: String, rounds: Int = 5
  ) throws -> (documents: Int, rate: Double, links: Int) {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw EvaluationError(
        problem: "the texts cannot be read", place: path, remedy: "name a file of JSON lines",
        cause: error)
    }
    let texts = try bytes.split(separator: 0x0A).map {
      FrozenText(try JSONDecoder().decode(Line.self, from: Data($0)).text)
    }
    var best = Double.infinity
    var links = 0
    for _ in 0..<max(1, rounds) {
      var index = CopyIndex()
      var shingler = Shingler()
      let start = processorSeconds
      links = 0
      for (number, text) in texts.enumerated() {
        let shingles = shingler.shingles(of: text, [TextSpan(0, text.byteCount)])
        links += index.add(ReportID(String(number)), shingles).count
      }
      best = min(best, processorSeconds - start)
    }
    return (texts.count, Double(texts.count) / best, links)
  }

  /// One line of the growth test.
  package struct Growth: Sendable {
    /// How many reports there are.
    package let reports: Int
    /// Microseconds of processor time for a report, shingling included, over the last of them.
    package let cost: Double
  }

  /// Adds texts of 33 sentences drawn from PolNeAR train, and tells the cost at 1,000, 10,000 and all.
  ///
  /// The cost is that of the last thousand reports before each mark. There are some 32,000 sentences,
  /// so that each stands in a hundred of 100,000 texts: far more is shared than in news.
  package static func growth(data: String, count: Int) throws -> [Growth] {
    let texts = try CorpusFile.lines("polnear/articles-train.jsonl", in: data)
      .filter { !$0.isEmpty }
      .map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text }
    let sentences = texts.flatMap {
      $0.split { ".\n".contains($0) }.filter { $0.utf8.count > 20 }
    }
    var maker = CopyMaker(seed: 11, texts: texts)
    var index = CopyIndex()
    var shingler = Shingler()
    var marks: [Growth] = []
    var spent = 0.0
    for number in 1...max(1, count) {
      let text = FrozenText(maker.recombined(sentences, count: 33))
      let start = processorSeconds
      let shingles = shingler.shingles(of: text, [TextSpan(0, text.byteCount)])
      index.add(ReportID(String(number)), shingles)
      spent += processorSeconds - start
      if number.isMultiple(of: 1000) {
        if [1000, 10_000, count].contains(number) {
          marks.append(Growth(reports: number, cost: spent * 1000))
        }
        spent = 0
      }
    }
    return marks
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
