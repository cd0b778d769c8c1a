import Sayso
import SaysoExport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of files that replaces an earlier one of ours, and nothing else.
struct OutputFolder {
  private let path: String

  /// The folder at `path`.
  init(_ path: String) { self.path = path }

  /// Writes the files; those of an earlier export that are not among them go away, what else is in the folder
  /// stays.
  ///
  /// - Parameter forced: whether to write into a folder that holds other things.
  func write(_ files: [Export.File], forced: Bool) throws {
    try makeFolder(path)
    let earlier = try listed()
    if earlier == nil, !forced, try !isEmpty {
      throw CommandError(
        "the folder holds other things", place: path,
        remedy: "name an empty or a new one, or use --force to write into it")
    }
    let new = Set(files.map(\.path))
    for old in earlier ?? [] where !new.contains(old) { unlink(path + "/" + old) }
    var made: Set<String> = []
    for file in files {
      let parts = file.path.split(separator: "/").dropLast()
      let folder = ([path] + parts.map(String.init)).joined(separator: "/")
      if made.insert(folder).inserted { try makeFolder(folder) }
      var output = OutputFile(path + "/" + file.path)
      do {
        try output.write(file.bytes)
        try output.finish()
      } catch {
        output.abandon()
        throw error
      }
    }
  }

  private func makeFolder(_ folder: String) throws {
    guard mkdir(folder, 0o755) != 0 else { return }
    // What can be opened as a folder is one.
    guard errno == EEXIST, let opened = opendir(folder) else {
      throw OutputFile.failure("the folder cannot be made", folder)
    }
    closedir(opened)
  }

  private var isEmpty: Bool {
    get throws {
      guard let folder = opendir(path) else {
        throw OutputFile.failure("the folder cannot be read", path)
      }
      defer { closedir(folder) }
      // Each folder has entries for itself and for the one above.
      var entries = 0
      while entries <= 2, readdir(folder) != nil { entries += 1 }
      return entries <= 2
    }
  }

  /// The files that an earlier export wrote; nil where the folder is none of ours.
  private func listed() throws -> [String]? {
    let mark = path + "/" + Export.folderMark
    let descriptor = open(mark, O_RDONLY)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw OutputFile.failure("the folder's list cannot be read", mark)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { throw OutputFile.failure("the folder's list cannot be read", mark) }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter(OutputFolder.isOurs)
  }

  /// Whether a path is of the form that exports have: a note in the folder or in one below it.
  ///
  /// The list may have come with a folder from elsewhere, and must not lead out of it.
  private static func isOurs(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.hasSuffix(".md") && parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".")
          && part.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
          }
      }
  }
}
