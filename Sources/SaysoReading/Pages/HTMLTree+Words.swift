extension HTMLTree {
  /// The words in a node as a reader sees them, with runs of white space as one space.
  ///
  /// Scripts, styles and the like are left out. Pieces that only emphasis or a link parts stay
  /// together, pieces of other elements are words of their own.
  ///
  /// - Parameters:
  ///   - limit: how many bytes are wanted; nil is given back where there are more.
  func words(in place: Place, upTo limit: Int = 1000) -> String? {
    if nodes[place].tag == .text { return Self.line(slice(of: place), upTo: limit) }
    var result: [UInt8] = []
    var index = place
    let end = Int(nodes[place].end)
    while index < end {
      let node = nodes[index]
      switch node.tag {
      case .text:
        result += slice(of: index)
        if result.count > limit * 4 + 1000 { return nil }
      case .script, .style, .noscript, .template, .svg, .iframe, .object, .select, .button:
        result.append(32)
        index = Int(node.end)
        continue
      case .a, .b, .em, .i, .strong, .abbr, .sub, .sup, .wbr, .mark, .u, .font, .q, .cite: break
      default: result.append(32)
      }
      index += 1
    }
    return Self.line(result[...], upTo: limit)
  }

  /// The bytes of a text node.
  func slice(of place: Place) -> ArraySlice<UInt8> {
    text[Int(nodes[place].lower)..<Int(nodes[place].upper)]
  }

  /// Whether `place` lies in the element at `container`.
  func isInside(_ place: Place, _ container: Place) -> Bool {
    place > container && place < Int(nodes[container].end)
  }

  /// `bytes` on one line; nil where that is longer than `limit` bytes or nothing is left.
  static func line(_ bytes: ArraySlice<UInt8>, upTo limit: Int = 1000) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(min(bytes.count, limit + 1))
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let width = LineOfText.spaceWidth(bytes, at: place, before: bytes.endIndex)
      if width > 0 {
        let isWidthless = bytes[place] == 0xEF || (width == 3 && bytes[place + 2] == 0x8B)
        if !isWidthless, !result.isEmpty, result.last != 32 { result.append(32) }
        place += width
      } else if bytes[place] == 0xC2, place + 1 < bytes.endIndex, bytes[place + 1] == 0xAD {
        place += 2
      } else {
        result.append(bytes[place])
        place += 1
      }
      if result.count > limit + 1 { return nil }
    }
    if result.last == 32 { result.removeLast() }
    guard !result.isEmpty, result.count <= limit else { return nil }
    return String(decoding: result, as: UTF8.self)
  }
}
