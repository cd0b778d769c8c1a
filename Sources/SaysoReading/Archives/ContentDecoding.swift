internal import CBrotli

/// Undoes the content codings of HTTP (RFC 9110 §8.4.1).
package enum ContentDecoding {
  /// More codings than this one above the other are no honest page's.
  private static let deepest = 5

  /// The bytes under the codings, the last of which is undone first.
  ///
  /// Reads gzip, deflate (with the wrapping of zlib, and without, as some servers send it), br and
  /// identity. No bytes stay none, whatever the coding.
  ///
  /// - Parameters:
  ///   - bytes: the body as received, without a transfer coding.
  ///   - encodings: the values of `Content-Encoding`, in order; each may hold several with commas.
  ///   - limit: the most bytes that may come out, at any step.
  ///   - place: where the body is from, for the message.
  package static func decode(
    _ bytes: [UInt8], encodings: [String], limit: Int, place: String
  ) throws(ReadingError) -> [UInt8] {
    let names = ContentDecoding.names(in: encodings)
    guard names.count <= deepest else {
      throw ReadingError(
        "the content is packed \(names.count) times over", place: place,
        remedy: "unpack it, or leave it out")
    }
    var result = bytes
    for name in names.reversed() where !result.isEmpty {
      switch name {
      case "gzip", "x-gzip": result = try gunzipped(result, limit, place)
      case "deflate": result = try deflated(result, limit, place)
      case "br": result = try unbrotlied(result, limit, place)
      default:
        throw ReadingError(
          "the content is packed as \"\(name)\", which is not read", place: place,
          remedy: "ask for gzip, deflate or br, or unpack it first")
      }
    }
    return result
  }

  /// The codings that values of the header name, small, without those that do nothing.
  static func names(in values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",") }
      .map { LineOfText(String($0)).string.lowercased() }
      .filter { !["", "identity", "none", "utf-8"].contains($0) }
  }

  // MARK: - Codings

  /// All members one after the other; what follows them and is none is left out, as browsers do.
  private static func gunzipped(
    _ bytes: [UInt8], _ limit: Int, _ place: String
  ) throws(ReadingError) -> [UInt8] {
    try run(Inflater(.gzip), over: bytes, named: "gzip", limit, place) { rest in
      rest.count > 2 && rest[0] == 0x1F && rest[1] == 0x8B
    }
  }

  private static func deflated(
    _ bytes: [UInt8], _ limit: Int, _ place: String
  ) throws(ReadingError) -> [UInt8] {
    // RFC 1950 §2.2: the low four bits are 8, and the first two bytes a multiple of 31.
    let isWrapped =
      bytes.count > 1 && bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0
    let inflater = Inflater(isWrapped ? .zlib : .raw)
    return try run(inflater, over: bytes, named: "deflate", limit, place) { _ in false }
  }

  private static func run(
    _ inflater: Inflater, over bytes: [UInt8], named name: String, _ limit: Int, _ place: String,
    goesOn: (UnsafeRawBufferPointer) -> Bool
  ) throws(ReadingError) -> [UInt8] {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let (step, taken, made) = bytes.withUnsafeBytes { input in
        piece.withUnsafeMutableBytes { output in
          inflater.step(from: UnsafeRawBufferPointer(rebasing: input[offset...]), into: output)
        }
      }
      offset += taken
      result += piece[..<made]
      guard result.count <= limit else { throw tooMuch(limit, place) }
      switch step {
      case .broken(let words): throw broken(name, words, place)
      case .ended:
        let more = bytes.withUnsafeBytes {
          goesOn(UnsafeRawBufferPointer(rebasing: $0[offset...]))
        }
        guard more else { return result }
        inflater.restart()
      case .going:
        if taken == 0 && made == 0 { throw brokenOff(name, place) }
      }
    }
  }

  /// RFC 7932.
  private static func unbrotlied(
    _ bytes: [UInt8], _ limit: Int, _ place: String
  ) throws(ReadingError) -> [UInt8] {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else {
      throw broken("br", "no memory", place)
    }
    defer { BrotliDecoderDestroyInstance(state) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var left = bytes.count
    while true {
      let room = piece.count
      var free = room
      let status = bytes.withUnsafeBufferPointer { input in
        piece.withUnsafeMutableBufferPointer { output in
          var next = input.baseAddress.map { $0 + (bytes.count - left) }
          var place = output.baseAddress
          return BrotliDecoderDecompressStream(state, &left, &next, &free, &place, nil)
        }
      }
      result += piece[..<(room - free)]
      guard result.count <= limit else { throw tooMuch(limit, place) }
      switch status {
      case BROTLI_DECODER_RESULT_SUCCESS: return result
      case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
      case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: throw brokenOff("br", place)
      default:
        let words = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state))
        throw broken("br", words.map { String(cString: $0) } ?? "unknown", place)
      }
    }
  }

  // MARK: - Messages

  private static func tooMuch(_ limit: Int, _ place: String) -> ReadingError {
    ReadingError(
      "the content unpacks to more than \(limit) bytes", place: place,
      remedy: "leave it out, or unpack it and give the file")
  }

  private static func brokenOff(_ name: String, _ place: String) -> ReadingError {
    ReadingError(
      "the packed content (\(name)) breaks off", place: place,
      remedy: "fetch it again, or leave it out")
  }

  private static func broken(_ name: String, _ words: String, _ place: String) -> ReadingError {
    ReadingError(
      "the packed content (\(name)) is broken", place: place,
      remedy: "fetch it again, or leave it out", cause: words)
  }
}
