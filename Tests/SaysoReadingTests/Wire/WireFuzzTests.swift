#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoReading
import SaysoRecords
import Testing

/// Cut, doubled and mangled messages, items and documents: no crash, and the laws of reports hold.
@Suite struct WireFuzzTests {
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
    let results = ReportReader().readings(of: SourceFile(name: name, bytes: bytes))
    #expect(!results.isEmpty, "\(note)")
    for case .success(let reading) in results {
      let text = reading.report.text.bytes
      #expect(Array(reading.report.text.string.utf8) == text, "\(note): no valid UTF-8")
      var end = 0
      for block in reading.report.blocks {
        #expect(end <= block.span.start && !block.span.isEmpty, "\(note): out of order")
        #expect(block.span.end <= text.count, "\(note): outside")
        end = block.span.end
      }
    }
  }

  /// How many rounds a sample gets: each PDF costs a process.
  private func rounds(_ name: String) -> Int { name.hasSuffix(".pdf") ? 12 : 150 }

  @Test(arguments: WireSamples.all.map(\.name))
  func `a cut sample keeps the laws`(name: String) throws {
    let sample = try #require(WireSamples.all.first { $0.name == name })
    let step = max(7, sample.bytes.count / rounds(name))
    for cut in stride(from: 0, to: sample.bytes.count, by: step) {
      check(Array(sample.bytes[..<cut]), name, "\(name) cut at \(cut)")
      check(Array(sample.bytes[cut...]), name, "\(name) from \(cut)")
    }
    check(sample.bytes + sample.bytes, name, "\(name) doubled")
  }

  @Test(arguments: WireSamples.all.map(\.name))
  func `a mangled sample keeps the laws`(name: String) throws {
    let sample = try #require(WireSamples.all.first { $0.name == name })
    print("SAYSO_SEED=\(WireFuzzTests.seed)")
    var generator = Generator(state: WireFuzzTests.seed)
    let marks = Array("=?;:\"'<>()[]{}-\n\r\t &%\\/".utf8)
    for round in 0..<rounds(name) {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 3: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        default:
          bytes.insert(marks[Int.random(in: 0..<marks.count, using: &generator)], at: place)
        }
      }
      check(bytes, name, "\(name), seed \(WireFuzzTests.seed), round \(round)")
    }
  }
}
