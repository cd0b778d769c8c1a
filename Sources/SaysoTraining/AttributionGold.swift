internal import SaysoRecords
package import SaysoAttribution
package import SaysoEvaluation
package import SaysoLanguage
internal import SaysoLearning

/// Gold attribution as the trainers want it: labels of tokens, and answers to the linker's choices.
package enum AttributionGold {
  /// A label for each token; where roles overlap, cue goes before source before content.
  package static func labels(_ document: AttributionDocument, _ text: AnnotatedText) -> [UInt8] {
    var labels = [UInt8](repeating: 0, count: text.tokens.count)
    func mark(_ spans: [TextSpan], _ role: RoleLabel.Role) {
      for span in spans {
        var begins = true
        for token in text.tokens(sharing: span) {
          labels[token] = RoleLabel.label(role, begins: begins).rawValue
          begins = false
        }
      }
    }
    for attribution in document.attributions { mark(attribution.content, .content) }
    for attribution in document.attributions { mark(attribution.source, .source) }
    for attribution in document.attributions { mark(attribution.cue, .cue) }
    var before: RoleLabel?
    for index in labels.indices {
      guard let label = RoleLabel(rawValue: labels[index]) else { continue }
      if let role = label.role, !RoleLabel.allows(before, label) {
        labels[index] = RoleLabel.label(role, begins: true).rawValue
      }
      before = RoleLabel(rawValue: labels[index])
    }
    return labels
  }

  /// Choices for the linker: for each content its cue (column 0), for each cue its source (1).
  package static func choices(
    _ document: AttributionDocument, _ map: PieceMap, _ input: AttributionInput
  ) -> (contents: [RankExample], sources: [RankExample]) {
    let owners = Owners(document, map, input.text)
    var contents: [RankExample] = []
    var sources: [RankExample] = []
    for (index, piece) in map.pieces.enumerated() {
      switch piece.role {
      case .content:
        let candidates = map.cueCandidates(content: index)
        guard !candidates.isEmpty else { continue }
        let owner = owners.content[index]
        let answer = candidates.firstIndex { owner != nil && owners.cue[$0] == owner }
        // A content without its gold cue at hand teaches nothing about ranks.
        var rows = FeatureRows(bits: LinkFeatures.bits)
        for cue in candidates { LinkFeatures.addContent(index, cue: cue, map, input, &rows) }
        LinkFeatures.addNone(index, map, input, &rows)
        contents.append(RankExample(features: rows, answer: answer ?? candidates.count))
      case .cue:
        guard let owner = owners.cue[index] else { continue }
        let candidates = map.sourceCandidates(cue: index)
        let answer = candidates.firstIndex { owners.sources[$0]?.contains(owner) ?? false }
        var rows = FeatureRows(bits: LinkFeatures.bits)
        for source in candidates { LinkFeatures.addSource(source, cue: index, map, input, &rows) }
        LinkFeatures.addNone(index, map, input, &rows)
        sources.append(RankExample(features: rows, answer: answer ?? candidates.count))
      case .source: break
      }
    }
    return (contents, sources)
  }

  /// The choices of a frame's outer borders: of each side where the gold content that shares most
  /// with the frame's, and whose cue shares some with its cue, has a place among the candidates.
  package static func borders(
    _ document: AttributionDocument, _ frame: StatementFrame, _ features: BorderFeatures,
    _ input: AttributionInput
  ) -> [(BorderFeatures.Side, RankExample)] {
    let text = input.text
    func shared(_ a: [TextSpan], _ b: [TextSpan]) -> Int {
      a.reduce(0) { sum, x in
        sum + b.reduce(0) { $0 + max(0, min(x.end, $1.end) - max(x.start, $1.start)) }
      }
    }
    let pieces = features.pieces(of: frame)
    let cue = [text.span(pieces.cue)]
    let contents = pieces.contents.map { text.span($0) }
    let gold = document.attributions.filter { shared($0.cue, cue) > 0 }
      .max { shared($0.content, contents) < shared($1.content, contents) }
    guard let gold, shared(gold.content, contents) > 0, let first = gold.content.min(),
      let last = gold.content.max()
    else { return [] }
    let answers = [
      text.tokens(sharing: first).lowerBound, text.tokens(sharing: last).upperBound,
    ]
    return BorderFeatures.Side.allCases.compactMap { side in
      let places = features.candidates(side, of: frame)
      guard let answer = places.firstIndex(of: answers[side.rawValue]) else { return nil }
      var rows = FeatureRows(bits: BorderFeatures.bits)
      for place in places { features.add(place, side, of: frame, &rows) }
      return (side, RankExample(features: rows, answer: answer))
    }
  }

  /// For each content the piece of its cue, for each cue that of its source; -1 where there is none.
  package static func owners(
    _ document: AttributionDocument, _ map: PieceMap, _ text: AnnotatedText
  ) -> [Int] {
    let owners = Owners(document, map, text)
    /// The nearest of the pieces that fit.
    func nearest(_ index: Int, _ fits: (Int) -> Bool) -> Int {
      map.pieces.indices.filter(fits).min { abs($0 - index) < abs($1 - index) } ?? -1
    }
    return map.pieces.indices.map { index in
      switch map.pieces[index].role {
      case .content:
        guard let owner = owners.content[index] else { return -1 }
        return nearest(index) { owners.cue[$0] == owner }
      case .cue:
        guard let owner = owners.cue[index] else { return -1 }
        return nearest(index) { owners.sources[$0]?.contains(owner) ?? false }
      case .source: return -1
      }
    }
  }

  /// Which gold attribution each piece belongs to.
  private struct Owners {
    var cue: [Int: Int] = [:]
    var content: [Int: Int] = [:]
    var sources: [Int: Set<Int>] = [:]

    init(_ document: AttributionDocument, _ map: PieceMap, _ text: AnnotatedText) {
      for (index, piece) in map.pieces.enumerated() where !piece.tokens.isEmpty {
        let span = text.span(piece.tokens)
        func shared(_ spans: [TextSpan]) -> Int {
          spans.reduce(0) { $0 + max(0, min($1.end, span.end) - max($1.start, span.start)) }
        }
        switch piece.role {
        case .source:
          sources[index] = Set(
            document.attributions.indices.filter { shared(document.attributions[$0].source) > 0 })
        case .cue:
          cue[index] = best(document.attributions.map { shared($0.cue) })
        case .content:
          content[index] = best(document.attributions.map { shared($0.content) })
        }
      }
    }

    private func best(_ overlaps: [Int]) -> Int? {
      guard let top = overlaps.max(), top > 0 else { return nil }
      return overlaps.firstIndex(of: top)
    }
  }
}
