package import SaysoRecords

/// Makes the claims of a story out of its statements.
///
/// A pure function of the story: ``AntecedentRanker`` puts each statement to an earlier one or lets it
/// open a claim. What opens a claim without saying anything that another could share ("declined to
/// comment" on something that is not in the reports) makes none.
package struct ClaimMaker: Sendable {
  /// Statements less sure than this make no claim; they may join one.
  private static let leastConfidence = 0.35
  /// Denials and confirmations less likely than this to be about a claim stand by themselves: a wrong
  /// one is an accusation.
  private static let sure = 0.5

  package init() {}

  /// The claims, those with most origins and reports first.
  package func claims(of story: ClaimStory) -> [Claim] {
    let features = AntecedentFeatures(story)
    let contents = features.profiles.map(\.content)
    let places = AntecedentRanker().places(features)
    var joined: [Int: [Int]] = [:]
    for (place, found) in places.enumerated() where !isQuestion(story.statements[place]) {
      joined[found.head, default: []].append(place)
    }
    var strengths: [Int: Double] = [:]
    for (place, found) in places.enumerated() {
      strengths[place] = found.head == place ? 1 : found.strength
    }
    let found = apart(joined.keys.sorted().compactMap { joined[$0] }, strengths, story)
    let aligned = story.alignedStatements
    let groups = decided(found, story).filter { group in
      group.contains { place in
        aligned.contains(place)
          || features.profiles[place].manner != .bare
            && story.statements[place].statement.confidence.value >= ClaimMaker.leastConfidence
      }
    }
    // What a person decided is sure.
    for decision in story.decisions { strengths[decision.statement] = 1 }
    let members = groups.map { group in group.map { ($0, strengths[$0] ?? 1) } }
    let speakers = Set(story.statements.compactMap { $0.named ? $0.actor : nil })
    let made = members.map { claim($0, story, contents, speakers) }
    return related(made, members, story, contents).sorted { a, b in
      (b.origins, b.reports.count, b.statements.count, a.id)
        < (a.origins, a.reports.count, a.statements.count, b.id)
    }
  }

  /// Whether somebody only asks ("asked her whether there were soldiers"): that takes no stance.
  private func isQuestion(_ statement: ClaimStatement) -> Bool {
    guard statement.stance == .asserts, let cue = statement.statement.cue else { return false }
    let words = ContentWords.words(of: cue.text).map { $0.lowercased() }
    let content = ContentWords.words(of: statement.statement.content.text).map { $0.lowercased() }
    return words.contains { ["ask", "asked", "asks", "asking", "wondered"].contains($0) }
      && content.contains { ["whether", "if", "why", "how", "what", "who", "when"].contains($0) }
  }

  /// Puts denials and confirmations that are not surely about the rest of their group into groups of
  /// their own.
  private func apart(
    _ groups: [[Int]], _ strengths: [Int: Double], _ story: ClaimStory
  ) -> [[Int]] {
    var result: [[Int]] = []
    for group in groups {
      let (weak, kept) = group.reduce(into: ([Int](), [Int]())) { parts, member in
        let stance = story.statements[member].stance
        let isWeak =
          group.count > 1 && member != group[0] && (stance == .denies || stance == .confirms)
          && (strengths[member] ?? 1) < ClaimMaker.sure
        if isWeak { parts.0.append(member) } else { parts.1.append(member) }
      }
      if !kept.isEmpty { result.append(kept) }
      result += weak.map { [$0] }
    }
    return result
  }

  /// Puts statements where a person says that they belong; a group that loses all its statements is none.
  private func decided(_ groups: [[Int]], _ story: ClaimStory) -> [[Int]] {
    var groups = groups
    for decision in story.decisions {
      let statement = decision.statement
      for place in groups.indices { groups[place].removeAll { $0 == statement } }
      switch decision {
      case .apart: groups.append([statement])
      case .align(_, let other):
        if let group = groups.firstIndex(where: { $0.contains(other) }) {
          groups[group].append(statement)
        } else {
          groups.append([other, statement])
        }
      }
    }
    return groups.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  private func claim(
    _ members: [(Int, Double)], _ story: ClaimStory, _ contents: [ContentWords],
    _ speakers: Set<String>
  ) -> Claim {
    let ordered = members.sorted { before($0.0, $1.0, story) }
    let reports = Set(members.map { story.statements[$0.0].report }).sorted()
    let origins = Set(members.map { story.origin(of: story.statements[$0.0]) })
    let clearest = clearest(members, story, contents)
    let days = members.compactMap { story.statements[$0.0].day }
    let first = ordered.first?.0 ?? 0
    let positions = Positions.of(ordered, in: story)
    let spoken = Set(positions.compactMap(\.actor))
    var about: [String: Int] = [:]
    for (place, _) in members {
      // A place that is named does not speak; who speaks elsewhere in the story could.
      for actor in story.statements[place].about
      where speakers.contains(actor) && !spoken.contains(actor) {
        about[actor, default: 0] += 1
      }
    }
    let silent = about.filter { $0.value * 3 >= members.count }.keys.sorted()
    return Claim(
      id: ClaimID("c" + story.statements[first].id.text),
      wording: Wording.of(
        story.statements[clearest].statement.content),
      worded: story.statements[clearest].id, reports: reports.map { story.reports[$0].id }.sorted(),
      origins: origins.count, first: days.min(), last: days.max(), positions: positions,
      silent: silent)
  }

  /// Whether statement `a` comes before `b`: by day, publication, report, place.
  private func before(_ a: Int, _ b: Int, _ story: ClaimStory) -> Bool {
    let one = story.statements[a]
    let other = story.statements[b]
    let first = one.day?.dayNumber ?? Int.max
    let second = other.day?.dayNumber ?? Int.max
    if first != second { return first < second }
    return (one.report, one.order) < (other.report, other.order)
  }

  /// The statement to word a claim with: sure, whole, of a middling length, on its speaker's own word.
  private func clearest(
    _ members: [(Int, Double)], _ story: ClaimStory, _ contents: [ContentWords]
  ) -> Int {
    func value(_ member: (Int, Double)) -> Double {
      let statement = story.statements[member.0]
      let content = contents[member.0]
      var value = statement.statement.confidence.value + member.1
      let words = content.wordCount
      value -= words < 5 ? 0.8 : words > 30 ? min(0.8, Double(words - 30) * 0.03) : 0
      // What is answered words a claim, not the answer.
      switch statement.stance {
      case .asserts, .confirms: break
      case .denies, .declines, .doubts: value -= 1.5
      default: value -= 0.3
      }
      if statement.statement.content.spans.count > 1 { value -= 0.3 }
      if Wording.opensWithPronoun(statement.statement.content.text) { value -= 0.5 }
      return value
    }
    return members.max { a, b in (value(a), b.0) < (value(b), a.0) }?.0 ?? members[0].0
  }

  /// Relations between claims whose contents are alike but for the sign or the time.
  private func related(
    _ claims: [Claim], _ members: [[(Int, Double)]], _ story: ClaimStory,
    _ contents: [ContentWords]
  ) -> [Claim] {
    let wordedAt = claims.indices.map { number in
      members[number].first { story.statements[$0.0].id == claims[number].worded }?.0
        ?? members[number][0].0
    }
    return claims.indices.map { number in
      let own = contents[wordedAt[number]]
      var related: [RelatedClaim] = []
      for other in claims.indices where other != number {
        let theirs = contents[wordedAt[other]]
        guard own.phase != theirs.phase || own.isNegated != theirs.isNegated else { continue }
        let shared = Set(own.concepts).intersection(theirs.concepts).count
        guard shared >= 3, shared * 2 >= min(own.concepts.count, theirs.concepts.count) else {
          continue
        }
        if own.isNegated != theirs.isNegated {
          related.append(RelatedClaim(claim: claims[other].id, kind: .deniedBy))
        } else if own.phase == .ahead, theirs.phase == .done {
          related.append(RelatedClaim(claim: claims[other].id, kind: .follows))
        }
      }
      let claim = claims[number]
      return Claim(
        id: claim.id, wording: claim.wording, worded: claim.worded, reports: claim.reports,
        origins: claim.origins, first: claim.first, last: claim.last, positions: claim.positions,
        silent: claim.silent, related: related.sorted { $0.claim < $1.claim })
    }
  }
}

/// The words of a content as a claim is worded: exactly, without a leading "that" and without the
/// quotation marks around all of it.
enum Wording {
  static func of(_ content: Passage) -> String {
    var words = bare(content.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    for opening in ["that ", "That "] where words.hasPrefix(opening) {
      words.removeFirst(opening.count)
    }
    return words
  }

  /// Words without quotation marks around all of them, and without the comma before the last.
  static func bare(_ words: String) -> String {
    let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
    guard words.count > 2, let first = words.first, let last = words.last, marks.contains(first),
      marks.contains(last), words.count(where: marks.contains) == 2
    else { return words }
    let inner = words.dropFirst().dropLast()
    return String(inner.last == "," ? inner.dropLast() : inner)
  }

  static func opensWithPronoun(_ text: String) -> Bool {
    let first = ContentWords.words(of: text).first { $0.lowercased() != "that" }?.lowercased() ?? ""
    return [
      "it", "he", "she", "they", "this", "these", "those", "we", "i", "you", "his", "her",
      "their", "its", "our",
    ].contains(first)
  }
}
