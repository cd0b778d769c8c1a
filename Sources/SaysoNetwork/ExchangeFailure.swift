import AsyncHTTPClient
import NIOCore
import NIOHTTP1

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells the errors of the libraries under the network in sentences for people.
enum ExchangeFailure {
  /// Whether `error` means that no connection came about, so that another machine may be tried.
  static func isUnreachable(_ error: any Error) -> Bool {
    if let error = error as? HTTPClientError {
      return error == .connectTimeout || error == .tlsHandshakeTimeout
        || error == .getConnectionFromPoolTimeout
    }
    if let error = error as? ChannelError, case .connectTimeout = error { return true }
    if let error = error as? IOError {
      return [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT, EADDRNOTAVAIL, EAFNOSUPPORT]
        .contains(error.errnoCode)
    }
    return false
  }

  /// The sentence for an error that ended a request to `place`.
  static func told(_ error: any Error, place: String) -> NetworkError {
    if error is CancellationError || (error as? HTTPClientError) == .cancelled {
      return NetworkError("the request was called off", place: place, remedy: "ask again")
    }
    if isUnreachable(error) {
      return NetworkError(
        "the server cannot be reached", place: place,
        remedy: "check the address and the connection to the network, or try again later",
        cause: words(of: error))
    }
    if let error = error as? HTTPParserError {
      if error == .headerOverflow {
        return NetworkError(
          "the head of the answer is too large", place: place,
          remedy: "save the page from a browser and give the file")
      }
      return NetworkError(
        "the answer is not HTTP", place: place, remedy: "check the address and its port",
        cause: words(of: error))
    }
    if let error = error as? HTTPClientError, error == .deadlineExceeded || error == .readTimeout {
      return NetworkError(
        "the server does not answer in time", place: place, remedy: "try again later")
    }
    if String(reflecting: type(of: error)).hasPrefix("NIOSSL") {
      return NetworkError(
        "no safe connection came about", place: place,
        remedy: "check the address; the certificate of the server may be wrong or too old",
        cause: safetyWords(of: error))
    }
    return NetworkError(
      "the connection broke off", place: place, remedy: "try again later", cause: words(of: error))
  }

  private static func words(of error: any Error) -> String {
    switch error {
    case let error as IOError: String(cString: strerror(error.errnoCode))
    case let error as HTTPClientError: error.shortDescription
    default: String(String(describing: error).prefix(200))
    }
  }

  /// What went wrong with TLS, without the places in source files that its library tells.
  private static func safetyWords(of error: any Error) -> String? {
    let text = String(describing: error)
    if text.contains("ValidateHostname") { return "the certificate is for another name" }
    guard let mark = text.firstRange(of: "OPENSSL_internal:") else { return nil }
    let word = text[mark.upperBound...].prefix { $0.isLetter || $0 == "_" }
    return word.lowercased().split(separator: "_").joined(separator: " ")
  }
}
