/// Lines at the head and foot of pages that are no part of the text: they come again on other pages,
/// or count them.
struct PageFurniture {
  private let repeated: Set<[UInt8]>
  /// The share of a page's height, at either end, in which such lines stand.
  private static let margin = 0.12

  /// Learns from `pages` which lines come again: on both of two pages, on half of more.
  init(_ pages: [PDFPage]) {
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      let shapes = page.lines.filter { PageFurniture.isAtEnd($0, of: page) }
        .map { PageFurniture.shape($0.line) }
      for shape in Set(shapes) { counts[shape, default: 0] += 1 }
    }
    let least = max(2, (pages.count + 1) / 2)
    repeated = Set(counts.filter { $0.value >= least }.keys)
  }

  /// The lines of `page` without such lines.
  func kept(of page: PDFPage) -> [PDFPage.Line] {
    page.lines.filter { line in
      !PageFurniture.isAtEnd(line, of: page)
        || !(repeated.contains(PageFurniture.shape(line.line)) || PageFurniture.isNumber(line.line))
    }
  }

  private static func isAtEnd(_ line: PDFPage.Line, of page: PDFPage) -> Bool {
    line.bottom < page.height * margin || line.top > page.height * (1 - margin)
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
    var numbers = 0
    let pieces = line.lowercased.split {
      !((0x61...0x7A).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "%") || $0 >= 0xC3 && $0 != 0xE2)
    }
    for piece in pieces {
      if piece.count <= 4, piece.allSatisfy({ (48...57).contains($0) }) {
        numbers += 1
      } else if !["page", "of", "p", "p.", "pg"].contains(String(decoding: piece, as: UTF8.self)) {
        return false
      }
    }
    return (1...2).contains(numbers)
  }
}
