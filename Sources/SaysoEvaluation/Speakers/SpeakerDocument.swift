package import SaysoRecords

/// A text in which a corpus tells who the speakers are: chains of mentions, and which mention speaks.
package struct SpeakerDocument: Sendable {
  /// One mention of a chain.
  package struct Mention: Sendable {
    /// All of it.
    package let span: TextSpan
    /// Its head word.
    package let head: TextSpan
    /// Whether the head is a proper noun.
    package let isName: Bool

    /// A mention from its parts.
    package init(span: TextSpan, head: TextSpan, isName: Bool) {
      self.span = span
      self.head = head
      self.isName = isName
    }
  }

  /// What kind of words a speaker has.
  package enum Kind: String, Sendable, CaseIterable {
    /// "he", "it".
    case pronoun
    /// "the envoy".
    case nominal
    /// "Lind".
    case name
  }

  /// The words for a speaker.
  package struct Source: Sendable {
    /// Where they stand.
    package let span: TextSpan
    /// What was said, where the corpus tells.
    package let contents: [TextSpan]
    /// Its kind; nil where no chain has it.
    package let kind: Kind?
    /// Its chain; nil where the corpus puts it in none.
    package let chain: Int?
  }

  /// What it is called in the corpus.
  package let id: String
  /// The text.
  package let text: FrozenText
  /// Its blocks.
  package let blocks: [TextBlock]
  /// The chains, each in reading order.
  package let chains: [[Mention]]
  /// The speakers in reading order, each once.
  package let sources: [Source]

  /// A document; `said` holds the speakers' words with what they said.
  package init(
    id: String, text: FrozenText, blocks: [TextBlock], chains: [[Mention]],
    said: [(source: TextSpan, contents: [TextSpan])]
  ) {
    self.id = id
    self.text = text
    self.blocks = blocks
    self.chains = chains
    var sources: [TextSpan: [TextSpan]] = [:]
    for entry in said { sources[entry.source, default: []] += entry.contents }
    self.sources = sources.sorted { $0.key < $1.key }.map { span, contents in
      let found = SpeakerDocument.mention(of: span, in: chains, text)
      let words = text.words(span).lowercased()
      let isPronoun = SpeakerDocument.pronouns.contains(words)
      return Source(
        span: span, contents: contents.sorted(),
        kind: isPronoun
          ? .pronoun
          : SpeakerDocument.speakersThemselves.contains(words)
            ? nil : found.map { $0.mention.isName ? .name : .nominal },
        chain: found?.chain)
    }
  }

  /// The proper names in a chain.
  package func names(of chain: Int) -> [Mention] { chains[chain].filter(\.isName) }

  /// Whether a mention is but a pronoun.
  package func isPronoun(_ mention: Mention) -> Bool {
    SpeakerDocument.anyPronouns.contains(text.words(mention.span).lowercased())
  }

  /// The longest mention that begins with the words of a source or holds just them, up to an article
  /// or a comma.
  private static func mention(
    of source: TextSpan, in chains: [[Mention]], _ text: FrozenText
  ) -> (chain: Int, mention: Mention)? {
    var best: (chain: Int, mention: Mention)?
    for (number, chain) in chains.enumerated() {
      for mention in chain
      where source.contains(mention.head) && abs(mention.span.start - source.start) <= 4
        && isWhole(mention.span, of: source, text)
      {
        if mention.span.length > best?.mention.span.length ?? 0 { best = (number, mention) }
      }
    }
    return best
  }

  /// Whether a mention that begins a source holds its head: nothing follows, or what follows is no noun
  /// that it belongs to.
  private static func isWhole(_ span: TextSpan, of source: TextSpan, _ text: FrozenText) -> Bool {
    guard span.end < source.end else { return true }
    let rest = text.words(TextSpan(span.end, source.end))
    let word = rest.split(separator: " ").first.map { $0.lowercased() } ?? ""
    return word.isEmpty || rest.hasPrefix(",") || rest.hasPrefix("(") || followers.contains(word)
  }

  private static let followers: Set<String> = [
    "who", "which", "that", "of", "in", "at", "for", "from", "on", "with", "to", "by", "himself",
    "herself", "itself", ".",
  ]
  private static let speakersThemselves: Set<String> = [
    "i", "we", "you", "me", "us", "who", "that", "which", "people",
  ]
  private static let anyPronouns: Set<String> = [
    "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "hers", "theirs", "i",
    "we", "you", "me", "us", "my", "our", "your", "himself", "herself", "itself", "themselves",
    "who", "whom", "whose", "this", "that",
  ]
  private static let pronouns: Set<String> = [
    "he", "she", "it", "they", "him", "her", "them", "his", "its", "their",
  ]
}
