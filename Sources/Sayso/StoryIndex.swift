internal import Dispatch
package import SaysoLearning
package import SaysoLedger
package import SaysoRecords
internal import SaysoStories

/// The ledger's index of stories while reports are taken in.
///
/// Reports wait in the ledger from the transaction that added them until the one that took them in, so
/// that the index may lag behind, and catches up, but never misses one. Whatever the order of taking
/// in, and however often it is interrupted, the same reports give the same index.
///
/// Memory is that of all sketches, some 6 KB a report; to open it reads them all.
package struct StoryIndex {
  /// Reports that are taken in together: a story that several of them join is looked at once.
  package static let batchSize = 256

  private let ledger: Ledger
  private let model: ModelFile
  private let background: StoryBackground
  private var generation = 0
  private var grouper: StoryGrouper
  private var copies = CopyIndex()
  /// The copy links of each report, of those that make copies.
  private var links: [ReportID: [ReportID: CopyLink]] = [:]

  /// Opens the index of a ledger that may be written; one that another model or program made is
  /// emptied.
  package init(_ ledger: Ledger, model: ModelFile) throws {
    self.ledger = ledger
    self.model = model
    background = try StoryBackground(model)
    grouper = StoryGrouper(scorer: try StoryPairScorer(model))
    try open()
  }

  /// Names what makes the index: the weights and the ways of sketching.
  static func stamp(_ model: ModelFile) -> String {
    "stories-\(model.fingerprint)-\(StoryFeatures.version)-\(ShingleSet.sketchVersion)"
  }

  /// How many reports the index of a ledger has yet to take in; nil where all is to be made anew.
  static func pending(_ ledger: Ledger, model: ModelFile) throws -> Int? {
    let state = try ledger.storyState()
    return state.stamp == stamp(model) ? state.pending : nil
  }

  private mutating func open() throws {
    let stamp = StoryIndex.stamp(model)
    if try ledger.storyState().stamp != stamp { try ledger.clearStories(stamp: stamp) }
    // Before the rows: whoever writes meanwhile is noticed at the first write.
    generation = try ledger.storyState().generation
    guard let kept = StoryIndex.readable(try ledger.indexedReports()) else {
      // Made from the reports, so it can be made again.
      try ledger.clearStories(stamp: stamp)
      return try open()
    }
    grouper = StoryGrouper(
      scorer: try StoryPairScorer(model),
      kept: kept.map { report, features, _ in
        (
          report.sketch.report, features,
          report.links.map { StoryLink(earlier: $0.earlier, odds: $0.odds) },
          StoryID(report.story)
        )
      })
    copies = CopyIndex()
    for (report, _, shingles) in kept { copies.restore(report.sketch.report, shingles) }
    links = [:]
    for link in try ledger.allCopyLinks(least: CopyLink.most) { note(CopyLink(link)) }
  }

  /// The reports with their sketches; nil where one cannot be read.
  private static func readable(
    _ reports: [IndexedReport]
  ) -> [(IndexedReport, StoryFeatures, ShingleSet)]? {
    var readable: [(IndexedReport, StoryFeatures, ShingleSet)] = []
    readable.reserveCapacity(reports.count)
    for report in reports {
      do {
        let shingles = try ShingleSet(encoded: report.sketch.shingles)
        guard let features = StoryFeatures(bytes: report.sketch.features) else { return nil }
        readable.append((report, features, shingles))
      } catch {
        return nil
      }
    }
    return readable
  }

  private mutating func note(_ link: CopyLink) {
    links[link.first.id, default: [:]][link.second.id] = link
    links[link.second.id, default: [:]][link.first.id] = link
  }

  // MARK: Taking in

  /// Takes reports in that the ledger holds, in place of what it had of them.
  ///
  /// Where another process writes the index at the same time, all is begun again on what it wrote; after
  /// some tries the reports are left waiting.
  package mutating func take(_ reads: [ReadReport]) throws {
    for _ in 0..<5 {
      let changes = try changes(taking: reads)
      if try ledger.write(changes, onto: generation) {
        generation += 1
        return
      }
      try open()
    }
  }

  /// Takes in all reports that wait; `telling` is called with their number where they are many.
  mutating func catchUp(telling: (Int) -> Void) throws {
    let many = StoryIndex.batchSize * 2
    let state = try ledger.storyState()
    if state.pending >= many { telling(state.pending) }
    var last: [ReportID] = []
    while true {
      let waiting = try ledger.reportsAwaitingStories(most: StoryIndex.batchSize)
      guard !waiting.isEmpty, waiting != last else { return }
      last = waiting
      try take(try waiting.compactMap { try ledger.readForStories($0) })
    }
  }

  private mutating func changes(taking reads: [ReadReport]) throws -> StoryChanges {
    // Of one report that comes twice the last counts.
    var latest: [ReportID: ReadReport] = [:]
    for read in reads { latest[read.report.id] = read }
    let reads = latest.values.sorted { $0.report.id < $1.report.id }
    let sketches = sketches(of: reads)
    var changes = StoryChanges()
    changes.sketches = sketches.map(\.kept)
    let addition = grouper.put(sketches.map { ($0.id, $0.features) })
    changes.places = addition.moved.map { ($0.report, $0.story.text) }
    changes.gone = addition.gone.map(\.text)
    changes.links = addition.relinked.map { report in
      (
        report,
        grouper.links(of: report).map { KeptStoryLink(earlier: $0.earlier, odds: $0.odds) }
      )
    }
    let ids = sketches.map(\.id)
    // Before as well as after: a copy that is one no more leaves an origin behind.
    var concerned = copied(with: ids)
    for id in ids {
      copies.remove(id)
      for other in (links.removeValue(forKey: id) ?? [:]).keys { links[other]?[id] = nil }
    }
    for sketch in sketches {
      for link in copies.add(sketch.id, sketch.shingles) {
        changes.copies.append(KeptCopyLink(link))
        if link.isCopy { note(link) }
      }
    }
    concerned.formUnion(copied(with: ids))
    var stories: [StoryID: [ReportID]] = [:]
    for report in concerned {
      guard let id = grouper.story(of: report), stories[id] == nil else { continue }
      stories[id] = grouper.reports(with: report)
    }
    for group in addition.changed { stories[group.id] = group.reports }
    changes.stories = try rows(stories.sorted { $0.key < $1.key })
    return changes
  }

  /// What is compared of a report.
  private struct Sketch: Sendable {
    let id: ReportID
    let features: StoryFeatures
    let shingles: ShingleSet
    let kept: StorySketch

    init(_ read: ReadReport, background: StoryBackground, _ shingler: inout Shingler) {
      id = read.report.id
      features = StoryFeatures(read, background: background)
      shingles = shingler.shingles(of: read.report)
      kept = StorySketch(
        report: id, features: features.bytes, shingles: shingles.encoded,
        shingleCount: shingles.count)
    }
  }

  /// The sketches of reports, in their order, made on all cores.
  private func sketches(of reads: [ReadReport]) -> [Sketch] {
    let size = 32
    let parts = (reads.count + size - 1) / size
    var made = [[Sketch]](repeating: [], count: parts)
    let background = background
    made.withUnsafeMutableBufferPointer { made in
      // Each part is written by one task alone.
      nonisolated(unsafe) let made = made
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        var shingler = Shingler()
        let range = part * size..<min(reads.count, (part + 1) * size)
        made[part] = reads[range].map { Sketch($0, background: background, &shingler) }
      }
    }
    return made.flatMap { $0 }
  }

  /// The reports that copies lead to from some reports, those that have any included.
  private func copied(with reports: [ReportID]) -> Set<ReportID> {
    var queue = reports.filter { links[$0] != nil }
    var found = Set(queue)
    while let report = queue.popLast() {
      for other in (links[report] ?? [:]).keys where found.insert(other).inserted {
        queue.append(other)
      }
    }
    return found
  }

  /// Stories as they are kept.
  private func rows(_ stories: [(key: StoryID, value: [ReportID])]) throws -> [StoryRow] {
    let reports = stories.flatMap(\.value)
    let around = copied(with: reports)
    let outlines = Dictionary(
      uniqueKeysWithValues: try ledger.outlines(of: around.union(reports).sorted())
        .map { ($0.id, $0) })
    // Once for all of them: a group is a matter of the reports that copies connect.
    let groups = CopyGroups(
      around.compactMap { outlines[$0].map(CopiedReport.init) },
      around.flatMap { report in
        (links[report] ?? [:]).values.filter { $0.first.id == report }
      })
    return stories.map { id, reports in
      let name = StoryName(
        reports.compactMap { outlines[$0].map(StoryName.Source.init) }, background: background)
      return StoryRow(
        id: id.text, name: name.text, first: name.span?.lowerBound, last: name.span?.upperBound,
        reports: reports.count,
        origins: Set(reports.map { groups.group(of: $0)?.earliest.id ?? $0 }).count,
        outlets: name.outlets)
    }
  }
}

/// Reports on their way from the ledger into its index of stories, some at a time.
///
/// The index is opened only when something came in. Where the folder of models lacks the weights of
/// stories the reports are left waiting; who asks for stories is told.
struct StoryIntake {
  private let ledger: Ledger
  private let model: ModelFile?
  private var index: StoryIndex?
  private var waiting: [ReadReport] = []

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    do {
      model = try ModelShelf().file("stories")
    } catch is ModelError {
      model = nil
    }
  }

  /// Takes a report that was added or has changed, as the ledger holds it.
  mutating func take(_ read: ReadReport) throws {
    guard model != nil else { return }
    waiting.append(read)
    if waiting.count >= StoryIndex.batchSize { try flush() }
  }

  /// Takes in what is left, and what earlier runs left behind.
  ///
  /// - Parameter catchingUp: called with the number of reports where there are many of these.
  mutating func finish(_ catchingUp: (Int) -> Void) throws {
    guard let model else { return }
    try flush()
    guard try StoryIndex.pending(ledger, model: model) != 0 else { return }
    var opened = try index ?? StoryIndex(ledger, model: model)
    index = nil
    try opened.catchUp(telling: catchingUp)
  }

  private mutating func flush() throws {
    guard let model, !waiting.isEmpty else { return }
    var opened = try index ?? StoryIndex(ledger, model: model)
    index = nil
    try opened.take(waiting)
    index = opened
    waiting.removeAll(keepingCapacity: true)
  }
}

extension CopyLink {
  init(_ kept: KeptCopyLink) {
    self.init(
      Side(kept.first.report, count: kept.first.count, taken: kept.first.taken),
      Side(kept.second.report, count: kept.second.count, taken: kept.second.taken),
      shared: kept.shared)
  }
}

extension KeptCopyLink {
  init(_ link: CopyLink) {
    func side(_ side: CopyLink.Side) -> Side {
      Side(report: side.id, count: side.count, taken: side.taken)
    }
    self.init(first: side(link.first), second: side(link.second), shared: link.shared)
  }
}

extension CopiedReport {
  init(_ outline: ReportOutline) {
    self.init(
      id: outline.id, published: outline.published, outlet: outline.outlet,
      agency: outline.agency, count: outline.shingleCount)
  }
}

extension StoryName.Source {
  init(_ outline: ReportOutline) {
    let line = (outline.text ?? "").utf8.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    self.init(
      id: outline.id, title: outline.title, opening: String(decoding: line, as: UTF8.self),
      outlet: outline.outlet, published: outline.published)
  }
}
