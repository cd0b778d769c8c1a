internal import CLibXML2

/// Parses pages with libxml2's HTML parser, which hands over elements and texts as it meets them.
///
/// libxml2 mends what browsers mend in ordinary pages (missing end tags, tags in capitals, stray
/// markup). Nothing is fetched, nothing printed, and no tree of libxml2's is built.
enum HTMLParser {
  /// The tree of a page in valid UTF-8 without zero bytes; broken and cut pages give what can be made
  /// of them.
  static func tree(of bytes: [UInt8]) -> HTMLTree {
    _ = isLibraryReady
    let builder = Builder()
    guard !bytes.isEmpty, bytes.count < Int(Int32.max) else { return builder.tree }
    AttributeBound.held(bytes).withUnsafeBytes { buffer in
      guard
        let context = htmlCreateMemoryParserCtxt(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      builder.context = context
      context.pointee.sax.pointee = handler
      context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(context, Int32(options))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      htmlParseDocument(context)
      builder.context = nil
    }
    builder.tree.finish()
    return builder.tree
  }

  /// libxml2 asks to be set up once before several threads use it.
  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Takes what the parser meets, on the parser's thread, while it runs.
  private final class Builder {
    var tree = HTMLTree()
    var context: htmlParserCtxtPtr?
    /// libxml2 gives the same pointer for the same name during one parse.
    private var tags: [UnsafeRawPointer: HTMLTag] = [:]
    private var attributeNames: [UnsafeRawPointer: HTMLAttribute?] = [:]

    func tag(_ name: UnsafePointer<xmlChar>) -> HTMLTag {
      if let known = tags[name] { return known }
      let tag = HTMLTag(named: String(cString: name))
      tags[name] = tag
      return tag
    }

    func attribute(_ name: UnsafePointer<xmlChar>) -> HTMLAttribute? {
      if let known = attributeNames[name] { return known }
      let attribute = HTMLAttribute(named: String(cString: name))
      attributeNames[name] = attribute
      return attribute
    }

    func begin(
      _ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      guard tree.begin(tag(name)) else {
        if let context { xmlStopParser(context) }
        return
      }
      guard var list else { return }
      while let name = list[0] {
        if let attribute = attribute(name) {
          let value = list[1]
          let count = value.map { Int(xmlStrlen($0)) } ?? 0
          tree.add(attribute, UnsafeBufferPointer(start: value, count: count))
        }
        list += 2
      }
    }
  }

  private static func builder(_ pointer: UnsafeMutableRawPointer?) -> Builder? {
    pointer.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { pointer, name, attributes in
      guard let name else { return }
      HTMLParser.builder(pointer)?.begin(name, attributes)
    }
    handler.endElement = { pointer, name in
      guard let name, let builder = HTMLParser.builder(pointer) else { return }
      builder.tree.end(builder.tag(name))
    }
    handler.characters = { pointer, words, count in
      HTMLParser.builder(pointer)?.tree
        .add(text: UnsafeBufferPointer(start: words, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    return handler
  }
}
