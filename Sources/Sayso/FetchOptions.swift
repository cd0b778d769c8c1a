internal import SaysoNetwork

/// How far fetching may go.
public struct FetchOptions: Sendable {
  /// Whether addresses of private networks and of this machine are allowed.
  public var allowsPrivate = false
  /// The most pages of one feed, the newest first.
  public var mostEntries = 50
  /// The least time between the starts of two requests to one host.
  public var pause: Duration = .seconds(1)

  /// The defaults: public addresses, 50 pages of a feed, a second between requests.
  public init() {}

  /// A collector of pages within these limits.
  var collector: PageCollector {
    var settings = FetchSettings(version: saysoVersion)
    settings.pause = pause
    var collector = PageCollector(
      Fetcher(settings, addressGuard: allowsPrivate ? .anywhere : .publicOnly))
    collector.mostEntries = mostEntries
    return collector
  }
}
