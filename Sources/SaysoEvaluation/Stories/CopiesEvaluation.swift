internal import Foundation
internal import SaysoRecords
internal import SaysoStories

/// How well copies are found, and told from independent reports.
///
/// - *Edited copies*: each article of PolNeAR train and a copy of it with 0 to 40 % of the words
///   touched (``CopyMaker``). The truth is fixed here apart from the product: all pairs of these
///   texts of which the sets of runs of three words (letters and digits, lower case) have a Jaccard of
///   0.7 or more. What the product finds is the links whose Jaccard is 0.7 or more.
/// - *Copies*: how many of those copies, whatever their Jaccard, the product calls copies of their
///   article.
/// - *Cut to a third*, with up to 10 % of the words edited: the link must be there and be a copy.
///   *Spliced*: the article is put whole into another one; the link must be there and be a copy.
///   *A third spliced*: a third of the article in another one; a link of any kind must be there.
/// - *Independent*: the reports of three outlets on one event (BASIL); no pair may be a copy. The leads
///   of three outlets (AllSides) the same; some of these are copies in truth (an agency's text), so
///   that the figure tells a change and is no accuracy.
package struct CopiesEvaluation: Sendable {
  /// The figures.
  package let sheet: ScoreSheet
  /// Independent reports that were called copies: two ids and the share of the one's words.
  package let errors: [String]

  private static let articles = "polnear/articles-train.jsonl"
  private static let basil = "stories-basil/basil.jsonl"
  private static let allsides = "stories-allsides/roundups.jsonl"
  private static let seed: UInt64 = 7

  private struct Line: Decodable {
    let id: String
    let story: String?
    let text: String
  }

  /// Reads the corpora below a data folder.
  package init(data: String) throws {
    let texts = try CopiesEvaluation.lines(CopiesEvaluation.articles, data).map(\.text)
    var maker = CopyMaker(seed: CopiesEvaluation.seed, texts: texts)
    let documents = texts + texts.map { maker.copy(of: $0, share: 0.4 * maker.fraction()) }
    let links = CopiesEvaluation.links(documents)
    let truth = CopiesEvaluation.truth(documents)
    let found = Set(links.filter { $0.value.jaccard >= 0.7 }.keys)
    let copies = texts.indices.count {
      links[Pair($0, $0 + texts.count)]?.isCopy == true
    }
    var rows = [
      ScoreSheet.Row(
        "copies at Jaccard 0.7 F1", PrecisionRecall(found.intersection(truth).count, found, truth)),
      ScoreSheet.Row("edited copies found", Double(copies) / Double(texts.count)),
    ]
    rows += CopiesEvaluation.cuts(texts, &maker)
    var errors: [String] = []
    let independent = [
      ("BASIL", CopiesEvaluation.basil), ("AllSides", CopiesEvaluation.allsides),
    ]
    for (name, path) in independent {
      let lines = try CopiesEvaluation.lines(path, data)
      let links = CopiesEvaluation.links(lines.map(\.text))
      var pairs = 0
      var wrong = 0
      for second in lines.indices {
        for first in 0..<second where lines[first].story == lines[second].story {
          pairs += 1
          guard let link = links[Pair(first, second)], link.isCopy else { continue }
          wrong += 1
          let share = max(link.first.taken, link.second.taken)
          errors.append(
            "\(name) \(lines[first].id) \(lines[second].id) \((share * 100).rounded() / 100)")
        }
      }
      rows.append(ScoreSheet.Row("\(name) pairs kept apart", 1 - Double(wrong) / Double(pairs)))
    }
    self.errors = errors
    sheet = ScoreSheet(
      name: "copies",
      corpus: "\(texts.count) articles and their copies, \(truth.count) pairs at Jaccard 0.7",
      digest: try CorpusFile.digest(
        [CopiesEvaluation.articles, CopiesEvaluation.basil, CopiesEvaluation.allsides], in: data),
      rows: rows)
  }

  /// Two documents by number, the smaller first.
  private struct Pair: Hashable {
    let first: Int
    let second: Int
    init(_ first: Int, _ second: Int) { (self.first, self.second) = (first, second) }
  }

  /// The links of documents, each with those before it.
  private static func links(_ documents: [String]) -> [Pair: CopyLink] {
    var index = CopyIndex()
    var links: [Pair: CopyLink] = [:]
    for (number, document) in documents.enumerated() {
      let id = ReportID(String(number))
      for link in index.add(id, shingles(document)) {
        if let other = Int(link.side(besides: id).id.text) { links[Pair(other, number)] = link }
      }
    }
    return links
  }

  private static func shingles(_ text: String) -> ShingleSet {
    let text = FrozenText(text)
    return ShingleSet(text, [TextSpan(0, text.byteCount)])
  }

  /// What becomes of articles that are cut, and put into others.
  private static func cuts(_ texts: [String], _ maker: inout CopyMaker) -> [ScoreSheet.Row] {
    var counts = (cut: 0, spliced: 0, third: 0, all: 0)
    for (number, text) in texts.enumerated() {
      // Articles of one paragraph cannot be cut by paragraphs.
      guard CopyMaker.paragraphs(text).count > 3 else { continue }
      var host = number
      while host == number { host = maker.below(texts.count) }
      let third = maker.third(of: text, share: 0.1 * maker.fraction())
      func link(_ other: String) -> CopyLink? { links([text, other])[Pair(0, 1)] }
      counts.all += 1
      if link(third)?.isCopy == true { counts.cut += 1 }
      if link(maker.splice(text, into: texts[host]))?.isCopy == true { counts.spliced += 1 }
      if link(maker.splice("A new headline\n" + third, into: texts[host])) != nil {
        counts.third += 1
      }
    }
    func share(_ count: Int) -> Double { counts.all == 0 ? 0 : Double(count) / Double(counts.all) }
    return [
      ScoreSheet.Row("cut to a third, found", share(counts.cut)),
      ScoreSheet.Row("spliced into another, found", share(counts.spliced)),
      ScoreSheet.Row("a third spliced into another, linked", share(counts.third)),
    ]
  }

  /// The pairs with a Jaccard of 0.7 or more, by comparing all with all.
  private static func truth(_ documents: [String]) -> Set<Pair> {
    var numbers: [[Substring]: Int32] = [:]
    let sets = documents.map { document in
      let words = document.lowercased().split { !$0.isLetter && !$0.isNumber }
      var runs: Set<Int32> = []
      for start in 0..<max(0, words.count - 2) {
        let run = Array(words[start..<(start + 3)])
        let number = numbers[run] ?? Int32(numbers.count)
        numbers[run] = number
        runs.insert(number)
      }
      return runs.sorted()
    }
    var pairs: Set<Pair> = []
    for second in sets.indices {
      for first in 0..<second {
        let a = sets[first]
        let b = sets[second]
        guard 10 * min(a.count, b.count) >= 7 * max(a.count, b.count) else { continue }
        let shared = common(a, b)
        if shared > 0, 10 * shared >= 7 * (a.count + b.count - shared) {
          pairs.insert(Pair(first, second))
        }
      }
    }
    return pairs
  }

  /// How many numbers two ascending lists have in common.
  private static func common(_ a: [Int32], _ b: [Int32]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { count += 1 }
      (i, j) = (a[i] <= b[j] ? i + 1 : i, b[j] <= a[i] ? j + 1 : j)
    }
    return count
  }

  private static func lines(_ path: String, _ data: String) throws -> [Line] {
    try CorpusFile.lines(path, in: data).filter { !$0.isEmpty }.map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  // MARK: Other programs

  /// The articles and their edited copies as JSON lines with id and text, for other programs.
  package static func documents(data: String) throws -> [String] {
    let texts = try lines(articles, data).map(\.text)
    var maker = CopyMaker(seed: seed, texts: texts)
    let documents = texts + texts.map { maker.copy(of: $0, share: 0.4 * maker.fraction()) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try documents.enumerated().map { number, text in
      String(decoding: try encoder.encode(["id": String(number), "text": text]), as: UTF8.self)
    }
  }
}

extension PrecisionRecall {
  /// Of sets: how many of the found are in the truth.
  fileprivate init<Element>(_ both: Int, _ found: Set<Element>, _ truth: Set<Element>) {
    self.init(
      Double(both), of: Double(found.count), Double(both), of: Double(truth.count))
  }
}
