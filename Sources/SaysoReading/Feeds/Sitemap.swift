public import SaysoRecords

/// A list of pages for crawlers (sitemaps.org, protocol 0.9), with the extension of Google News.
public struct Sitemap: Sendable, Hashable {
  /// Its pages in its order.
  public var pages: [Page] = []
  /// What was broken in its text; nil where nothing was.
  public var problem: String?

  /// A page of a sitemap.
  public struct Page: Sendable, Hashable {
    /// Its address.
    public let address: String
    /// When it was last changed.
    public let modified: PublicationTime?
    /// What the extension of Google News says of it.
    public let news: News?
  }

  /// What the extension of Google News says of a page.
  public struct News: Sendable, Hashable {
    /// The name of the outlet.
    public let publication: String?
    /// The language as stated ("en").
    public let language: String?
    /// When it was published.
    public let published: PublicationTime?
    /// The title as plain text.
    public let title: String?
  }

  /// One sitemap that an index names.
  public struct Reference: Sendable, Hashable {
    /// Its address.
    public let address: String
    /// When it was last changed.
    public let modified: PublicationTime?
  }

  /// The sitemap under `root`, an element `urlset`.
  init(_ document: XMLDocument, address: String?) {
    problem = document.problem
    pages = document.root.all("url").compactMap { url in
      guard let location = Sitemap.location(url, address) else { return nil }
      let news = url.children.first { $0.vocabulary == .news && $0.key == "news" }
      return Page(
        address: location, modified: Sitemap.time(url.first("lastmod")), news: news.map(News.init))
    }
  }

  /// The sitemaps that an index names; `root` is an element `sitemapindex`.
  static func references(_ root: XMLNode, address: String?) -> [Reference] {
    root.all("sitemap").compactMap { sitemap in
      guard let location = Sitemap.location(sitemap, address) else { return nil }
      return Reference(address: location, modified: Sitemap.time(sitemap.first("lastmod")))
    }
  }

  private static func location(_ node: XMLNode, _ address: String?) -> String? {
    let own = node.children.first { $0.key == "loc" && $0.vocabulary != .other }
    guard let text = own?.text, !text.isEmpty else { return nil }
    return AddressResolution.resolve(text, against: address)
  }

  fileprivate static func time(_ node: XMLNode?) -> PublicationTime? {
    node.flatMap { FeedDate.parse($0.text) }
  }
}

extension Sitemap.News {
  fileprivate init(_ node: XMLNode) {
    let outlet = node.first("publication")
    publication = FeedText.title(outlet?.first("name"))
    let stated = outlet?.first("language")?.text ?? ""
    language = stated.isEmpty ? nil : stated
    published = Sitemap.time(node.first("publication_date"))
    title = FeedText.title(node.first("title"))
  }
}
