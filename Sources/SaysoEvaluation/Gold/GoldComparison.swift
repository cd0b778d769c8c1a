package import SaysoRecords

/// The statements read in one report beside the gold, one to one.
///
/// A pair needs contents that agree (Dice over bytes, at least a half; a fifth where the cues
/// overlap too); pairs with overlapping cues come first, then those whose contents agree best, so
/// that a statement inside another finds its own.
package struct GoldComparison: Sendable {
  /// How an actor was resolved.
  package enum Resolution: String, CaseIterable, Sendable {
    /// To the right one.
    case right
    /// To another one.
    case wrong
    /// To nobody, although the report tells who it is.
    case unknown
  }

  /// A gold statement with the one read for it.
  package struct Pair: Sendable {
    /// The gold.
    package let gold: GoldDocument.Entry
    /// What was read.
    package let read: Statement
    /// Whether both have no speaker or their words overlap.
    package let hasSpeaker: Bool
    /// How the actor was resolved; nil where the gold has no speaker.
    package let resolution: Resolution?
    /// Whether the chain is the gold's: as long, and each relay's words overlap.
    package let hasChain: Bool
    /// Whether the content is the gold's but for punctuation at its edges.
    package let hasContent: Bool
  }

  /// The gold report.
  package let document: GoldDocument
  /// What was read.
  package let read: ReadReport
  /// The pairs by gold.
  package private(set) var pairs: [Pair] = []
  /// Gold that nothing was read for.
  package private(set) var missed: [GoldDocument.Entry] = []
  /// What was read without gold.
  package private(set) var spurious: [Statement] = []

  /// Compares what was read with the gold.
  package init(_ document: GoldDocument, _ read: ReadReport) {
    self.document = document
    self.read = read
    let text = document.report.text
    let names = GoldActors(document.actors)
    var candidates: [(cue: Bool, dice: Double, gold: Int, read: Int)] = []
    for (g, entry) in document.entries.enumerated() {
      for (r, statement) in read.statements.enumerated() {
        let dice = GoldComparison.dice(entry.content, statement.content.spans)
        let cue = GoldComparison.overlap(entry.cue, statement.cue?.spans ?? [])
        if dice >= 0.5 || (dice >= 0.2 && cue) { candidates.append((cue, dice, g, r)) }
      }
    }
    candidates.sort {
      $0.cue != $1.cue
        ? $0.cue : $0.dice != $1.dice ? $0.dice > $1.dice : ($0.gold, $0.read) < ($1.gold, $1.read)
    }
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    for candidate in candidates where partner[candidate.gold] == nil {
      if taken.insert(candidate.read).inserted { partner[candidate.gold] = candidate.read }
    }
    for (g, entry) in document.entries.enumerated() {
      guard let r = partner[g] else {
        missed.append(entry)
        continue
      }
      let statement = read.statements[r]
      let spans = statement.speaker?.passage.spans ?? []
      pairs.append(
        Pair(
          gold: entry, read: statement,
          hasSpeaker: entry.speaker.isEmpty
            ? spans.isEmpty : GoldComparison.overlap(entry.speaker, spans),
          resolution: entry.speaker.isEmpty
            ? nil : names.resolution(of: statement.speaker, gold: entry.actor),
          hasChain: entry.chain.count == statement.chain.count
            && zip(entry.chain, statement.chain).allSatisfy {
              GoldComparison.overlap($0.spans, $1.passage.spans)
            },
          hasContent: GoldComparison.words(entry.content, text)
            == GoldComparison.words(statement.content.spans, text)))
    }
    spurious = read.statements.indices.filter { !taken.contains($0) }.map { read.statements[$0] }
  }

  static func overlap(_ a: [TextSpan], _ b: [TextSpan]) -> Bool {
    a.contains { x in b.contains { $0.overlaps(x) } }
  }

  private static func dice(_ a: [TextSpan], _ b: [TextSpan]) -> Double {
    var shared = 0
    for x in a { for y in b { shared += max(0, min(x.end, y.end) - max(x.start, y.start)) } }
    let sum = (a + b).reduce(0) { $0 + $1.length }
    return sum == 0 ? 0 : 2 * Double(shared) / Double(sum)
  }

  /// The letters and digits of spans by place: what stays when punctuation and spaces do not count.
  private static func words(_ spans: [TextSpan], _ text: FrozenText) -> [Int] {
    spans.flatMap { $0.start..<$0.end }.filter { place in
      let byte = text.bytes[place]
      return byte >= 0x80
        ? false : (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (48...57).contains(byte)
    }
  }
}
