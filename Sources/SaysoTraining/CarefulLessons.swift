package import Foundation
internal import SaysoAttribution
package import SaysoEvaluation
internal import SaysoLanguage
internal import SaysoLearning
internal import SaysoRecords

/// What the trainer of the careful engine reads: words, their looks, gold roles and links.
package struct CarefulLessons: Sendable {
  /// A report as one line of JSON.
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
    var labels: [UInt8]
    /// Role, first word, word after the last, and for a content or a cue the piece that it belongs
    /// to (a content's cue, a cue's source), -1 for none.
    var pieces: [[Int]]
  }

  private let reader: TrainingReader

  /// A writer with what it reads texts by.
  package init(reader: TrainingReader) { self.reader = reader }

  /// The lesson of a document, one line without its end.
  package func line(_ document: AttributionDocument) throws -> Data {
    let text = AnnotatedText(document.text, blocks: document.report.blocks)
    let input = reader.input(text)
    let labels = AttributionGold.labels(document, text)
    let map = PieceMap(RolePiece.pieces(labels, starts: input.paragraphStarts), input)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      Line(
        id: document.id, publisher: document.publisher,
        words: text.tokens.indices.map { text.word($0) }, looks: WordLook.looks(input),
        sentences: text.sentences.map(\.lowerBound), paragraphs: input.paragraphStarts.sorted(),
        labels: labels,
        pieces: zip(map.pieces, AttributionGold.owners(document, map, text)).map { piece, owner in
          [Int(piece.role.rawValue), piece.tokens.lowerBound, piece.tokens.upperBound, owner]
        }))
  }
}
