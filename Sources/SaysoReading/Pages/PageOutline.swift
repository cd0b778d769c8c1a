/// How much text stands where on a page, and what is furniture by its name or element.
struct PageOutline {
  /// Bytes of text below each node, white space and silent elements aside.
  private(set) var visible: [Int32]
  /// Those of them inside links.
  private(set) var linked: [Int32]
  /// Bytes of running text below each node: in paragraphs, or in long runs right in an element.
  private(set) var prose: [Int32]
  /// What the names of each element say.
  private(set) var labels: [PageLabels?]
  /// What an element is left out as; nil where it is not, or stands inside one that is.
  private(set) var furniture: [PageLabels.Furniture?]
  /// Whether an element is left out without words being lost: scripts and the like.
  private(set) var isSilent: [Bool]

  /// How a page is looked at.
  enum Care {
    /// By elements and names.
    case strict
    /// By elements alone, for pages that call their own text by a name of furniture.
    case lenient
  }

  /// Runs of text right in an element are running text from this many bytes.
  private static let leastRun: Int32 = 80
  /// Elements whose names speak of payment or appeal are left out up to this many bytes of text.
  private static let longestAppeal: Int32 = 400

  init(_ tree: HTMLTree, care: Care = .strict) {
    let count = tree.nodes.count
    visible = Array(repeating: 0, count: count)
    linked = visible
    prose = visible
    labels = Array(repeating: nil, count: count)
    furniture = Array(repeating: nil, count: count)
    isSilent = Array(repeating: false, count: count)
    measure(tree)
    name(tree, care)
  }

  private mutating func measure(_ tree: HTMLTree) {
    var direct = visible
    for place in tree.nodes.indices.reversed() {
      let node = tree.nodes[place]
      if node.tag == .text {
        var bytes: Int32 = 0
        for index in Int(node.lower)..<Int(node.upper) where tree.text[index] > 32 { bytes += 1 }
        visible[place] = bytes
      } else if node.tag.isSilent {
        isSilent[place] = node.tag != .head && node.tag != .noscript
        visible[place] = 0
        linked[place] = 0
        prose[place] = 0
      } else if node.tag == .a {
        linked[place] = visible[place]
        prose[place] = 0
      } else if node.tag == .p || node.tag == .li || node.tag == .blockquote {
        let own = visible[place] - linked[place]
        if own >= 25, node.tag == .p { prose[place] = own }
      } else if direct[place] >= PageOutline.leastRun {
        prose[place] += direct[place]
      }
      guard node.parent >= 0 else { continue }
      let parent = Int(node.parent)
      visible[parent] += visible[place]
      linked[parent] += linked[place]
      prose[parent] += prose[place]
      if node.tag == .text {
        direct[parent] += visible[place]
      } else if !node.tag.isBlock, node.tag != .a, !node.tag.isSilent {
        direct[parent] += direct[place]
      }
    }
  }

  private mutating func name(_ tree: HTMLTree, _ care: Care) {
    label(tree)
    let bulk = articleProse(tree)
    var place = 0
    while place < tree.nodes.count {
      let node = tree.nodes[place]
      guard node.tag != .text, !isSilent[place], visible[place] > 0 else {
        place = node.tag != .text && isSilent[place] ? Int(node.end) : place + 1
        continue
      }
      if let found = kind(of: place, tree, bulk: bulk, care) {
        furniture[place] = found
        place = Int(node.end)
      } else {
        place += 1
      }
    }
  }

  /// The running text of the fullest element that says it holds the article; of the page where none
  /// does.
  private func articleProse(_ tree: HTMLTree) -> Int32 {
    var most: Int32 = 0
    for place in tree.nodes.indices where prose[place] > most {
      let label = labels[place]
      if tree.nodes[place].tag == .article || label?.isBody == true && label?.furniture == nil
        || tree.has(.itemprop, "articlebody", at: place)
      {
        most = prose[place]
      }
    }
    return most >= 400 ? most : prose[0]
  }

  private mutating func label(_ tree: HTMLTree) {
    var known: [UInt64: PageLabels] = [:]
    for place in tree.nodes.indices {
      let node = tree.nodes[place]
      guard node.tag != .text, visible[place] > 0 else { continue }
      var names: [ArraySlice<UInt8>] = []
      for index in Int(node.lower)..<Int(node.upper) {
        let attribute = tree.attributes[index]
        switch attribute.name {
        case .class, .id, .dataTestID, .itemprop:
          names.append(tree.values[Int(attribute.lower)..<Int(attribute.upper)])
        default: break
        }
      }
      if !names.isEmpty {
        let key = PageOutline.key(names)
        let found = known[key] ?? PageLabels(names)
        known[key] = found
        labels[place] = found
      }
    }
  }

  /// FNV-1a over all names.
  private static func key(_ names: [ArraySlice<UInt8>]) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in names {
      for byte in name { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
      key = (key ^ 0x20) &* 0x100_0000_01B3
    }
    return key
  }

  /// What an element is left out as.
  ///
  /// What holds a third of the page's running text is kept whatever its name, comments aside: some
  /// pages stand in one form, or under a class that speaks of payment.
  private func kind(
    of place: Int, _ tree: HTMLTree, bulk: Int32, _ care: Care
  ) -> PageLabels.Furniture? {
    let node = tree.nodes[place]
    switch node.tag {
    case .document, .html, .body, .main: return nil
    case .noscript, .search: return .navigation
    case .nav, .menu: if prose[place] == 0 || prose[place] * 2 < bulk { return .navigation }
    default: break
    }
    if isHidden(place, tree), prose[place] * 2 < bulk { return .hidden }
    if isBackTab(place, tree) { return .hidden }
    let holds = bulk > 0 && prose[place] * 3 >= bulk
    let label = labels[place]
    if let found = label?.furniture, found == .comments || found == .consent,
      !holdsArticle(place, tree)
    {
      return found
    }
    if label?.furniture == .hidden, care == .strict, prose[place] * 2 < bulk { return .hidden }
    if holds { return nil }
    switch node.tag {
    case .aside: return .sidebar
    case .footer: return .footer
    case .form, .fieldset, .label: return .form
    case .figcaption: return .caption
    case .address: return .author
    case .figure: return holdsWords(place, tree) ? nil : .caption
    case .header where !isInside(place, [.article, .main, .section], tree):
      return holdsHeading(place, tree) ? nil : .navigation
    default: break
    }
    if tree.has(.role, "navigation", at: place) || tree.has(.role, "menu", at: place) {
      return .navigation
    }
    if tree.has(.role, "complementary", at: place) { return .sidebar }
    if tree.has(.role, "contentinfo", at: place) { return .footer }
    if tree.has(.role, "search", at: place) || tree.has(.role, "dialog", at: place) { return .form }
    guard care == .strict, let found = label?.furniture else { return nil }
    // An id of a heading is made of its words.
    if node.tag.headingLevel != nil, found != .hidden, found != .related { return nil }
    switch found {
    case .related:
      // A box of other reports has links; a teaser without one is the line under the headline.
      if linked[place] == 0, prose[place] >= 140 { return nil }
      return found
    case .gallery:
      // The paragraphs that introduce the pictures are text.
      let isText = prose[place] >= 120 && linked[place] * 4 <= visible[place]
      return isText || prose[place] > PageOutline.longestAppeal ? nil : found
    case .paywall, .appeal, .embed, .advertisement:
      // The paragraphs that are paid for are called by the wall that hides them.
      if node.tag == .p, prose[place] > 0 { return nil }
      return prose[place] <= PageOutline.longestAppeal ? found : nil
    case .byline, .timestamp, .tags, .caption, .tool:
      return prose[place] <= PageOutline.longestAppeal ? found : nil
    default: return holdsArticle(place, tree) && prose[place] * 5 >= bulk ? nil : found
    }
  }

  private func isHidden(_ place: Int, _ tree: HTMLTree) -> Bool {
    if tree.value(.hidden, of: place) != nil { return true }
    if tree.has(.ariaHidden, "true", at: place) { return true }
    guard let style = tree.value(.style, of: place) else { return false }
    let small = style.filter { $0 > 32 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return small[...].firstPlace(of: "display:none") != nil
      || small[...].firstPlace(of: "visibility:hidden") != nil
  }

  /// Whether it is a tab that stands behind another one (Bootstrap's `tab-pane`).
  private func isBackTab(_ place: Int, _ tree: HTMLTree) -> Bool {
    func state(_ place: Int) -> (isTab: Bool, isActive: Bool) {
      guard let names = tree.value(.class, of: place), names.firstPlace(of: "tab-pane") != nil
      else { return (false, false) }
      let words = names.split { $0 <= 32 }
      return (
        words.contains { $0.elementsEqual("tab-pane".utf8) },
        words.contains { $0.elementsEqual("active".utf8) }
      )
    }
    let own = state(place)
    guard own.isTab, !own.isActive, tree.nodes[place].parent >= 0 else { return false }
    return tree.children(of: Int(tree.nodes[place].parent)).contains { state($0).isActive }
  }

  /// Whether an element holds the headline or what is marked as the article's body.
  private func holdsArticle(_ place: Int, _ tree: HTMLTree) -> Bool {
    for inner in place..<Int(tree.nodes[place].end) {
      if tree.nodes[inner].tag == .h1 { return true }
      if tree.has(.itemprop, "articlebody", at: inner) { return true }
      if labels[inner]?.isBody == true, labels[inner]?.furniture == nil, prose[inner] >= 400 {
        return true
      }
    }
    return false
  }

  /// Whether a figure holds a quotation, a table or paragraphs rather than a picture.
  private func holdsWords(_ place: Int, _ tree: HTMLTree) -> Bool {
    for inner in place..<Int(tree.nodes[place].end) {
      switch tree.nodes[inner].tag {
      case .blockquote, .table, .pre: return true
      default: continue
      }
    }
    return false
  }

  private func holdsHeading(_ place: Int, _ tree: HTMLTree) -> Bool {
    (place..<Int(tree.nodes[place].end)).contains { tree.nodes[$0].tag == .h1 }
  }

  private func isInside(_ place: Int, _ tags: Set<HTMLTag>, _ tree: HTMLTree) -> Bool {
    var next = Int(tree.nodes[place].parent)
    while next >= 0 {
      if tags.contains(tree.nodes[next].tag) { return true }
      next = Int(tree.nodes[next].parent)
    }
    return false
  }
}
