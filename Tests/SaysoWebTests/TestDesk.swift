import Foundation
import Hummingbird
import HummingbirdTesting
import Sayso
import Testing

@testable import SaysoWeb

/// Pages over a ledger of reports of ours, in a folder that goes away.
final class TestDesk: Sendable {
  let folder: String
  var ledger: String { folder + "/sayso.db" }

  /// A ledger with texts, each a headline, a day and words.
  init(_ texts: [(title: String, day: String, text: String)]) async throws {
    folder =
      FileManager.default.temporaryDirectory.appending(path: "sayso-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let lines = try texts.enumerated().map { place, text in
      try JSONSerialization.data(
        withJSONObject: [
          "title": text.title, "published": text.day, "text": text.text,
          "outlet": "Outlet \(place)", "url": "https://outlet\(place).example/report",
        ], options: .sortedKeys)
    }
    let path = folder + "/reports.jsonl"
    try Data(lines.joined(separator: Data("\n".utf8))).write(to: URL(filePath: path))
    let desk = try Desk(addingTo: ledger)
    if !texts.isEmpty {
      try await desk.add(
        Batch([path]), through: Pipeline(engine: .fast), now: "2031-03-09T00:00:00Z", each: { _ in }
      )
    }
  }

  deinit { do { try FileManager.default.removeItem(atPath: folder) } catch {} }

  /// Runs questions to the pages.
  func pages(
    _ change: (inout WebOptions) -> Void = { _ in },
    _ body: @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    var options = WebOptions(ledger: ledger, now: { "2031-03-10T00:00:00Z" })
    change(&options)
    let server = try WebServer(options, formToken: "token")
    try await Application(responder: server.router().buildResponder()).test(.router, body)
  }

  /// Two reports of one affair: who asserts, who denies, figures that disagree.
  static let affair: [(title: String, day: String, text: String)] = [
    (
      "Harbour of Lindmoor closed", "2031-03-02",
      """
      The harbour of Lindmoor was closed on Sunday after 40 dockers were hurt, the port's director, \
      Ada Tolv, said.

      "The crane fell at noon," Tolv told the Lindmoor Herald. Union leader Jor Vandt said that 60 \
      dockers had been hurt.
      """
    ),
    (
      "Ministry answers over harbour of Lindmoor", "2031-03-03",
      """
      The transport ministry of Orvane denied on Monday that the harbour of Lindmoor had been closed.

      Ada Tolv, the port's director, said that the crane had fallen at noon. She declined to comment \
      on the number of dockers hurt.
      """
    ),
  ]
}

extension TestResponse {
  var text: String { String(buffer: body) }
}
