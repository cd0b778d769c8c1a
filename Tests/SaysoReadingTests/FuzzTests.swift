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

/// Laws that hold for every input: no crash, valid text, blocks inside it, ascending, not empty.
@Suite struct FuzzTests {
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
    let file = SourceFile(name: name, bytes: bytes)
    let results = ReportReader().readings(of: file)
    #expect(!results.isEmpty, "\(note)")
    for case .success(let reading) in results {
      let report = reading.report
      let text = report.text.bytes
      #expect(Array(report.text.string.utf8) == text, "\(note): the text is no valid UTF-8")
      var end = 0
      for block in report.blocks {
        #expect(end <= block.span.start && !block.span.isEmpty, "\(note): blocks are out of order")
        #expect(block.span.end <= text.count, "\(note): a block lies outside")
        let isCut =
          text[block.span.start] & 0xC0 == 0x80
          || (block.span.end < text.count && text[block.span.end] & 0xC0 == 0x80)
        #expect(!isCut, "\(note): a block cuts a letter in two")
        end = block.span.end
      }
    }
  }

  @Test(arguments: Samples.all.map(\.name))
  func `a report cut at any byte keeps the laws`(name: String) throws {
    let sample = try #require(Samples.all.first { $0.name == name })
    for cut in stride(from: 0, to: sample.bytes.count, by: 5) {
      check(Array(sample.bytes[..<cut]), name, "\(name) cut at \(cut)")
      check(Array(sample.bytes[cut...]), name, "\(name) from \(cut)")
    }
  }

  @Test(arguments: Samples.all.map(\.name))
  func `a mangled report keeps the laws`(name: String) throws {
    let sample = try #require(Samples.all.first { $0.name == name })
    print("SAYSO_SEED=\(FuzzTests.seed)")
    var generator = Generator(state: FuzzTests.seed)
    check(sample.bytes + sample.bytes, name, "\(name) doubled")
    for round in 0..<150 {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 3: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        default:
          let marks = Array("[](){}<>*_`|#-\"':\\&;\n\r\t/—–".utf8)
          bytes.insert(marks[Int.random(in: 0..<marks.count, using: &generator)], at: place)
        }
      }
      let other = Samples.all[Int.random(in: 0..<Samples.all.count, using: &generator)].name
      check(bytes, name, "\(name), seed \(FuzzTests.seed), round \(round)")
      check(bytes, other, "\(name) as \(other), seed \(FuzzTests.seed), round \(round)")
    }
  }

  @Test func `noise keeps the laws`() {
    var generator = Generator(state: FuzzTests.seed)
    for round in 0..<200 {
      let noise = (0..<Int.random(in: 1...400, using: &generator)).map { _ in
        UInt8.random(in: round % 2 == 0 ? 0...255 : 32...126, using: &generator)
      }
      for sample in Samples.all { check(noise, sample.name, "noise, seed \(FuzzTests.seed)") }
    }
  }
}
