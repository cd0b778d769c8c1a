internal import CLibArchive

/// Some entries of a zip archive held in memory: the parts of an office document.
struct ZipEntries {
  private let entries: [String: [UInt8]]

  /// The most bytes of all entries that are read.
  private static let largestSum = 128 << 20
  private static let mostEntries = 20_000

  /// Unpacks the entries of `wanted` names.
  ///
  /// - Parameter largestEntry: the most bytes of one entry once unpacked.
  /// - Throws: where the archive is broken, or an entry unpacks to more than that.
  init(
    _ bytes: [UInt8], wanted: Set<String>, place: String, largestEntry: Int = 64 << 20
  ) throws(ReadingError) {
    guard let archive = archive_read_new() else {
      throw ZipEntries.broken(place, cause: "there is no memory for it")
    }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ReadingError) in
        try ZipEntries.read(
          buffer, with: archive, wanted: wanted, place: place, largestEntry: largestEntry)
      }
    }
    entries = try result.get()
  }

  /// The bytes of an entry; nil where the archive has none of that name.
  subscript(_ name: String) -> [UInt8]? { entries[name] }

  private static func read(
    _ buffer: UnsafeRawBufferPointer, with archive: OpaquePointer, wanted: Set<String>,
    place: String, largestEntry: Int
  ) throws(ReadingError) -> [String: [UInt8]] {
    guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
      throw broken(place, cause: message(of: archive))
    }
    var found: [String: [UInt8]] = [:]
    var sum = 0
    var entry: OpaquePointer?
    for _ in 0..<mostEntries where found.count < wanted.count {
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { break }
      guard status >= ARCHIVE_WARN, let entry else {
        throw broken(place, cause: message(of: archive))
      }
      guard let path = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
        continue
      }
      let name = String(cString: path)
      guard wanted.contains(name), found[name] == nil else { continue }
      let bytes = try content(
        of: archive, named: name, place: place, largestEntry: largestEntry)
      sum += bytes.count
      guard sum <= largestSum else { throw bomb("the document", largestSum, place) }
      found[name] = bytes
    }
    return found
  }

  private static func content(
    of archive: OpaquePointer, named name: String, place: String, largestEntry: Int
  ) throws(ReadingError) -> [UInt8] {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes {
        archive_read_data(archive, $0.baseAddress, $0.count)
      }
      if count == 0 { return result }
      guard count > 0 else { throw broken(place, cause: message(of: archive)) }
      guard result.count + count <= largestEntry else { throw bomb("\"\(name)\" in it", largestEntry, place) }
      result += piece[..<count]
    }
  }

  private static func bomb(_ what: String, _ limit: Int, _ place: String) -> ReadingError {
    ReadingError(
      "\(what) unpacks to more than \(limit) bytes", place: place,
      remedy: "check where the file comes from; save its text as .txt if it is a real document")
  }

  private static func broken(_ place: String, cause: String?) -> ReadingError {
    ReadingError(
      "the file is broken and cannot be unpacked", place: place,
      remedy: "save the document again", cause: cause)
  }

  private static func message(of archive: OpaquePointer) -> String? {
    archive_error_string(archive).map { String(cString: $0) }
  }
}
