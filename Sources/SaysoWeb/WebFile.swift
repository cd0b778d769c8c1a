internal import CSaysoWeb

/// The templates, style sheet and script of the pages, kept inside the program.
enum WebFile {
  /// The bytes of a file; nil for one that is not there.
  static func bytes(_ name: String) -> [UInt8]? {
    var length = 0
    guard let start = sayso_web_file(name, &length) else { return nil }
    return Array(UnsafeBufferPointer(start: start, count: length))
  }
}
