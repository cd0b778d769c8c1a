import ArgumentParser
import Sayso
import SaysoWeb

/// `sayso serve`: the pages.
struct Serve: Verb {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the ledger in the browser.",
    discussion: """
      Opens pages over the ledger: stories, claims, actors, reports with every statement marked in \
      place, a search, and the same JSON as the command line below /api. They are to read only unless \
      --edit is given, and for this machine alone unless --host names another address; then a token is \
      needed, which is printed with the address. Nothing is loaded from elsewhere.

      EXAMPLES
        sayso serve
        sayso serve --edit --port 8090
        sayso serve --host 0.0.0.0
      """)

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var host = "127.0.0.1"
  @Option(help: ArgumentHelp("The port; 0 for a free one.", valueName: "number"))
  var port = 8080
  @Flag(help: "Allow adding reports and correcting statements.")
  var edit = false
  @Option(
    help: ArgumentHelp(
      "What a reader must show; made at random where --host is not this machine.",
      valueName: "text"))
  var token: String?
  @Flag(help: "With --edit, fetch from private networks and this machine, too.")
  var allowPrivate = false
  @OptionGroup var ledger: LedgerOption

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must be from 0 to 65535, not \(port)")
    }
    if let token,
      token.count < 8 || !token.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    {
      throw ValidationError("--token must be 8 or more letters and digits")
    }
  }

  func perform() async throws -> Ending {
    var options = WebOptions(ledger: ledger.path, now: { WallClock.now })
    options.host = host
    options.port = port
    options.isEditing = edit
    options.allowsPrivate = allowPrivate
    options.token = token ?? (options.isLoopback ? nil : RandomText.letters(24))
    // With --edit a new ledger may begin here.
    if edit { _ = try Desk(addingTo: ledger.path) }
    let server = try WebServer(options, formToken: RandomText.letters(32))
    let shown = host.contains(":") ? "[\(host)]" : host
    let query = options.token.map { "?token=" + $0 } ?? ""
    try await server.run { port in
      var notices = Notices()
      notices.say("the ledger is at http://\(shown):\(port)/\(query); end with Control-C")
    }
    return .done
  }
}

/// Texts that nobody can guess, from the system's source of chance.
private enum RandomText {
  static func letters(_ count: Int) -> String {
    let all = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    var chance = SystemRandomNumberGenerator()
    return String((0..<count).compactMap { _ in all.randomElement(using: &chance) })
  }
}
