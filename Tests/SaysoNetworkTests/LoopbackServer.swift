import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server for the tests, on 127.0.0.1 and a free port.
final class LoopbackServer: Sendable {
  /// What the server does with a request.
  enum Reply: Sendable {
    /// A whole answer.
    case answer(Int, [(String, String)], [UInt8])
    /// A whole answer after so many milliseconds.
    case later(Int64, Int, [(String, String)], [UInt8])
    /// A head, and then a few bytes every few milliseconds for ever.
    case drip
    /// No answer at all.
    case silence
    /// Exactly these bytes, and the end of the connection.
    case raw([UInt8])

    /// An HTML page with a text.
    static func page(_ text: String, _ headers: [(String, String)] = []) -> Reply {
      .answer(200, [("Content-Type", "text/html; charset=utf-8")] + headers, Array(text.utf8))
    }

    /// A redirect.
    static func redirect(_ location: String, status: Int = 302) -> Reply {
      .answer(status, [("Location", location)], [])
    }
  }

  /// One request as the server saw it.
  struct Request: Sendable {
    let target: String
    let headers: HTTPHeaders
    let moment: ContinuousClock.Instant
    /// The requests that were under way when it came, itself with them.
    let atOnce: Int

    /// The first value of a header.
    func header(_ name: String) -> String? { headers.first(name: name) }
  }

  private let channel: any Channel
  private let record: Record

  /// The free port that was found.
  let port: Int

  private init(_ channel: any Channel, _ record: Record) throws {
    self.channel = channel
    self.record = record
    guard let port = channel.localAddress?.port else { throw ChannelError.unknownLocalAddress }
    self.port = port
  }

  /// Runs `body` with a server that answers by `reply`; a robots.txt is missing unless told.
  static func run(
    _ reply: @escaping @Sendable (String, Int) -> Reply,
    robots: Reply = .answer(404, [], []), _ body: (LoopbackServer) async throws -> Void
  ) async throws {
    let record = Record()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 64)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(
            Replier(record) { target, count in
              target == "/robots.txt" ? robots : reply(target, count)
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = try LoopbackServer(channel, record)
    do {
      try await body(server)
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  /// The address of a page on this server.
  func address(_ target: String) -> String { "http://127.0.0.1:\(port)\(target)" }

  /// The requests so far, without those for robots.txt.
  var requests: [Request] { record.requests.filter { $0.target != "/robots.txt" } }

  /// All requests so far.
  var allRequests: [Request] { record.requests }

  /// The requests as they come and end.
  final class Record: Sendable {
    private let state = Mutex<(requests: [Request], running: Int)>(([], 0))

    var requests: [Request] { state.withLock { $0.requests } }

    /// Notes a request; tells how many came for the same target before.
    func begin(_ head: HTTPRequestHead) -> Int {
      state.withLock { state in
        state.running += 1
        let before = state.requests.count { $0.target == head.uri }
        state.requests.append(
          Request(
            target: head.uri, headers: head.headers, moment: .now, atOnce: state.running))
        return before
      }
    }

    func end() { state.withLock { $0.running -= 1 } }
  }
}

/// Answers the requests of one connection.
private final class Replier: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let record: LoopbackServer.Record
  private let reply: @Sendable (String, Int) -> LoopbackServer.Reply
  private var head: HTTPRequestHead?
  private var isRunning = false

  init(
    _ record: LoopbackServer.Record,
    _ reply: @escaping @Sendable (String, Int) -> LoopbackServer.Reply
  ) {
    self.record = record
    self.reply = reply
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      let before = record.begin(head)
      isRunning = true
      answer(reply(head.uri, before), context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    ended()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func ended() {
    guard isRunning else { return }
    isRunning = false
    record.end()
  }

  private func answer(_ reply: LoopbackServer.Reply, _ context: ChannelHandlerContext) {
    switch reply {
    case .answer(let status, let headers, let body): whole(status, headers, body, context)
    case .later(let wait, let status, let headers, let body):
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      context.eventLoop.scheduleTask(in: .milliseconds(wait)) {
        bound.value.0.whole(status, headers, body, bound.value.1)
      }
    case .drip:
      let head = HTTPResponseHead(version: .http1_1, status: .ok)
      context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      context.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(5)) { task in
        guard bound.value.1.channel.isActive else { return task.cancel() }
        let piece = ByteBuffer(string: "and so on ")
        bound.value.1.writeAndFlush(
          bound.value.0.wrapOutboundOut(.body(.byteBuffer(piece))), promise: nil)
      }
    case .silence: break
    case .raw(let bytes):
      ended()
      let context = NIOLoopBound(context, eventLoop: context.eventLoop)
      let channel = context.value.channel
      // The encoder would add to the bytes, so they go out below it.
      channel.pipeline.context(handlerType: HTTPResponseEncoder.self).whenSuccess { encoder in
        encoder.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes)), promise: nil)
        channel.close(promise: nil)
      }
    }
  }

  private func whole(
    _ status: Int, _ headers: [(String, String)], _ body: [UInt8], _ context: ChannelHandlerContext
  ) {
    ended()
    guard context.channel.isActive else { return }
    var fields = HTTPHeaders(headers)
    if !fields.contains(name: "Content-Length"), status != 304 {
      fields.add(name: "Content-Length", value: "\(body.count)")
    }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: fields)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
