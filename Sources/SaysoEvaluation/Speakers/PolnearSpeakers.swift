internal import SaysoRecords

/// Reads speakers out of PolNeAR: gold sources, with the chains of Stanford CoreNLP that come with the
/// corpus (Manning et al., "The Stanford CoreNLP Natural Language Processing Toolkit", ACL 2014).
///
/// The chains are made by a machine, so agreement with them is no accuracy: it tells which change
/// helps and which harms.
package enum PolnearSpeakers {
  /// The documents of a split ("dev", "train"); those without chains are left out.
  package static func read(_ split: String, in data: String) throws -> [SpeakerDocument] {
    var chains = try chains("polnear/corenlp-\(split).tsv.gz", in: data)
    return try AttributionCorpus.read("polnear/articles-\(split).jsonl", in: data).compactMap {
      document in
      guard let own = chains.removeValue(forKey: document.id) else { return nil }
      let index = CodePointIndex(document.text)
      func span(_ pair: (Int, Int)) -> TextSpan { TextSpan(index.byte(pair.0), index.byte(pair.1)) }
      return SpeakerDocument(
        id: document.id, text: document.text, blocks: document.report.blocks,
        chains: own.map { chain in
          chain.map { .init(span: span($0.span), head: span($0.head), isName: $0.isName) }
        },
        said: document.attributions.compactMap { attribution in
          guard let first = attribution.source.first, let last = attribution.source.last else {
            return nil
          }
          return (first.union(last), attribution.content)
        })
    }
  }

  /// A mention in code points.
  private struct Mention {
    let span: (Int, Int)
    let head: (Int, Int)
    let isName: Bool
  }

  private static func chains(
    _ path: String, in data: String
  ) throws -> [String: [[Mention]]] {
    var result: [String: [[Mention]]] = [:]
    var article = ""
    var words: [[(start: Int, end: Int, isName: Bool)]] = []
    var chains: [Int: [Mention]] = [:]
    func end() {
      if !article.isEmpty { result[article] = chains.sorted { $0.key < $1.key }.map(\.value) }
      words = []
      chains = [:]
    }
    for line in try CorpusFile.lines(path, in: data) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.hasPrefix("# article\t") {
        end()
        article = String(cells[1])
      } else if line.hasPrefix("# sent\t") {
        words.append([])
      } else if line.hasPrefix("# coref\t") {
        let numbers = cells.dropFirst().compactMap { Int($0) }
        guard numbers.count >= 5, words.indices.contains(numbers[1] - 1) else { continue }
        let sentence = words[numbers[1] - 1]
        guard numbers[2...4].allSatisfy({ sentence.indices.contains($0 - 1) }) else { continue }
        let head = sentence[numbers[4] - 1]
        chains[numbers[0], default: []].append(
          Mention(
            span: (sentence[numbers[2] - 1].start, sentence[numbers[3] - 1].end),
            head: (head.start, head.end), isName: head.isName))
      } else if cells.count >= 6, let start = Int(cells[1]), let end = Int(cells[2]),
        !words.isEmpty
      {
        words[words.count - 1].append((start, end, cells[5].hasPrefix("NNP")))
      }
    }
    end()
    return result
  }
}
