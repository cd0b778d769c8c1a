/// An XML document as a tree, read with forgiveness.
///
/// A reader of our own and not libxml2's: feeds in the wild are often not well-formed, and after
/// an attribute without quotation marks or an end tag too many libxml2 2.9 gives up what follows; it
/// also compares each attribute of a tag with all others, and stops at texts of 10 MB. Here an end
/// tag closes what is open inside of its element, one that closes nothing is left out, and the cost
/// is one pass. Document types are left out, so that no entity is ever declared and none can grow;
/// the encoding stated does not matter, since the text is UTF-8 already. Nothing is fetched.
struct XMLDocument: Sendable {
  /// The root element.
  let root: XMLNode
  /// What was broken first; nil where nothing was.
  ///
  /// The tree holds what could be read.
  let problem: String?
  /// Whether the document stops before its root is closed, or a bound was reached.
  let isCut: Bool

  /// Parses `text`, valid UTF-8; nil when there is no element in it.
  ///
  /// At most 256 levels are read.
  ///
  /// - Parameter mostTags: start and end tags after which reading stops.
  static func parse(_ text: [UInt8], mostTags: Int = 2_000_000) -> XMLDocument? {
    text.withUnsafeBufferPointer { buffer in
      var scanner = XMLScanner(buffer)
      var builder = XMLTreeBuilder(mostTags: mostTags)
      while builder.isOpenForMore, let event = scanner.next() { builder.take(event) }
      let isCut = builder.isInside
      guard let root = builder.finish() else { return nil }
      let cut = isCut ? "it is cut off inside of <\(root.name)>" : nil
      return XMLDocument(
        root: root, problem: scanner.problem ?? builder.problem ?? cut, isCut: isCut)
    }
  }
}

/// Builds the tree out of tags and text.
private struct XMLTreeBuilder {
  private var open: [XMLNode] = []
  private var root: XMLNode?
  private var tags = 0
  /// Open elements that are nested too deeply to be kept.
  private var tooDeep = 0
  /// The addresses that each prefix stands for, innermost last.
  private var namespaces: [String: [String]] = [:]
  /// The prefixes that each open element declares.
  private var declared: [[String]] = []
  private var vocabularies: [String: XMLVocabulary] = [:]
  /// What was wrong first.
  private(set) var problem: String?
  private var isFull = false

  private let mostTags: Int
  private static let deepest = 256

  init(mostTags: Int) { self.mostTags = mostTags }

  /// Whether more may be given.
  var isOpenForMore: Bool { !isFull && (root == nil || isInside) }
  /// Whether the root is not closed.
  var isInside: Bool { !open.isEmpty }

  /// Takes the next tag or text of the document.
  mutating func take(_ event: XMLScanner.Event) {
    switch event {
    case .text(let text):
      if !open.isEmpty { open[open.count - 1].append(.text(text)) }
    case .start(let name, let attributes, let isEmpty): start(name, attributes, isEmpty)
    case .end(let name): end(name)
    }
  }

  /// The root with all that was open closed; nil where no element was read.
  mutating func finish() -> XMLNode? {
    while !open.isEmpty { close() }
    return root
  }

  private mutating func note(_ what: String) { problem = problem ?? what }

  private mutating func count() {
    tags += 1
    guard tags > mostTags else { return }
    note("it has more than \(mostTags) tags")
    isFull = true
  }

  private mutating func start(
    _ qualified: String, _ all: [XMLNode.Attribute], _ isEmpty: Bool
  ) {
    count()
    guard open.count < XMLTreeBuilder.deepest else {
      note("it is nested more than \(XMLTreeBuilder.deepest) levels deep")
      if !isEmpty { tooDeep += 1 }
      return
    }
    var prefixes: [String] = []
    for attribute in all {
      let isDefault = attribute.prefix == nil && attribute.name == "xmlns"
      guard isDefault || attribute.prefix == "xmlns" else { continue }
      let prefix = isDefault ? "" : attribute.name
      prefixes.append(prefix)
      namespaces[prefix, default: []].append(LineOfText(attribute.value).string)
    }
    let (prefix, name) = XMLScanner.split(qualified)
    let namespace = namespaces[prefix ?? ""]?.last
    open.append(
      XMLNode(
        name: name, prefix: prefix, namespace: namespace,
        vocabulary: vocabulary(namespace, prefix),
        attributes: prefixes.isEmpty
          ? all : all.filter { $0.prefix != "xmlns" && ($0.prefix != nil || $0.name != "xmlns") }))
    declared.append(prefixes)
    if isEmpty { close() }
  }

  private mutating func vocabulary(_ namespace: String?, _ prefix: String?) -> XMLVocabulary {
    let key = (namespace ?? "") + " " + (prefix ?? "")
    if let known = vocabularies[key] { return known }
    let vocabulary = XMLVocabulary(namespace: namespace, prefix: prefix)
    vocabularies[key] = vocabulary
    return vocabulary
  }

  private mutating func end(_ qualified: String) {
    count()
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    let (prefix, name) = XMLScanner.split(qualified)
    guard let place = open.lastIndex(where: { $0.name == name && $0.prefix == prefix }) else {
      return note("</\(name)> closes nothing")
    }
    if place < open.count - 1 { note("<\(open[open.count - 1].name)> is not closed") }
    while open.count > place { close() }
  }

  private mutating func close() {
    guard let node = open.popLast() else { return }
    for prefix in declared.popLast() ?? [] {
      _ = namespaces[prefix]?.popLast()
    }
    if open.isEmpty { root = root ?? node } else { open[open.count - 1].append(.element(node)) }
  }
}
