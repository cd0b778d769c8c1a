internal import Sayso
internal import SaysoRecords

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Figures side by side: each value as words and as a bar on one scale, with its owner and days.
struct FiguresTable {
  /// One entry for each comparison.
  let rows: [Fields]
  /// How many comparisons follow those.
  let more: Int

  /// Comparisons that stand on a page, and values and pairs of one.
  private static let most = (rows: 12, values: 12, relations: 12)

  init(_ view: StoryView, of claim: ClaimID? = nil) {
    // On the page of a claim also those that stand alone.
    let found =
      claim.map { claim in view.brief.figures.filter { $0.claim == claim } }
      ?? BriefSelection(view.brief, .screen).figures
    more = max(0, found.count - FiguresTable.most.rows)
    rows = found.prefix(FiguresTable.most.rows).map { comparison in
      let scale = Scale(comparison.values.map(\.figure))
      let shown = comparison.values.prefix(FiguresTable.most.values)
      let values = shown.map { value -> Fields in
        [
          "words": value.figure.passage.text, "actor": value.actor ?? "nobody named",
          "hasActor": value.actor != nil,
          "actorHref": value.actor.map { Address.actor($0, in: view.id) } ?? "",
          "chain": value.chain.joined(separator: " ← "), "hasChain": !value.chain.isEmpty,
          "bound": value.figure.bound.rawValue, "days": span(value.first, value.last),
          "reports": counted(value.reports.count, "report"),
          "href": value.statements.first.map { Address.statement($0) } ?? "",
          "picture": scale.picture(of: value.figure),
        ]
      }
      let pairs = comparison.relations.prefix(FiguresTable.most.relations)
      let relations = pairs.map { relation -> Fields in
        [
          "first": comparison.values[relation.first].figure.passage.text,
          "second": comparison.values[relation.second].figure.passage.text,
          "verdict": relation.verdict.rawValue,
        ]
      }
      return [
        "verdict": comparison.verdict.rawValue,
        "counts": comparison.counts ?? comparison.values.first?.figure.unit ?? "",
        "wording": view.claim(comparison.claim)?.wording ?? "",
        "href": Address.claim(comparison.claim, in: view.id), "values": values,
        "hasMoreValues": comparison.values.count > shown.count,
        "moreValues": comparison.values.count - shown.count,
        "relations": relations, "hasRelations": !relations.isEmpty,
        "hasMoreRelations": comparison.relations.count > pairs.count,
        "moreRelations": comparison.relations.count - pairs.count,
        "isLogarithmic": scale.isLogarithmic,
      ]
    }
  }

  /// One scale for all values of a comparison.
  private struct Scale {
    let isLogarithmic: Bool
    private let low: Double
    private let high: Double

    init(_ figures: [Figure]) {
      let ends = figures.flatMap { [$0.low, $0.high] }.compactMap { $0 }
      let least = ends.min() ?? 0
      let most = ends.max() ?? 1
      // From a hundredfold on the small values could not be seen.
      isLogarithmic = least > 0 && most / least >= 100
      low = isLogarithmic ? log10(least) - 0.3 : min(0, least)
      high = isLogarithmic ? log10(most) + 0.1 : most
    }

    private func x(_ value: Double) -> Double {
      let place = isLogarithmic ? log10(value) : value
      return 6 + 188 * (place - low) / max(high - low, .leastNormalMagnitude)
    }

    /// A value as a dot, a range as a bar; an open end runs out as a dashed line.
    func picture(of figure: Figure) -> String {
      var svg = HTMLText()
      svg.add("<svg class=\"bar\" viewBox=\"0 0 200 16\" aria-hidden=\"true\">")
      svg.add("<line class=\"lane\" x1=\"6\" x2=\"194\" y1=\"8\" y2=\"8\"/>")
      let start = figure.low.map(x) ?? 6
      let end = figure.high.map(x) ?? 194
      if figure.low == nil || figure.high == nil {
        svg.add("<line class=\"open\" x1=\"")
      } else {
        svg.add("<line class=\"range\" x1=\"")
      }
      svg.add(start)
      svg.add("\" x2=\"")
      svg.add(end)
      svg.add("\" y1=\"8\" y2=\"8\"/>")
      for known in [figure.low, figure.high].compactMap({ $0 }) {
        svg.add("<circle cx=\"")
        svg.add(x(known))
        svg.add("\" cy=\"8\" r=\"4.5\"/>")
      }
      svg.add("</svg>")
      return svg.html
    }
  }
}
