import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Asks the system for the addresses behind a name.
enum NameResolution {
  /// The addresses of `host`, in the order that the system advises, each once.
  ///
  /// Waits on a thread of its own, for as long as the system's resolver is set to wait.
  static func addresses(of host: String) async throws(NetworkError) -> [IPAddress] {
    let found: Result<[IPAddress], NetworkError> = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: look(up: host)) }
    }
    return try found.get()
  }

  private static func look(up host: String) -> Result<[IPAddress], NetworkError> {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_flags = AI_ADDRCONFIG
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &hints, &list)
    guard code == 0 else {
      return .failure(
        NetworkError(
          "the name of the server is not found", place: host,
          remedy: "check the address and the connection to the network",
          cause: String(cString: gai_strerror(code))))
    }
    defer { freeaddrinfo(list) }
    var addresses: [IPAddress] = []
    var entry = list
    while let current = entry {
      if let address = address(in: current.pointee), !addresses.contains(address) {
        addresses.append(address)
      }
      entry = current.pointee.ai_next
    }
    return .success(addresses)
  }

  private static func address(in entry: addrinfo) -> IPAddress? {
    guard let pointer = UnsafeRawPointer(entry.ai_addr) else { return nil }
    switch entry.ai_family {
    case AF_INET where Int(entry.ai_addrlen) >= MemoryLayout<sockaddr_in>.size:
      return IPAddress(pointer.loadUnaligned(as: sockaddr_in.self).sin_addr)
    case AF_INET6 where Int(entry.ai_addrlen) >= MemoryLayout<sockaddr_in6>.size:
      return IPAddress(pointer.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
    default: return nil
    }
  }
}
