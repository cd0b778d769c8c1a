@testable import SaysoReading
import Testing

/// Content codings and chunks, as servers send them and as they break.
@Suite struct ContentDecodingTests {
  private static let words = Array("The ferry to Oskholm runs again.".utf8)
  private static let gzip: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 11, 201, 72, 85, 72, 75, 45, 42, 170, 84, 40, 201, 87, 240, 47,
    206, 206, 200, 207, 201, 85, 40, 42, 205, 43, 86, 72, 76, 79, 204, 204, 211, 3, 0, 251, 23, 47,
    21, 32, 0, 0, 0,
  ]
  private static let brotli: [UInt8] = [
    139, 15, 128, 84, 104, 101, 32, 102, 101, 114, 114, 121, 32, 116, 111, 32, 79, 115, 107, 104,
    111, 108, 109, 32, 114, 117, 110, 115, 32, 97, 103, 97, 105, 110, 46, 3,
  ]
  /// Three million times the letter a.
  private static let brotliBomb: [UInt8] = [
    155, 191, 198, 45, 248, 37, 194, 226, 177, 64, 32, 207, 183, 5,
  ]
  /// The deflate stream inside the gzip member above.
  private static let raw = Array(gzip[10..<(gzip.count - 8)])
  /// The same with the header and the Adler-32 sum of RFC 1950.
  private static let zlib: [UInt8] = {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in words {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return [0x78, 0x9C] + raw + [
      UInt8(high >> 8), UInt8(high & 255), UInt8(low >> 8), UInt8(low & 255),
    ]
  }()

  private func decode(_ bytes: [UInt8], _ encodings: String..., limit: Int = 1 << 20) throws
    -> [UInt8]
  {
    try ContentDecoding.decode(bytes, encodings: encodings, limit: limit, place: "a page")
  }

  private func failure(_ bytes: [UInt8], _ encodings: String..., limit: Int = 1 << 20) -> String? {
    do throws(ReadingError) {
      _ = try ContentDecoding.decode(bytes, encodings: encodings, limit: limit, place: "a page")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `each coding is undone`() throws {
    #expect(try decode(Self.gzip, "gzip") == Self.words)
    #expect(try decode(Self.gzip, "X-GZip") == Self.words)
    #expect(try decode(Self.zlib, "deflate") == Self.words)
    #expect(try decode(Self.raw, "deflate") == Self.words)
    #expect(try decode(Self.brotli, "br") == Self.words)
    #expect(try decode(Self.words, "identity") == Self.words)
    #expect(try decode(Self.words) == Self.words)
    #expect(try decode([], "gzip") == [])
  }

  @Test func `codings above one another are undone from the last`() throws {
    let stored = Self.gzip.count
    let twice =
      [0x78, 0x01, 1, UInt8(stored), 0, ~UInt8(stored), 0xFF] as [UInt8] + Self.gzip
    // The raw stream without a check sum, so that only the order is at stake.
    #expect(try decode(Array(twice.dropFirst(2)), "gzip, deflate") == Self.words)
    #expect(try decode(Array(twice.dropFirst(2)), "gzip", " deflate ") == Self.words)
    #expect(failure(Array(twice.dropFirst(2)), "deflate, gzip") != nil)
    #expect(
      failure(Self.gzip, "gzip,gzip,gzip,gzip,gzip,gzip")
        == "a page: the content is packed 6 times over; unpack it, or leave it out")
  }

  @Test func `members one after the other are all unpacked, what follows them is left out`() throws
  {
    #expect(try decode(Self.gzip + Self.gzip, "gzip") == Self.words + Self.words)
    #expect(try decode(Self.gzip + [0, 0, 0, 0], "gzip") == Self.words)
  }

  @Test func `a bomb stops at the limit`() {
    #expect(
      failure(Self.brotliBomb, "br", limit: 1_000_000)
        == "a page: the content unpacks to more than 1000000 bytes; leave it out, or unpack it and give the file"
    )
    #expect(failure(Self.gzip, "gzip", limit: 31)?.contains("more than 31 bytes") == true)
    #expect(failure(Self.gzip, "gzip", limit: 32) == nil)
  }

  @Test func `content that breaks off, is broken or of an unknown coding says so`() {
    #expect(
      failure(Array(Self.gzip.dropLast(12)), "gzip")
        == "a page: the packed content (gzip) breaks off; fetch it again, or leave it out")
    #expect(failure(Array(Self.brotli.dropLast(2)), "br")?.contains("(br) breaks off") == true)
    #expect(failure(Self.words, "gzip")?.contains("(gzip) is broken") == true)
    #expect(failure(Self.words, "br")?.contains("(br) is broken") == true)
    #expect(
      failure(Self.words, "zap")
        == "a page: the content is packed as \"zap\", which is not read; ask for gzip, deflate or br, or unpack it first"
    )
  }

  @Test func `content cut or changed at any byte ends`() {
    for (bytes, name) in [(Self.gzip, "gzip"), (Self.zlib, "deflate"), (Self.brotli, "br")] {
      for cut in bytes.indices {
        _ = failure(Array(bytes[..<cut]), name)
        var other = bytes
        other[cut] ^= 0x55
        _ = failure(other, name)
      }
    }
  }

  @Test(arguments: [
    ("5\r\nHello\r\n1\r\n!\r\n0\r\n\r\n", "Hello!"),
    ("5 \nHello\n0\n\n", "Hello"),
    ("5;name=value\r\nHello\r\n0\r\nTrailer: x\r\n\r\n", "Hello"),
    ("00A\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
    // Broken off in a chunk, after one, and in what is no chunk.
    ("5\r\nHello\r\n9\r\nthe", "Hellothe"),
    ("5\r\nHello\r\n", "Hello"),
    ("5\r\nHello\r\nzz\r\n", "Hello"),
    // Not chunked at all.
    ("<p>Hello</p>\r\n", "<p>Hello</p>\r\n"),
    ("add\r\nand", "and"),
    ("2\r\nHello\r\n", "2\r\nHello\r\n"),
    ("fffffffffffffff\r\nHello", "Hello"),
    ("ffffffffffffffff\r\nHello", "ffffffffffffffff\r\nHello"),
    ("", ""), ("0\r\n\r\n", ""), ("\r\n", "\r\n"),
  ])
  func `chunks are joined, and a body without them stays`(body: String, text: String) {
    #expect(String(decoding: ChunkedBody.decode(Array(body.utf8)), as: UTF8.self) == text)
  }
}
