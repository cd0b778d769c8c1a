internal import SaysoLanguage
package import SaysoLearning

/// What tells how sure a statement is; one function for training and use.
///
/// The tagger's and the linker's probabilities in steps, and the make-up of the statement.
package enum ConfidenceFeatures {
  /// Base-two logarithm of the table's row count.
  package static let bits = 12

  /// Adds one item for a frame.
  ///
  /// `roles` are probabilities of each role at each token,
  /// `[token * 3 + role]`.
  package static func add(
    _ frame: StatementFrame, _ map: PieceMap, _ input: AttributionInput, roles: [Float],
    _ rows: inout FeatureRows
  ) {
    let f = FeatureHash.self
    let cue = map.pieces[frame.cue]
    let cueSure = sureness([cue], roles)
    let contentSure = sureness(frame.contents.map { map.pieces[$0] }, roles)
    let sourceSure = frame.source.map { sureness([map.pieces[$0]], roles) } ?? (mean: 15, least: 15)
    let sourceLink = step(frame.linkProbability.source)
    let contentLink = step(frame.linkProbability.content)
    let level = UInt64(
      map.pieces[frame.cue].tokens.reduce(UInt8(0)) { max($0, input.cueLevels[$1]) })
    let hasSource: UInt64 = frame.source == nil ? 0 : 1
    let first = map.pieces[frame.contents[0]].tokens.lowerBound
    let quoted: UInt64 = input.quotes.isQuoted(first) ? 1 : 0
    rows.add(f.combine(0, 0))
    rows.add(f.combine(1, cueSure.mean))
    rows.add(f.combine(2, cueSure.least))
    rows.add(f.combine(3, contentSure.mean))
    rows.add(f.combine(4, contentSure.least))
    rows.add(f.combine(5, sourceSure.mean))
    rows.add(f.combine(6, sourceSure.least, hasSource))
    rows.add(f.combine(7, sourceLink, hasSource))
    rows.add(f.combine(8, contentLink))
    rows.add(f.combine(9, level, hasSource))
    rows.add(f.combine(10, quoted, hasSource))
    rows.add(f.combine(11, UInt64(min(3, frame.contents.count))))
    rows.add(f.combine(12, input.traits[cue.tokens.upperBound - 1].lower))
    rows.add(f.combine(13, cueSure.mean, contentSure.mean))
    rows.add(f.combine(14, cueSure.mean, sourceSure.mean))
    rows.add(f.combine(15, RoleContext.bucket(map.pieces[frame.contents[0]].tokens.count)))
    rows.endItem()
  }

  /// Mean and least probability of the pieces' own role, in steps.
  private static func sureness(
    _ pieces: [RolePiece], _ roles: [Float]
  ) -> (mean: UInt64, least: UInt64) {
    var sum: Float = 0
    var least: Float = 1
    var count: Float = 0
    for piece in pieces {
      for token in piece.tokens {
        let value = roles[token * 3 + Int(piece.role.rawValue)]
        sum += value
        least = min(least, value)
        count += 1
      }
    }
    return (step(sum / max(1, count)), step(least))
  }

  /// A probability in ten steps, finer near one.
  private static func step(_ probability: Float) -> UInt64 {
    let borders: [Float] = [0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 0.98]
    return UInt64(borders.count { probability >= $0 })
  }
}
