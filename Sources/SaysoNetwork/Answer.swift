/// What a server sent in answer to one request.
struct Answer: Sendable {
  /// The status code.
  let status: Int
  /// The head, in order.
  let headers: [Fetched.Field]
  /// The body as sent; empty where the status has none that is of use.
  let body: [UInt8]

  /// The values of a header, in order; `name` is lower-case.
  func values(of name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Whether the body of an answer with `status` is what was asked for.
  static func hasBody(_ status: Int) -> Bool { (200..<300).contains(status) }
}
