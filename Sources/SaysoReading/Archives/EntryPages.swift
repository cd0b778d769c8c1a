/// The pages in a zip or tar file, in its order.
///
/// Hidden files, folders and files with an ending that no report has are passed over, as they are
/// in folders.
final class EntryPages {
  private(set) var counts = ArchiveSource.Counts()

  private let entries: ArchiveEntries
  private let name: String
  private let largestBody: Int
  private var number = 0
  private var waiting: ArchiveEntries.Entry?

  /// The pages of `entries`, of which `first` was met already.
  init(
    _ entries: ArchiveEntries, first: ArchiveEntries.Entry?, name: String, largestBody: Int
  ) {
    self.entries = entries
    self.name = name
    self.largestBody = largestBody
    waiting = first
  }

  /// The next page, or why an entry could not be read; nil at the end.
  func next() -> Result<SourceFile, ReadingError>? {
    while true {
      do throws(ReadingError) {
        guard let entry = try nextEntry() else { return nil }
        number += 1
        counts.records += 1
        guard let file = try page(entry) else {
          counts.passedOver += 1
          try entries.skip()
          continue
        }
        counts.given += 1
        return .success(file)
      } catch {
        counts.failures += 1
        return .failure(error)
      }
    }
  }

  private func nextEntry() throws(ReadingError) -> ArchiveEntries.Entry? {
    guard let met = waiting else { return try entries.next() }
    waiting = nil
    return met
  }

  private func page(_ entry: ArchiveEntries.Entry) throws(ReadingError) -> SourceFile? {
    let place = "\(name), entry \(number), \(entry.path)"
    guard entry.isFile else { return nil }
    guard !EntryPages.climbs(entry.path) else {
      throw ReadingError(
        "the entry's path leads out of the archive", place: place,
        remedy: "leave the archive out, or pack it again with paths inside of it")
    }
    guard !EntryPages.isHidden(entry.path) else { return nil }
    let format = FileFormat.endings[SourceFile.ending(of: entry.path)]
    guard format != .archive, !ArchiveSource.hasArchiveName(entry.path) else {
      throw ReadingError(
        "this is an archive inside of another", place: place,
        remedy: "unpack the outer one and give this by itself")
    }
    guard format != nil else { return nil }
    guard !entry.isLocked else {
      throw ReadingError(
        "the entry is locked with a password", place: place,
        remedy: "unpack the archive with its password and give the files")
    }
    return SourceFile(
      name: place, bytes: try bytes(place), origin: SourceFile.Origin(container: name))
  }

  private func bytes(_ place: String) throws(ReadingError) -> [UInt8] {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let entries = entries
    while true {
      let made = piece.withUnsafeMutableBytes { buffer in
        Result { () throws(ReadingError) in try entries.read(into: buffer) }
      }
      let count: Int
      switch made {
      case .success(let value): count = value
      case .failure(let error):
        throw ReadingError(
          error.problem, place: place, remedy: error.remedy, cause: error.cause)
      }
      if count == 0 { return result }
      guard result.count + count <= largestBody else {
        try entries.skip()
        throw ReadingError(
          "the entry unpacks to more than \(largestBody) bytes", place: place,
          remedy: "leave it out, or unpack the archive and split the file")
      }
      result += piece[..<count]
    }
  }

  /// Whether a path leads out of where an archive would be unpacked.
  private static func climbs(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    let isAbsolute =
      bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "\\")
      || bytes.count > 1 && bytes[1] == UInt8(ascii: ":")
    return isAbsolute || parts(of: path).contains("..")
  }

  private static func isHidden(_ path: String) -> Bool {
    parts(of: path).contains { $0.hasPrefix(".") && $0 != "." || $0 == "__MACOSX" }
  }

  private static func parts(of path: String) -> [Substring] {
    path.split { $0 == "/" || $0 == "\\" }
  }
}
