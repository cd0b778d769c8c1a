import NIOHTTP1

/// Tells what a server answered that has no page for the one who asks.
enum Refusal {
  /// The sentence for a status that is no success.
  static func told(_ status: Int, place: String) -> NetworkError {
    let known = HTTPResponseStatus(statusCode: status).reasonPhrase
    let answer = known.isEmpty ? "\(status)" : "\(status) \(known)"
    return NetworkError("the server answers \(answer)", place: place, remedy: remedy(for: status))
  }

  private static func remedy(for status: Int) -> String {
    switch status {
    case 401, 402, 403, 407, 451: "open it in a browser, save it and give the file"
    case 404, 410: "check the address; the page may have gone"
    case 429: "the server is asked too often; try again later"
    case 500...: "the fault is the server's; try again later"
    default: "open it in a browser and see what is there"
    }
  }
}
