/// The elements and texts of a web page in document order, in flat arrays.
///
/// A node's parent and earlier siblings come before it, so that one pass from the end sums up what is
/// below each node and one from the start hands down what holds for all below.
struct HTMLTree {
  /// Where a node stands in `nodes`.
  typealias Place = Int

  /// An element or a text.
  struct Node {
    /// What it is.
    let tag: HTMLTag
    /// The node around it; -1 for the root.
    let parent: Int32
    /// The first place after it that is not below it.
    var end: Int32
    /// Where the bytes of a text lie in `text`, or the attributes of an element in `attributes`.
    var lower: Int32
    var upper: Int32
  }

  /// An attribute that reading looks at.
  struct Attribute {
    let name: HTMLAttribute
    /// Where its value lies in `values`.
    let lower: Int32
    let upper: Int32
  }

  /// All nodes in document order; the first is the document itself.
  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  /// All text, in order.
  private(set) var text: [UInt8] = []
  private(set) var values: [UInt8] = []
  /// What the page could not be read beyond; nil where all of it was read.
  private(set) var limit: Limit?

  /// Why the rest of a page was left out.
  enum Limit: String {
    case depth = "its elements are nested more than 4,096 deep"
    case nodes = "it has more than 1,000,000 elements"
  }

  static let deepest = 4096
  static let most = 1_000_000

  private var open: [Int32] = []

  init() {
    nodes.append(Node(tag: .document, parent: -1, end: 0, lower: 0, upper: 0))
    open = [0]
  }

  // MARK: - Building

  /// Begins an element; false where the page must be left.
  mutating func begin(_ tag: HTMLTag) -> Bool {
    guard nodes.count < HTMLTree.most else {
      limit = limit ?? .nodes
      return false
    }
    guard open.count < HTMLTree.deepest, let parent = open.last else {
      limit = limit ?? .depth
      return false
    }
    let place = Int32(nodes.count)
    let first = Int32(attributes.count)
    nodes.append(Node(tag: tag, parent: parent, end: place + 1, lower: first, upper: first))
    open.append(place)
    return true
  }

  /// Gives the element that was begun last an attribute; the first of a name counts.
  mutating func add(_ name: HTMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
    let element = nodes.count - 1
    // A slice of the attributes would hold on to them, and adding one would copy them all.
    for known in Int(nodes[element].lower)..<Int(nodes[element].upper)
    where attributes[known].name == name { return }
    let lower = Int32(values.count)
    values.append(contentsOf: value)
    attributes.append(Attribute(name: name, lower: lower, upper: Int32(values.count)))
    nodes[element].upper = Int32(attributes.count)
  }

  /// Adds text; pieces that follow each other are one node.
  mutating func add(text piece: UnsafeBufferPointer<UInt8>) {
    guard let parent = open.last, !piece.isEmpty else { return }
    let last = nodes.count - 1
    if nodes[last].tag == .text, nodes[last].parent == parent,
      nodes[last].upper == Int32(text.count)
    {
      text.append(contentsOf: piece)
      nodes[last].upper = Int32(text.count)
      return
    }
    guard nodes.count < HTMLTree.most else {
      limit = limit ?? .nodes
      return
    }
    let lower = Int32(text.count)
    text.append(contentsOf: piece)
    let place = Int32(nodes.count)
    nodes.append(
      Node(tag: .text, parent: parent, end: place + 1, lower: lower, upper: Int32(text.count)))
  }

  /// Ends the innermost element of a kind, and those inside it; nothing where none is open.
  mutating func end(_ tag: HTMLTag) {
    guard let level = open.lastIndex(where: { nodes[Int($0)].tag == tag }), level > 0 else {
      return
    }
    close(downTo: level)
  }

  /// Ends all elements.
  mutating func finish() { close(downTo: 0) }

  private mutating func close(downTo level: Int) {
    while open.count > level, let last = open.popLast() {
      nodes[Int(last)].end = Int32(nodes.count)
    }
  }

  // MARK: - Looking

  /// The value of an attribute; nil where the element has none of the name.
  func value(_ name: HTMLAttribute, of place: Place) -> ArraySlice<UInt8>? {
    let node = nodes[place]
    guard node.tag != .text else { return nil }
    for index in Int(node.lower)..<Int(node.upper) where attributes[index].name == name {
      return values[Int(attributes[index].lower)..<Int(attributes[index].upper)]
    }
    return nil
  }

  /// The value of an attribute as a string.
  func string(_ name: HTMLAttribute, of place: Place) -> String? {
    value(name, of: place).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an attribute has a value, in any case of letters.
  func has(_ name: HTMLAttribute, _ wanted: StaticString, at place: Place) -> Bool {
    guard let value = value(name, of: place) else { return false }
    let line = LineOfText(value).bytes
    return wanted.withUTF8Buffer { wanted in
      line.count == wanted.count
        && zip(line, wanted).allSatisfy { (0x41...0x5A).contains($0) ? $0 | 0x20 == $1 : $0 == $1 }
    }
  }

  /// The places of the children of a node, in order.
  func children(of place: Place) -> Children { Children(tree: self, parent: place) }

  /// The children of a node.
  struct Children: Sequence, IteratorProtocol {
    private let nodes: [Node]
    private var following: Int
    private let end: Int

    init(tree: HTMLTree, parent: Place) {
      nodes = tree.nodes
      following = parent + 1
      end = Int(tree.nodes[parent].end)
    }

    mutating func next() -> Place? {
      guard following < end else { return nil }
      defer { following = Int(nodes[following].end) }
      return following
    }
  }

  /// All text in a node, in order.
  func text(in place: Place) -> [UInt8] {
    var result: [UInt8] = []
    for index in place..<Int(nodes[place].end) where nodes[index].tag == .text {
      result += text[Int(nodes[index].lower)..<Int(nodes[index].upper)]
    }
    return result
  }

  /// All text in a node, with runs of white space as one space.
  func line(in place: Place) -> String {
    text(in: place).split { $0 <= 32 }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  /// The places of all elements of a kind.
  func places(of tag: HTMLTag) -> [Place] { nodes.indices.filter { nodes[$0].tag == tag } }
}
