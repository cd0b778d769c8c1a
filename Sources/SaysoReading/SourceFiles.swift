#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that paths lead to: files as named, folders with all that is in them.
///
/// In folders, hidden files and files with an ending that no report has are passed over; the order
/// is that of the names' bytes. A named file is given whatever its ending.
public struct SourceFiles: Sendable {
  /// The paths as the caller named them.
  public let paths: [String]

  /// Folders inside folders are followed this deep.
  private static let deepest = 64

  /// The files under `paths`.
  public init(_ paths: [String]) { self.paths = paths }

  /// Calls `body` with the path of each file, or with why a path could not be followed.
  public func forEach(_ body: (Result<String, ReadingError>) -> Void) {
    for path in paths {
      guard let kind = SourceFiles.kind(of: path) else {
        body(.failure(SystemFile.failure("there is nothing to read", path, errno)))
        continue
      }
      if kind == .folder {
        var found = 0
        SourceFiles.walk(path, depth: 0) {
          found += 1
          body($0)
        }
        if found == 0 {
          body(
            .failure(
              ReadingError(
                "the folder holds no reports", place: path,
                remedy:
                  "name a folder with pages, texts, feeds, mails, documents or archives"
              )))
        }
      } else {
        body(.success(path))
      }
    }
  }

  private enum Kind { case folder, file, other }

  private static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  private static func walk(
    _ folder: String, depth: Int, _ body: (Result<String, ReadingError>) -> Void
  ) {
    let names: [String]
    do throws(ReadingError) {
      names = try entries(of: folder)
    } catch {
      body(.failure(error))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      switch kind(of: path) {
      case .folder where depth < deepest && !isLink(path): walk(path, depth: depth + 1, body)
      case .file
      where FileFormat.endings[SourceFile.ending(of: name)] != nil
        || ArchiveSource.isArchiveInFolder(name):
        body(.success(path))
      default: break
      }
    }
  }

  /// Links to folders are not followed, so that a circle of them ends.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func entries(of folder: String) throws(ReadingError) -> [String] {
    guard let stream = opendir(folder) else {
      throw SystemFile.failure("the folder cannot be opened", folder, errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw SystemFile.failure("the folder cannot be read", folder, errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
