/// How the pages are served.
public struct WebOptions: Sendable {
  /// The ledger's file.
  public var ledger: String
  /// The address to listen on.
  public var host = "127.0.0.1"
  /// The port; 0 for one that is free.
  public var port = 8080
  /// Whether reports may be added and statements corrected.
  public var isEditing = false
  /// What a reader must show; nil where none is needed, which is for this machine alone.
  public var token: String?
  /// Whether pages may be fetched from private networks and this machine.
  public var allowsPrivate = false
  /// The clock, as ISO 8601.
  public var now: @Sendable () -> String

  /// Pages for this machine alone, to read and not to change.
  public init(ledger: String, now: @escaping @Sendable () -> String) {
    self.ledger = ledger
    self.now = now
  }

  /// Whether only this machine can reach the host.
  public var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}
