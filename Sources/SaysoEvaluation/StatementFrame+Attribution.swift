package import SaysoAttribution
package import SaysoLanguage
internal import SaysoRecords

extension StatementFrame {
  /// The frame as spans, for the attribution measure; `contents` where their borders were chosen.
  package func attribution(
    _ map: PieceMap, _ text: AnnotatedText, contents: [Range<Int>]? = nil
  ) -> AttributionDocument.Attribution {
    func spans(_ pieces: [Int]) -> [TextSpan] { pieces.map { text.span(map.pieces[$0].tokens) } }
    return AttributionDocument.Attribution(
      source: source.map { spans([$0]) } ?? [], cue: spans([cue]),
      content: contents?.map { text.span($0) } ?? spans(self.contents))
  }
}
