internal import HTTPTypes
internal import Sayso
internal import SaysoRecords

/// A story's brief, with what pages look up in it.
struct StoryView: Sendable {
  /// What it is known by in addresses: the story's id, or the name for all reports together.
  let id: String
  let briefing: Desk.Briefing
  /// The claims of a statement, those with most origins first.
  let claims: [StatementID: [ClaimID]]
  /// Sources that statements came through and of whose own reports the ledger has none.
  let missing: Set<String>
  private let places: [ClaimID: Int]

  init(_ id: String, _ briefing: Desk.Briefing) {
    self.id = id
    self.briefing = briefing
    var claims: [StatementID: [ClaimID]] = [:]
    var places: [ClaimID: Int] = [:]
    for (place, claim) in briefing.brief.claims.enumerated() {
      places[claim.id] = place
      for statement in claim.statements { claims[statement, default: []].append(claim.id) }
    }
    self.claims = claims
    self.places = places
    missing = Set(briefing.brief.cited.lazy.filter { !$0.held }.map(\.source))
  }

  var brief: StoryBrief { briefing.brief }
  var story: Story { briefing.brief.story }

  /// The claim of an id; where an earlier statement joined a claim since, the one that now holds the
  /// statement that the id was made of.
  func claim(_ id: ClaimID) -> Claim? {
    if let place = places[id] { return brief.claims[place] }
    guard id.text.first == "c" else { return nil }
    let statement = StatementID(String(id.text.dropFirst()))
    return claims[statement]?.first.flatMap { places[$0] }.map { brief.claims[$0] }
  }
}

/// The briefs that were asked for last, made once for all that ask at the same time.
///
/// A brief holds as long as nothing that it is made from has changed: reports that come to other stories
/// cost it nothing.
actor StoryViews {
  /// The name under which all reports of a ledger are one story.
  static let together = "all"
  /// The most reports that are taken together: the brief of more would keep its reader waiting.
  static let mostTogether = 400
  /// Briefs kept; that of 200 full reports takes some megabytes.
  private static let most = 64

  /// A brief with what it was made from.
  private struct Kept {
    /// The ledger as it was when the brief was last found to hold.
    var change: Int
    let stamp: String
    let view: Task<StoryView?, any Error>
    var actors: Task<[ActorEntry], any Error>?
  }

  private let desk: Desk
  private var kept: [String: Kept] = [:]
  private var order: [String] = []

  init(_ desk: Desk) { self.desk = desk }

  /// The story of an id; nil where there is none.
  func view(_ id: String) async throws -> StoryView? {
    try await current(id).view.value
  }

  /// Those who speak in a story.
  func actors(of story: Story, _ id: String) async throws -> [ActorEntry] {
    if let task = try current(id).actors { return try await task.value }
    let desk = desk
    let task = Task.detached { () throws -> [ActorEntry] in
      try desk.storiesAsIndexed(together: id == StoryViews.together).actors(of: story)
    }
    kept[id]?.actors = task
    return try await task.value
  }

  private func current(_ id: String) throws -> Kept {
    order.removeAll { $0 == id }
    order.append(id)
    let change = try desk.ledger.changeStamp()
    if let own = kept[id], own.change == change { return own }
    let stamp = try desk.ledger.storyStamp(id == StoryViews.together ? nil : id)
    if let own = kept[id], own.stamp == stamp {
      kept[id]?.change = change
      return own
    }
    let desk = desk
    let made = Kept(
      change: change, stamp: stamp,
      view: Task.detached { () throws -> StoryView? in
        let shelf = try desk.storiesAsIndexed(together: id == StoryViews.together)
        let found =
          id == StoryViews.together
          ? try shelf.find(nil, most: 1) : try shelf.find(id, most: 1).filter { $0.id == id }
        return try found.first.map { StoryView(id, try shelf.briefing(of: $0)) }
      })
    kept[id] = made
    if order.count > StoryViews.most { kept[order.removeFirst()] = nil }
    return made
  }
}

/// Pages that were made since the ledger last changed.
actor PageCache {
  /// Bytes kept.
  private static let room = 32 << 20
  private let desk: Desk
  private var stamp: Int?
  private var pages: [String: PageAnswer] = [:]
  private var size = 0

  init(_ desk: Desk) { self.desk = desk }

  /// The page of a key, made where it is not there.
  func page(
    _ key: String, _ make: @Sendable () async throws -> PageAnswer
  ) async throws -> PageAnswer {
    let now = try desk.ledger.changeStamp()
    if now != stamp { (stamp, pages, size) = (now, [:], 0) }
    if let page = pages[key] { return page }
    let page = try await make()
    // The ledger may have changed while the page was made.
    guard stamp == now, page.status == .ok else { return page }
    if size + page.bytes.count > PageCache.room { (pages, size) = ([:], 0) }
    if pages.updateValue(page, forKey: key) == nil { size += page.bytes.count }
    return page
  }
}
