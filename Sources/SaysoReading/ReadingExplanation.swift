/// Why a report was read as it was: what each field comes from, what was left out as what.
public struct ReadingExplanation: Sendable {
  /// Where a field's value was found.
  public struct Source: Sendable, Hashable {
    /// The field ("title", "published", "body").
    public let field: String
    /// The element, header or key that gave it ("JSON-LD headline", "div.article-body, by its name").
    public let origin: String
    /// The value there, or nothing for the body.
    public let value: String?

    /// A source of a field.
    public init(field: String, origin: String, value: String?) {
      self.field = field
      self.origin = origin
      self.value = value
    }
  }

  /// Something that is on the page and not in the text.
  public struct Omission: Sendable, Hashable {
    /// What it was taken for ("navigation", "comments", "a link elsewhere").
    public let reason: String
    /// The element that holds it, or the line's kind.
    public let element: String
    /// Its first words.
    public let words: String
    /// Its bytes of text, white space aside.
    public let byteCount: Int

    /// An omission from its parts.
    public init(reason: String, element: String, words: String, byteCount: Int) {
      self.reason = reason
      self.element = element
      self.words = words
      self.byteCount = byteCount
    }
  }

  /// The format that the file was read as ("HTML", "Markdown").
  public let format: String
  /// The encoding that its bytes were read in ("UTF-8").
  public let encoding: String?
  /// Where the fields come from, those in use before those that disagreed.
  public let sources: [Source]
  /// What was left out, in the order of the page.
  public let omissions: [Omission]

  /// An explanation from its parts.
  public init(
    format: String, encoding: String? = nil, sources: [Source] = [], omissions: [Omission] = []
  ) {
    self.format = format
    self.encoding = encoding
    self.sources = sources
    self.omissions = omissions
  }
}
