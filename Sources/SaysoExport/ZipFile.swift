internal import CLibArchive
internal import SaysoRecords

/// Files packed as a zip, by libarchive; the same files give the same bytes.
enum ZipFile {
  /// Packs files in their order.
  static func bytes(of files: [Export.File]) throws -> [UInt8] {
    guard let archive = archive_write_new() else { throw failure(nil) }
    defer { archive_write_free(archive) }
    let packed = PackedBytes()
    guard archive_write_set_format_zip(archive) == ARCHIVE_OK,
      archive_write_set_bytes_per_block(archive, 0) == ARCHIVE_OK,
      archive_write_open(
        archive, Unmanaged.passUnretained(packed).toOpaque(), nil,
        { _, client, bytes, count in
          guard let client, let bytes else { return -1 }
          let packed = Unmanaged<PackedBytes>.fromOpaque(client).takeUnretainedValue()
          packed.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
          return count
        }, nil) == ARCHIVE_OK
    else { throw failure(archive) }
    for file in files { try add(file, to: archive) }
    guard archive_write_close(archive) == ARCHIVE_OK else { throw failure(archive) }
    return packed.bytes
  }

  /// 1 January 1980, UTC: the earliest time that a zip can tell, the same for every file.
  private static let time = 315_532_800

  private static func add(_ file: Export.File, to archive: OpaquePointer) throws {
    guard let entry = archive_entry_new() else { throw failure(nil) }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, file.path)
    archive_entry_set_size(entry, Int64(file.bytes.count))
    // A file (AE_IFREG, which Swift does not import: it has a cast in it).
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_mtime(entry, time, 0)
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw failure(archive) }
    let written = file.bytes.withUnsafeBytes {
      archive_write_data(archive, $0.baseAddress, $0.count)
    }
    guard written == file.bytes.count else { throw failure(archive) }
  }

  private static func failure(_ archive: OpaquePointer?) -> ExportError {
    ExportError(
      "the files could not be packed", place: "zip", remedy: "free some memory and try again",
      cause: archive.flatMap { archive_error_string($0) }.map { String(cString: $0) })
  }
}

/// Where libarchive leaves what it has packed.
private final class PackedBytes {
  var bytes: [UInt8] = []
}
