internal import CLibXML2

/// An XML document as a tree, read with forgiveness.
struct XMLDocument: Sendable {
  /// The root element.
  let root: XMLNode
  /// What was broken first; nil for a well-formed document. The tree holds what could be read.
  let problem: String?

  /// Parses `text`, valid UTF-8 whatever its declaration says; nil when there is no element in it.
  ///
  /// Nothing is fetched or printed, and no entity is expanded but the characters of XML and HTML 4.
  /// At most a million elements and 256 levels are read. Cost: one pass of our own, one of libxml2.
  static func parse(_ text: [UInt8]) -> XMLDocument? {
    XMLTreeBuilder.prepareLibrary()
    let mended = XMLMending.mended(text)
    guard mended.bytes.count < Int(Int32.max) - 16, !mended.bytes.isEmpty else { return nil }
    let builder = XMLTreeBuilder()
    let complaint = builder.read(mended.bytes)
    guard let root = builder.finish() else { return nil }
    return XMLDocument(root: root, problem: builder.problem ?? mended.problem ?? complaint)
  }
}

/// Builds the tree out of libxml2's events (its SAX2 interface).
private final class XMLTreeBuilder {
  private var open: [XMLNode] = []
  private var root: XMLNode?
  private var pending: [UInt8] = []
  private var elements = 0
  /// How many namespaces each open element declares.
  private var declared: [Int] = []
  private var declaredNow = 0
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  private var parser: xmlParserCtxtPtr?
  /// Why reading was stopped.
  private(set) var problem: String?

  private static let mostElements = 1_000_000
  private static let deepest = 256
  /// libxml2 looks through all namespaces in force for each name.
  private static let mostNamespaces = 1024

  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  static func prepareLibrary() { _ = isLibraryReady }

  /// Reads a document; what libxml2 found wrong with it.
  func read(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBytes { buffer -> String? in
      guard let parser = xmlNewParserCtxt() else { return "there is no memory for it" }
      defer { xmlFreeParserCtxt(parser) }
      parser.pointee.sax.pointee = XMLTreeBuilder.events()
      parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      self.parser = parser
      let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
      let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      // Nothing is told to make a document: our events take its place.
      xmlFreeDoc(
        xmlCtxtReadMemory(parser, text, Int32(buffer.count), nil, "UTF-8", Int32(options)))
      self.parser = nil
      guard parser.pointee.wellFormed == 0 else { return nil }
      guard let message = parser.pointee.lastError.message else { return "it is not well-formed" }
      return LineOfText(String(cString: message)).string
    }
  }

  /// The root with all that was open closed; nil where no element was read.
  func finish() -> XMLNode? {
    while !open.isEmpty { close() }
    return root
  }

  private static func events() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, prefix, uri, declared, _, count, _, values in
      XMLTreeBuilder.at(context)?.start(name, prefix, uri, Int(declared), Int(count), values)
    }
    handler.endElementNs = { context, _, _, _ in XMLTreeBuilder.at(context)?.close() }
    let characters: charactersSAXFunc = { context, text, count in
      guard let text, count > 0 else { return }
      XMLTreeBuilder.at(context)?.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    return handler
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ why: String) {
    problem = problem ?? why
    if let parser { xmlStopParser(parser) }
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?, _ declarations: Int, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard problem == nil, let name = string(name) else { return }
    elements += 1
    declaredNow += declarations
    guard elements <= XMLTreeBuilder.mostElements else {
      return stop("it has more than \(XMLTreeBuilder.mostElements) elements")
    }
    guard open.count < XMLTreeBuilder.deepest else {
      return stop("it is nested more than \(XMLTreeBuilder.deepest) levels deep")
    }
    guard declaredNow <= XMLTreeBuilder.mostNamespaces else {
      return stop("it declares more than \(XMLTreeBuilder.mostNamespaces) namespaces")
    }
    flush()
    var attributes: [XMLNode.Attribute] = []
    if let values {
      // Five pointers an attribute: local name, prefix, namespace, start and end of the value.
      for at in stride(from: 0, to: count * 5, by: 5) {
        guard let name = string(values[at]), let from = values[at + 3], let to = values[at + 4]
        else { continue }
        let value = UnsafeBufferPointer(start: from, count: max(0, to - from))
        attributes.append(
          XMLNode.Attribute(
            name: name, prefix: string(values[at + 1]), value: XMLTreeBuilder.value(value)))
      }
    }
    open.append(
      XMLNode(
        name: name, prefix: string(prefix), namespace: string(uri), attributes: attributes))
    declared.append(declarations)
  }

  private func close() {
    flush()
    guard let node = open.popLast() else { return }
    declaredNow -= declared.popLast() ?? 0
    if open.isEmpty { root = root ?? node } else { open[open.count - 1].append(.element(node)) }
  }

  private func add(_ text: UnsafeBufferPointer<xmlChar>) { pending.append(contentsOf: text) }

  private func flush() {
    guard !pending.isEmpty else { return }
    if !open.isEmpty { open[open.count - 1].append(.text(pending)) }
    pending.removeAll(keepingCapacity: true)
  }

  /// A name out of libxml2's table of names, where equal names have one address.
  private func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    guard let pointer else { return nil }
    if let known = names[pointer] { return known }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }

  /// The value of an attribute; libxml2 gives an ampersand as `&#38;` where it expands nothing.
  private static func value(_ bytes: UnsafeBufferPointer<xmlChar>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    let marked = Array("&#38;".utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      result.append(bytes[place])
      place += bytes[place...].starts(with: marked) ? marked.count : 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
