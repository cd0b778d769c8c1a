import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct ShingleSketchTests {
  private func set(_ sentences: Int) -> ShingleSet {
    ShingleSet(InventedText.report("a", InventedText.sentences(5, sentences)))
  }

  @Test("Stored shingles come back as they were", arguments: [0, 1, 40, 3000])
  func roundTrip(_ sentences: Int) throws {
    let shingles = set(sentences)
    #expect(try ShingleSet(encoded: shingles.encoded) == shingles)
  }

  @Test("The stored bytes are those of version 1")
  func bytes() throws {
    let text = FrozenText("\"one two three\"")
    let set = ShingleSet(text, [TextSpan(0, text.byteCount)])
    #expect(set.encoded == [1, 3, 0, 197, 77, 61, 95])
  }

  @Test("Bytes of another version, length or form are refused, and the error says what to do")
  func refused() {
    let good = set(4).encoded
    var cases: [[UInt8]] = [[], [1], [1, 3]]
    cases.append([2] + good.dropFirst())
    cases.append([1, 5] + good.dropFirst(2))
    cases.append([1, 3, 40] + good.dropFirst(3))
    cases.append([1, 3, 20] + good.dropFirst(3))
    cases.append(Array(good.dropLast()))
    cases.append(good + good.suffix(4))
    for bytes in cases {
      do {
        _ = try ShingleSet(encoded: bytes)
        Issue.record("\(bytes.prefix(4)) was read")
      } catch {
        #expect("\(error)".contains("; make the shingles of the report again from its text"))
      }
    }
  }

  @Test("No cut or changed byte crashes the reading")
  func damaged() {
    let good = set(2).encoded
    for place in good.indices {
      _ = try? ShingleSet(encoded: Array(good[..<place]))
      var bytes = good
      bytes[place] ^= 0xFF
      _ = try? ShingleSet(encoded: bytes)
    }
  }

  @Test("An index filled from stored shingles gives the links of one filled from texts")
  func refilled() throws {
    let reports = (0..<6).map { number in
      InventedText.report(
        "r\(number)", Array(InventedText.sentences(1, 12).dropFirst(number)))
    }
    var index = CopyIndex()
    let found = try reports.flatMap {
      index.add($0.id, try ShingleSet(encoded: ShingleSet($0).encoded))
    }
    #expect(found == links(reports))
    #expect(!found.isEmpty)
  }
}
