/// How a whole file is packed, or that it is a tar, as its first bytes tell.
enum Packing {
  case gzip, zip, bzip2, xz, zstandard, lz4, tar
  /// Zstandard with a dictionary in the file, as IIPC's "WARC with zstd" of 2020 allows.
  case zstandardWithDictionary

  /// The endings of files that are packed by themselves, and of packed tars.
  static let endings: Set<String> = ["gz", "bz2", "xz", "zst", "lz4", "tgz", "tbz2", "txz"]

  /// The packing that the first bytes mark; nil for none that is known.
  init?(_ start: some Collection<UInt8>) {
    let bytes = Array(start.prefix(263))
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if bytes.starts(with: "BZh".utf8), bytes.count > 9,
      bytes[4...].starts(with: [0x31, 0x41])
    {
      self = .bzip2
    } else if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if bytes.starts(with: [0x5D, 0x2A, 0x4D, 0x18]) {
      self = .zstandardWithDictionary
    } else if bytes.starts(with: [0x04, 0x22, 0x4D, 0x18]) {
      self = .lz4
    } else if bytes.count > 261, bytes[257...].starts(with: "ustar".utf8) {
      self = .tar
    } else {
      return nil
    }
  }

  /// A name without the ending of a packing, and the folders before it.
  static func inner(_ path: String) -> String {
    let file = String(path.split(separator: "/").last ?? "")
    let ending = SourceFile.ending(of: file)
    return endings.contains(ending) ? String(file.dropLast(ending.count + 1)) : file
  }
}
