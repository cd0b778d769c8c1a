import Foundation

/// The files that a run begins with.
enum FuzzSeeds {
  /// Writes a folder of seeds and a file of words for each target, and a list of the targets.
  ///
  /// A file of words has the format of libFuzzer's option `-dict`.
  static func write(to folder: String) {
    do {
      let root = URL(fileURLWithPath: folder)
      for target in FuzzTarget.all {
        let seeds = root.appendingPathComponent(target.name)
        try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
        for seed in target.seeds() {
          try Data(seed.bytes).write(to: seeds.appendingPathComponent(seed.name))
        }
        let lines = target.words.map { "\"\(escaped($0))\"\n" }.joined()
        try Data(lines.utf8).write(to: root.appendingPathComponent(target.name + ".dict"))
      }
      let names = FuzzTarget.all.map { $0.name + "\n" }.joined()
      try Data(names.utf8).write(to: root.appendingPathComponent("targets"))
    } catch {
      print("sayso-fuzz: the seeds cannot be written (\(error))")
      exit(2)
    }
  }

  private static func escaped(_ word: String) -> String {
    word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
      case 32...126: String(UnicodeScalar(byte))
      default: "\\x" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
    }.joined()
  }
}
