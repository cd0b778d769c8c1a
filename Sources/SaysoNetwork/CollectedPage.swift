/// What comes out of fetching the pages that a person asked for.
public enum Collected: Sendable {
  /// A page, or why it could not be fetched.
  case page(CollectedPage)
  /// A feed or a list, before what it leads to.
  case list(CollectedList)
}

/// A page as fetched, or why it was not.
public struct CollectedPage: Sendable {
  /// The address as it was asked for or as the feed gives it.
  public let address: String
  /// The page; `isUnchanged` where the server says that it still is as before.
  public let result: Result<Fetched, NetworkError>
  /// The feed that led to it; nil for an address that the caller gave.
  ///
  /// Where the page could not be fetched, what the feed itself says of it is still at hand.
  public let entry: Entry?

  /// A place in a feed.
  public struct Entry: Sendable {
    /// The feed.
    public let feed: Fetched
    /// Which of the entries that the caller's reader gave, from 0.
    public let place: Int
  }
}

/// A feed, or a list of feeds, as fetched.
public struct CollectedList: Sendable {
  /// The address as it was asked for or as the list gives it.
  public let address: String
  /// The list; its validators let the next run find out whether anything is new.
  public let list: Fetched
  /// How many addresses of it are fetched in this run; other lists may lead to the same ones.
  public let taken: Int
  /// How many more it names than the most that are taken.
  public let leftOut: Int
}
