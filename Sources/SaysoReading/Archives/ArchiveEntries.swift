internal import CLibArchive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entries of a zip or tar file, or the one stream under a packing, in order, by libarchive.
///
/// Nothing is ever written: the paths of entries are only names.
final class ArchiveEntries: ByteSource {
  /// What one entry is.
  struct Entry {
    /// Its path as the archive has it, bytes that are no UTF-8 replaced.
    let path: String
    /// Whether it is a file with bytes of its own, no folder or link.
    let isFile: Bool
    /// Whether it is locked with a password.
    let isLocked: Bool
  }

  /// Whether the file is one stream under a packing, not an archive of files.
  private(set) var isOneStream = false

  private let archive: OpaquePointer
  /// libarchive loses paths that the locale has no letters for; this one has all of Unicode's.
  private let letters: locale_t?
  private let name: String
  private let size: Int
  private var isZip = false
  private var isSpent = false
  /// The bytes that came out so far.
  private var made = 0

  /// As for gzip members: so much is unpacked whatever the size of the file, and then no more than
  /// so many times its size.
  private static let freeBytes = 256 << 20
  private static let densest = 250

  /// The entries of the file at `path`, which has `size` bytes.
  init(path: String, size: Int) throws(ReadingError) {
    guard let archive = archive_read_new() else {
      throw ReadingError(
        "the archive cannot be opened", place: path, remedy: "free some memory and try again")
    }
    self.archive = archive
    letters =
      newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) ?? newlocale(LC_CTYPE_MASK, "en_US.UTF-8", nil)
    name = path
    self.size = max(size, 1)
    // Where libarchive was built without one of these it would start a program instead.
    archive_read_support_filter_gzip(archive)
    if archive_bzlib_version() != nil { archive_read_support_filter_bzip2(archive) }
    if archive_liblzma_version() != nil { archive_read_support_filter_xz(archive) }
    if archive_libzstd_version() != nil { archive_read_support_filter_zstd(archive) }
    if archive_liblz4_version() != nil { archive_read_support_filter_lz4(archive) }
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_raw(archive)
    guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else {
      throw failure("the archive cannot be opened")
    }
  }

  deinit {
    archive_read_free(archive)
    if let letters { freelocale(letters) }
  }

  /// The next entry; nil at the end, and after an error that nothing can be read beyond.
  func next() throws(ReadingError) -> Entry? {
    guard !isSpent else { return nil }
    let callers = letters.flatMap { uselocale($0) }
    defer { if let callers { _ = uselocale(callers) } }
    var found: OpaquePointer?
    var tries = 0
    while true {
      let status = archive_read_next_header(archive, &found)
      if status == ARCHIVE_EOF {
        isSpent = true
        return nil
      }
      if status == ARCHIVE_OK || status == ARCHIVE_WARN { break }
      tries += 1
      if status == ARCHIVE_RETRY, tries < 8 { continue }
      isSpent = status == ARCHIVE_FATAL || tries >= 8
      throw failure("an entry of the archive is broken")
    }
    guard let found else { return nil }
    let format = archive_format(archive)
    isOneStream = format == ARCHIVE_FORMAT_RAW
    isZip = format & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP
    let path = archive_entry_pathname_utf8(found) ?? archive_entry_pathname(found)
    let kind = mode_t(archive_entry_filetype(found)) & S_IFMT
    let isLink = archive_entry_hardlink(found) != nil || archive_entry_symlink(found) != nil
    return Entry(
      path: path.map { String(cString: $0) } ?? "",
      isFile: (kind == S_IFREG || kind == 0) && !isLink,
      isLocked: archive_entry_is_encrypted(found) != 0)
  }

  /// Passes over the rest of the entry, so that an endless one is noticed.
  func skip() throws(ReadingError) {
    // The places of a zip's entries are known: nothing is unpacked to get past one.
    guard !isZip, !isSpent else { return }
    var block: UnsafeRawPointer?
    var count = 0
    var place: Int64 = 0
    while true {
      let status = archive_read_data_block(archive, &block, &count, &place)
      if status == ARCHIVE_EOF { return }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else {
        isSpent = status == ARCHIVE_FATAL
        if isSpent { throw failure("the archive breaks off") }
        return
      }
      try self.count(more: count)
    }
  }

  // MARK: - Bytes of an entry

  var memberStart: Int? { nil }

  var remaining: Int? { nil }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    guard !isSpent else { return 0 }
    var tries = 0
    while true {
      let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
      if count >= 0 {
        try self.count(more: count)
        return count
      }
      tries += 1
      if count == Int(ARCHIVE_RETRY) || count == Int(ARCHIVE_WARN), tries < 8 { continue }
      isSpent = count == Int(ARCHIVE_FATAL)
      throw failure(
        isOneStream ? "the packed archive is broken or breaks off" : "the entry cannot be unpacked")
    }
  }

  func seek(to offset: Int) -> Bool { false }

  func passDamage() -> Bool { false }

  private func count(more: Int) throws(ReadingError) {
    made += more
    guard made > ArchiveEntries.freeBytes, made / size > ArchiveEntries.densest else { return }
    isSpent = true
    throw ReadingError(
      "the archive of \(size) bytes unpacks without end", place: name,
      remedy: "leave it out; it may be made to do harm")
  }

  private func failure(_ problem: String) -> ReadingError {
    ReadingError(
      problem, place: name, remedy: "fetch the archive again, or leave it out",
      cause: archive_error_string(archive).map { String(cString: $0) })
  }
}
