/// What a fetched file turned out to be, as the caller's reader sees it.
public enum PageContent: Sendable {
  /// A report, or something that only the caller can judge: it is handed on.
  case report
  /// A feed or a news sitemap: the addresses of its entries, the newest first.
  ///
  /// An entry without an address is nil, so that the places in the feed stay.
  case entries([String?])
  /// A list of feeds or of sitemaps, in its order.
  case feeds([String])
}
