import Foundation
import SaysoReading
import Testing

/// Archives cut and mangled at any byte end, within their bounds.
@Suite struct ArchiveFuzzTests {
  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let seed: UInt64 =
    ProcessInfo.processInfo.environment["SAYSO_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 0...UInt64.max)

  private static let samples: [(name: String, bytes: [UInt8])] = {
    let records = ["One", "Two", "Three"].map {
      ArchiveFixtures.response("https://oskholm.example/\($0)", "Ferry \($0) runs.")
    }
    let page = Array(ArchiveFixtures.page("Ferry").utf8)
    let arc =
      ArchiveFixtures.arcHeader
      + ArchiveFixtures.arcRecord(
        "http://oskholm.example/", "text/html", ArchiveFixtures.answer(page))
    let files = [(path: "a.html", bytes: page), (path: "b/c.txt", bytes: page)]
    return [
      ("a.warc", records.flatMap { $0 }), ("a.warc.gz", records.flatMap(ArchiveFixtures.gzip)),
      ("a.arc", arc), ("a.zip", ArchiveFixtures.zip(files)), ("a.tar", ArchiveFixtures.tar(files)),
      ("a.tar.gz", ArchiveFixtures.gzip(ArchiveFixtures.tar(files))),
      (
        "a.wacz",
        ArchiveFixtures.zip([("archive/a.warc.gz", records.flatMap(ArchiveFixtures.gzip))])
      ),
    ]
  }()

  @Test(arguments: samples.map(\.name))
  func `an archive cut at any byte ends`(name: String) throws {
    let sample = try #require(Self.samples.first { $0.name == name })
    for cut in stride(from: 0, to: sample.bytes.count, by: max(7, sample.bytes.count / 150)) {
      _ = try ArchiveFixtures.read(Array(sample.bytes[..<cut]), named: name)
      _ = try ArchiveFixtures.read(Array(sample.bytes[cut...]), named: name)
    }
  }

  @Test(arguments: samples.map(\.name))
  func `a mangled archive ends`(name: String) throws {
    let sample = try #require(Self.samples.first { $0.name == name })
    print("SAYSO_SEED=\(Self.seed)")
    var generator = Generator(state: Self.seed)
    for _ in 0..<100 {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 48...57, using: &generator), at: place)
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        }
      }
      _ = try ArchiveFixtures.read(bytes, named: name)
    }
  }
}
