#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the bytes of an archive come from, unpacked: a file, its gzip members, an entry in a zip.
protocol ByteSource: AnyObject {
  /// Fills `buffer` with what comes next; the number of bytes, 0 only at the end.
  ///
  /// One call never crosses from one gzip member to the next.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int

  /// Where in the file the member starts whose first bytes the last call gave; nil for later bytes
  /// of a member, and where there are no members.
  var memberStart: Int? { get }

  /// How many bytes are still to come; nil where that is not known beforehand.
  var remaining: Int? { get }

  /// Goes to `offset` from the start; false where the source cannot.
  func seek(to offset: Int) -> Bool

  /// After an error: goes on to the next place that can be read; false where there is none.
  func passDamage() -> Bool
}

/// The bytes of a file as they are, open until the source goes away.
final class FileBytes: ByteSource {
  private let file: SystemFile
  /// The bytes of the whole file; nil for a pipe.
  let size: Int?
  private var place = 0

  /// The file at `path`.
  init(path: String) throws(ReadingError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw SystemFile.failure("the file cannot be opened", path, errno)
    }
    file = SystemFile(descriptor: descriptor, name: path)
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isKnown ? Int(status.st_size) : nil
  }

  deinit { close(file.descriptor) }

  var memberStart: Int? { nil }

  var remaining: Int? { size.map { max(0, $0 - place) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    let count = try file.read(into: buffer)
    place += count
    return count
  }

  func seek(to offset: Int) -> Bool {
    guard size != nil, lseek(file.descriptor, off_t(offset), SEEK_SET) >= 0 else { return false }
    place = offset
    return true
  }

  /// A disk that fails is not read on.
  func passDamage() -> Bool { false }
}
