/// The way from the address that was asked for to the one that answers.
struct RedirectTrail {
  /// The addresses so far; the last one is to be fetched.
  private(set) var addresses: [WebAddress]
  private let limit: Int

  /// A way that begins at `start` and may have `limit` redirects.
  init(_ start: WebAddress, limit: Int) {
    addresses = [start]
    self.limit = limit
  }

  /// The address that is to be fetched.
  var current: WebAddress { addresses[addresses.count - 1] }

  /// Whether `status` sends on to the address that the answer names (RFC 9110, section 15.4).
  static func leadsOn(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Goes on to what the header Location names.
  mutating func follow(_ location: String?) throws(NetworkError) {
    let asked = addresses[0].description
    guard let location, !location.isEmpty else {
      throw NetworkError(
        "the server redirects to nowhere", place: asked,
        remedy: "open the page in a browser and save it")
    }
    let next: WebAddress
    do throws(NetworkError) {
      next = try current.resolving(location)
    } catch {
      throw NetworkError(
        "the page redirects to an address that is not fetched", place: asked,
        remedy: "open the page in a browser and save it", cause: error.problem)
    }
    guard !addresses.contains(next) else {
      throw NetworkError(
        "the redirects go in a circle", place: asked,
        remedy: "open the page in a browser and save it", cause: "back to \(next)")
    }
    guard addresses.count <= limit else {
      throw NetworkError(
        "there are more than \(limit) redirects", place: asked,
        remedy: "open the page in a browser and save it")
    }
    addresses.append(next)
  }
}
