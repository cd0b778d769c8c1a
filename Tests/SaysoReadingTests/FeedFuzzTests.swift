#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoRecords
import Testing

@testable import SaysoReading

/// Feeds and lists that are cut, doubled and mangled: nothing crashes, hangs or breaks its text.
@Suite struct FeedFuzzTests {
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
    getenv("SAYSO_SEED").flatMap { UInt64(String(cString: $0)) }
    ?? UInt64.random(in: 0...UInt64.max)

  private func check(_ bytes: [UInt8], _ name: String, _ note: String) {
    _ = try? Listing.parse(bytes, name: name, address: "https://a.example/b/c")
    let results = ReportReader().readings(of: SourceFile(name: name, bytes: bytes))
    #expect(!results.isEmpty, "\(note)")
    for case .success(let reading) in results {
      let text = reading.report.text.bytes
      #expect(
        Array(String(decoding: text, as: UTF8.self).utf8) == text, "\(note): no valid UTF-8")
      #expect(reading.report.blocks.allSatisfy { $0.span.end <= text.count }, "\(note): outside")
    }
  }

  @Test(arguments: FeedSamples.all.map(\.name))
  func `a feed cut at any place keeps the laws`(name: String) throws {
    let sample = try #require(FeedSamples.all.first { $0.name == name })
    for cut in stride(from: 0, to: sample.bytes.count, by: 29) {
      check(Array(sample.bytes[..<cut]), name, "\(name) cut at \(cut)")
      check(Array(sample.bytes[cut...]), name, "\(name) from \(cut)")
    }
  }

  @Test(arguments: FeedSamples.all.map(\.name))
  func `a mangled feed keeps the laws`(name: String) throws {
    let sample = try #require(FeedSamples.all.first { $0.name == name })
    print("SAYSO_SEED=\(FeedFuzzTests.seed)")
    var generator = Generator(state: FeedFuzzTests.seed)
    check(sample.bytes + sample.bytes, name, "\(name) doubled")
    let pieces = [
      "<", ">", "</", "/>", "<![CDATA[", "]]>", "<!--", "-->", "&", ";", "&#", "\"", "'", "=", "<?",
      "<!DOCTYPE x [", "<item>", "</item>", "</channel>", "<entry>", "{", "}", "\u{FFFE}", "\u{0}",
    ].map { Array($0.utf8) }
    for round in 0..<60 {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1:
          let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
          bytes.removeSubrange(place..<end)
        case 2:
          let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
          bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        default:
          bytes.insert(
            contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
        }
        if bytes.isEmpty { bytes = [60] }
      }
      check(bytes, name, "\(name), seed \(FeedFuzzTests.seed), round \(round)")
    }
  }
}
