internal import SaysoLedger
internal import SaysoNetwork
public import SaysoReading
internal import SaysoRecords

extension Desk {
  /// Fetches pages, the pages of feeds and those of lists of feeds, reads them and adds them.
  ///
  /// The bytes of each page that was read are kept beside the ledger. A page that the ledger holds is
  /// asked for with what its server gave last time, and costs little where it has not changed. Where a
  /// page of a feed cannot be had, the feed's own words are read in its place. What concerns one page
  /// costs only that page; what concerns the ledger throws.
  ///
  /// - Parameters:
  ///   - addresses: what a person asked for: pages, feeds, news sitemaps, OPML lists.
  ///   - options: the limits of fetching.
  ///   - reader: reads the pages.
  ///   - pipeline: finds the statements.
  ///   - now: the time of adding, ISO 8601.
  ///   - progress: called with the addresses done and known so far.
  ///   - catchingUp: as in ``stories(together:catchingUp:)``.
  ///   - each: called with what became of each page, in order.
  public func add(
    fetching addresses: [String], options: FetchOptions = FetchOptions(),
    reader: ReportReader = ReportReader(), through pipeline: Pipeline, now: String,
    progress: (_ done: Int, _ total: Int?) -> Void = { _, _ in },
    catchingUp: (_ reports: Int) -> Void = { _ in },
    each: (Added) throws -> Void
  ) async throws {
    var intake = try StoryIntake(ledger)
    var failure: (any Error)?
    var lists: [Fetched] = []
    var feedReadings: (address: String, readings: [Result<ReportReading, ReadingError>])?

    /// What a feed says itself of one of its entries.
    func fallback(_ entry: CollectedPage.Entry) -> ReportReading? {
      if feedReadings?.address != entry.feed.requestedAddress {
        feedReadings = (
          entry.feed.requestedAddress, reader.readings(of: entry.feed.sourceFile)
        )
      }
      guard let readings = feedReadings?.readings, readings.indices.contains(entry.place),
        case .success(let reading) = readings[entry.place]
      else { return nil }
      return reading
    }

    func keep(_ fetched: Fetched) throws {
      let file = fetched.sourceFile
      try ledger.keep(
        snapshot: fetched.bytes,
        retrieval: Retrieval(
          requested: fetched.requestedAddress, address: fetched.finalAddress,
          retrieved: fetched.retrieved, status: fetched.status,
          headers: fetched.headers.map { Retrieval.Header($0.name, $0.value) },
          mediaType: file.origin.mediaType, charset: file.origin.charset))
    }

    func take(_ readings: [Result<ReportReading, ReadingError>], _ place: String) throws {
      let outcomes = readings.map { reading -> Outcome<ReadReport> in
        switch reading {
        case .success(let reading):
          .read(pipeline.read(reading.report), place: place, warnings: reading.warnings)
        case .failure(let error): .failed(error)
        }
      }
      try write(outcomes, stamp: pipeline.stamp, now: now, into: &intake, each: each)
    }

    func take(_ page: CollectedPage) throws {
      switch page.result {
      case .success(let fetched) where fetched.isUnchanged: try each(.notChanged(page.address))
      case .success(let fetched):
        let readings = reader.readings(of: fetched.sourceFile)
        let isRead = readings.contains { if case .success = $0 { true } else { false } }
        if !isRead, let entry = page.entry, let own = fallback(entry) {
          try take([.success(own)], page.address)
          return
        }
        try take(readings, fetched.finalAddress)
        // After the reports: a run that is killed between the two asks for the page again.
        if isRead { try keep(fetched) }
      case .failure(let error):
        if let entry = page.entry, let own = fallback(entry) {
          let warning = ReadingError(
            error.problem, place: error.place,
            remedy: "the feed's own words were read in its place", cause: error.cause)
          try take(
            [.success(ReportReading(report: own.report, warnings: own.warnings + [warning]))],
            page.address)
        } else {
          try each(.notFetched(page.address, "\(error)"))
        }
      }
    }

    await options.collector.collect(
      addresses,
      validators: { address in
        guard failure == nil else { return nil }
        do {
          return try ledger.newestRetrieval(of: address).flatMap {
            Validators(entityTag: $0.retrieval.etag, lastModified: $0.retrieval.lastModified)
          }
        } catch {
          failure = error
          return nil
        }
      },
      interpret: { Desk.content(of: $0) },
      progress: { progress($0.done, $0.total) },
      each: { collected in
        guard failure == nil else { return }
        do {
          switch collected {
          case .page(let page): try take(page)
          case .list(let list):
            lists.append(list.list)
            try each(.listed(list.address, taken: list.taken, leftOut: list.leftOut))
          }
        } catch {
          failure = error
        }
      })
    if let failure { throw failure }
    // Last: a run that is killed before leads through the whole list again.
    for list in lists { try keep(list) }
    try intake.finish(catchingUp)
  }

  /// What a fetched file is: a report, or a list that leads to others.
  private static func content(of file: SourceFile) -> PageContent {
    do throws(ReadingError) {
      let listing = try Listing.parse(
        file.bytes, name: file.name, address: file.origin.address, charset: file.origin.charset)
      switch listing {
      case .feed(let feed): return .entries(feed.entries.map(\.link))
      case .sitemap(let map): return .entries(newestFirst(map))
      case .sitemapIndex(let references): return .feeds(references.map(\.address))
      case .outlines(let feeds): return .feeds(feeds.map(\.address))
      case nil: return .report
      }
    } catch {
      // The reader says the same again, as the failure of this page.
      return .report
    }
  }

  /// The pages of a sitemap by their dates; those without one last, in the order of the map.
  private static func newestFirst(_ map: Sitemap) -> [String] {
    map.pages.enumerated().sorted { first, second in
      let one = (first.element.news?.published ?? first.element.modified)?.iso ?? ""
      let other = (second.element.news?.published ?? second.element.modified)?.iso ?? ""
      return (other, first.offset) < (one, second.offset)
    }.map(\.element.address)
  }
}
