/// A fault in a model file.
package struct ModelError: Error, CustomStringConvertible, Sendable {
  /// What is wrong.
  package let problem: String
  /// The model's name or file.
  package let place: String
  /// How to mend it.
  package let remedy: String
  /// One line: place, problem, remedy.
  package var description: String { "model \(place): \(problem); \(remedy)" }

  /// An error from its parts.
  package init(problem: String, place: String, remedy: String) {
    self.problem = problem
    self.place = place
    self.remedy = remedy
  }
}

/// The model-file format: a magic and a version first, then named sections.
///
/// ```
/// bytes  8   "SAYSOMDL"
///        4   version, little-endian (1)
///        4   number of sections
/// then a section: 4 length of name, name (UTF-8), 8 length of payload, payload
/// ```
/// Integers are little-endian. Numbers are IEEE 754 singles. Nothing in a file is executed.
package struct ModelFile: Sendable, Equatable {
  /// The sections by name.
  package var sections: [String: [UInt8]]
  /// Where the sections lie that were left in the file's bytes.
  package private(set) var places: [String: Range<Int>] = [:]

  static let magic = Array("SAYSOMDL".utf8)
  static let version: UInt32 = 1

  /// An empty file, to be filled.
  package init() { sections = [:] }

  /// Parses a file; `name` is for errors.
  ///
  /// Cost is one copy of the bytes, but for the sections named in `leaving`: of those it only says
  /// where they lie.
  package init(
    _ bytes: some Collection<UInt8>, name: String, leaving: Set<String> = []
  ) throws {
    let parsed = try bytes.withContiguousStorageIfAvailable {
      try ModelFile.parse($0, name: name, leaving)
    }
    (sections, places) =
      try parsed
      ?? Array(bytes).withUnsafeBufferPointer {
        try ModelFile.parse($0, name: name, leaving)
      }
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, _ leaving: Set<String>
  ) throws -> (sections: [String: [UInt8]], places: [String: Range<Int>]) {
    func broken(_ problem: String) -> ModelError {
      ModelError(
        problem: problem, place: name,
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    guard bytes.count >= 16, bytes[0..<8].elementsEqual(ModelFile.magic) else {
      throw broken("not a model file")
    }
    var at = 8
    func take(_ length: Int) throws -> UnsafeBufferPointer<UInt8> {
      guard length <= bytes.count - at else { throw broken("the file ends early") }
      at += length
      return UnsafeBufferPointer(rebasing: bytes[at - length..<at])
    }
    func integer(_ width: Int) throws -> Int {
      let value = try take(width).reversed().reduce(0) { $0 << 8 | Int($1) }
      guard value >= 0 else { throw broken("a length is negative") }
      return value
    }
    let version = try integer(4)
    guard version == Int(ModelFile.version) else {
      throw broken("version \(version) is not the one that this program reads (1)")
    }
    var sections: [String: [UInt8]] = [:]
    var places: [String: Range<Int>] = [:]
    for _ in 0..<(try integer(4)) {
      let section = String(decoding: try take(try integer(4)), as: UTF8.self)
      let payload = try take(try integer(8))
      if leaving.contains(section) {
        places[section] = at - payload.count..<at
      } else {
        sections[section] = Array(payload)
      }
    }
    return (sections, places)
  }

  /// The bytes of the file, sections in order of name.
  package var bytes: [UInt8] {
    var result = ModelFile.magic
    func append(_ value: Int, _ width: Int) {
      for index in 0..<width { result.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
    append(Int(ModelFile.version), 4)
    append(sections.count, 4)
    for (name, payload) in sections.sorted(by: { $0.key < $1.key }) {
      append(name.utf8.count, 4)
      result += Array(name.utf8)
      append(payload.count, 8)
      result += payload
    }
    return result
  }

  /// Eight hexadecimal digits that differ between models: a hash of every 61st byte, so that it
  /// costs little at each start.
  package var fingerprint: String {
    var hash: UInt64 = 0
    for (name, payload) in sections.sorted(by: { $0.key < $1.key }) {
      hash = FeatureHash.combine(FeatureHash.of(name), hash, UInt64(payload.count))
      for at in stride(from: 0, to: payload.count, by: 61) {
        hash = (hash ^ UInt64(payload[at])) &* 0x0000_0100_0000_01B3
      }
    }
    let digits = String(FeatureHash.finish(hash) >> 32, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  // MARK: Numbers and words in sections

  /// Stores strings, which must hold no line feed.
  package mutating func set(_ name: String, strings: [String]) {
    sections[name] = Array(strings.joined(separator: "\n").utf8)
  }

  /// Stores single-precision numbers.
  package mutating func set(_ name: String, floats: [Float]) {
    sections[name] = floats.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt32(8 * $0)) }
    }
  }

  /// Reads strings back.
  package func strings(_ name: String) throws -> [String] {
    let payload = try section(name)
    if payload.isEmpty { return [] }
    return payload.split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Reads numbers back.
  package func floats(_ name: String) throws -> [Float] {
    let bits: [UInt32] = ModelFile.integers(try section(name))
    return bits.map { Float(bitPattern: $0) }
  }

  /// The bytes of a section, which must be there.
  package func section(_ name: String) throws -> [UInt8] {
    guard let payload = sections[name] else {
      throw ModelError(
        problem: "it has no part '\(name)'", place: name,
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    return payload
  }
}
