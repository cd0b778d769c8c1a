#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is whole or not there: it is written beside its place and put there at the end.
///
/// Nothing is made before the first bytes come, so that a run without results leaves an older file as it is.
struct OutputFile {
  private let path: String
  private var descriptor: Int32?
  private var output = Output()

  /// A file to be written at `path`.
  init(_ path: String) { self.path = path }

  private var draft: String { path + ".part" }

  /// Writes bytes.
  mutating func write(_ bytes: [UInt8]) throws {
    if descriptor == nil {
      let opened = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      guard opened >= 0 else { throw OutputFile.failure("the file cannot be made", path) }
      descriptor = opened
      output = Output(descriptor: opened, place: path)
    }
    try output.write(bytes)
  }

  /// Puts the file in its place, if anything was written.
  mutating func finish() throws {
    guard let descriptor else { return }
    try output.flush()
    self.descriptor = nil
    guard close(descriptor) == 0, rename(draft, path) == 0 else {
      throw OutputFile.failure("the file could not be finished", path)
    }
  }

  /// Takes away what was begun.
  mutating func abandon() {
    guard let descriptor else { return }
    close(descriptor)
    unlink(draft)
    self.descriptor = nil
  }

  /// An error of the system about a file or folder.
  static func failure(_ problem: String, _ path: String) -> CommandError {
    CommandError(
      problem, place: path, remedy: "check that its folder exists and may be written",
      cause: String(cString: strerror(errno)))
  }
}
