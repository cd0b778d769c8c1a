internal import CLibXML2

/// An element or text of a web page, copied out of libxml2's tree, which is freed at once.
final class HTMLNode {
  /// Lower-case name; empty for text.
  let name: String
  /// The text of a text node.
  let text: [UInt8]
  /// Attributes by lower-case name; the first of a name counts.
  let attributes: [String: String]
  /// Children in order.
  private(set) var children: [HTMLNode] = []
  /// Bytes in paragraphs at or below this element, white space aside; those under navigation,
  /// asides and footers do not count.
  private(set) var paragraphBytes = 0

  /// Elements nested deeper than this are left out, with all that is in them.
  private static let deepest = 200

  private init(name: String, text: [UInt8] = [], attributes: [String: String] = [:]) {
    self.name = name
    self.text = text
    self.attributes = attributes
  }

  /// Parses UTF-8 `bytes` as a page; broken and cut pages give what can be made of them.
  ///
  /// nil when there is nothing at all. Nothing is fetched, nothing printed.
  static func parse(_ bytes: [UInt8]) -> HTMLNode? {
    _ = isLibraryReady
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    guard bytes.count < Int(Int32.max) else { return nil }
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    return copy(root, depth: 0)
  }

  /// libxml2 asks to be set up once before several threads use it.
  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  private static func copy(_ node: xmlNodePtr, depth: Int) -> HTMLNode {
    let element = HTMLNode(
      name: string(node.pointee.name).lowercased(), attributes: attributes(of: node))
    guard depth < deepest else { return element }
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      switch child.pointee.type {
      case XML_ELEMENT_NODE: element.children.append(copy(child, depth: depth + 1))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        let text = bytes(child.pointee.content)
        if !text.isEmpty { element.children.append(HTMLNode(name: "", text: text)) }
      default: break
      }
    }
    switch element.name {
    case "p": element.paragraphBytes = element.allText.count { $0 > 32 }
    case "nav", "aside", "footer": break
    default: element.paragraphBytes = element.children.reduce(0) { $0 + $1.paragraphBytes }
    }
    return element
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var result: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      let name = string(attribute.pointee.name).lowercased()
      var value: [UInt8] = []
      var piece = attribute.pointee.children
      while let part = piece {
        value += bytes(part.pointee.content)
        piece = part.pointee.next
      }
      if result[name] == nil { result[name] = String(decoding: value, as: UTF8.self) }
    }
    return result
  }

  private static func bytes(_ pointer: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let pointer else { return [] }
    return Array(UnsafeBufferPointer(start: pointer, count: Int(xmlStrlen(pointer))))
  }

  private static func bytes(_ pointer: UnsafeMutablePointer<xmlChar>?) -> [UInt8] {
    bytes(pointer.map { UnsafePointer($0) })
  }

  private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    String(decoding: bytes(pointer), as: UTF8.self)
  }

  /// Whether this is text.
  var isText: Bool { name.isEmpty }

  /// All text inside, in order.
  var allText: [UInt8] {
    isText ? text : children.reduce(into: []) { $0 += $1.allText }
  }

  /// Calls `body` with this node and all below it, in order; it says whether to go into a node.
  func visit(_ body: (HTMLNode) -> Bool) {
    guard body(self) else { return }
    for child in children { child.visit(body) }
  }

  /// The words of the class and id attributes, lower-case.
  var label: String {
    ((attributes["class"] ?? "") + " " + (attributes["id"] ?? "")).lowercased()
  }
}
