/// The vocabularies of elements that feeds and lists are made of.
///
/// Feeds declare them under several addresses, with http or https, or forget to declare the usual
/// prefix at all.
enum XMLVocabulary: Sendable, Hashable {
  /// No namespace, or one of RSS itself.
  case plain
  case atom
  /// Dublin Core elements (`dc:`).
  case dublinCore
  /// Dublin Core terms (`dcterms:`).
  case dublinCoreTerms
  /// The RSS 1.0 content module (`content:encoded`).
  case content
  /// Media RSS (`media:`).
  case media
  case itunes
  case rdf
  case xhtml
  case sitemap
  /// The sitemap extension of Google News (`news:`).
  case news
  case other

  /// The vocabulary of an element by the address of its namespace, or by its undeclared prefix.
  init(namespace: String?, prefix: String?) {
    if let namespace, let known = XMLVocabulary.known(namespace) {
      self = known
    } else if let prefix {
      self = XMLVocabulary.prefixes[prefix.lowercased()] ?? .other
    } else {
      // A default namespace that nobody knows is one of RSS's many.
      self = .plain
    }
  }

  private static func known(_ namespace: String) -> XMLVocabulary? {
    var address = namespace.lowercased()[...]
    for scheme in ["http://", "https://"] where address.hasPrefix(scheme) {
      address = address.dropFirst(scheme.count)
    }
    while let last = address.last, last == "/" || last == "#" { address.removeLast() }
    return addresses[String(address)]
  }

  private static let addresses: [String: XMLVocabulary] = [
    "": .plain, "purl.org/rss/1.0": .plain, "my.netscape.com/rdf/simple/0.9": .plain,
    "channel.netscape.com/rdf/simple/0.9": .plain, "backend.userland.com/rss2": .plain,
    "blogs.law.harvard.edu/tech/rss": .plain, "www.w3.org/2005/atom": .atom,
    "purl.org/atom/ns": .atom, "purl.org/dc/elements/1.1": .dublinCore,
    "purl.org/dc/elements/1.0": .dublinCore, "purl.org/dc/terms": .dublinCoreTerms,
    "purl.org/rss/1.0/modules/content": .content, "search.yahoo.com/mrss": .media,
    "www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
    "www.w3.org/1999/xhtml": .xhtml, "www.sitemaps.org/schemas/sitemap/0.9": .sitemap,
    "www.google.com/schemas/sitemap/0.9": .sitemap, "www.google.com/schemas/sitemap/0.84": .sitemap,
    "www.google.com/schemas/sitemap-news/0.9": .news,
  ]

  private static let prefixes: [String: XMLVocabulary] = [
    "rss": .plain, "atom": .atom, "a10": .atom, "atom10": .atom, "dc": .dublinCore,
    "dcterms": .dublinCoreTerms, "content": .content, "media": .media, "itunes": .itunes,
    "rdf": .rdf, "xhtml": .xhtml, "news": .news, "n": .news,
  ]
}
