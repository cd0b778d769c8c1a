import Testing

@testable import SaysoReading

@Suite struct XMLDocumentTests {
  private func parse(_ text: String) throws -> XMLDocument {
    try #require(XMLDocument.parse(Array(text.utf8)))
  }

  /// A tree as one line: `name[attributes](content)`.
  private func line(_ node: XMLNode) -> String {
    let attributes = node.attributes.map { " \($0.name)=\($0.value)" }.joined()
    let content = node.content.map { piece in
      switch piece {
      case .element(let child): line(child)
      case .text(let text): String(decoding: text, as: UTF8.self)
      }
    }
    return "<\(node.name)\(attributes)>" + content.joined() + "</>"
  }

  @Test(arguments: [
    ("<a><b c='1' d=\"2\"/>x</a>", "<a><b c=1 d=2></>x</>"),
    ("\n junk <?xml version='1.0'?><a>x</a>", "<a>x</>"),
    ("<!-- note --><a><!-- x --><?y z?>x</a><!-- end -->", "<a>x</>"),
    ("<a><![CDATA[<b> & ]] c]]></a>", "<a><b> & ]] c</>"),
    (
      "<a>Tom & Jerry &amp; Co &nbsp;&eacute;&#233;&#xE9;&#8217;</a>",
      "<a>Tom & Jerry & Co \u{A0}ééé’</>"
    ),
    ("<a>&#146;&#0;&unknown;&;&#xD800;</a>", "<a>’ &unknown;&; </>"),
    ("<a href='?a=1&b=2&amp;c=3'/>", "<a href=?a=1&b=2&c=3></>"),
    ("<a>1 < 2 <3 << 4</a>", "<a>1 < 2 <3 << 4</>"),
    ("<a b=c d>x</a>", "<a b=c d=>x</>"),
    ("<a><b href=\"x>text</b> <c d=\"e\">y</c></a>", "<a><b href=x>text</> <c d=e>y</></>"),
    ("<a><b>x<br>y</b><b>z</b></a>", "<a><b>x<br>y</></><b>z</></>"),
    ("<a><b>x</c></b><b>y</b></a>", "<a><b>x</><b>y</></>"),
    ("<a>x</a><b>y</b>", "<a>x</>"),
    ("<a>one<b>two", "<a>one<b>two</></>"),
    ("<a>one<b tw", "<a>one</>"),
    ("<a><![CDATA[one", "<a>one</>"),
    ("<a>\u{1}\u{FFFF}\u{FFFE}x</a>", "<a> x</>"),
  ])
  func `a document is read with forgiveness`(text: String, tree: String) throws {
    #expect(line(try parse(text).root) == tree)
  }

  @Test func `what is broken is said`() throws {
    #expect(try parse("<a><b>x</b></a>").problem == nil)
    #expect(try parse("<a>1 & 2 < 3 &nbsp;</a>").problem == nil)
    #expect(try parse("<a><b>x</a>").problem == "<b> is not closed")
    #expect(try parse("<a>x</b></a>").problem == "</b> closes nothing")
    #expect(try parse("<a><b>x").problem == "it is cut off inside of <a>")
    #expect(try parse("<a><b>x").isCut)
    #expect(try !parse("<a><b>x</a>").isCut)
  }

  @Test(arguments: ["", " ", "text", "<", "<>", "<!", "<?xml", "<!DOCTYPE a [", "</a>", "<!--"])
  func `a text without an element is no document`(text: String) {
    #expect(XMLDocument.parse(Array(text.utf8)) == nil)
  }

  @Test func `namespaces are told by their address, undeclared ones by their prefix`() throws {
    let root = try parse(
      """
      <r xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:m=" http://search.yahoo.com/mrss ">
      <d:date>1</d:date><dc:date>2</dc:date><m:title>3</m:title><title>4</title>
      <x xmlns="http://www.w3.org/2005/Atom"><title>5</title></x><title xmlns="">6</title></r>
      """
    ).root
    let found = root.children.map { "\($0.vocabulary) \($0.text)" }
    #expect(
      found == [
        "dublinCore 1", "dublinCore 2", "media 3", "plain 4", "atom 5", "plain 6",
      ])
    #expect(root.first(.media, "title")?.text == "3")
    #expect(root.first("Title")?.text == "3")
    #expect(root.all("title").count == 3)
  }

  @Test func `markup is given back as HTML`() throws {
    let root = try parse("<a><h:p xmlns:h='x' class=\"q\">1 &lt; 2<h:br/>x</h:p> &amp; y</a>").root
    #expect(
      String(decoding: root.markup, as: UTF8.self) == "<p class=\"q\">1 &lt; 2<br>x</p> &amp; y")
  }

  @Test func `entities are never declared`() throws {
    var bomb = "<!DOCTYPE a [<!ENTITY e0 'ha'>"
    for level in 1...30 {
      bomb += "<!ENTITY e\(level) '&e\(level - 1);&e\(level - 1);&e\(level - 1);'>"
    }
    bomb += "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><a>&e30;&f;</a>"
    #expect(line(try parse(bomb).root) == "<a>&e30;&f;</>")
  }

  @Test func `depth and size are bounded`() throws {
    let deep = String(repeating: "<a>", count: 100_000) + "x" + String(repeating: "</a>", count: 9)
    #expect(try parse(deep).problem == "it is nested more than 256 levels deep")
    let nested =
      "<r>" + String(repeating: "<a>", count: 400) + String(repeating: "</a>", count: 400)
      + "<b/></r>"
    #expect(try parse(nested).root.first("b") != nil)
    let many = XMLDocument.parse(
      Array(("<r>" + String(repeating: "<a/>", count: 200)).utf8), mostTags: 100)
    #expect(many?.problem == "it has more than 100 tags")
    #expect(many?.root.all("a").count == 100)
    let attributes = "<r " + (0..<5000).map { "a\($0)='' " }.joined() + ">x</r>"
    #expect(try parse(attributes).root.attributes.count == 256)
  }

  /// Text that makes a careless scanner look at everything again and again.
  @Test(arguments: [
    "<a b='", "<?a>", "<![CDATA[", "&", "<", "</a>", "<a b=\"x>", "<!DOCTYPE ", "<!-",
  ])
  func `no repetition makes reading slow`(piece: String) {
    let text = Array("<r>".utf8) + Array(String(repeating: piece, count: 20_000).utf8)
    let clock = ContinuousClock()
    var document: XMLDocument?
    let time = clock.measure { document = XMLDocument.parse(text) }
    #expect(document?.root.name == "r")
    #expect(time < .seconds(10))
  }
}
