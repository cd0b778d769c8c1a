package import SaysoAttribution
package import SaysoLanguage
internal import SaysoRecords

extension StatementFrame {
  /// The frame as spans, for the attribution measure.
  package func attribution(
    _ map: PieceMap, _ text: AnnotatedText
  ) -> AttributionDocument.Attribution {
    func spans(_ pieces: [Int]) -> [TextSpan] { pieces.map { text.span(map.pieces[$0].tokens) } }
    return AttributionDocument.Attribution(
      source: source.map { spans([$0]) } ?? [], cue: spans([cue]), content: spans(contents))
  }
}
