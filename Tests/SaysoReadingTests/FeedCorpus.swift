#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoRecords

@testable import SaysoReading

/// The feeds of the corpora, where they are at hand: under `SAYSO_DATA`, or beside the package.
enum FeedCorpus {
  /// One file of the corpus.
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  /// The folder; nil where there is none.
  static let folder: String? = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let data = getenv("SAYSO_DATA").map { String(cString: $0) } ?? "/\(root)/../shared/data"
    return access(data + "/feeds/README.md", R_OK) == 0 ? data + "/feeds" : nil
  }()

  /// Prints lines for the eye, where `SAYSO_SHOW` is set.
  static func show(_ lines: [String]) {
    if getenv("SAYSO_SHOW") != nil { print(lines.joined(separator: "\n")) }
  }

  /// The files of a folder of the corpus, by name.
  static func files(_ name: String) throws -> [File] {
    guard let folder, let stream = opendir("\(folder)/\(name)") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return try names.sorted().map { file in
      let path = "\(folder)/\(name)/\(file)"
      let bytes = try SystemFile.withFile(path) { source throws(ReadingError) in
        try source.bytes(upTo: 64 << 20) ?? []
      }
      return File(name: file, bytes: bytes)
    }
  }

  /// The files of gofeed's test data, by their paths in the archive.
  static func gofeed() -> [String: [UInt8]] {
    guard let folder, let pipe = popen("gzip -dc '\(folder)/gofeed-testdata.tar.gz'", "r") else {
      return [:]
    }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, pipe)
      if count == 0 { break }
      bytes += piece[..<count]
    }
    var files: [String: [UInt8]] = [:]
    var place = 0
    while place + 512 <= bytes.count {
      let name = String(decoding: bytes[place..<(place + 100)].prefix { $0 != 0 }, as: UTF8.self)
      let digits = bytes[(place + 124)..<(place + 135)].filter { (48...55).contains($0) }
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 8) ?? 0
      let from = place + 512
      if !name.isEmpty, bytes[place + 156] == UInt8(ascii: "0"), from + size <= bytes.count {
        files[name] = Array(bytes[from..<(from + size)])
      }
      place = from + (size + 511) / 512 * 512
    }
    return files
  }

  /// Seconds since 1970 of an ISO 8601 time; a time without a zone counts as UTC.
  static func seconds(_ iso: String) -> Int? {
    let digits = iso.utf8.split { !(48...57).contains($0) }.compactMap {
      Int(String(Substring($0)))
    }
    guard digits.count >= 3, let date = StatedDate.parse(String(iso.prefix(10)))?.date else {
      return nil
    }
    var seconds = date.dayNumber * 86_400
    guard iso.contains("T") else { return seconds }
    let clock = iso.drop { $0 != "T" }.dropFirst()
    let zone = clock.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? clock.endIndex
    let times = clock[..<zone].split { $0 == ":" || $0 == "." }.compactMap { Int($0) }
    for (value, unit) in zip(times, [3600, 60, 1]) { seconds += value * unit }
    let offset = clock[zone...].dropFirst().split(separator: ":").compactMap { Int($0) }
    if offset.count == 2 {
      seconds += (clock[zone] == "+" ? -1 : 1) * (offset[0] * 3600 + offset[1] * 60)
    }
    return seconds
  }
}
