/// The places of a page that may say something about it, found in one pass over its nodes.
struct PageScan {
  /// The value of `lang` on the root element.
  private(set) var language: String?
  /// The contents of meta elements by name, property or the like with small letters.
  private(set) var meta: [String: [String]] = [:]
  /// The address that the page names as its own.
  private(set) var canonical: String?
  /// The first title element.
  private(set) var title: HTMLTree.Place?
  /// Scripts that hold JSON-LD.
  private(set) var linked: [HTMLTree.Place] = []
  /// Headings of the first two levels, and lower ones whose names call them titles.
  private(set) var headings: [HTMLTree.Place] = []
  /// Elements that carry a property of microdata or RDFa, meta elements included.
  private(set) var properties: [HTMLTree.Place] = []
  /// `time` elements.
  private(set) var times: [HTMLTree.Place] = []
  /// Links marked as leading to the author.
  private(set) var authorLinks: [HTMLTree.Place] = []
  /// Elements whose names speak of an author or byline.
  private(set) var bylines: [HTMLTree.Place] = []
  /// Elements whose names speak of a date.
  private(set) var dates: [HTMLTree.Place] = []

  /// More places of one kind than this are not kept.
  private static let most = 400

  /// Scans a page.
  init(_ tree: HTMLTree) {
    for place in tree.nodes.indices {
      let tag = tree.nodes[place].tag
      switch tag {
      case .text, .document, .style: continue
      case .html: language = language ?? tree.string(.lang, of: place)
      case .meta: readMeta(tree, place)
      case .link:
        if canonical == nil, tree.has(.rel, "canonical", at: place) {
          canonical = tree.string(.href, of: place)
        }
      case .title: if title == nil { title = place }
      case .script:
        if let type = tree.value(.type, of: place),
          LineOfText(type).lowercased.starts(with: "application/ld+json".utf8)
        {
          PageScan.add(place, to: &linked)
        }
      default: readNames(tree, place, tag)
      }
    }
  }

  private static func add(_ place: HTMLTree.Place, to places: inout [HTMLTree.Place]) {
    if places.count < most { places.append(place) }
  }

  private mutating func readMeta(_ tree: HTMLTree, _ place: HTMLTree.Place) {
    if tree.value(.itemprop, of: place) != nil { PageScan.add(place, to: &properties) }
    guard let content = tree.value(.content, of: place), !content.isEmpty, content.count < 8192
    else { return }
    for attribute in [HTMLAttribute.property, .name, .httpEquiv] {
      guard let name = tree.value(attribute, of: place), name.count <= 60 else { continue }
      let key = String(decoding: LineOfText(name).lowercased, as: UTF8.self)
      if meta.count < PageScan.most, meta[key, default: []].count < 64 {
        meta[key, default: []].append(String(decoding: content, as: UTF8.self))
      }
    }
  }

  private mutating func readNames(_ tree: HTMLTree, _ place: HTMLTree.Place, _ tag: HTMLTag) {
    let node = tree.nodes[place]
    var names = NameWords()
    for index in Int(node.lower)..<Int(node.upper) {
      let attribute = tree.attributes[index]
      switch attribute.name {
      case .class, .id, .dataTestID:
        names.read(tree.values, Int(attribute.lower)..<Int(attribute.upper))
      case .itemprop, .property: PageScan.add(place, to: &properties)
      case .rel:
        if tag == .a,
          tree.values[Int(attribute.lower)..<Int(attribute.upper)].firstPlace(of: "author") != nil
        {
          PageScan.add(place, to: &authorLinks)
        }
      default: break
      }
    }
    if tag == .h1 || tag == .h2 || (names.isTitle && !tag.isSilent) {
      PageScan.add(place, to: &headings)
    }
    if tag == .time {
      PageScan.add(place, to: &times)
    } else if names.isDate {
      PageScan.add(place, to: &dates)
    }
    if names.isAuthor, !tag.isSilent { PageScan.add(place, to: &bylines) }
  }

  /// The first stated value of the first of `names` that is more than white space.
  func first(_ names: [String]) -> (name: String, value: String)? {
    for name in names {
      for value in meta[name] ?? [] where !LineOfText(value).isEmpty { return (name, value) }
    }
    return nil
  }
}

/// Which of the words that matter here stand in the names of an element.
private struct NameWords {
  private(set) var isAuthor = false
  private(set) var isDate = false
  private(set) var isTitle = false

  /// Looks through the value of an attribute in one pass.
  mutating func read(_ values: [UInt8], _ range: Range<Int>) {
    values.withUnsafeBufferPointer { bytes in
      func has(_ word: StaticString, at place: Int) -> Bool {
        word.withUTF8Buffer { word in
          guard place + word.count <= range.upperBound else { return false }
          for index in 0..<word.count where bytes[place + index] | 0x20 != word[index] {
            return false
          }
          return true
        }
      }
      for place in range {
        switch bytes[place] | 0x20 {
        case UInt8(ascii: "a"):
          if has("author", at: place) || has("autor", at: place) { isAuthor = true }
        case UInt8(ascii: "b"): if has("byline", at: place) { isAuthor = true }
        case UInt8(ascii: "c"): if has("contributor", at: place) { isAuthor = true }
        case UInt8(ascii: "d"):
          // "update" is one, "candidate" and "validate" are none.
          if has("date", at: place) || has("datum", at: place),
            place == range.lowerBound || bytes[place - 1] < 0x61
              || bytes[place - 1] == UInt8(ascii: "p") || bytes[place - 1] == UInt8(ascii: "t")
          {
            isDate = true
          }
        case UInt8(ascii: "h"): if has("headline", at: place) { isTitle = true }
        case UInt8(ascii: "m"): if has("meta", at: place) { isDate = true }
        case UInt8(ascii: "p"):
          if has("publish", at: place) || has("posted", at: place) { isDate = true }
        case UInt8(ascii: "t"):
          if has("timestamp", at: place) || has("time", at: place) { isDate = true }
          if has("title", at: place), place > range.lowerBound, bytes[place - 1] < 0x61 {
            isTitle = true
          }
        default: break
        }
      }
    }
  }
}
