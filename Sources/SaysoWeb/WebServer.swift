internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Sayso

/// Serves the pages of one ledger.
public struct WebServer: Sendable {
  private let options: WebOptions
  private let site: Site

  /// A server over a ledger that must exist.
  ///
  /// - Parameter formToken: what forms carry against forms of other sites; made at random by the caller.
  public init(_ options: WebOptions, formToken: String) throws {
    self.options = options
    site = try Site(options, formToken: formToken)
  }

  /// Serves until the process is told to end.
  ///
  /// - Parameter running: called with the port once pages can be asked for.
  public func run(running: @escaping @Sendable (_ port: Int) -> Void) async throws {
    var logger = Logger(label: "sayso")
    logger.logLevel = .error
    let site = site
    let application = Application(
      router: router(),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port)),
      onServerRunning: { channel in
        running(channel.localAddress?.port ?? 0)
        await site.warm()
      }, logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw WebError(error, host: options.host, port: options.port)
    }
  }

  /// The routes, as tests call them.
  func router() -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Gate(options))
    router.add(middleware: Problems(site: site))
    for route in Routes.pages {
      router.get(RouterPath(route.path)) { [site] request, context in
        let page = PageRequest(request, context.names)
        return try await site.answer(route, page).response
      }
    }
    for route in Routes.api {
      router.get(RouterPath(route.path)) { [site] request, context in
        try await site.answer(route, PageRequest(request, context.names)).response
      }
    }
    for name in WebServer.assets.keys.sorted() {
      router.get(RouterPath("/assets/" + name)) { _, _ in
        WebServer.asset(name)
      }
    }
    if options.isEditing {
      for route in Routes.forms {
        router.post(RouterPath(route.path)) { [site] request, context in
          var request = request
          let body = try await request.collectBody(upTo: Additions.largestUpload)
          let form = try SentForm(
            Array(buffer: body), type: request.headers[.contentType] ?? "")
          guard form.text["form"].map({ Gate<WebContext>.same($0, site.formToken) }) == true else {
            throw PageProblem(
              .forbidden, "This form was not made by this page, or by one that ran before.",
              remedy: "Go back, load the page again and send the form once more.")
          }
          return try await route.answer(site, PageRequest(request, context.names), form).response
        }
      }
    }
    return router
  }

  /// The files that pages load, with their media types.
  private static let assets = [
    "sayso.css": "text/css; charset=utf-8", "sayso.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
  ]

  private static func asset(_ name: String) -> Response {
    PageAnswer(
      WebFile.bytes(name) ?? [], type: assets[name] ?? "application/octet-stream",
      headers: [("cache-control", "max-age=300")]
    ).response
  }
}

/// A request on its way.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: Source) { coreContext = CoreRequestContextStorage(source: source) }

  /// The names in the path, decoded.
  var names: [String: String] {
    var names: [String: String] = [:]
    for (name, value) in parameters {
      names[String(name)] = FormValues.decodedPath(String(value)) ?? ""
    }
    return names
  }
}

/// Turns what is thrown into a page, or into JSON below /api.
private struct Problems: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem: PageProblem
      switch error {
      case let error as PageProblem: problem = error
      case let error as HTTPError where error.status == .notFound:
        problem = PageProblem(
          .notFound, "There is no page at this address.", remedy: "Begin at the list of stories.")
      case let error as HTTPError:
        problem = PageProblem(
          error.status, error.body ?? error.status.reasonPhrase, remedy: "Go back and try again.")
      default:
        problem = PageProblem(
          .internalServerError, "\(error)", remedy: "Load the page again; the ledger is unharmed.")
      }
      let page = PageRequest(request, context.names)
      return request.uri.path.hasPrefix("/api")
        ? API.answer(problem).response : site.problem(problem, page).response
    }
  }
}
