/// How politely and within which limits pages are fetched.
public struct FetchSettings: Sendable {
  /// Who asks; its first word, up to a slash, is the name that robots.txt files know.
  public var userAgent: String
  /// The least time between the starts of two requests to a host.
  public var pause: Duration = .seconds(1)
  /// The longest pause that a robots.txt may ask for; a longer one is taken as this.
  public var longestPause: Duration = .seconds(30)
  /// The longest wait that a busy server may ask for; for a longer one the page is given up.
  public var longestWait: Duration = .seconds(60)
  /// The time for a connection to come about.
  public var connectLimit: Duration = .seconds(10)
  /// The time for all requests of one page, redirects with it, without waiting for their turn.
  public var timeLimit: Duration = .seconds(60)
  /// The most bytes of a body, both as sent and without its content coding.
  public var largestBody = 16 << 20
  /// The most bytes of an answer's head.
  public var largestHead = 64 << 10
  /// The most redirects that are followed.
  public var mostRedirects = 10

  /// The defaults, with the version of the program in the user agent.
  public init(version: String? = nil) {
    let product = version.map { "Sayso/" + $0 } ?? "Sayso"
    userAgent = product + " (reads news for a person who asked for it; honours robots.txt)"
  }

  /// The name that robots.txt files know, in lower case.
  var product: String {
    let end = userAgent.firstIndex { $0 == "/" || $0 == " " } ?? userAgent.endIndex
    return userAgent[..<end].lowercased()
  }
}
