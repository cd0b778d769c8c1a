import NIOHTTP1
import SaysoReading

/// Fetches pages that a person asked for, politely and only from the public internet.
///
/// It keeps, for as long as it lives, the robots.txt of each server and the queue before each host;
/// one fetcher is used for one run. Nothing is kept on disk.
public actor Fetcher {
  /// Finds the addresses of the machines behind a name.
  typealias Resolver = @Sendable (String) async throws(NetworkError) -> [IPAddress]

  private let settings: FetchSettings
  private let addressGuard: AddressGuard
  private let now: @Sendable () -> Int
  private let resolve: Resolver
  private let queue = HostQueue()
  private var robots: [String: Task<Result<RobotsRules, NetworkError>, Never>] = [:]

  /// A fetcher.
  ///
  /// - Parameters:
  ///   - settings: manners and limits.
  ///   - addressGuard: which machines may be spoken to.
  ///   - now: the time in seconds since 1970; the system's clock when not given.
  public init(
    _ settings: FetchSettings = FetchSettings(), addressGuard: AddressGuard = .publicOnly,
    now: (@Sendable () -> Int)? = nil
  ) {
    self.init(settings, addressGuard: addressGuard, now: now) { host throws(NetworkError) in
      try await NameResolution.addresses(of: host)
    }
  }

  init(
    _ settings: FetchSettings, addressGuard: AddressGuard, now: (@Sendable () -> Int)? = nil,
    resolve: @escaping Resolver
  ) {
    self.settings = settings
    self.addressGuard = addressGuard
    self.now = now ?? UTCClock.now
    self.resolve = resolve
  }

  /// Fetches the page at `address`.
  ///
  /// Waits for its turn at the host, follows redirects, and asks once more where a busy server says
  /// when. A server that refuses, or whose robots.txt asks not to, gives a failure.
  ///
  /// - Parameters:
  ///   - address: an address of http or https.
  ///   - validators: what came with the page the last time; a page that has not changed since then
  ///     comes without its bytes.
  public func fetch(
    _ address: String, validators: Validators? = nil
  ) async -> Result<Fetched, NetworkError> {
    do throws(NetworkError) {
      let asked = try WebAddress(address)
      return .success(try await follow(asked, validators))
    } catch {
      return .failure(error)
    }
  }

  // MARK: - Pages

  private func follow(
    _ asked: WebAddress, _ validators: Validators?
  ) async throws(NetworkError) -> Fetched {
    var trail = RedirectTrail(asked, limit: settings.mostRedirects)
    var left = settings.timeLimit
    var mayAskAgain = true
    let headers = pageHeaders(validators)
    while true {
      let address = trail.current
      let machines = try await checkedMachines(of: address)
      let rules = try await rules(for: address)
      guard rules.allows(address.target) else {
        throw NetworkError(
          "the robots.txt of the server asks programs not to fetch this page",
          place: "\(address)", remedy: "open it in a browser, save it and give the file")
      }
      let exchange = Exchange(
        address: address, machines: machines, headers: headers, settings: settings)
      let (answer, spent) = try await turn(
        exchange, pause: pause(rules), within: left, largest: settings.largestBody)
      left -= spent
      if RedirectTrail.leadsOn(answer.status) {
        try trail.follow(answer.values(of: "location").first)
      } else if mayAskAgain, let wait = waitAsked(by: answer) {
        mayAskAgain = false
        await queue.rest(address.host, for: wait)
      } else {
        return try fetched(answer, trail, hadValidators: validators != nil)
      }
    }
  }

  private func fetched(
    _ answer: Answer, _ trail: RedirectTrail, hadValidators: Bool
  ) throws(NetworkError) -> Fetched {
    let place = trail.current.description
    guard Answer.hasBody(answer.status) || (answer.status == 304 && hadValidators) else {
      throw Refusal.told(answer.status, place: place)
    }
    return Fetched(
      status: answer.status, requestedAddress: trail.addresses[0].description, finalAddress: place,
      redirects: trail.addresses.dropLast().map(\.description), headers: answer.headers,
      bytes: try decoded(answer, largest: settings.largestBody, place: place),
      retrieved: UTCClock.iso(now()))
  }

  private func decoded(
    _ answer: Answer, largest: Int, place: String
  ) throws(NetworkError) -> [UInt8] {
    do throws(ReadingError) {
      return try ContentDecoding.decode(
        answer.body, encodings: answer.values(of: "content-encoding"), limit: largest, place: place)
    } catch {
      throw NetworkError(error.problem, place: place, remedy: error.remedy, cause: error.cause)
    }
  }

  private func pageHeaders(_ validators: Validators?) -> HTTPHeaders {
    var headers: HTTPHeaders = [
      "User-Agent": settings.userAgent,
      "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
        + "application/feed+json,application/xml;q=0.9,*/*;q=0.5",
      "Accept-Encoding": "gzip, deflate, br",
      "Connection": "close",
    ]
    if let tag = validators?.entityTag { headers.add(name: "If-None-Match", value: tag) }
    if let date = validators?.lastModified { headers.add(name: "If-Modified-Since", value: date) }
    return headers
  }

  // MARK: - Manners

  /// Asks when it is the host's turn; also tells the time that asking took.
  private func turn(
    _ exchange: Exchange, pause: Duration, within limit: Duration, largest: Int,
    excess: Exchange.Excess = .refused
  ) async throws(NetworkError) -> (Answer, Duration) {
    let host = exchange.address.host
    await queue.enter(host, pause: pause)
    let start = ContinuousClock.now
    let result: Result<Answer, NetworkError>
    do throws(NetworkError) {
      result = .success(
        try await exchange.answer(within: limit, largest: largest, excess: excess))
    } catch {
      result = .failure(error)
    }
    let spent = ContinuousClock.now - start
    await queue.leave(host)
    return (try result.get(), spent)
  }

  private func pause(_ rules: RobotsRules) -> Duration {
    max(settings.pause, min(.seconds(min(rules.pause ?? 0, 86_400)), settings.longestPause))
  }

  /// How long a busy server asks to wait, where that is not too long.
  private func waitAsked(by answer: Answer) -> Duration? {
    guard answer.status == 429 || answer.status == 503,
      let value = answer.values(of: "retry-after").first,
      let seconds = RetryAfter.seconds(value, now: now()),
      .seconds(seconds) <= settings.longestWait
    else { return nil }
    return .seconds(seconds)
  }

  /// The machines behind an address, all of which may be spoken to.
  private func checkedMachines(of address: WebAddress) async throws(NetworkError) -> [IPAddress] {
    let machines: [IPAddress]
    if let machine = address.numericHost {
      machines = [machine]
    } else {
      machines = try await resolve(address.host)
    }
    for machine in machines {
      guard let what = addressGuard.refusal(of: machine) else { continue }
      throw NetworkError(
        "the address leads to \(what), \(machine)", place: "\(address)",
        remedy: "pages of the own network are fetched only with --allow-private")
    }
    return machines
  }

  // MARK: - robots.txt

  /// The rules of the server behind an address, fetched once.
  private func rules(for address: WebAddress) async throws(NetworkError) -> RobotsRules {
    let task =
      robots[address.origin]
      ?? Task {
        do throws(NetworkError) {
          return .success(try await fetchRules(of: address.at("/robots.txt")))
        } catch {
          return .failure(error)
        }
      }
    robots[address.origin] = task
    do throws(NetworkError) {
      return try await task.value.get()
    } catch {
      throw NetworkError(
        "the robots.txt of the server cannot be fetched, so nothing is fetched from it",
        place: "\(address)", remedy: error.remedy,
        cause: error.cause.map { "\(error.problem): \($0)" } ?? error.problem)
    }
  }

  /// Fetches a robots.txt: statuses from 400 to 499 mean that there is none, and those from 500 on
  /// that nothing may be fetched (RFC 9309, section 2.3.1).
  private func fetchRules(of start: WebAddress) async throws(NetworkError) -> RobotsRules {
    var trail = RedirectTrail(start, limit: 5)
    var left = settings.timeLimit
    while true {
      let address = trail.current
      let exchange = Exchange(
        address: address, machines: try await checkedMachines(of: address),
        headers: [
          "User-Agent": settings.userAgent, "Accept": "text/plain,*/*;q=0.5",
          "Accept-Encoding": "identity", "Connection": "close",
        ], settings: settings)
      let (answer, spent) = try await turn(
        exchange, pause: settings.pause, within: left, largest: RobotsRules.longest,
        excess: .cutOff)
      left -= spent
      switch answer.status {
      case let status where RedirectTrail.leadsOn(status):
        do throws(NetworkError) {
          try trail.follow(answer.values(of: "location").first)
        } catch {
          // Redirects that lead to no file mean that there is none (section 2.3.1.2).
          return .none
        }
      case 200..<300:
        let file = try decoded(answer, largest: settings.largestBody, place: "\(address)")
        return RobotsRules(file, product: settings.product)
      case 400..<500: return .none
      default: throw Refusal.told(answer.status, place: "\(address)")
      }
    }
  }
}
