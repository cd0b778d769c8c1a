extension ArchiveSource {
  /// Whether the file at `path` is to be read as an archive.
  ///
  /// A name that ends as those of reports do is believed; an unknown one is settled by the first bytes.
  /// A file that cannot be opened is none: whoever opens it tells why.
  public static func isArchive(path: String) -> Bool {
    let ending = SourceFile.ending(of: path)
    if hasArchiveName(path) { return true }
    guard FileFormat.endings[ending] == nil else { return false }
    do throws(ReadingError) {
      let start = try SystemFile.withFile(path) { file throws(ReadingError) in
        try file.start(263)
      }
      return isArchive(path: path, start: start)
    } catch {
      return false
    }
  }

  /// Whether a file in a folder is an archive by its name: a packed file only where the name inside
  /// is known too (`pages.warc.gz`, `old.tar.xz`).
  static func isArchiveInFolder(_ name: String) -> Bool {
    let ending = SourceFile.ending(of: name)
    if FileFormat.endings[ending] == .archive { return true }
    guard Packing.endings.contains(ending) else { return false }
    return FileFormat.endings[SourceFile.ending(of: Packing.inner(name))] != nil
      || ["tgz", "tbz2", "txz"].contains(ending)
  }
}

extension SystemFile {
  /// The first bytes, at most `count`.
  func start(_ count: Int) throws(ReadingError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let result = buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(ReadingError) in try read(into: bytes) }
    }
    return Array(buffer.prefix(try result.get()))
  }
}
