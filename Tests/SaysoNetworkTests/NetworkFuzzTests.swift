import Foundation
import Testing

@testable import SaysoNetwork

/// Laws that hold for every input that a page, a feed or a server may send.
@Suite struct NetworkFuzzTests {
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

  /// `text` with some of its bytes exchanged, left out or put in.
  private func mangled(_ text: String, by random: inout Generator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let mark = "/:@?#[].%\\&=+ \t\n\u{0}0xaZ~é|^\"<>;,*$".utf8.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.insert(mark, at: place)
      case 1 where place < bytes.count: bytes[place] = mark
      default: if place < bytes.count { bytes.remove(at: place) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `an address means the same to this parser, to itself and to the one that sends it`() {
    var random = Generator(state: NetworkFuzzTests.seed)
    let seeds = [
      "http://news.elvane.example:8080/a/b?c=d&e#f", "https://[2001:db8::1]:81/x", "http://127.1/",
      "http://a.example/../%2e/é?q=[1]", "http://user:word@a.example/", "http://0x7f.1/\\x",
    ]
    var read = 0
    for round in 0..<3000 {
      let text = mangled(seeds[round % seeds.count], by: &random)
      do throws(NetworkError) {
        let address = try WebAddress(text)
        read += 1
        let note = "seed \(NetworkFuzzTests.seed): \(text) as \(address)"
        let again = try WebAddress(address.description)
        #expect(again == address, "\(note)")
        let url = URL(string: address.description)
        let host = url?.host?.filter { $0 != "[" && $0 != "]" }
        #expect(host == address.host.filter { $0 != "[" && $0 != "]" }, "\(note)")
        #expect(url?.port == address.port, "\(note)")
        #expect(url?.user == nil, "\(note)")
        let sent = URLComponents(string: address.description)
        #expect(
          (sent?.percentEncodedPath ?? "") + (sent?.percentEncodedQuery.map { "?" + $0 } ?? "")
            == address.target, "\(note)")
        _ = try address.resolving(mangled("../x?y=z", by: &random))
      } catch {
        #expect(!error.problem.isEmpty)
      }
    }
    #expect(read > 300)
  }

  @Test func `a mangled robots file, header or date is read or passed over`() {
    var random = Generator(state: NetworkFuzzTests.seed)
    for _ in 0..<2000 {
      let file = mangled(
        "User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\nAllow: /%41\n", by: &random)
      let rules = RobotsRules(Array(file.utf8), product: "sayso")
      _ = rules.allows(mangled("/axb", by: &random))
      _ = ContentType(mangled("text/html; charset=\"utf-8\"", by: &random))
      _ = RetryAfter.seconds(mangled("Sun, 06 Nov 1994 08:49:37 GMT", by: &random), now: 0)
      _ = IPAddress(loose: mangled("0x7f.1.017", by: &random))
    }
  }
}
