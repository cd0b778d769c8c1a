internal import Foundation
internal import SaysoReading
internal import SaysoRecords

/// How well the text and the metadata of web pages are found.
///
/// Pieces that must and must not be in the text, as Barbaresi's "Trafilatura" (ACL 2021,
/// demonstrations) scores them: a piece found counts for, one missed or wrongly kept against. Bodies
/// as four-word shingles, as the benchmark of article extraction by Zyte does: precision and recall
/// of each page, their means, and F1 of the means.
package struct PagesEvaluation: Sendable {
  /// One page that has faults.
  package struct Fault: Sendable {
    /// The file of the page.
    package let file: String
    /// What is wrong ("missed", "kept", "title", "date", "authors", "body").
    package let kind: String
    /// What was expected and what came out.
    package let words: String
  }

  /// The figures.
  package let sheet: ScoreSheet
  /// What is wrong, page by page.
  package let faults: [Fault]

  private static let pieces = "extraction-trafilatura"
  private static let bodies = "extraction-fundus"

  /// Reads the pages of both corpora below `data`.
  package init(data: String) throws {
    var rows: [ScoreSheet.Row] = []
    var faults: [Fault] = []
    rows.append(try PagesEvaluation.pieceScore(data, &faults))
    rows += try PagesEvaluation.bodyScores(data, &faults)
    let files = [PagesEvaluation.pieces, PagesEvaluation.bodies].flatMap {
      [$0 + "/html.tar.zst", $0 + "/pages.jsonl"]
    }
    sheet = ScoreSheet(
      name: "pages", corpus: "990 pages with marked pieces, 84 news pages with bodies",
      digest: try CorpusFile.digest(files, in: data), rows: rows)
    self.faults = faults
  }

  // MARK: - Pieces

  private struct PieceGold: Decodable {
    let file: String
    let with: [String]?
    let without: [String]?
  }

  private static func pieceScore(
    _ data: String, _ faults: inout [Fault]
  ) throws -> ScoreSheet.Row {
    let gold = try lines(PieceGold.self, pieces, data)
    var found = 0.0
    var wanted = 0.0
    var kept = 0.0
    try forEachPage(pieces, data) { file, reading in
      guard let gold = gold[file] else { return }
      let text = flat(reading?.report.text.string ?? "")
      for piece in gold.with ?? [] {
        wanted += 1
        if text.contains(flat(piece)) {
          found += 1
        } else {
          faults.append(Fault(file: file, kind: "missed", words: piece))
        }
      }
      for piece in gold.without ?? [] where text.contains(flat(piece)) {
        kept += 1
        faults.append(Fault(file: file, kind: "kept", words: piece))
      }
    }
    return ScoreSheet.Row("pieces F1", PrecisionRecall(found, of: found + kept, found, of: wanted))
  }

  /// Text in composed form without soft hyphens, each run of white space as one space.
  private static func flat(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.filter { $0 != "\u{AD}" }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: - Bodies

  private struct BodyGold: Decodable {
    let file: String
    let title: String?
    let authors: [String]?
    let published: String?
    let text: String
  }

  private static func bodyScores(
    _ data: String, _ faults: inout [Fault]
  ) throws -> [ScoreSheet.Row] {
    let gold = try lines(BodyGold.self, bodies, data)
    var pages = 0.0
    var precision = 0.0
    var recall = 0.0
    var right = (title: 0.0, date: 0.0, authors: 0.0)
    try forEachPage(bodies, data) { file, reading in
      guard let gold = gold[file] else { return }
      pages += 1
      let report = reading?.report
      let found = shingles(report?.text.string ?? "")
      let wanted = shingles(gold.text)
      let both = Double(found.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) })
      let own = (
        both / Double(max(1, found.values.reduce(0, +))),
        both / Double(max(1, wanted.values.reduce(0, +)))
      )
      precision += own.0
      recall += own.1
      if own.0 < 0.9 || own.1 < 0.9 {
        faults.append(
          Fault(file: file, kind: "body", words: "precision \(own.0), recall \(own.1)"))
      }
      func note(_ kind: String, _ isRight: Bool, _ expected: String, _ got: String?) -> Double {
        if isRight { return 1 }
        faults.append(Fault(file: file, kind: kind, words: "\(expected) | \(got ?? "nothing")"))
        return 0
      }
      right.title += note(
        "title", letters(report?.title ?? "") == letters(gold.title ?? ""), gold.title ?? "",
        report?.title)
      right.date += note(
        "date", report?.published?.date.iso == gold.published.map { String($0.prefix(10)) },
        gold.published ?? "", report?.published?.iso)
      right.authors += note(
        "authors", names(report?.byline ?? "") == Set((gold.authors ?? []).map(letters)),
        (gold.authors ?? []).joined(separator: ", "), report?.byline)
    }
    guard pages > 0 else {
      throw EvaluationError(
        problem: "no page of the corpus was found", place: bodies,
        remedy: "fetch the corpus again")
    }
    let p = precision / pages
    let r = recall / pages
    return [
      ScoreSheet.Row(
        "news body F1", p + r == 0 ? 0 : 2 * p * r / (p + r), precision: p, recall: r),
      ScoreSheet.Row("news title right", right.title / pages),
      ScoreSheet.Row("news date right", right.date / pages),
      ScoreSheet.Row("news authors right", right.authors / pages),
    ]
  }

  /// Runs of four words, with how often each occurs.
  private static func shingles(_ text: String) -> [[Substring]: Int] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    guard words.count >= 4 else { return words.isEmpty ? [:] : [words: 1] }
    var counts: [[Substring]: Int] = [:]
    for start in 0...(words.count - 4) {
      counts[Array(words[start..<(start + 4)]), default: 0] += 1
    }
    return counts
  }

  /// Letters and digits without case and accents.
  private static func letters(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
      .filter { $0.isLetter || $0.isNumber }
  }

  /// The names in a byline.
  private static func names(_ byline: String) -> Set<String> {
    let parts = byline.replacing(" and ", with: ",").replacing(" & ", with: ",")
      .split { $0 == "," || $0 == ";" }
    return Set(parts.map { letters(String($0)) }.filter { !$0.isEmpty })
  }

  // MARK: - Pages

  private static func lines<Gold: Decodable>(
    _ type: Gold.Type, _ corpus: String, _ data: String
  ) throws -> [String: Gold] {
    var gold: [String: Gold] = [:]
    for line in try CorpusFile.lines(corpus + "/pages.jsonl", in: data) where !line.isEmpty {
      let bytes = Data(line.utf8)
      let file = try JSONDecoder().decode(FileName.self, from: bytes).file
      gold[file.precomposedStringWithCanonicalMapping] =
        try JSONDecoder().decode(type, from: bytes)
    }
    return gold
  }

  private struct FileName: Decodable { let file: String }

  /// Calls `body` with every page of a corpus, read as `sayso text` reads it; nil where it has no
  /// text.
  private static func forEachPage(
    _ corpus: String, _ data: String, _ body: (String, ReportReading?) -> Void
  ) throws {
    let reader = ReportReader()
    try CorpusFile.forEachPacked(corpus + "/html.tar.zst", in: data) { name, bytes in
      let file = SourceFile(
        name: name, bytes: bytes, origin: SourceFile.Origin(mediaType: "text/html"))
      let reading = reader.readings(of: file).lazy.compactMap { result -> ReportReading? in
        if case .success(let reading) = result { reading } else { nil }
      }.first
      body(name.precomposedStringWithCanonicalMapping, reading)
    }
  }
}
