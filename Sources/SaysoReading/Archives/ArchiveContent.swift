/// What is in an archive: the reader for it, chosen by the first bytes.
enum ArchiveContent {
  case records(RecordReader)
  case collection(CollectionRecords)
  case pages(EntryPages)
  case single(SourceFile)

  /// Headers of a zip are looked through this far for what makes it a collection.
  private static let searchedHeaders = 10_000

  /// Opens the archive at `path`.
  init(path: String, largestBody: Int) throws(ReadingError) {
    let file = try FileBytes(path: path)
    guard let size = file.size else {
      throw ReadingError(
        "this is no file", place: path, remedy: "save the archive as a file and name that")
    }
    let window = ByteWindow(file)
    let start = try window.peek(263)
    guard !start.isEmpty else {
      throw ReadingError(
        "the archive is empty", place: path, remedy: "fetch it again, or leave it out")
    }
    if let format = RecordFormat(start) {
      self = .records(
        RecordReader(
          window, format: format, name: path, container: path, largestBody: largestBody))
      return
    }
    switch Packing(start) {
    case .gzip: self = try ArchiveContent.gzip(path, size, largestBody)
    case .zip: self = try ArchiveContent.zip(path, size, largestBody)
    case .zstandardWithDictionary:
      throw ReadingError(
        "the archive is packed with a dictionary of its own (zstd), which is not read", place: path,
        remedy: "unpack it with zstd and give the .warc, or pack that with gzip")
    case .bzip2, .xz, .zstandard, .lz4, .tar:
      self = try ArchiveContent.packed(path, size, largestBody)
    case nil:
      switch ArchiveContent.namedFormat(path) {
      case .some(let format):
        self = .records(
          RecordReader(
            window, format: format, name: path, container: path, largestBody: largestBody))
      // The oldest tars have no mark.
      case nil where SourceFile.ending(of: path) == "tar":
        self = try ArchiveContent.packed(path, size, largestBody)
      case nil:
        throw ReadingError(
          "this is no archive that is read", place: path,
          remedy: "give a WARC, ARC, WACZ, zip or tar file")
      }
    }
  }

  // MARK: - Kinds

  private static func gzip(
    _ path: String, _ size: Int, _ largestBody: Int
  ) throws(ReadingError) -> ArchiveContent {
    let window = ByteWindow(GzipMembers(try FileBytes(path: path)))
    let named = namedFormat(path)
    var format = named
    do throws(ReadingError) {
      format = try window.look(upTo: 16, RecordFormat.init)
      if format == nil, named == nil, Packing(try window.peek(263)) == .tar {
        return try packed(path, size, largestBody)
      }
    } catch {
      guard named != nil else {
        throw ReadingError(
          error.problem, place: path, remedy: "fetch the file again, or leave it out",
          cause: error.cause)
      }
    }
    if let format = format ?? named {
      return .records(
        RecordReader(window, format: format, name: path, container: path, largestBody: largestBody))
    }
    return .single(try page(window, path, largestBody))
  }

  private static func zip(
    _ path: String, _ size: Int, _ largestBody: Int
  ) throws(ReadingError) -> ArchiveContent {
    let isCollection: Bool
    if SourceFile.ending(of: path) == "wacz" {
      isCollection = true
    } else {
      isCollection = try looksLikeCollection(ArchiveEntries(path: path, size: size))
    }
    let entries = try ArchiveEntries(path: path, size: size)
    return isCollection
      ? .collection(
        CollectionRecords(entries, name: path, largestBody: largestBody))
      : .pages(EntryPages(entries, first: nil, name: path, largestBody: largestBody))
  }

  private static func looksLikeCollection(_ entries: ArchiveEntries) -> Bool {
    var hasNote = false
    var hasPart = false
    for _ in 0..<searchedHeaders where !(hasNote && hasPart) {
      do throws(ReadingError) {
        guard let entry = try entries.next() else { break }
        hasNote = hasNote || entry.path == "datapackage.json"
        hasPart = hasPart || CollectionRecords.isPart(entry.path)
      } catch {
        // What is broken is said when the entries are read.
        return false
      }
    }
    return hasNote && hasPart
  }

  private static func packed(
    _ path: String, _ size: Int, _ largestBody: Int
  ) throws(ReadingError) -> ArchiveContent {
    let entries = try ArchiveEntries(path: path, size: size)
    let first = try entries.next()
    guard entries.isOneStream else {
      return .pages(EntryPages(entries, first: first, name: path, largestBody: largestBody))
    }
    guard SourceFile.ending(of: path) != "tar" else {
      throw ReadingError(
        "this is no tar file", place: path, remedy: "give it the ending that it should have")
    }
    let window = ByteWindow(entries)
    if let format = try window.look(upTo: 16, RecordFormat.init) ?? namedFormat(path) {
      return .records(
        RecordReader(window, format: format, name: path, container: path, largestBody: largestBody))
    }
    return .single(try page(window, path, largestBody))
  }

  /// The one page that is packed by itself.
  private static func page(
    _ window: ByteWindow, _ path: String, _ largestBody: Int
  ) throws(ReadingError) -> SourceFile {
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = Array(try window.peek(largestBody + 1))
    } catch {
      throw ReadingError(
        error.problem, place: path, remedy: "fetch the file again, or leave it out",
        cause: error.cause)
    }
    guard bytes.count <= largestBody else {
      throw ReadingError(
        "the file unpacks to more than \(largestBody) bytes", place: path,
        remedy: "unpack it, and split it where it is JSON lines")
    }
    return SourceFile(
      name: "\(path), \(Packing.inner(path))", bytes: bytes,
      origin: SourceFile.Origin(container: path))
  }

  /// The format that the name tells, whatever the file is packed in.
  private static func namedFormat(_ path: String) -> RecordFormat? {
    switch SourceFile.ending(of: Packing.inner(path)) {
    case "warc": .warc
    case "arc": .arc
    default: nil
    }
  }
}
