extension StoryFeatures {
  /// The version that ``bytes`` begins with; features of another must be made anew.
  package static let version: UInt8 = 1

  /// The features as bytes, to be stored: a version, then little-endian integers.
  package var bytes: [UInt8] {
    var out = FeatureWriter()
    out.write(StoryFeatures.version)
    out.write(length)
    out.write(published == nil ? 0 : 1 as UInt8)
    out.write(published ?? 0)
    out.write(UInt8(words.count))
    out.write(UInt8(pairs.count))
    out.write(UInt8(days.count))
    for term in words {
      out.write(term.key)
      out.write(term.weight)
      out.write(term.role.rawValue)
    }
    for term in pairs {
      out.write(term.key)
      out.write(term.weight)
    }
    for day in days { out.write(day) }
    return out.bytes
  }

  /// Reads features back; nil where the bytes are of another version, cut, or no features.
  package init?(bytes: [UInt8]) {
    var from = FeatureReader(bytes: bytes)
    guard from.read() == StoryFeatures.version, let length: UInt16 = from.read(),
      let hasDay: UInt8 = from.read(), hasDay < 2, let day: Int32 = from.read(),
      let wordCount: UInt8 = from.read(), let pairCount: UInt8 = from.read(),
      let dayCount: UInt8 = from.read()
    else { return nil }
    var words: [Term] = []
    for _ in 0..<wordCount {
      guard let key: UInt32 = from.read(), let weight: UInt16 = from.read(),
        let role: UInt8 = from.read()
      else { return nil }
      words.append(Term(key: key, weight: weight, role: Role(rawValue: role)))
    }
    var pairs: [Term] = []
    for _ in 0..<pairCount {
      guard let key: UInt32 = from.read(), let weight: UInt16 = from.read() else { return nil }
      pairs.append(Term(key: key, weight: weight, role: []))
    }
    var days: [Int32] = []
    for _ in 0..<dayCount {
      guard let day: Int32 = from.read() else { return nil }
      days.append(day)
    }
    guard from.isAtEnd, ascending(words.map(\.key)), ascending(pairs.map(\.key)), ascending(days)
    else { return nil }
    self.init(
      words: words, pairs: pairs, days: days, published: hasDay == 1 ? day : nil, length: length)
  }
}

/// Whether each value is greater than the one before.
private func ascending<Value: Comparable>(_ values: [Value]) -> Bool {
  zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
}

private struct FeatureWriter {
  var bytes: [UInt8] = []

  mutating func write<Value: FixedWidthInteger>(_ value: Value) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

private struct FeatureReader {
  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func read<Value: FixedWidthInteger>() -> Value? {
    let width = MemoryLayout<Value>.size
    guard width <= bytes.count - at else { return nil }
    defer { at += width }
    return bytes.withUnsafeBytes {
      Value(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: Value.self))
    }
  }
}
