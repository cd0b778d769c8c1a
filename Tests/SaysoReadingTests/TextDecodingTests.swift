import Testing

@testable import SaysoReading

@Suite struct TextDecodingTests {
  private let text = "“Café,” said Zoë – twice."

  private func utf16(_ littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      littleEndian
        ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
  }

  private func decoded(_ bytes: [UInt8]) -> String? {
    DecodedText(bytes).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `UTF-8 and UTF-16 are read with and without their mark`() {
    #expect(decoded(Array(text.utf8)) == text)
    #expect(decoded([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
    #expect(decoded([0xFF, 0xFE] + utf16(true)) == text)
    #expect(decoded([0xFE, 0xFF] + utf16(false)) == text)
    #expect(decoded(utf16(true)) == text)
    #expect(decoded(utf16(false)) == text)
    #expect(DecodedText(utf16(true))?.encoding == .utf16LittleEndian)
  }

  @Test func `Windows-1252 is told by bytes that are no UTF-8`() {
    let bytes: [UInt8] =
      [0x93] + Array("Caf".utf8) + [0xE9, 0x2C, 0x94] + Array(" he said ".utf8) + [0x96]
    #expect(decoded(bytes) == "“Café,” he said –")
    #expect(DecodedText(bytes)?.encoding == .windows1252)
  }

  @Test func `a damaged letter in UTF-8 is replaced`() {
    let bytes = Array(text.utf8.dropFirst())
    #expect(DecodedText(bytes)?.encoding == .brokenUTF8)
    #expect(decoded(bytes)?.hasSuffix("Café,” said Zoë – twice.") == true)
  }

  @Test(arguments: [
    Array("GIF89a".utf8), [0xFF, 0xD8, 0xFF, 0xE0], Array("%PDF-1.7".utf8),
    Array("PK\u{3}\u{4}".utf8),
    [1, 2, 3, 4, 65, 66], [65, 0, 66, 67, 68, 69, 70],
  ])
  func `what is no text is refused`(bytes: [UInt8]) {
    #expect(DecodedText(bytes) == nil)
  }

  @Test func `the census agrees with the standard library`() {
    for first in UInt8(0x80)...0xFF {
      for second in stride(from: 0x40, through: 0xFF, by: 1) {
        for tail in [[], [0x80], [0x80, 0x80], [0x80, 0x80, 0x80]] as [[UInt8]] {
          let bytes = [first, UInt8(second)] + tail
          let isValid = Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
          #expect((UTF8Census(bytes[...]).broken == 0) == isValid, "\(bytes)")
        }
      }
    }
  }
}
