import Foundation
import SaysoReading

/// Archives made by hand, about invented places.
enum ArchiveFixtures {
  /// A page with a body of one sentence.
  static func page(_ sentence: String) -> String {
    "<!DOCTYPE html><html><head><title>\(sentence)</title></head><body><p>\(sentence)</p></body></html>"
  }

  // MARK: - WARC and ARC

  /// A record of WARC with these fields and this block; the length is right unless stated.
  static func record(
    _ type: String, _ address: String? = nil, fields: [String] = [], length: Int? = nil,
    block: [UInt8]
  ) -> [UInt8] {
    var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(type)>\r\n"
    if let address { head += "WARC-Target-URI: \(address)\r\n" }
    head += "WARC-Date: 2031-04-05T06:07:08Z\r\n"
    for field in fields { head += field + "\r\n" }
    head += "Content-Length: \(length ?? block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// The answer of a server, as it came over the wire.
  static func answer(
    _ body: [UInt8], status: String = "200 OK", type: String? = "text/html; charset=utf-8",
    fields: [String] = []
  ) -> [UInt8] {
    var head = "HTTP/1.1 \(status)\r\n"
    if let type { head += "Content-Type: \(type)\r\n" }
    for field in fields { head += field + "\r\n" }
    return Array((head + "\r\n").utf8) + body
  }

  /// A response with a page of one sentence.
  static func response(_ address: String, _ sentence: String, length: Int? = nil) -> [UInt8] {
    record(
      "response", address, fields: ["Content-Type: application/http; msgtype=response"],
      length: length, block: answer(Array(page(sentence).utf8)))
  }

  /// A record of ARC, version 1.
  static func arcRecord(_ address: String, _ type: String, _ block: [UInt8]) -> [UInt8] {
    Array("\(address) 192.0.2.7 20310405060708 \(type) \(block.count)\n".utf8) + block + [10]
  }

  /// The first record of an ARC file.
  static let arcHeader: [UInt8] = {
    let block = "1 0 Oskholm Library\nURL IP-address Archive-date Content-type Archive-length\n"
    return Array(
      "filedesc://oskholm.arc 0.0.0.0 20310405060708 text/plain \(block.utf8.count)\n\(block)\n"
        .utf8)
  }()

  // MARK: - Packing

  /// A member of gzip with stored blocks (RFC 1951 §3.2.4).
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var place = 0
    repeat {
      let end = min(bytes.count, place + 65_535)
      let count = UInt16(end - place)
      result.append(end == bytes.count ? 1 : 0)
      result += little(UInt32(count), 2) + little(UInt32(~count), 2)
      result += bytes[place..<end]
      place = end
    } while place < bytes.count
    return result + little(checkSum(bytes), 4) + little(UInt32(bytes.count), 4)
  }

  /// A zip with stored files.
  static func zip(_ files: [(path: String, bytes: [UInt8])], flags: UInt32 = 0x0800) -> [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.path.utf8)
      let common =
        little(20, 2) + little(flags, 2) + little(0, 2) + little(0x5A85_3000, 4)
        + little(checkSum(file.bytes), 4) + little(UInt32(file.bytes.count), 4)
        + little(UInt32(file.bytes.count), 4) + little(UInt32(name.count), 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4) + little(UInt32(result.count), 4) + name
      result += [0x50, 0x4B, 3, 4] + common + name + file.bytes
    }
    let start = UInt32(result.count)
    let count = UInt32(files.count)
    return result + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2)
      + little(count, 2) + little(UInt32(directory.count), 4) + little(start, 4) + little(0, 2)
  }

  /// A tar of the POSIX kind.
  static func tar(_ files: [(path: String, bytes: [UInt8])], size stated: Int? = nil) -> [UInt8] {
    var result: [UInt8] = []
    for file in files {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        header.replaceSubrange(place..<(place + text.utf8.count), with: Array(text.utf8))
      }
      let octal = String(stated ?? file.bytes.count, radix: 8)
      put(file.path, at: 0)
      put("0000644", at: 100)
      put("0000000", at: 108)
      put("0000000", at: 116)
      put(String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
      put("14000000000", at: 136)
      put("        ", at: 148)
      put("0", at: 156)
      put("ustar\u{0}00", at: 257)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
      result += header + file.bytes
      result += [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
    }
    return result + [UInt8](repeating: 0, count: 1024)
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as in RFC 1952 §8.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  // MARK: - Reading

  /// What an archive of these bytes gives.
  struct Outcome {
    var files: [SourceFile] = []
    var failures: [String] = []
    var counts = ArchiveSource.Counts()

    /// The addresses or names of what was given.
    var addresses: [String] { files.map { $0.origin.address ?? $0.name } }
  }

  /// Reads an archive of these bytes under `name`, which messages name without its folder.
  static func read(
    _ bytes: [UInt8], named name: String, largestBody: Int = 16 << 20
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sayso-archive-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var outcome = Outcome()
    func note(_ error: ReadingError) {
      outcome.failures.append(error.description.replacing(folder.path + "/", with: ""))
    }
    do throws(ReadingError) {
      let source = try ArchiveSource(path: path, largestBody: largestBody)
      while let result = source.next() {
        switch result {
        case .success(let file): outcome.files.append(file)
        case .failure(let error): note(error)
        }
        precondition(
          outcome.files.count + outcome.failures.count < 100_000, "the archive does not end")
      }
      outcome.counts = source.counts
    } catch {
      note(error)
    }
    return outcome
  }
}
