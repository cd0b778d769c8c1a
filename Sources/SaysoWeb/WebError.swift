internal import NIOCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why pages cannot be served.
public struct WebError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a clause.
  public let problem: String
  /// The address and the port.
  public let place: String
  /// What to do about it, as a clause.
  public let remedy: String
  /// What the system said.
  public let cause: String

  /// One line: place, problem, remedy.
  public var description: String { "\(place): \(problem) (\(cause)); \(remedy)" }

  init(_ error: IOError, host: String, port: Int) {
    place = "\(host):\(port)"
    switch error.errnoCode {
    case EADDRINUSE:
      problem = "another program listens there"
      remedy = "end it, or name another port with --port (0 for a free one)"
    case EACCES:
      problem = "this port may not be used"
      remedy = "name a port from 1024 on with --port"
    default:
      problem = "the address cannot be listened on"
      remedy = "check --host and --port"
    }
    cause = String(cString: strerror(error.errnoCode))
  }
}
