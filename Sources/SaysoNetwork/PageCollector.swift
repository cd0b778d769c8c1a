public import SaysoReading
import SaysoRecords

/// Fetches what a person asked for: pages, the pages of feeds, and those of lists of feeds.
///
/// It knows no format: the caller's reader tells what a file is and where it leads.
public struct PageCollector: Sendable {
  /// Fetches the pages.
  public let fetcher: Fetcher
  /// The most entries of one feed, the newest first.
  public var mostEntries = 50
  /// The most feeds of one list.
  public var mostFeeds = 1000
  /// The form in which addresses are compared, so that each is fetched once.
  public var canonical: @Sendable (String) -> String = { CanonicalAddress($0)?.key ?? $0 }

  /// How far the work has come.
  public struct Progress: Sendable, Hashable {
    /// The addresses that have been dealt with.
    public let done: Int
    /// The addresses that are known so far; feeds and lists make them more.
    public let total: Int
  }

  /// A collector that fetches by `fetcher`.
  public init(_ fetcher: Fetcher) { self.fetcher = fetcher }

  /// Fetches `addresses` and what they lead to, and hands on each result in order.
  ///
  /// Pages of several hosts are fetched side by side; a result waits until those before it have
  /// come. A failure costs only its page. Ends early, without handing on the rest, when the task
  /// is cancelled.
  ///
  /// - Parameters:
  ///   - addresses: what the person asked for, in order.
  ///   - validators: what is known of an address from an earlier run.
  ///   - interpret: tells what a file is; called for each but those that have not changed.
  ///   - progress: called when an address has been dealt with.
  ///   - each: takes the results, in order.
  public func collect(
    _ addresses: [String], isolation: isolated (any Actor)? = #isolation,
    validators: (String) -> Validators? = { _ in nil },
    interpret: (SourceFile) -> PageContent, progress: (Progress) -> Void = { _ in },
    each: (Collected) async -> Void
  ) async {
    var schedule = PageSchedule(
      addresses, mostEntries: mostEntries, mostFeeds: mostFeeds, canonical: canonical)
    let fetcher = fetcher
    await withTaskGroup(
      of: (PageSchedule.Job, Result<Fetched, NetworkError>).self, isolation: isolation
    ) { group in
      while true {
        while let job = schedule.next() {
          let known = validators(job.address)
          group.addTask { (job, await fetcher.fetch(job.address, validators: known)) }
        }
        guard let (job, result) = await group.next(), !Task.isCancelled else { break }
        if case .success(let fetched) = result, !fetched.isUnchanged {
          schedule.finish(job, result, content: interpret(fetched.sourceFile))
        } else {
          schedule.finish(job, result)
        }
        progress(Progress(done: schedule.done, total: schedule.total))
        for collected in schedule.handOn() { await each(collected) }
      }
      group.cancelAll()
    }
  }
}
