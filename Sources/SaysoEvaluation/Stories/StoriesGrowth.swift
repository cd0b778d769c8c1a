internal import Foundation
package import Sayso
internal import SaysoLearning
internal import SaysoLedger
internal import SaysoRecords
internal import SaysoStories

/// What stories cost as a ledger grows: taking reports in, opening the index, briefing one story.
package struct StoriesGrowth: Sendable {
  /// What a report cost among the last thousand.
  package struct Mark: Sendable {
    /// How many reports there were.
    package let reports: Int
    /// Microseconds of processor time a report, in the index.
    package let cost: Double
  }

  /// At 1,000 reports, at 10,000 and at the end.
  package let marks: [Mark]
  /// Reports taken in a second, on the clock.
  package let rate: Double
  /// Of these seconds, what part the writing of the ledger took besides.
  package let ledgerSeconds: Double
  /// Seconds to open the index for the next addition.
  package let opening: Double
  /// Reports of the story that was briefed.
  package let briefed: Int
  /// Seconds to open the ledger, find that story and brief it.
  package let brief: Double
  /// Seconds to list all stories.
  package let listing: Double
  /// How many stories there are.
  package let stories: Int
  /// Bytes of the ledger.
  package let bytes: Int

  /// Grows a ledger in a new folder beside the temporary files and takes it away again.
  ///
  /// - Parameter largest: reports of the event that is briefed.
  /// - Parameter kept: where a copy of the ledger stays; nil for none.
  package init(
    data: String, pipeline: Pipeline, count: Int, largest: Int = 200, kept: String? = nil
  ) throws {
    let model = try ModelShelf().file("stories")
    let background = try StoryBackground(model)
    var bases: [String: [ReadReport]] = [:]
    for name in [StoryCorpus.Name.basil, .allsides] {
      for item in try StoryCorpus(name, data: data).items {
        bases[name.rawValue + item.story, default: []].append(pipeline.read(item.report))
      }
    }
    var maker = GrowthMaker(
      bases.sorted { $0.key < $1.key }.map(\.value), background: background, most: largest,
      seed: 11)
    let folder = FileManager.default.temporaryDirectory.appending(path: "sayso-growth-\(count)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "growth.db").path
    let grown = try StoriesGrowth.grow(path, &maker, count: count, model: model)
    marks = grown.marks
    rate = Double(count) / grown.index
    ledgerSeconds = grown.ledger
    opening = try StoriesGrowth.seconds {
      _ = try StoryIndex(try Ledger(addingTo: path), model: model)
    }
    var shelf = try Desk(asking: path).stories()
    let story = try shelf.find().first { $0.reports.contains(grown.briefed) }
    var briefed = 0
    brief = try StoriesGrowth.seconds {
      let shelf = try Desk(asking: path).stories()
      for story in try shelf.find(story?.id, most: 1) {
        briefed = try shelf.briefing(of: story).brief.story.reports.count
      }
    }
    self.briefed = briefed
    listing = try StoriesGrowth.seconds {
      shelf = try Desk(asking: path).stories()
      _ = try shelf.find()
    }
    stories = try shelf.count()
    if let kept { try FileManager.default.copyItem(atPath: path, toPath: kept) }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    bytes = attributes[.size] as? Int ?? 0
  }

  private struct Grown {
    var marks: [Mark] = []
    var index = 0.0
    var ledger = 0.0
    var briefed = ReportID("")
  }

  private static func grow(
    _ path: String, _ maker: inout GrowthMaker, count: Int, model: ModelFile
  ) throws -> Grown {
    let ledger = try Ledger(addingTo: path)
    var index = try StoryIndex(ledger, model: model)
    var grown = Grown()
    var spent = 0.0
    var since = 0
    var done = 0
    while done < count {
      let made = (0..<min(StoryIndex.batchSize, count - done)).map { _ in maker.next() }
      grown.ledger += try seconds {
        // Statements only where they are briefed: writing them all takes hours and tells nothing.
        let reads = made.map { made in
          made.event == GrowthMaker.largest
            ? made.read : ReadReport(report: made.read.report, analysed: true)
        }
        for result in try ledger.add(reads, stamp: ModelStamp("growth"), now: "2031-01-01") {
          _ = try result.get()
        }
      }
      if let first = made.first(where: { $0.event == GrowthMaker.largest }) {
        grown.briefed = first.read.report.id
      }
      let start = processorSeconds
      grown.index += try seconds { try index.take(made.map(\.read)) }
      spent += processorSeconds - start
      done += made.count
      since += made.count
      if since >= 1000 || done == count {
        let passed = [1000, 10_000].contains { done >= $0 && done - since < $0 }
        if passed || done == count {
          grown.marks.append(Mark(reports: done, cost: spent / Double(since) * 1e6))
        }
        (spent, since) = (0, 0)
      }
    }
    return grown
  }

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return Double((ContinuousClock.now - start) / .microseconds(1)) / 1e6
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
