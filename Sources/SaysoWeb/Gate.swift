internal import HTTPTypes
internal import Hummingbird

/// What every request passes: the right host, the token where one is needed, no form of another site;
/// and what every answer carries.
///
/// The check of the host keeps other sites from reading a page of this machine through a name that they
/// own (DNS rebinding); the policy of content lets a page load nothing from elsewhere and run no
/// script but its own, whatever a report's text holds.
struct Gate<Context: RequestContext>: RouterMiddleware {
  let options: WebOptions
  /// The names under which the pages may be asked for; empty where any will do, behind a token.
  let hosts: Set<String>

  init(_ options: WebOptions) {
    self.options = options
    hosts =
      options.isLoopback
      ? ["127.0.0.1", "localhost", "[::1]"] : options.token == nil ? [options.host] : []
  }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    if let refusal = refusal(of: request) {
      response = refusal
    } else if let entry = entry(request) {
      response = entry
    } else {
      response = try await next(request, context)
    }
    for (name, value) in Gate.headers where response.headers[name] == nil {
      response.headers[name] = value
    }
    return response
  }

  /// The answer to what may not pass; nil for what may.
  private func refusal(of request: Request) -> Response? {
    let authority = request.head.authority ?? ""
    if !hosts.isEmpty, !hosts.contains(Gate.name(of: authority)) {
      return Gate.plain(
        .misdirectedRequest, "This page answers to \(hosts.sorted().joined(separator: ", ")) only.")
    }
    let isAPI = request.uri.path.hasPrefix("/api")
    let methods: [HTTPRequest.Method] =
      options.isEditing && !isAPI ? [.get, .head, .post] : [.get, .head]
    if !methods.contains(request.method) {
      let names = methods.map(\.rawValue).joined(separator: ", ")
      var answer = API.answer(
        PageProblem(.methodNotAllowed, "This takes \(names) only.", remedy: "Ask with GET."))
      answer.headers.append(("allow", names))
      return answer.response
    }
    if request.method == .post {
      if let origin = request.headers[.origin], Gate.isForeign(origin, to: authority) {
        return Gate.plain(.forbidden, "A form of another site is not taken.")
      }
    }
    guard let token = options.token, !isShown(token, by: request) else { return nil }
    // The address with the token sets the cookie; see `entry`.
    if request.uri.queryParameters["token"].map({ Gate.same(String($0), token) }) == true {
      return nil
    }
    return Gate.plain(
      .unauthorized, "Open the address with the token that `sayso serve` has printed.")
  }

  /// The first visit with the token in the address: keeps it in a cookie and takes it out of the
  /// address.
  private func entry(_ request: Request) -> Response? {
    guard let token = options.token,
      request.uri.queryParameters["token"].map({ Gate.same(String($0), token) }) == true
    else { return nil }
    var fields = HTTPFields()
    fields[.location] = request.uri.path
    fields[.setCookie] = "sayso-token=\(token); HttpOnly; SameSite=Strict; Path=/"
    return Response(status: .seeOther, headers: fields)
  }

  private func isShown(_ token: String, by request: Request) -> Bool {
    if let cookie = Cookies(from: request.headers[values: .cookie])["sayso-token"],
      Gate.same(cookie.value, token)
    {
      return true
    }
    guard let header = request.headers[.authorization] else { return false }
    return Gate.same(header, "Bearer " + token)
  }

  /// The host of "host:port".
  static func name(of authority: String) -> String {
    let small = authority.lowercased()
    if small.hasPrefix("["), let end = small.firstIndex(of: "]") { return String(small[...end]) }
    return String(small.prefix { $0 != ":" })
  }

  static func isForeign(_ origin: String, to authority: String) -> Bool {
    origin != "http://" + authority && origin != "https://" + authority
  }

  /// Compares in a time that tells nothing about where two texts differ.
  static func same(_ a: String, _ b: String) -> Bool {
    let one = Array(a.utf8)
    let other = Array(b.utf8)
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func plain(_ status: HTTPResponse.Status, _ sentence: String) -> Response {
    var fields = HTTPFields()
    fields[.contentType] = "text/plain; charset=utf-8"
    return Response(
      status: status, headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(string: sentence + "\n")))
  }

  /// The referrer goes to no other site; with none at all browsers send forms with the origin "null".
  private static var headers: [(HTTPField.Name, String)] {
    [
      (
        .contentSecurityPolicy,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
      ),
      (.xContentTypeOptions, "nosniff"),
      (.cacheControl, "no-store"),
    ]
      + [
        ("referrer-policy", "same-origin"), ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
      ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
  }
}
