/// A reader to be fuzzed: what is done with an input, what to begin with, which words help.
struct FuzzTarget: Sendable {
  /// What it is called on the command line.
  let name: String
  /// Reads the input and holds it to the laws.
  let check: @Sendable ([UInt8]) -> Void
  /// Inputs to begin with, with names for their files.
  let seeds: @Sendable () -> [Seed]
  /// Words of the format; the fuzzer puts them in.
  let words: [String]

  /// An input to begin with.
  typealias Seed = (name: String, bytes: [UInt8])

  /// A target.
  init(
    _ name: String, words: [String], seeds: @escaping @Sendable () -> [Seed],
    check: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.name = name
    self.check = check
    self.seeds = seeds
    self.words = words
  }

  /// All of them.
  static let all = readers + archives + pieces
}
