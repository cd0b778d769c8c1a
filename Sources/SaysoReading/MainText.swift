import SaysoRecords

/// Finds the running text of a web page in its tree.
///
/// First by what the markup says (`articleBody`, `article`, `main`), then by where most text of
/// paragraphs stands, after the scoring of the arc90 "Readability" experiment (2009): each paragraph
/// speaks for the element that holds it and half as much for the one around that.
struct MainText {
  /// The parts found.
  private(set) var parts: [Part] = []

  private static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "figure",
    "figcaption", "button", "select", "textarea", "input", "svg", "iframe", "object", "video",
    "audio", "picture", "table", "code", "pre", "canvas", "dialog", "menu", "head", "label",
  ]
  /// What is dropped even where names count for nothing else.
  private static let unspoken: Set<String> = [
    "script", "style", "noscript", "template", "svg", "iframe", "head", "button", "select",
    "textarea", "figcaption", "nav",
  ]
  private static let droppedLabels = [
    "related", "promo", "newsletter", "share", "sharing", "social", "comment", "sidebar", "advert",
    "cookie", "breadcrumb", "footer", "caption", "recommend", "popup",
    "modal", "read-more", "readmore", "read-also", "more-on", "author-bio", "tag-list", "most-read",
    "trending", "sponsor", "outbrain", "taboola", "skip-link", "toolbar", "pagination",
    "credit", "teaser", "consent", "signup", "sign-up", "also-read", "byline", "timestamp",
    "dateline-date", "masthead", "navbar", "navigation", "copyright", "disclaimer",
    "visually-hidden", "screen-reader", "sr-only", "inline-link", "gallery",
  ]
  /// Names that stand both for an appeal to pay and for the text that is paid for; only elements
  /// with little text are dropped for them.
  private static let ambiguousLabels = [
    "paywall", "subscribe", "subscription", "hidden", "premium",
  ]
  private static let longestAppeal = 400
  /// Fewer bytes of running text than this are a teaser rather than a report.
  private static let leastProse = 140
  private static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "div", "section", "article",
    "main",
    "ul", "ol", "dl", "dd", "dt", "header", "body", "html", "td", "tr", "center", "details",
    "summary",
    "hr", "address", "fieldset", "tbody",
  ]

  /// Finds the text of the page whose root is `root`.
  init(_ root: HTMLNode) {
    parts = MainText.find(in: root, bulk: root.paragraphBytes)
    if MainText.prose(parts) < MainText.leastProse {
      // The page calls its own text by a name of furniture: go by the paragraphs alone.
      let all = MainText.find(in: root, bulk: 0)
      if MainText.prose(all) > MainText.prose(parts) { parts = all }
    }
  }

  private static func find(in root: HTMLNode, bulk: Int) -> [Part] {
    var marked: [HTMLNode] = []
    var articles: [HTMLNode] = []
    var weights: [ObjectIdentifier: (node: HTMLNode, weight: Int, order: Int)] = [:]
    func weigh(_ node: HTMLNode, _ parent: HTMLNode?, _ grandparent: HTMLNode?) {
      guard !MainText.isDropped(node, bulk) else { return }
      if node.attributes["itemprop"]?.lowercased() == "articlebody" { marked.append(node) }
      if node.name == "article" || node.name == "main" || node.attributes["role"] == "main" {
        articles.append(node)
      }
      if node.name == "p" || node.name == "blockquote" {
        let weight = MainText.weight(of: node)
        if weight > 0 {
          for (holder, share) in [(parent, weight), (grandparent, weight / 2)] {
            guard let holder else { continue }
            let key = ObjectIdentifier(holder)
            let known = weights[key] ?? (holder, 0, weights.count)
            weights[key] = (holder, known.weight + share, known.order)
          }
        }
      }
      for child in node.children where !child.isText { weigh(child, node, parent) }
    }
    weigh(root, nil, nil)
    let densest = weights.values.max { ($0.weight, $1.order) < ($1.weight, $0.order) }?.node
    func parts(_ node: HTMLNode?) -> [Part] { node.map { MainText.parts(of: $0, bulk) } ?? [] }
    let candidates = [
      marked.map { MainText.parts(of: $0, bulk) }.max { MainText.prose($0) < MainText.prose($1) }
        ?? [],
      articles.map { MainText.parts(of: $0, bulk) }.max { MainText.prose($0) < MainText.prose($1) }
        ?? [],
      parts(densest),
    ]
    // The markup's word is taken unless it leaves out more than half of what the densest element
    // holds, or nearly everything.
    let most = MainText.prose(candidates[2])
    let found =
      candidates.first { MainText.prose($0) * 2 >= most && MainText.prose($0) >= leastProse }
      ?? candidates[2]
    return found.isEmpty ? MainText.parts(of: root, bulk) : found
  }

  /// Bytes of running text.
  static func prose(_ parts: [Part]) -> Int {
    parts.reduce(0) { $0 + ($1.isProse ? $1.bytes.count : 0) }
  }

  /// Whether an element holds none of the running text, by its name or by how the page calls it.
  ///
  /// `bulk` is the page's text in paragraphs: what holds a third of it is kept whatever its name, for
  /// some pages stand in one form, or under a class that speaks of payment.
  private static func isDropped(_ node: HTMLNode, _ bulk: Int) -> Bool {
    if bulk == 0 { return unspoken.contains(node.name) }
    if node.paragraphBytes > 0, node.paragraphBytes * 3 >= bulk { return false }
    if dropped.contains(node.name) { return true }
    if node.attributes["hidden"] != nil || node.attributes["aria-hidden"] == "true" { return true }
    if let style = node.attributes["style"]?.lowercased(),
      style.contains("display:none") || style.contains("display: none")
    {
      return true
    }
    if node.attributes["role"] == "navigation" || node.attributes["role"] == "complementary" {
      return true
    }
    if node.name == "body" || node.name == "html" || node.name == "article" || node.name == "main" {
      return false
    }
    guard node.attributes["class"] != nil || node.attributes["id"] != nil else { return false }
    let label = Array(node.label.utf8)[...]
    return droppedLabels.contains { MainText.contains(label, $0) }
      || node.paragraphBytes <= longestAppeal
        && ambiguousLabels.contains { MainText.contains(label, $0) }
  }

  /// Whether `word` begins a word of `label`: after a space, a hyphen or an underscore.
  private static func contains(_ label: ArraySlice<UInt8>, _ word: String) -> Bool {
    let needle = Array(word.utf8)
    guard label.count >= needle.count else { return false }
    var place = label.startIndex
    while place <= label.endIndex - needle.count {
      if label[place] == needle[0], label[place..<(place + needle.count)].elementsEqual(needle),
        place == label.startIndex || !(97...122).contains(label[place - 1])
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// Bytes of a paragraph outside of links, when it has at least 40 and most are outside.
  private static func weight(of node: HTMLNode) -> Int {
    let all = node.allText.count { $0 > 32 }
    var linked = 0
    node.visit { inner in
      if inner.name == "a" {
        linked += inner.allText.count { $0 > 32 }
        return false
      }
      return true
    }
    return all >= 40 && linked * 2 < all ? all - linked : 0
  }

  // MARK: - Parts

  /// The text in an element, block by block.
  private static func parts(of root: HTMLNode, _ bulk: Int) -> [Part] {
    var collector = Collector(bulk: bulk)
    collector.read(root, kind: .paragraph)
    collector.flush()
    return collector.parts
  }

  /// Gathers running words until a block ends.
  private struct Collector {
    let bulk: Int
    var parts: [Part] = []
    var words: [UInt8] = []
    var linked = 0
    var emphasised = 0
    var kind = TextBlock.Kind.paragraph

    mutating func flush() {
      defer {
        words = []
        linked = 0
        emphasised = 0
      }
      let line = LineOfText(words[...])
      guard line.hasWords else { return }
      let visible = words.count { $0 > 32 }
      // Items and lines that are links lead elsewhere, unless they end a sentence of some length.
      let isPointer =
        linked * 10 >= visible * 8 && !(line.endsSentence && line.wordCount(upTo: 6) >= 6)
        && kind != .heading
      if isPointer { return }
      parts.append(
        Part(kind: kind, bytes: words[...], isEmphasised: emphasised * 10 >= visible * 9))
    }

    mutating func read(
      _ node: HTMLNode, kind outer: TextBlock.Kind, inLink: Bool = false, emphasis: Bool = false
    ) {
      for child in node.children {
        if child.isText {
          kind = outer
          words += child.text
          let visible = child.text.count { $0 > 32 }
          if inLink { linked += visible }
          if emphasis { emphasised += visible }
          continue
        }
        if child.name == "br" {
          // Two in a row part paragraphs; one is a space.
          if words.last == 10 { flush() } else { words.append(10) }
          continue
        }
        if MainText.isDropped(child, bulk) { continue }
        if MainText.blocks.contains(child.name) {
          flush()
          read(
            child, kind: MainText.kind(child.name, in: outer), inLink: inLink, emphasis: emphasis)
          flush()
        } else {
          let isItalic = child.name == "em" || child.name == "i"
          if child.name == "sup", child.allText.count <= 4 { continue }
          read(
            child, kind: outer, inLink: inLink || child.name == "a", emphasis: emphasis || isItalic)
        }
      }
    }
  }

  private static func kind(_ name: String, in outer: TextBlock.Kind) -> TextBlock.Kind {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": .heading
    case "li", "dd", "dt": .listItem
    case "blockquote": .quotation
    default: outer
    }
  }
}
