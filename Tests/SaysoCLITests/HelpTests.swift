import Foundation
import Testing

struct HelpTests {
  private static let verbs = [
    "read", "add", "brief", "stories", "claims", "figures", "trace", "statements", "actors",
    "correct", "versions", "text", "feeds", "export", "verify", "serve",
  ]

  @Test(arguments: [""] + verbs)
  func `help is as agreed`(_ verb: String) throws {
    let arguments = verb.isEmpty ? ["--help"] : [verb, "--help"]
    let run = try SaysoProcess.run(arguments, in: packageFolder.path)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    try Golden.expect(run.output, verb.isEmpty ? "help.txt" : "help-\(verb).txt")
  }

  @Test func `the version is one line`() throws {
    let run = try SaysoProcess.run(["--version"], in: packageFolder.path)
    #expect(run.output == "sayso 0.1.0\n")
    #expect(run.status == 0)
  }

  @Test func `every verb and every flag is documented`() throws {
    let dump = try SaysoProcess.run(["--experimental-dump-help"], in: packageFolder.path)
    let tool = try JSONDecoder().decode(Tool.self, from: Data(dump.output.utf8))
    let page = try String(
      contentsOf: packageFolder.appending(path: "docs/commands.md"), encoding: .utf8)
    let verbs = (tool.command.subcommands ?? []).filter { $0.commandName != "help" }
    #expect(verbs.map(\.commandName) == HelpTests.verbs)
    let sections = page.components(separatedBy: "\n## ")
    for verb in verbs {
      let section = try #require(
        sections.first { $0.hasPrefix("`sayso \(verb.commandName)") },
        "docs/commands.md has no section on \(verb.commandName)")
      for name in (verb.arguments ?? []).flatMap({ $0.names ?? [] }) where name.kind == "long" {
        if ["help", "version"].contains(name.name) { continue }
        #expect(section.contains("`--\(name.name)"), "\(verb.commandName) --\(name.name)")
      }
    }
  }

  @Test func `every setting of the environment is documented`() throws {
    let page = try String(
      contentsOf: packageFolder.appending(path: "docs/commands.md"), encoding: .utf8)
    var settings: Set<String> = []
    for module in ["Sayso", "SaysoCLI"] {
      let folder = packageFolder.appending(path: "Sources/\(module)").path
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where file.hasSuffix(".swift") {
        let source = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
        for call in ["setting(\"", "getenv(\"", "environment[\""] {
          settings.formUnion(
            source.components(separatedBy: call).dropFirst().map { piece in
              String(piece.prefix { $0 != "\"" })
            })
        }
      }
    }
    #expect(settings.contains("SAYSO_LEDGER") && settings.contains("NO_COLOR"))
    for setting in settings { #expect(page.contains("| `\(setting)` |"), "\(setting)") }
  }

  private struct Tool: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  private struct Argument: Decodable {
    let names: [Name]?
  }

  private struct Name: Decodable {
    let kind: String
    let name: String
  }
}
