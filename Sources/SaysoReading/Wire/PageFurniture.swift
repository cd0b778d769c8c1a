/// Lines at the head and foot of pages that are no part of the text: they come again on other pages,
/// or count them.
struct PageFurniture {
  private let repeated: Set<[UInt8]>
  /// How many lines at either end of a page are looked at.
  private static let depth = 3

  /// Learns from `pages` which lines come again.
  init(_ pages: [[LineOfText]]) {
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      for shape in Set(PageFurniture.ends(of: page).map { PageFurniture.shape(page[$0]) }) {
        counts[shape, default: 0] += 1
      }
    }
    // On two pages both must have it; on more, half of them.
    let least = max(2, (pages.count + 1) / 2)
    repeated = Set(counts.filter { $0.value >= least && $0.key.count >= 3 }.keys)
  }

  /// The lines of `page` without such lines.
  func kept(of page: [LineOfText]) -> [LineOfText] {
    let dropped = Set(
      PageFurniture.ends(of: page).filter { place in
        repeated.contains(PageFurniture.shape(page[place])) || PageFurniture.isNumber(page[place])
      })
    return page.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// The places of the first and last lines with words on them.
  private static func ends(of page: [LineOfText]) -> [Int] {
    let filled = page.indices.filter { !page[$0].isEmpty }
    return Array(filled.prefix(depth)) + filled.dropFirst(depth).suffix(depth)
  }

  /// The line in small letters, every number as one mark: "Page 3 of 7" is like "Page 4 of 7".
  private static func shape(_ line: LineOfText) -> [UInt8] {
    var result: [UInt8] = []
    for byte in line.lowercased {
      let isDigit = (48...57).contains(byte)
      if isDigit, result.last == UInt8(ascii: "0") { continue }
      result.append(isDigit ? UInt8(ascii: "0") : byte)
    }
    return result
  }

  /// "12", "- 12 -", "Page 3 of 7", "3/7".
  static func isNumber(_ line: LineOfText) -> Bool {
    guard (1...24).contains(line.bytes.count) else { return false }
    var words: [String] = []
    var digits = 0
    for word in line.lowercased.split(whereSeparator: {
      !((0x61...0x7A).contains($0) || (48...57).contains($0))
    }) {
      if word.allSatisfy({ (48...57).contains($0) }) {
        guard word.count <= 4 else { return false }
        digits += 1
      } else {
        words.append(String(decoding: word, as: UTF8.self))
      }
    }
    let marks = line.bytes.allSatisfy { $0 < 0xC0 || $0 == 0xE2 }
    return (1...2).contains(digits) && marks
      && words.allSatisfy { ["page", "of", "p", "pg"].contains($0) }
      && !line.bytes.contains(UInt8(ascii: ".")) && !line.bytes.contains(UInt8(ascii: "%"))
      && !line.bytes.contains(UInt8(ascii: "$"))
  }
}
