import ArgumentParser
import Sayso

/// The command `sayso`.
@main
struct SaysoTool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sayso",
    abstract: "Reads news reports and keeps the record of who said what.",
    discussion: """
      Every line that it shows leads back to the exact words of a report. It runs offline: nothing \
      is fetched and nothing is sent.

      EXAMPLES
        sayso read report.html            who said what in one report
        sayso add reports/                put a folder of reports into ./sayso.db
        sayso brief                       a story on one screen
        sayso statements --by minister --stance denies
        sayso actors                      who speaks, how often, since when
        sayso help read                   more about one verb

      EXIT STATUS
        0   done
        1   nothing found
        2   something failed or was read in part only
        64  wrong usage
      """,
    version: "sayso \(saysoVersion)",
    subcommands: [
      Read.self, Add.self, Brief.self, Stories.self, Claims.self, Figures.self, Trace.self,
      Statements.self, Actors.self, Correct.self, Versions.self, Text.self, Feeds.self,
      ExportVerb.self, Verify.self, Serve.self,
    ])

  /// Runs the command and ends the process with its exit status.
  static func main() async {
    ignoreBrokenPipes()
    endProcess(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the command on `arguments`; problems are told on standard error.
  static func run(_ arguments: [String]) async -> Ending {
    do {
      var command = try parseAsRoot(arguments)
      if let verb = command as? any Verb { return try await verb.perform() }
      try command.run()
      return .done
    } catch is BrokenPipe {
      return .done
    } catch {
      return report(error, arguments)
    }
  }

  private static func report(_ error: any Error, _ arguments: [String]) -> Ending {
    var notices = Notices()
    switch exitCode(for: error) {
    case .success:
      do {
        var output = Output()
        try output.write(fullMessage(for: error) + "\n")
        try output.flush()
        return .done
      } catch is BrokenPipe {
        return .done
      } catch {
        notices.problem("\(error)")
        return .failed
      }
    case .validationFailure:
      let verb = arguments.first { argument in
        configuration.subcommands.contains { $0.configuration.commandName == argument }
      }
      let help = (["sayso"] + (verb.map { [$0] } ?? []) + ["--help"]).joined(separator: " ")
      notices.problem("\(onOneLine(message(for: error))); see `\(help)`")
      return .usage
    default:
      notices.problem("\(error)")
      return .failed
    }
  }

  /// The parser's message with its list of allowed values on the same line.
  private static func onOneLine(_ message: String) -> String {
    let pieces = message.split(separator: "\n").map { DisplayText.oneLine(String($0)) }
    guard let first = pieces.first else { return message }
    let values = pieces.dropFirst().map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 }
    return values.isEmpty ? first : first + " " + values.joined(separator: ", ")
  }
}

/// How a command ends: its exit status.
enum Ending: Int32 {
  /// It did what was asked.
  case done = 0
  /// Nothing was found.
  case nothingFound = 1
  /// Something failed or was read in part only; standard error says what.
  case failed = 2
  /// It was called wrongly (EX_USAGE of sysexits.h).
  case usage = 64

  /// The ending of a run that told `problems` and found `found` results.
  init(problems: Int, found: Int) {
    self = problems > 0 ? .failed : found > 0 ? .done : .nothingFound
  }
}

/// One verb of the command line.
protocol Verb: AsyncParsableCommand {
  /// Does the work.
  func perform() async throws -> Ending
}

extension Verb {
  /// Called by the argument parser's own entry points only, which we do not use.
  func run() async throws { _ = try await perform() }
}
