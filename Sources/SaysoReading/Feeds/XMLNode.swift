/// An element of an XML document, with all that is in it.
///
/// A plain value, made by `XMLDocument`, at most 256 levels deep.
struct XMLNode: Sendable {
  /// The local name as written, without its prefix ("creator").
  let name: String
  /// The prefix as written ("dc"); nil where there is none.
  let prefix: String?
  /// The address of its namespace; nil where there is none or the prefix is not declared.
  let namespace: String?
  /// The vocabulary that the namespace, or an undeclared prefix, stands for.
  let vocabulary: XMLVocabulary
  /// Its attributes in order, without declarations of namespaces.
  let attributes: [Attribute]
  /// What is in it, in order.
  private(set) var content: [Content] = []
  /// The local name in small letters; what `first` and `all` compare.
  let key: String

  /// An attribute of an element.
  struct Attribute: Sendable {
    /// The local name as written.
    let name: String
    /// The prefix as written; nil where there is none.
    let prefix: String?
    /// The value, references resolved.
    let value: String
  }

  /// A piece of what is in an element.
  enum Content: Sendable {
    case element(XMLNode)
    /// UTF-8, references resolved, CDATA sections included.
    case text([UInt8])
  }

  /// An element without content.
  init(
    name: String, prefix: String? = nil, namespace: String? = nil,
    vocabulary: XMLVocabulary? = nil, attributes: [Attribute] = []
  ) {
    self.name = name
    self.prefix = prefix
    self.namespace = namespace
    self.attributes = attributes
    self.vocabulary = vocabulary ?? XMLVocabulary(namespace: namespace, prefix: prefix)
    key = name.lowercased()
  }

  /// Adds text or an element at the end.
  mutating func append(_ piece: Content) { content.append(piece) }

  /// The elements directly in it.
  var children: some Sequence<XMLNode> {
    content.lazy.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The first element of a local name directly in it, of any vocabulary; case does not matter.
  func first(_ name: String) -> XMLNode? {
    let key = name.lowercased()
    return children.first { $0.key == key }
  }

  /// The elements of a local name directly in it, of any vocabulary; case does not matter.
  func all(_ name: String) -> [XMLNode] {
    let key = name.lowercased()
    return children.filter { $0.key == key }
  }

  /// The first element of a vocabulary and local name directly in it.
  func first(_ vocabulary: XMLVocabulary, _ name: String) -> XMLNode? {
    let key = name.lowercased()
    return children.first { $0.vocabulary == vocabulary && $0.key == key }
  }

  /// The value of an attribute by its local name, one without prefix before others.
  subscript(_ attribute: String) -> String? {
    let named = attributes.filter { $0.name == attribute }
    return (named.first { $0.prefix == nil } ?? named.first)?.value
      ?? attributes.first { $0.name.lowercased() == attribute.lowercased() }?.value
  }

  /// The value of an attribute with a prefix, such as `xml:lang`.
  func attribute(_ prefix: String, _ name: String) -> String? {
    attributes.first { $0.prefix == prefix && $0.name == name }?.value
  }

  /// All text in it, in order, as UTF-8.
  var textBytes: [UInt8] {
    if content.count == 1, case .text(let only) = content[0] { return only }
    return content.reduce(into: []) { bytes, piece in
      switch piece {
      case .text(let text): bytes += text
      case .element(let child): bytes += child.textBytes
      }
    }
  }

  /// All text in it, without white space at either end.
  var text: String { LineOfText(textBytes[...]).string }

  /// What is in it, written as HTML: local names, text escaped.
  var markup: [UInt8] {
    var result: [UInt8] = []
    writeContent(to: &result)
    return result
  }

  private static let empty: Set<String> = ["br", "hr", "img", "wbr", "input", "source", "embed"]

  private func writeContent(to result: inout [UInt8]) {
    for piece in content {
      switch piece {
      case .text(let text): XMLNode.escape(text, to: &result)
      case .element(let child): child.write(to: &result)
      }
    }
  }

  private func write(to result: inout [UInt8]) {
    result += "<\(key)".utf8
    for attribute in attributes {
      result += " \(attribute.name)=\"".utf8
      XMLNode.escape(Array(attribute.value.utf8), to: &result)
      result += "\"".utf8
    }
    result += ">".utf8
    // An element that HTML never closes can hold what followed it in broken XML.
    writeContent(to: &result)
    if !XMLNode.empty.contains(key) { result += "</\(key)>".utf8 }
  }

  /// Adds `text` with the four marks of XML escaped.
  static func escape(_ text: [UInt8], to result: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      default: result.append(byte)
      }
    }
  }
}
