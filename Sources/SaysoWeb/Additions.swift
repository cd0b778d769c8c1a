#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import Sayso
internal import Synchronization

/// Adds reports that readers send, one sending after another; what became of each stays to be asked
/// for as long as the program runs.
actor Additions {
  /// The most bytes of one sending.
  static let largestUpload = 256 << 20
  /// Sendings that are remembered.
  private static let mostJobs = 50

  /// What is to be added.
  enum Source: Sendable {
    /// Files, by the names that they had.
    case files([SentForm.File])
    /// A text that was pasted.
    case text(PastedText)
    /// Addresses of pages and feeds.
    case addresses([String])
  }

  /// A text with what the reader says of it.
  struct PastedText: Sendable, Encodable {
    let text: String
    let title: String?
    let outlet: String?
    let published: String?
    let url: String?
  }

  /// A sending on its way or done.
  struct Job: Sendable {
    let number: Int
    let what: String
    var done = 0
    var total: Int?
    var added = 0
    var changed = 0
    var unchanged = 0
    var statements = 0
    /// What could not be added, each with its remedy.
    var failures: [String] = []
    /// The reports that are now there.
    var reports: [(id: String, title: String)] = []
    var isFinished = false
  }

  private let options: WebOptions
  private var jobs: [Int: Sending] = [:]
  private var last = 0
  private var queue: Task<Void, Never>?
  private var pipeline: Pipeline?

  /// A sending while it is worked on, away from the actor.
  private final class Sending: Sendable {
    let job: Mutex<Job>
    init(_ job: Job) { self.job = Mutex(job) }
  }

  init(_ options: WebOptions) { self.options = options }

  func job(_ number: Int) -> Job? { jobs[number]?.job.withLock { $0 } }

  /// All sendings that are remembered, the newest first.
  var all: [Job] {
    jobs.values.map { $0.job.withLock { $0 } }.sorted { $0.number > $1.number }
  }

  /// Takes a sending in hand; its number.
  func start(_ source: Source, what: String) -> Int {
    last += 1
    let number = last
    let sending = Sending(Job(number: number, what: what))
    jobs[number] = sending
    jobs[number - Additions.mostJobs] = nil
    let before = queue
    let options = options
    queue = Task {
      await before?.value
      do {
        try await Additions.add(source, ready(), options, to: sending)
      } catch {
        sending.job.withLock { $0.failures.append("\(error)") }
      }
      sending.job.withLock { $0.isFinished = true }
    }
    return number
  }

  private func ready() throws -> Pipeline {
    if let pipeline { return pipeline }
    let made = try Pipeline(engine: .chosen())
    pipeline = made
    return made
  }

  private nonisolated static func add(
    _ source: Source, _ pipeline: Pipeline, _ options: WebOptions, to sending: Sending
  ) async throws {
    let desk = try Desk(addingTo: options.ledger)
    func note(_ done: Int, _ total: Int?) {
      sending.job.withLock { ($0.done, $0.total) = (done, total) }
    }
    guard case .addresses(let addresses) = source else {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "sayso-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer {
        // What cannot be removed costs only room.
        try? FileManager.default.removeItem(at: folder)
      }
      // One at a time: the pages share the processors with it.
      try await desk.add(
        Batch(try write(source, to: folder), jobs: 1), through: pipeline, now: options.now(),
        progress: note,
        each: { added in sending.job.withLock { $0.take(added, in: folder.path) } })
      return
    }
    var fetching = FetchOptions()
    fetching.allowsPrivate = options.allowsPrivate
    try await desk.add(
      fetching: addresses, options: fetching, through: pipeline, now: options.now(),
      progress: note, each: { added in sending.job.withLock { $0.take(added, in: "") } })
  }

  /// Writes what was sent into a folder; the paths.
  private static func write(_ source: Source, to folder: URL) throws -> [String] {
    switch source {
    case .files(let files):
      return try files.enumerated().map { place, file in
        // A folder for each, so that names may be alike.
        let own = folder.appending(path: String(place))
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        let path = own.appending(path: plainName(file.name))
        try Data(file.bytes).write(to: path)
        return path.path
      }
    case .text(let text):
      let path = folder.appending(path: "pasted.jsonl")
      try JSONEncoder().encode(text).write(to: path)
      return [path.path]
    case .addresses: return []
    }
  }

  /// A file's name without what could lead out of its folder.
  private static func plainName(_ name: String) -> String {
    let plain = name.filter { $0 != "/" && $0 != "\\" && $0 != "\0" }
    return plain.isEmpty || plain == "." || plain == ".." ? "report" : String(plain.suffix(120))
  }
}

extension Additions.Job {
  /// Notes what became of one report.
  fileprivate mutating func take(_ added: Desk.Added, in folder: String) {
    func shown(_ sentence: String) -> String { Additions.Job.without(folder, sentence) }
    switch added {
    case .kept(let read, let addition, _, let warnings):
      switch addition {
      case .added: self.added += 1
      case .newVersion, .newAnalysis: changed += 1
      case .unchanged: unchanged += 1
      }
      statements += read.statements.count
      reports.append((read.report.id.text, read.report.title ?? "A report without a headline"))
      failures += warnings.map { shown("\($0)") }
    case .unreadable(let error): failures.append(shown("\(error)"))
    case .refused(let error, let place): failures.append(shown("\(place): \(error)"))
    case .notFetched(_, let sentence): failures.append(sentence)
    case .notChanged: unchanged += 1
    case .listed: break
    }
  }

  /// A sentence without the folder that the sender never saw.
  private static func without(_ folder: String, _ sentence: String) -> String {
    guard !folder.isEmpty else { return sentence }
    return sentence.split(separator: folder + "/", omittingEmptySubsequences: false)
      .enumerated().map { place, part in
        place == 0 ? part : part.drop { $0.isNumber }.drop { $0 == "/" }
      }.joined()
  }
}
