/// Holds the tags of a page to 256 attributes.
///
/// libxml2 2.9 compares each attribute of a tag with all before it: a tag of one megabyte takes it
/// half a minute, one of ten most of an hour. What goes beyond the bound becomes spaces before libxml2
/// sees it; where tags, comments and scripts end is told as libxml2 tells it.
enum AttributeBound {
  /// The most attributes of a tag; pages have a dozen.
  private static let most = 256

  /// The page with the attributes beyond the bound blanked.
  ///
  /// One pass; an ordinary page is given back as it is.
  static func held(_ page: [UInt8]) -> [UInt8] {
    let excess = page.withUnsafeBufferPointer { bytes in
      var scan = Scan(bytes)
      return scan.excess()
    }
    guard !excess.isEmpty else { return page }
    var page = page
    for range in excess {
      for place in range { page[place] = 32 }
    }
    return page
  }

  /// A walk over the tags of a page.
  private struct Scan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The ranges that are too much, in order.
    mutating func excess() -> [Range<Int>] {
      var found: [Range<Int>] = []
      while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
        place = open + 1
        if begins("!--") {
          place = end(of: "-->") ?? bytes.count
        } else if place < bytes.count, (0x61...0x7A).contains(bytes[place] | 0x20) {
          let isScript = begins("script")
          let isStyle = begins("style")
          if let range = tag() { found.append(range) }
          if isScript { place = end(of: "</script") ?? bytes.count }
          if isStyle { place = end(of: "</style") ?? bytes.count }
        }
      }
      return found
    }

    /// Goes to the end of a tag; gives the attributes over the bound, if there are such.
    private mutating func tag() -> Range<Int>? {
      var count = 0
      var start: Int?
      skip { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      while true {
        skip { $0 <= 32 || $0 == UInt8(ascii: "/") }
        guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { break }
        count += 1
        if count > most, start == nil { start = place }
        let from = place
        skip {
          $0 > 32 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">")
            && $0 != UInt8(ascii: "/")
        }
        skip { $0 <= 32 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "=") { value() }
        // A mark that begins no attribute is passed over.
        if place == from { place += 1 }
      }
      return start.map { $0..<place }
    }

    /// Takes an equals sign and what follows it, in quotation marks or without.
    private mutating func value() {
      place += 1
      skip { $0 <= 32 }
      guard place < bytes.count else { return }
      let quote = bytes[place]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return skip { $0 > 32 && $0 != UInt8(ascii: ">") }
      }
      place += 1
      skip { $0 != quote }
      place = min(place + 1, bytes.count)
    }

    private mutating func skip(while isPart: (UInt8) -> Bool) {
      while place < bytes.count, isPart(bytes[place]) { place += 1 }
    }

    /// Whether small letters come next, in any case.
    private func begins(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        place + word.count <= bytes.count
          && word.indices.allSatisfy {
            bytes[place + $0] == word[$0] || bytes[place + $0] | 0x20 == word[$0]
          }
      }
    }

    /// The place after the next `word`.
    private mutating func end(of word: StaticString) -> Int? {
      while place < bytes.count {
        if begins(word) { return place + word.utf8CodeUnitCount }
        place += 1
      }
      return nil
    }
  }
}
