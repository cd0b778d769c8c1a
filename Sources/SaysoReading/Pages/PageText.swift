import SaysoRecords

/// Finds the running text of a web page.
///
/// What is furniture by its element or name is left out first. Each remaining line speaks for all
/// elements around it, paragraphs for and lists of links against; the element with the best sum holds
/// the text. The idea of summing over paragraphs is that of the arc90 "Readability" experiment
/// (2009), the best sum over a tree that of Pasternack and Roth, "Extracting Article Text from the Web
/// with Maximum Subsequence Segmentation" (WWW 2009). The page's own word (`articleBody`, a class
/// that says so) goes before it where it holds most of the same text.
struct PageText {
  /// The parts found.
  private(set) var parts: [Part] = []
  /// The words under the lead picture.
  private(set) var caption: String?
  /// Which element holds the text, for people: "div.article-body, by its name".
  private(set) var choice = ""
  /// That element.
  private(set) var holder: HTMLTree.Place = 0

  /// Fewer bytes of running text than this are a teaser rather than a report.
  private static let leastProse = 140

  /// Finds the text of a page.
  init(_ tree: HTMLTree) {
    self.init(tree, care: .strict)
    if PageText.prose(parts) < PageText.leastProse {
      let all = PageText(tree, care: .lenient)
      if PageText.prose(all.parts) > PageText.prose(parts) { self = all }
    }
  }

  /// How the page was looked at.
  private var care = PageOutline.Care.strict

  private init(_ tree: HTMLTree, care: PageOutline.Care) {
    self.care = care
    let outline = PageOutline(tree, care: care)
    let text = PageSegments(tree, outline)
    holder = choose(tree, outline, text)
    collect(holder, tree, outline, text)
    caption = PageText.caption(holder, tree, outline)
  }

  /// What was left out, in the order of the page: furniture by its element or name, and lines outside
  /// of the element that holds the text or cut from it.
  static func omissions(_ tree: HTMLTree) -> [ReadingExplanation.Omission] {
    let page = PageText(tree)
    let outline = PageOutline(tree, care: page.care)
    var found: [(place: Int, omission: ReadingExplanation.Omission)] = []
    for place in tree.nodes.indices {
      guard let reason = outline.furniture[place], outline.visible[place] > 0 else { continue }
      found.append(
        (
          place,
          ReadingExplanation.Omission(
            reason: reason.rawValue, element: describe(place, tree),
            words: String(tree.line(in: place).prefix(120)),
            byteCount: Int(outline.visible[place]))
        ))
    }
    let kept = Set(page.parts.map { $0.line.bytes })
    let text = PageSegments(tree, outline)
    for segment in text.segments {
      let line = LineOfText(text.bytes(segment))
      if kept.contains(line.bytes) { continue }
      let isInside =
        page.holder <= segment.place && segment.place < Int(tree.nodes[page.holder].end)
      found.append(
        (
          segment.place,
          ReadingExplanation.Omission(
            reason: isPointer(segment, line)
              ? "a link elsewhere"
              : isInside ? "a line that reports nothing" : "outside of the text",
            element: describe(segment.holder, tree), words: String(line.string.prefix(120)),
            byteCount: segment.visible)
        ))
    }
    return found.sorted { $0.place < $1.place }.map(\.omission)
  }

  /// Bytes of running text.
  static func prose(_ parts: [Part]) -> Int {
    parts.reduce(0) { $0 + ($1.isProse ? $1.bytes.count : 0) }
  }

  // MARK: - Which element

  /// What a line says for the elements around it.
  private static func weight(_ segment: PageSegments.Segment, _ line: LineOfText) -> Int {
    let own = segment.visible - segment.linked
    if segment.kind == .heading { return segment.linked * 2 > segment.visible ? -20 : 5 }
    if segment.linked * 10 >= segment.visible * 7 { return -15 - min(segment.linked, 100) / 2 }
    let words = line.wordCount(upTo: 20)
    let isProse = words >= 20 || (words >= 6 && (line.endsSentence || line.endsQuotation))
    if isProse { return min(own, 1200) }
    return own >= 60 || line.endsSentence || line.endsQuotation ? own / 4 : -8
  }

  private mutating func choose(
    _ tree: HTMLTree, _ outline: PageOutline, _ text: PageSegments
  ) -> Int {
    // sums[k]: the weights of all segments before node k.
    var sums = Array(repeating: 0, count: tree.nodes.count + 1)
    for segment in text.segments {
      sums[segment.place + 1] += PageText.weight(segment, LineOfText(text.bytes(segment)))
    }
    for place in 1..<sums.count { sums[place] += sums[place - 1] }
    func sum(_ place: Int) -> Int { sums[Int(tree.nodes[place].end)] - sums[place] }
    var best = 0
    var named: (place: Int, sum: Int)?
    var marked: (place: Int, sum: Int)?
    var article: (place: Int, sum: Int)?
    var place = 0
    while place < tree.nodes.count {
      let node = tree.nodes[place]
      if outline.isSilent[place] || outline.furniture[place] != nil {
        place = Int(node.end)
        continue
      }
      if node.tag != .text, node.tag.isBlock || node.tag == .other, outline.visible[place] > 0 {
        let own = sum(place)
        if own >= sum(best), node.tag != .p, node.tag.headingLevel == nil { best = place }
        if tree.has(.itemprop, "articlebody", at: place), own > marked?.sum ?? 0 {
          marked = (place, own)
        }
        if outline.labels[place]?.isBody == true, own > named?.sum ?? 0 { named = (place, own) }
        if node.tag == .article || node.tag == .main || tree.has(.role, "main", at: place)
          || tree.has(.role, "article", at: place), own > article?.sum ?? 0
        {
          article = (place, own)
        }
      }
      place += 1
    }
    let most = sum(best)
    for (candidate, why, share) in [
      (marked, "marked as articleBody", 50), (named, "by its name", 60),
      (article, "by its element", 75),
    ] {
      guard let candidate, candidate.sum * 100 >= most * share else { continue }
      choice = PageText.describe(candidate.place, tree) + ", " + why
      return candidate.place
    }
    choice = PageText.describe(best, tree) + ", since it holds most running text"
    return best
  }

  /// An element as people write it: `div#story.article-body`.
  static func describe(_ place: Int, _ tree: HTMLTree) -> String {
    var name = "\(tree.nodes[place].tag)"
    if let id = tree.string(.id, of: place), !id.isEmpty { name += "#" + id.prefix(40) }
    if let classes = tree.string(.class, of: place) {
      for word in classes.split(whereSeparator: { $0 == " " || $0 == "\n" }).prefix(3) {
        name += "." + word.prefix(40)
      }
    }
    return name
  }

  // MARK: - What is in it

  private mutating func collect(
    _ holder: Int, _ tree: HTMLTree, _ outline: PageOutline, _ text: PageSegments
  ) {
    var kept: [PageSegments.Segment] = []
    let ranges = PageText.continuations(of: holder, tree, outline)
    let begin = lead(holder, tree, text)
    for segment in text.segments {
      let isInside = ranges.contains { $0.contains(segment.place) }
      if isInside || begin.contains(segment.place) { kept.append(segment) }
    }
    kept = kept.filter { segment in
      let line = LineOfText(text.bytes(segment))
      return !PageText.isPointer(segment, line)
    }
    // What is called a deck behind the first paragraph is none.
    if let first = kept.firstIndex(where: { PageText.isProse($0, text) && $0.visible >= 140 }) {
      for place in kept.indices where place > first { kept[place].isDeck = false }
    }
    PageText.dropCaptions(&kept, text)
    cutFurniture(&kept, text)
    trim(&kept, text)
    var seen: Set<ArraySlice<UInt8>> = []
    for segment in kept {
      let bytes = text.bytes(segment)
      let line = LineOfText(bytes)
      if line.wordCount(upTo: 8) >= 8, !seen.insert(line.bytes).inserted { continue }
      parts.append(
        Part(
          kind: segment.kind, bytes: bytes,
          isEmphasised: segment.emphasised * 10 >= segment.visible * 9))
    }
  }

  /// Items and lines that are links lead elsewhere, unless they end a sentence of some length.
  private static func isPointer(_ segment: PageSegments.Segment, _ line: LineOfText) -> Bool {
    segment.linked * 10 >= segment.visible * 8
      && !(line.endsSentence && line.wordCount(upTo: 6) >= 6)
      && !(segment.kind == .heading && segment.level > 0 && segment.linked < segment.visible)
  }

  /// Leaves out captions: lines right under pictures that are no sentences, and behind the first
  /// paragraph those all in italics.
  ///
  /// Bold ones are subheads.
  private static func dropCaptions(
    _ kept: inout [PageSegments.Segment], _ text: PageSegments
  ) {
    var isInText = false
    kept = kept.filter { segment in
      let line = LineOfText(text.bytes(segment))
      defer { isInText = isInText || isProse(segment, text) }
      guard segment.isUnderPicture, segment.kind == .paragraph, !segment.isDeck,
        segment.bold * 10 < segment.visible * 9, !line.startsSmall
      else { return true }
      if !line.endsSentence, !line.endsInColon, !line.endsQuotation {
        return line.wordCount(upTo: 26) > 25
      }
      let isItalic = segment.emphasised * 10 >= segment.visible * 9
      return !(isInText && isItalic && line.wordCount(upTo: 41) <= 40)
    }
  }

  /// The element that holds the text, and those of the same names beside or after it: some pages part
  /// the text for advertisements.
  private static func continuations(
    of holder: Int, _ tree: HTMLTree, _ outline: PageOutline
  ) -> [Range<Int>] {
    let whole = holder..<Int(tree.nodes[holder].end)
    guard let names = tree.value(.class, of: holder), names.count >= 4 else { return [whole] }
    // Only under the same parent, or its parent: farther away it is another report's text.
    let parent = Int(tree.nodes[holder].parent)
    let around = parent > 0 ? Int(tree.nodes[parent].parent) : parent
    guard around >= 0, tree.nodes[holder].tag != .article else { return [whole] }
    var ranges = [whole]
    var place = around + 1
    while place < Int(tree.nodes[around].end) {
      let node = tree.nodes[place]
      if place == holder || node.tag == .text || outline.furniture[place] != nil {
        place = Int(node.end)
        continue
      }
      if node.tag == tree.nodes[holder].tag, place != holder, !whole.contains(place),
        let other = tree.value(.class, of: place), other.elementsEqual(names),
        outline.prose[place] > 0
      {
        ranges.append(place..<Int(node.end))
        place = Int(node.end)
        continue
      }
      place += 1
    }
    return ranges
  }

  /// The places of the paragraphs between the headline and the element that holds the text: the line
  /// under the headline often stands outside of it.
  private func lead(_ holder: Int, _ tree: HTMLTree, _ text: PageSegments) -> Set<Int> {
    guard let headline = tree.nodes[..<holder].lastIndex(where: { $0.tag == .h1 }) else {
      return []
    }
    let between = text.segments.filter {
      Int(tree.nodes[headline].end) <= $0.place && $0.place < holder
    }
    let lead = between.filter { segment in
      let line = LineOfText(text.bytes(segment))
      return (segment.isDeck || segment.kind != .listItem) && segment.linked * 4 <= segment.visible
        && line.wordCount(upTo: 8) >= 8 && (segment.isDeck || line.endsSentence)
    }
    // Much text there is another report's, or the wrong headline.
    return lead.count <= 4 ? Set(lead.map(\.place)) : []
  }

  /// Leaves out what headings open that lead to other things.
  ///
  /// A list of other reports goes with its lines up to the next paragraph. Where the heading stands
  /// behind most of the text and little follows, or comments do, the text ends there.
  private func cutFurniture(_ kept: inout [PageSegments.Segment], _ text: PageSegments) {
    let prose = kept.map { PageText.isProse($0, text) ? $0.visible : 0 }
    let all = prose.reduce(0, +)
    var before = 0
    var result: [PageSegments.Segment] = []
    var place = 0
    while place < kept.count {
      let segment = kept[place]
      guard prose[place] == 0, let kind = FurnitureHeading.kind(of: LineOfText(text.bytes(segment)))
      else {
        before += prose[place]
        result.append(segment)
        place += 1
        continue
      }
      let isLate = before * 100 >= all * 55
      let rest = all - before
      switch kind {
      case .line: place += 1
      case .list, .author:
        if isLate, rest * 100 <= all * (kind == .author ? 30 : 20) {
          place = kept.count
        } else {
          place += 1
          while place < kept.count, prose[place] == 0, kept[place].kind != .heading { place += 1 }
        }
      case .comments:
        if isLate { place = kept.count } else { place += 1 }
      }
    }
    kept = result
  }

  /// Leaves out short lines before the first paragraph and behind the last: names, dates, buttons.
  private func trim(_ kept: inout [PageSegments.Segment], _ text: PageSegments) {
    guard let first = kept.firstIndex(where: { PageText.isProse($0, text) }),
      let last = kept.lastIndex(where: { PageText.isProse($0, text) })
    else { return }
    var result: [PageSegments.Segment] = []
    for (place, segment) in kept.enumerated() {
      let line = LineOfText(text.bytes(segment))
      if place < first, segment.kind != .heading || segment.level == 1, !segment.isDeck,
        !line.endsSentence, !line.endsQuotation, line.wordCount(upTo: 12) < 12
      {
        continue
      }
      if place > last,
        segment.kind == .heading
          || segment.kind != .listItem && !line.endsSentence
            && !line.endsQuotation && line.wordCount(upTo: 12) < 12
      {
        continue
      }
      result.append(segment)
    }
    kept = result
  }

  private static func isProse(_ segment: PageSegments.Segment, _ text: PageSegments) -> Bool {
    segment.kind != .heading && segment.linked * 2 < segment.visible
      && Part(kind: segment.kind, bytes: text.bytes(segment)).isProse
  }

  /// The words under the lead picture: the first element that is named a caption, from some way
  /// above the headline to the first third of the text.
  private static func caption(
    _ holder: Int, _ tree: HTMLTree, _ outline: PageOutline
  ) -> String? {
    let headline = tree.nodes[..<Int(tree.nodes[holder].end)].lastIndex { $0.tag == .h1 }
    let start = max(0, min(headline ?? holder, holder) - 200)
    var last = Int(tree.nodes[holder].end)
    var seen: Int32 = 0
    for place in holder..<last where tree.nodes[place].tag == .p {
      seen += outline.prose[place]
      if seen * 3 > outline.prose[holder] {
        last = place
        break
      }
    }
    for place in start..<max(start, last) {
      guard
        tree.nodes[place].tag == .figcaption
          || outline.labels[place]?.furniture == .caption && outline.visible[place] > 0,
        isInReport(place, tree, outline)
      else { continue }
      let words = tree.line(in: place)
      if words.utf8.count >= 15 { return words }
    }
    return nil
  }

  /// Whether no element around `place` is left out as something other than a picture's.
  private static func isInReport(_ place: Int, _ tree: HTMLTree, _ outline: PageOutline) -> Bool {
    var around = Int(tree.nodes[place].parent)
    while around > 0 {
      switch outline.furniture[around] {
      case nil, .caption, .gallery: around = Int(tree.nodes[around].parent)
      default: return false
      }
    }
    return true
  }
}
