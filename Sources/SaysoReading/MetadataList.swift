import SaysoRecords

/// A list of fields at the top of a Markdown file, as crawlers and note programs write it:
/// `- **URL**: https://…`, under a heading or at once.
struct MetadataList {
  /// The fields with their values.
  private(set) var fields: [String: [String]] = [:]
  /// The blocks of the report itself.
  private(set) var body: ArraySlice<MarkdownBlocks.Block>
  /// Whether the body is a whole page put down line by line.
  private(set) var isCrawl = false
  /// Headings that the file lists for the page, squashed to letters.
  private(set) var headings: Set<[UInt8]> = []
  /// The words of the links that the file lists for the page, squashed to letters.
  private(set) var links: Set<[UInt8]> = []

  /// Headings of a crawler's file under which something else than the report stands.
  private static let asides: Set<String> = [
    "metadata", "page structure", "links", "images", "media", "references", "outline",
  ]
  /// Headings under which the report stands.
  private static let contents: Set<String> = ["content", "text", "article", "body", "page content"]

  /// Finds the list; nil where the file starts in another way.
  ///
  /// The lines of a live blog (`**19:00** …`) and of a transcript (`**Presenter:** …`) look like
  /// fields, but a time is no name, and no name among theirs is one of a field.
  init?(_ blocks: ArraySlice<MarkdownBlocks.Block>) {
    var place = blocks.startIndex
    while place < blocks.endIndex, blocks[place].level > 0, place < blocks.startIndex + 3 {
      place += 1
    }
    var found = 0
    while place < blocks.endIndex, let (name, value) = MetadataList.field(blocks[place]) {
      fields[name] = [value]
      found += 1
      place += 1
    }
    guard fields.keys.contains(where: Metadata.isField),
      found >= 2 || place < blocks.endIndex && blocks[place].level > 0
    else { return nil }
    body = blocks[place...]
    readSections(from: place, of: blocks)
    // When a page was fetched or searched for is not when it was published.
    for name in fields.keys where name.lowercased().contains("scraped") || name == "timestamp" {
      fields[name] = nil
    }
  }

  private mutating func readSections(from start: Int, of blocks: ArraySlice<MarkdownBlocks.Block>) {
    var section = ""
    var contentStart: Int?
    var contentEnd: Int?
    for place in start..<blocks.endIndex {
      let block = blocks[place]
      if block.level == 2 || block.level == 1 {
        let name = LineOfText(block.raw[...]).string.lowercased()
        if contentStart == nil, MetadataList.contents.contains(name) {
          contentStart = place + 1
          section = name
        } else if MetadataList.asides.contains(name) {
          if contentStart != nil, contentEnd == nil { contentEnd = place }
          section = name
        }
        continue
      }
      if section == "links", block.kind == .listItem {
        links.insert(PageBody.letters(MarkdownInline(block.raw[...]).bytes[...]))
      }
      if section == "page structure", contentStart == nil, block.kind == .listItem {
        let words = block.raw.drop {
          $0 == UInt8(ascii: "#") || $0 == 32 || $0 == UInt8(ascii: "-")
        }
        headings.insert(PageBody.letters(words))
      }
    }
    if let contentStart {
      body = blocks[contentStart..<(contentEnd ?? blocks.endIndex)]
      isCrawl = true
    }
  }

  /// `**Name**: value`, `**Name:** value` or `Name: value` in a list item.
  private static func field(_ block: MarkdownBlocks.Block) -> (String, String)? {
    guard block.kind == .listItem || block.raw.starts(with: "**".utf8), !block.raw.contains(10),
      let colon = block.raw.firstIndex(of: UInt8(ascii: ":")), colon <= 40
    else { return nil }
    let name = LineOfText(block.raw[..<colon].filter { $0 != UInt8(ascii: "*") }[...])
    guard (1...4).contains(name.wordCount(upTo: 5)), name.hasWords else { return nil }
    let value = LineOfText(block.raw[(colon + 1)...].drop { $0 == UInt8(ascii: "*") })
    guard !value.isEmpty else { return nil }
    return (name.string, value.string)
  }
}
