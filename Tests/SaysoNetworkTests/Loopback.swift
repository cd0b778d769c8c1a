@testable import SaysoNetwork

/// Fetchers for the tests: quick, and allowed to speak to 127.0.0.1 alone.
enum Loopback {
  /// Refuses what is not on the public internet, but for the server of the test.
  static let addressGuard = AddressGuard { address in
    address == .v4(0x7F00_0001) ? nil : AddressGuard.publicOnly.refusal(of: address)
  }

  /// Limits that a test reaches soon.
  static var settings: FetchSettings {
    var settings = FetchSettings(version: "0.0")
    settings.pause = .zero
    settings.timeLimit = .seconds(60)
    settings.connectLimit = .seconds(20)
    return settings
  }

  /// A fetcher whose clock stands still and who asks no name server.
  ///
  /// Names that end in "here.example" lead to 127.0.0.1, "inside.example" into a private network.
  static func fetcher(
    _ settings: FetchSettings = settings, addressGuard: AddressGuard = addressGuard
  ) -> Fetcher {
    Fetcher(settings, addressGuard: addressGuard, now: { 784_111_740 }) {
      host throws(NetworkError) in
      if host.hasSuffix("here.example") { return [.v4(0x7F00_0001)] }
      if host == "inside.example" { return [.v4(0x7F00_0001), .v4(0x0A00_0001)] }
      throw NetworkError("the name of the server is not found", place: host, remedy: "none")
    }
  }
}
