package import Foundation
internal import SaysoAttribution
package import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoRecords

/// What the trainer of the careful engine reads: words and their looks, with gold roles and links,
/// chains of mentions, or statements with their claims.
package struct CarefulLessons: Sendable {
  /// A report as one line of JSON; what a corpus does not tell is left out.
  private struct Line: Encodable {
    var id: String
    var publisher: String
    var words: [String]
    var looks: [UInt8]
    /// First words of sentences.
    var sentences: [Int]
    /// First words of paragraphs.
    var paragraphs: [Int]
    /// Numbers of `RoleLabel`.
    var labels: [UInt8]?
    /// Role, first word, word after the last, and for a content or a cue the piece that it belongs
    /// to (a content's cue, a cue's source), -1 for none.
    var pieces: [[Int]]?
    /// For each chain its mentions: first word, word after the last, head.
    var chains: [[[Int]]]?
    /// What is said, and which claims it meets.
    var statements: [Said]?

    /// A line without gold.
    init(_ id: String, publisher: String, _ input: AttributionInput) {
      self.id = id
      self.publisher = publisher
      let text = input.text
      words = text.tokens.indices.map { text.word($0) }
      looks = WordLook.looks(input)
      sentences = text.sentences.map(\.lowerBound)
      paragraphs = input.paragraphStarts.sorted()
    }
  }

  /// A gold statement.
  private struct Said: Encodable {
    /// First word and word after the last of each part of the content.
    var content: [[Int]]
    var claims: [String]
    var speaker: String
    var stance: String
  }

  private let reader: TrainingReader

  /// A writer with what it reads texts by.
  package init(reader: TrainingReader) { self.reader = reader }

  /// The lesson of a document with roles, one line without its end.
  package func line(_ document: AttributionDocument) throws -> Data {
    let text = AnnotatedText(document.text, blocks: document.report.blocks)
    let input = reader.input(text)
    let labels = AttributionGold.labels(document, text)
    let map = PieceMap(RolePiece.pieces(labels, starts: input.paragraphStarts), input)
    var line = Line(document.id, publisher: document.publisher, input)
    line.labels = labels
    line.pieces = zip(map.pieces, AttributionGold.owners(document, map, text)).map { piece, owner in
      [Int(piece.role.rawValue), piece.tokens.lowerBound, piece.tokens.upperBound, owner]
    }
    return try encoded(line)
  }

  /// The lesson of a document with chains of mentions.
  package func line(_ document: SpeakerDocument, publisher: String) throws -> Data {
    let text = AnnotatedText(document.text, blocks: document.blocks)
    var line = Line(document.id, publisher: publisher, reader.input(text))
    line.chains = document.chains.map { chain in
      chain.compactMap { mention in
        let words = text.tokens(sharing: mention.span)
        let head = text.tokens(sharing: mention.head)
        return words.isEmpty || head.isEmpty
          ? nil : [words.lowerBound, words.upperBound, head.upperBound - 1]
      }
    }
    return try encoded(line)
  }

  /// The lessons of an affair, one for each report.
  package func lines(_ affair: Affair) throws -> [Data] {
    try affair.reads.enumerated().map { number, read in
      let text = AnnotatedText(read.report.text, blocks: read.report.blocks)
      var line = Line(
        "\(affair.name)/\(number)", publisher: affair.name, reader.input(text))
      line.statements = affair.entries.filter { $0.report == number }.compactMap { entry in
        let content = entry.content.map { text.tokens(sharing: $0) }.filter { !$0.isEmpty }
        return content.isEmpty
          ? nil
          : Said(
            content: content.map { [$0.lowerBound, $0.upperBound] }, claims: entry.claims.sorted(),
            speaker: entry.speaker, stance: entry.stance.rawValue)
      }
      return try encoded(line)
    }
  }

  private func encoded(_ line: Line) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(line)
  }
}
