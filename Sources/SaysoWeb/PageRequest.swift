internal import Hummingbird
internal import HTTPTypes

/// What a page is asked for.
struct PageRequest: Sendable {
  /// The address's path.
  let path: String
  /// The values behind the question mark, decoded; the last of a name counts.
  let query: [String: String]
  /// The parts of the path that stand for names and ids, decoded.
  let parameters: [String: String]
  /// The reader's mark of what was seen before; nil on a first visit.
  let seen: Int?
  /// The name under which the reader last corrected something.
  let by: String

  init(_ request: Request, _ parameters: [String: String]) {
    path = request.uri.path
    var query: [String: String] = [:]
    for (name, value) in request.uri.queryParameters {
      query[String(name)] = FormValues.decoded(String(value)) ?? ""
    }
    self.query = query
    self.parameters = parameters
    let cookies = Cookies(from: request.headers[values: .cookie])
    seen = cookies["sayso-seen"].flatMap { Int($0.value) }
    by = cookies["sayso-by"].flatMap { FormValues.decoded($0.value) } ?? ""
  }

  /// A value of the query that is not empty.
  func value(_ name: String) -> String? {
    guard let value = query[name]?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  /// A page's number from 1 on.
  var page: Int { page("page") }

  /// The number of a page of the list that has its numbers under a name, from 1 on.
  func page(_ name: String) -> Int {
    max(1, min(100_000, value(name).flatMap { Int($0) } ?? 1))
  }
}

/// What is sent back.
struct PageAnswer: Sendable {
  var status: HTTPResponse.Status = .ok
  var type = "text/html; charset=utf-8"
  var headers: [(String, String)] = []
  let bytes: [UInt8]

  init(html: String) { bytes = Array(html.utf8) }

  init(_ bytes: [UInt8], type: String, headers: [(String, String)] = []) {
    self.bytes = bytes
    self.type = type
    self.headers = headers
  }

  /// Sends a browser on to another page.
  static func redirect(to path: String) -> PageAnswer {
    var answer = PageAnswer([], type: "text/plain", headers: [("location", path)])
    answer.status = .seeOther
    return answer
  }

  /// As a response of the server.
  var response: Response {
    var fields = HTTPFields()
    fields[.contentType] = type
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    return Response(
      status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

/// A page that cannot be given: what is wrong and what to do.
struct PageProblem: Error {
  let status: HTTPResponse.Status
  /// What is wrong, as a sentence.
  let problem: String
  /// What to do, as a sentence.
  let remedy: String

  init(_ status: HTTPResponse.Status, _ problem: String, remedy: String) {
    self.status = status
    self.problem = problem
    self.remedy = remedy
  }

  /// Nothing of that kind has that id.
  static func missing(_ what: String) -> PageProblem {
    PageProblem(
      .notFound, "The ledger holds no \(what) of that name.",
      remedy: "Look for it on the list of stories or with the search.")
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var part = Substring(self)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
