internal import Mustache

/// The pages' templates, escaping on.
struct Templates: Sendable {
  /// What stands first in every template: all values are escaped by ``HTMLText``.
  static let opening = "{{%CONTENT_TYPE:SAYSO}}"
  /// The templates, by the names of their files.
  static let names = [
    "accuracy", "actor", "add", "cited", "claim", "claimBlock", "claims", "correct", "corrections",
    "exports", "figures", "foot", "head", "job", "pager", "problem", "record", "report",
    "reportList", "reports", "search", "statement", "statementPage", "stories", "story",
    "versions", "way",
  ]

  private let library: MustacheLibrary

  init() throws {
    MustacheContentTypes.register(Escaping(), named: "SAYSO")
    var library = MustacheLibrary()
    for name in Templates.names {
      guard let text = Templates.text(of: name) else {
        preconditionFailure("the template \(name) is inside the program")
      }
      try library.register(text, named: name)
    }
    self.library = library
  }

  /// The template of a name as it was written.
  static func text(of name: String) -> String? {
    WebFile.bytes(name + ".mustache").map { String(decoding: $0, as: UTF8.self) }
  }

  /// A page; the template must be one of `names`.
  ///
  /// A debug build stops where a template names a value that the page does not have.
  func render(_ name: String, _ fields: Fields) -> String {
    assert(
      TemplateKeys.missing(in: name, fields).isEmpty,
      "\(name) lacks \(TemplateKeys.missing(in: name, fields))")
    guard let page = library.render(fields, withTemplate: name) else {
      preconditionFailure("there is no template \(name)")
    }
    return page
  }

  private struct Escaping: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
  }
}

/// The values that a template names.
typealias Fields = [String: Any]
