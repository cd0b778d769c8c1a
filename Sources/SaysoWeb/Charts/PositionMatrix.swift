internal import SaysoRecords

/// Who stands where: actors down, claims across, a sign and a word in each cell.
struct PositionMatrix {
  private static let mostActors = 12
  private static let mostClaims = 9

  /// The fields of the table.
  let fields: Fields
  /// Whether there is more than one line to compare.
  let isWorthShowing: Bool

  init(_ view: StoryView) {
    // Claims on which most actors stand, and those who stand on most of them.
    let claims = view.brief.claims.filter { claim in
      claim.positions.filter { $0.actor != nil }.count > 1
    }.prefix(PositionMatrix.mostClaims)
    var counts: [String: Int] = [:]
    for claim in claims {
      for position in claim.positions {
        if let actor = position.actor { counts[actor, default: 0] += 1 }
      }
    }
    let actors = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(PositionMatrix.mostActors).map(\.key)
    let rows = actors.map { actor -> Fields in
      let cells = claims.map { claim -> Fields in
        guard let position = claim.positions.first(where: { $0.actor == actor }) else {
          let isSilent = claim.silent.contains(actor)
          return ["isEmpty": true, "isSilent": isSilent, "stance": ""]
        }
        return [
          "isEmpty": false, "stance": position.stance.rawValue,
          "sign": StanceSign.of(position.stance), "isDoubtful": position.isDoubtful,
          "isMoved": !position.earlier.isEmpty, "since": position.since?.iso ?? "undated",
          "href": Address.statement(position.clearest.statement),
        ]
      }
      return ["actor": actor, "href": Address.actor(actor, in: view.id), "cells": cells]
    }
    let heads = claims.enumerated().map { place, claim -> Fields in
      [
        "number": place + 1, "wording": claim.wording,
        "href": Address.claim(claim.id, in: view.id),
      ]
    }
    fields = ["rows": rows, "claims": heads]
    isWorthShowing = actors.count > 1 && !claims.isEmpty
  }
}
