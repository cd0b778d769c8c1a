internal import CLibFuzzer
import Foundation

/// Runs libFuzzer over one target, or writes what the runs begin with; `scripts/fuzz` calls it.
@main
enum FuzzRun {
  /// The target that `SAYSO_FUZZ_TARGET` names; in the environment, since libFuzzer starts itself
  /// again with the options of its own alone.
  private static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["SAYSO_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      let names = FuzzTarget.all.map(\.name).joined(separator: " ")
      print("sayso-fuzz: there is no target \"\(name)\"; set SAYSO_FUZZ_TARGET to one of: \(names)")
      exit(64)
    }
    return target
  }()

  static func main() {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "seeds" {
      FuzzSeeds.write(to: CommandLine.arguments[2])
      return
    }
    _ = target
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        FuzzRun.target.check(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }
}
