import SaysoRecords

/// Reads Markdown with YAML front matter, or with a list of fields at the top as crawlers write it.
enum MarkdownReader {
  /// The draft of a Markdown file; `place` is the file's name.
  static func draft(of bytes: [UInt8], place: String) -> ReportDraft {
    var draft = ReportDraft()
    var start = 0
    if let front = FrontMatter(bytes) {
      start = front.bodyStart
      draft.metadata.take(front.fields)
      if let problem = front.problem {
        draft.warnings.append(
          ReadingError(
            "the front matter is broken: \(problem)", place: "\(place), line \(front.problemLine)",
            remedy: "mend its YAML; text with a colon in it needs quotation marks"))
      }
    }
    var blocks = MarkdownBlocks(bytes[start...]).blocks[...]
    if let list = MetadataList(blocks) {
      blocks = list.body
      draft.metadata.take(list.fields)
      draft.isPage = list.isCrawl ? true : nil
      draft.knownHeadings = list.headings
      draft.knownLinks = list.links
    }
    draft.parts = parts(of: blocks, links: draft.knownLinks)
    if draft.metadata.title == nil { takeTitle(of: blocks, into: &draft) }
    return draft
  }

  /// The title from the first heading, or from the first line of a crawled page.
  private static func takeTitle(
    of blocks: ArraySlice<MarkdownBlocks.Block>, into draft: inout ReportDraft
  ) {
    if draft.isPage == true, let first = draft.parts.first?.line, first.bytes.count <= 300 {
      // The first line of a crawled page is its title as browsers show it: the headline, and the
      // outlet's name after it. A heading that begins it is the headline itself.
      let letters = PageBody.letters(first.bytes)
      let headline = draft.parts.dropFirst().first {
        let own = PageBody.letters($0.bytes)
        return own.count >= 12 && letters.starts(with: own) && draft.knownHeadings.contains(own)
      }
      if let headline {
        draft.metadata.title = headline.line.string
      } else if !first.endsSentence, first.wordCount(upTo: 31) <= 30, draft.parts.count > 3 {
        draft.metadata.title = first.string
        draft.metadata.splitTitle()
      }
      if draft.metadata.title != nil { draft.parts.removeFirst() }
      return
    }
    if let heading = blocks.first(where: { $0.level == 1 })
      ?? blocks.first.flatMap({ $0.level > 0 ? $0 : nil })
    {
      let words = MarkdownInline(heading.raw[...]).bytes
      if LineOfText(words[...]).hasWords { draft.metadata.title = LineOfText(words[...]).string }
    }
  }

  /// The blocks in plain words; paragraphs of several lines are laid out by the habits of the text.
  private static func parts(
    of blocks: ArraySlice<MarkdownBlocks.Block>, links: Set<[UInt8]>
  ) -> [Part] {
    let linked = linkListItems(blocks)
    var parts: [Part] = []
    var afterImage = false
    let habit = LineLayout(joinedParagraphs(blocks)[...])
    for place in blocks.indices where !linked.contains(place) {
      let block = blocks[place]
      let raw = block.raw[...]
      let pieces =
        block.kind == .paragraph && raw.contains(10) && !habit.isWrapped
        ? LineLayout(raw, links: links).paragraphs : [raw]
      for piece in pieces {
        let inline = MarkdownInline(piece)
        let words = LineOfText(inline.bytes[...])
        if words.isEmpty || !words.hasWords && block.kind != .paragraph {
          afterImage = afterImage || inline.hasImage
          continue
        }
        // Emphasised words right under a picture, or beside it, are its caption; a link alone in a
        // paragraph is a pointer.
        let isCaption =
          (afterImage && inline.isEmphasised) || (inline.hasImage && !words.endsSentence)
        let isPointer =
          block.kind == .paragraph && inline.isOnlyLinks && !words.endsSentence
          && words.wordCount(upTo: 26) <= 25
        let isAddress = words.wordCount(upTo: 2) == 1 && words.bytes.firstPlace(of: "://") != nil
        afterImage = inline.hasImage
        if isCaption || isPointer || isAddress { continue }
        parts.append(
          Part(kind: block.kind, bytes: inline.bytes[...], isEmphasised: inline.isEmphasised))
      }
    }
    return parts
  }

  /// All paragraphs with blank lines between, for measuring how the text is wrapped.
  private static func joinedParagraphs(_ blocks: ArraySlice<MarkdownBlocks.Block>) -> [UInt8] {
    blocks.reduce(into: []) { text, block in
      if block.kind == .paragraph { text += block.raw + [10, 10] }
    }
  }

  /// The items that are nothing but a link, where an unbroken list has at least two of them.
  private static func linkListItems(_ blocks: ArraySlice<MarkdownBlocks.Block>) -> Set<Int> {
    var found: Set<Int> = []
    var run: [Int] = []
    for place in blocks.indices {
      let block = blocks[place]
      if block.kind == .listItem, MarkdownInline(block.raw[...]).isOnlyLinks {
        run.append(place)
      } else if block.kind != .listItem {
        if run.count >= 2 { found.formUnion(run) }
        run = []
      }
    }
    if run.count >= 2 { found.formUnion(run) }
    return found
  }
}
