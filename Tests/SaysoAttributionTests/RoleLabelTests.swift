@testable import SaysoAttribution
import SaysoRecords
import Testing

@Suite struct RoleLabelTests {
  @Test func `labels and pieces are each other's inverse`() {
    let pieces = [
      RolePiece(.source, 1..<3), RolePiece(.cue, 3..<4), RolePiece(.content, 4..<6),
      RolePiece(.content, 6..<9),
    ]
    var labels = [UInt8](repeating: 0, count: 10)
    for piece in pieces {
      for token in piece.tokens {
        labels[token] =
          RoleLabel.label(piece.role, begins: token == piece.tokens.lowerBound).rawValue
      }
    }
    #expect(RolePiece.pieces(labels) == pieces)
  }

  @Test func `no piece runs over the border of a paragraph`() {
    #expect(
      RolePiece.pieces([5, 6, 6, 0], starts: [2])
        == [RolePiece(.content, 0..<2), RolePiece(.content, 2..<3)])
  }

  @Test func `an inside follows only its own role`() {
    for from in RoleLabel.allCases {
      for to in RoleLabel.allCases where to.role != nil && !to.begins {
        #expect(RoleLabel.allows(from, to) == (from.role == to.role))
      }
    }
    #expect(!RoleLabel.allows(nil, .inContent))
    #expect(RoleLabel.allows(nil, .beginContent))
  }

  @Test func `pieces of all labellings are ascending and apart`() {
    var state: UInt64 = 7
    for _ in 0..<200 {
      let labels = (0..<30).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8((state >> 33) % 7)
      }
      let pieces = RolePiece.pieces(labels)
      for (a, b) in zip(pieces, pieces.dropFirst()) {
        #expect(a.tokens.upperBound <= b.tokens.lowerBound)
      }
      let covered = pieces.flatMap { Array($0.tokens) }
      #expect(covered == labels.indices.filter { labels[$0] != 0 }, "labels \(labels)")
    }
  }
}
