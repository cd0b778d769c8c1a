import Foundation

/// The folder of the package.
let packageFolder: URL = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// One run of the real program, from start to end.
struct SaysoProcess {
  /// The exit status; 128 and the signal where one ended it.
  let status: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String

  /// The lines on standard error.
  var messages: [String] { errors.split(separator: "\n").map(String.init) }

  /// The program, built beside these tests.
  static var program: URL {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "sayso")
    let built = packageFolder.appending(path: ".build/debug/sayso")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : built
  }

  /// Runs `sayso` with arguments in a folder, 100 columns wide unless `environment` says otherwise.
  static func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> SaysoProcess {
    try shell("exec \"$0\" \"$@\"", arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a line of shell in which `"$0"` is the program and `"$@"` its arguments.
  static func shell(
    _ line: String, _ arguments: [String] = [], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> SaysoProcess {
    let scratch = try TemporaryFolder()
    let input = try scratch.write("input", input)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, program.path] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    // Most tests are about what becomes of statements: the fast engine's will do.
    var settings = [
      "COLUMNS": "100", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SAYSO_ENGINE": "fast",
    ]
    settings.merge(environment) { $1 }
    if let path = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      settings["LD_LIBRARY_PATH"] = path
    }
    process.environment = settings
    let output = try scratch.write("output", [])
    let errors = try scratch.write("errors", [])
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return SaysoProcess(
      status: process.terminationReason == .exit ? status : 128 + status,
      output: String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self))
  }
}
