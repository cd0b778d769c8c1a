import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request to one server and its answer, over a connection of its own.
///
/// The connection goes to a machine that was checked before, never to what the name resolves to by
/// then (no DNS rebinding): async-http-client takes the machine for a name only from its
/// configuration, so each request has a client of its own, whose `dnsOverride` holds just that. The
/// name still stands in the header Host, and the certificate is checked against it. Redirects,
/// decompression, proxies and cookies are off.
struct Exchange {
  /// The address to ask for.
  let address: WebAddress
  /// The machines behind it, all of them checked; the first that takes the connection is asked.
  let machines: [IPAddress]
  /// The head of the request.
  let headers: HTTPHeaders
  /// The limits.
  let settings: FetchSettings

  /// What happens to a body over the limit.
  enum Excess { case refused, cutOff }

  /// So many machines are tried before a server counts as out of reach.
  private static let mostMachines = 3

  /// Asks and waits for the whole answer.
  ///
  /// - Parameters:
  ///   - limit: the time that this may take.
  ///   - largest: the most bytes of the body.
  ///   - excess: what happens to a longer one.
  func answer(
    within limit: Duration, largest: Int, excess: Excess = .refused
  ) async throws(NetworkError) -> Answer {
    do {
      let answer = try await SaysoNetwork.within(limit) {
        for machine in machines.prefix(Exchange.mostMachines).dropLast() {
          do {
            return try await ask(machine, largest, excess)
          } catch  where ExchangeFailure.isUnreachable(error) {
            continue
          }
        }
        guard let last = machines.prefix(Exchange.mostMachines).last else {
          throw NetworkError(
            "the name of the server leads to no machine", place: "\(address)",
            remedy: "check the address")
        }
        return try await ask(last, largest, excess)
      }
      if let answer { return answer }
    } catch let error as NetworkError {
      throw error
    } catch {
      throw ExchangeFailure.told(error, place: "\(address)")
    }
    throw NetworkError(
      "the server took longer than \(settings.timeLimit.seconds) seconds", place: "\(address)",
      remedy: "try again later, or save the page from a browser")
  }

  private func ask(_ machine: IPAddress, _ largest: Int, _ excess: Excess) async throws -> Answer {
    try await HTTPClient.withHTTPClient(configuration: configuration(for: machine)) { client in
      var request = HTTPClientRequest(url: address.description)
      request.headers = headers
      // The limit around all of this cuts it off before; the client only wants to have a deadline.
      let deadline = NIODeadline.now() + .nanoseconds(settings.timeLimit.nanoseconds) + .seconds(5)
      let response = try await client.execute(request, deadline: deadline)
      let head = response.headers.map { Fetched.Field($0.name, $0.value) }
      let size = head.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
      guard size <= settings.largestHead else { throw HTTPParserError.headerOverflow }
      let status = Int(response.status.code)
      guard Answer.hasBody(status) else { return Answer(status: status, headers: head, body: []) }
      if excess == .refused, let stated = response.headers.first(name: "content-length"),
        let length = Int(stated), length > largest
      {
        throw tooLarge(largest)
      }
      var body: [UInt8] = []
      for try await piece in response.body {
        body.append(contentsOf: piece.readableBytesView.prefix(largest + 1 - body.count))
        guard body.count > largest else { continue }
        if excess == .refused { throw tooLarge(largest) }
        break
      }
      try Task.checkCancellation()
      return Answer(status: status, headers: head, body: body)
    }
  }

  private func configuration(for machine: IPAddress) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: HTTPClient.Configuration.Timeout(
        connect: .nanoseconds(settings.connectLimit.nanoseconds)),
      decompression: .disabled)
    if address.numericHost == nil {
      configuration.dnsOverride = [address.host: machine.description]
    }
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.networkFrameworkWaitForConnectivity = false
    return configuration
  }

  private func tooLarge(_ largest: Int) -> NetworkError {
    NetworkError(
      "the page is larger than \(largest) bytes", place: "\(address)",
      remedy: "save it from a browser and give the file")
  }
}

extension Duration {
  /// Whole nanoseconds.
  var nanoseconds: Int64 {
    let (seconds, rest) = components
    return seconds * 1_000_000_000 + rest / 1_000_000_000
  }

  /// Seconds for messages, with a fraction only where there is one.
  var seconds: String {
    let value = Double(nanoseconds) / 1e9
    return value == value.rounded() ? String(Int(value)) : String(value)
  }
}
