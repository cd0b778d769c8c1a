import SaysoRecords

/// A report on its way: its parts and what it states, before text and blocks are fixed.
struct ReportDraft {
  /// What it states about itself.
  var metadata = Metadata()
  /// Its parts in reading order.
  var parts: [Part] = []
  /// The text that must stay exactly as given; the parts are slices of it.
  ///
  /// Nil where the text is
  /// put together from the parts.
  var given: [UInt8]?
  /// Whether it is a whole page with its menus; nil where the parts decide.
  var isPage: Bool?
  /// Headings that the page is known to have, squashed to letters; used where `isPage`.
  var knownHeadings: Set<[UInt8]> = []
  /// The words of links that the page is known to have, squashed to letters; used where `isPage`.
  var knownLinks: Set<[UInt8]> = []
  /// Where it stands inside its file, for messages ("feed.xml, entry 3"); nil where it is the file.
  var place: String?
  /// Whether the headline stands apart: a line of the text that repeats it is left out.
  var keepsTitleApart = false
  /// What was wrong so far.
  var warnings: [ReadingError] = []

  /// Takes what is known of where the bytes came from.
  ///
  /// The address of a feed is not that of its entries. What the draft has found out itself, as a
  /// saved page does, goes first.
  mutating func take(_ origin: SourceFile.Origin) {
    let known = metadata.provenance
    if place == nil { metadata.url = metadata.url ?? origin.address }
    guard
      origin.address != nil || origin.retrieved != nil || origin.container != nil
        || origin.statedDigest != nil
    else { return }
    metadata.provenance = Provenance(
      address: known?.address ?? origin.address, retrieved: known?.retrieved ?? origin.retrieved,
      container: known?.container ?? origin.container,
      statedDigest: known?.statedDigest ?? origin.statedDigest)
  }

  /// Fixes text and blocks.
  ///
  /// - Parameters:
  ///   - snapshot: digest of the bytes the report came from.
  ///   - place: the file, or file and line, for messages.
  ///   - fallback: the time of publication for a report that states none.
  consuming func finish(
    snapshot: SHA256Digest, place: String, fallback: PublicationTime?
  ) -> ReportReading {
    dropPageFurniture()
    readFurniture()
    let trims = readEnds()
    metadata.splitTitle()
    if metadata.published == nil, let date = metadata.url.flatMap(StatedDate.inAddress) {
      metadata.published = PublicationTime(date)
    }
    metadata.published = metadata.published ?? metadata.created
    var warnings = warnings
    for broken in metadata.brokenDates {
      let rest = metadata.published == nil ? "the report stays undated" : "another date was found"
      warnings.append(
        ReadingError(
          "\"\(broken.value.prefix(60))\" under \"\(broken.name)\" is no date; \(rest)",
          place: place, remedy: "write it like 2024-10-29 or 2024-10-29T09:23:46Z"))
    }
    let (text, blocks) = freeze(trims)
    let language = metadata.language ?? LanguageGuess.language(of: text.bytes)
    // A blank id names nothing, and every report with one would be the same.
    let statedID = metadata.id.flatMap { LineOfText($0).isEmpty ? nil : $0 }
    return ReportReading(
      report: Report(
        id: ReportID(statedID ?? ReportDraft.madeID(url: metadata.url, text: text)),
        title: metadata.title, subtitle: metadata.subtitle, url: metadata.url,
        outlet: metadata.outlet ?? metadata.host, agency: metadata.agency,
        byline: metadata.byline, published: metadata.published ?? fallback,
        modified: metadata.modified, section: metadata.section, caption: metadata.caption,
        extent: metadata.extent, provenance: metadata.provenance,
        language: language, topics: metadata.topics, sha256: snapshot, text: text, blocks: blocks),
      warnings: warnings)
  }

  /// The first 16 digits of the digest of the address's canonical key, which all addresses of one
  /// report share, or of the text where there is no address.
  private static func madeID(url: String?, text: FrozenText) -> String {
    let known = url.map { CanonicalAddress($0)?.key ?? $0 }
    let digest = known.map { SHA256Digest(of: $0.utf8) } ?? SHA256Digest(of: text.bytes)
    return String(digest.hex.prefix(16))
  }

  /// Leaves the running text of a whole page; reads date and byline from the lines before it.
  private mutating func dropPageFurniture() {
    guard isPage ?? PageBody.isPage(parts) else { return }
    dropPointers()
    let headings = knownHeadings
    let body = PageBody(parts, title: metadata.title) {
      $0.kind == .heading || headings.contains(PageBody.letters($0.bytes))
    }
    for place in Array(body.preamble) + Array(body.postamble) {
      let line = parts[place].line
      if metadata.published == nil, line.bytes.count <= 60 {
        metadata.published = StatedDate.parse(line.string)
      }
      if metadata.byline == nil, case .byline(let names) = Furniture.role(of: line) {
        metadata.byline = names
      }
    }
    parts = body.kept.map { place in
      var part = parts[place]
      if headings.contains(PageBody.letters(part.bytes)) { part.kind = .heading }
      return part
    }
  }

  /// Leaves out the lines that are nothing but a known link of six words or more, where a sentence
  /// has ended before: they lead to other reports.
  private mutating func dropPointers() {
    guard !knownLinks.isEmpty else { return }
    var kept: [Part] = []
    for part in parts {
      let isPointer =
        part.line.wordCount(upTo: 6) >= 6 && kept.last?.line.endsSentence != false
        && knownLinks.contains(PageBody.letters(part.line.bytes))
      if !isPointer { kept.append(part) }
    }
    parts = kept
  }

  /// Takes bylines and dates out, drops captions, credits, appeals and repeated headlines.
  private mutating func readFurniture() {
    var kept: [Part] = []
    var bodySeen = 0
    var titleSeen = false
    let headline = metadata.title.map { PageBody.letters(Array($0.utf8)[...]) } ?? []
    for (place, part) in parts.enumerated() {
      let line = part.line
      guard !line.isEmpty else { continue }
      if part.isApart {
        kept.append(part)
        continue
      }
      switch Furniture.role(of: line) {
      case .byline(let names):
        if bodySeen > 2, place + 2 < parts.count { break }
        metadata.byline = metadata.byline ?? names
        continue
      case .caption, .credit, .appeal: continue
      case .body: break
      }
      if bodySeen == 0, line.bytes.count <= 60, let stated = StatedDate.parse(line.string) {
        metadata.published = metadata.published ?? stated
        continue
      }
      if !headline.isEmpty, line.bytes.count < 400, PageBody.letters(line.bytes) == headline {
        if titleSeen || keepsTitleApart && parts.count > 1 { continue }
        titleSeen = true
        if given == nil {
          kept.append(Part(kind: .heading, bytes: part.bytes))
          continue
        }
      }
      if given == nil, bodySeen == 0, place < 3, part.kind == .paragraph, Furniture.isNames(line) {
        metadata.byline = metadata.byline ?? line.string
        continue
      }
      if part.isProse, part.kind != .heading { bodySeen += 1 }
      kept.append(part)
    }
    // Titles of other reports close many pages: a list of at least three without one sentence.
    let ending = kept.reversed().prefix {
      $0.kind == .listItem && !$0.line.endsSentence && $0.line.wordCount(upTo: 31) <= 30
    }
    if ending.count >= 3, ending.count * 2 < kept.count,
      ending.allSatisfy({ $0.line.wordCount(upTo: 5) >= 5 })
    {
      kept.removeLast(ending.count)
    }
    if given == nil { kept.removeLast(ClosingLines.count(in: kept, byline: metadata.byline)) }
    // A heading with nothing under it heads nothing of this report.
    while kept.count > 1, kept.last?.kind == .heading { kept.removeLast() }
    parts = given == nil ? PullQuotes.dropped(from: kept) : kept
  }

  /// How many bytes to leave off a part's ends.
  private struct Trim {
    var start: Int?
    var end: Int?
  }

  /// Reads the dateline and the marks of agencies; says what of which part is not running text.
  private mutating func readEnds() -> [Int: Trim] {
    var trims: [Int: Trim] = [:]
    var tried = 0
    for (place, part) in parts.enumerated() where part.kind == .paragraph && !part.isApart {
      if tried == 3 { break }
      tried += 1
      guard let dateline = Dateline(part.bytes) else { continue }
      trims[place, default: Trim()].start = dateline.end
      metadata.agency = metadata.agency ?? dateline.agency
      if metadata.published == nil, let date = dateline.date {
        metadata.published = PublicationTime(date)
      }
      break
    }
    if let place = lastPlace, place > 0, parts[place].kind != .heading,
      AgencyMark.isMark(parts[place].line, emphasised: parts[place].isEmphasised)
    {
      metadata.agency = metadata.agency ?? parts[place].line.string
      parts.remove(at: place)
    }
    if let place = lastPlace, parts[place].kind != .heading,
      let mark = AgencyMark(endOf: parts[place].bytes)
    {
      metadata.agency = metadata.agency ?? mark.agency
      trims[place, default: Trim()].end = mark.start
    }
    return trims
  }

  /// Where the last part stands that is not apart.
  private var lastPlace: Int? { parts.lastIndex { !$0.isApart } }

  /// Puts the text together, or keeps the one given, and lays the blocks over it.
  private func freeze(_ trims: [Int: Trim]) -> (FrozenText, [TextBlock]) {
    var blocks: [TextBlock] = []
    var text: [UInt8] = []
    for (place, part) in parts.enumerated() {
      let line = part.line.bytes
      if part.isApart {
        if given == nil { text += (text.isEmpty ? [] : [10, 10]) + ReportDraft.onOneLine(line) }
        continue
      }
      let from = max(line.startIndex, trims[place]?.start ?? line.startIndex)
      let to = min(line.endIndex, trims[place]?.end ?? line.endIndex)
      if given != nil {
        if from < to { blocks.append(TextBlock(part.kind, TextSpan(from, to))) }
        continue
      }
      let head = ReportDraft.onOneLine(line[..<max(from, line.startIndex)])
      let body = ReportDraft.onOneLine(line[from..<max(from, to)])
      let tail = ReportDraft.onOneLine(line[max(from, to)...])
      if !text.isEmpty { text += [10, 10] }
      text += head
      let start = text.count
      text += body
      if start < text.count { blocks.append(TextBlock(part.kind, TextSpan(start, text.count))) }
      text += tail
    }
    return (FrozenText(utf8: given ?? text), blocks)
  }

  /// `bytes` with each run of white space as one space and without control characters.
  private static func onOneLine(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    if bytes.starts(with: [0xE2, 0x80, 0x9C]) || bytes.starts(with: [0xE2, 0x80, 0x98]) {
      result += bytes[place..<(place + 3)]
      place += 3
    }
    if bytes.endIndex - place > 2, (0x41...0x5A).contains(bytes[place]), bytes[place + 1] == 10,
      (0x61...0x7A).contains(bytes[place + 2])
    {
      // A first letter that the page sets apart from its word.
      result.append(bytes[place])
      place += 2
    }
    while place < bytes.endIndex {
      let width = LineOfText.spaceWidth(bytes, at: place, before: bytes.endIndex)
      if width > 0 {
        // U+200B and U+FEFF have no width: they are left out rather than widened to a space.
        let isWidthless = width == 3 && bytes[place + 2] == 0x8B || bytes[place] == 0xEF
        // A line end before a stop or a closing mark is the crawler's, not the writer's.
        let isBreak = bytes[place] == 10 && bytes[(place + 1)...].closingMarkWidth != nil
        if !isWidthless, !isBreak, result.last != 32 { result.append(32) }
        place += width
      } else if bytes[place] == 0xE2, bytes[place...].isWidthlessMark {
        place += 3
      } else if bytes[place] == 0xC2, place + 1 < bytes.endIndex, bytes[place + 1] == 0xAD {
        place += 2
      } else {
        if bytes[place] != 0x7F { result.append(bytes[place]) }
        place += 1
      }
    }
    return result
  }
}

extension ArraySlice<UInt8> {
  /// Whether the slice begins with a mark that no reader sees: U+200C, U+200E, U+200F or U+2060.
  fileprivate var isWidthlessMark: Bool {
    starts(with: [0xE2, 0x80, 0x8C]) || starts(with: [0xE2, 0x80, 0x8E])
      || starts(with: [0xE2, 0x80, 0x8F]) || starts(with: [0xE2, 0x81, 0xA0])
  }
}
