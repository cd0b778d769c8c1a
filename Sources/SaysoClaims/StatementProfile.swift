import SaysoRecords

/// What a statement is compared by: its content and what stands around it, as numbered concepts.
package struct StatementProfile: Sendable {
  /// Numbers words within one story.
  struct Lexicon {
    private var numbers: [String: Int32] = [:]
    private(set) var counts: [Float] = []

    mutating func number(_ word: String) -> Int32 {
      if let known = numbers[word] { return known }
      let number = Int32(counts.count)
      numbers[word] = number
      counts.append(0)
      return number
    }

    /// Counts the concepts of a content once each.
    mutating func count(_ concepts: [Int32]) { for concept in concepts { counts[Int(concept)] += 1 } }
  }

  /// How a statement bears on what others said.
  enum Manner {
    /// Says something of its own.
    case telling
    /// Answers with words of its own ("there is not one soldier here").
    case answering
    /// Answers with few words that can be compared ("a baseless rumor", "declined to comment").
    case bare
  }

  let content: ContentWords
  let manner: Manner
  /// Concepts of the content, ascending.
  let concepts: [Int32]
  /// Names among them, ascending.
  let names: [Int32]
  /// Fields of the content's words, ascending.
  let fields: [Int32]
  /// Actors that the content names, ascending.
  let about: [Int32]
  /// Concepts of the sentence outside of the content, ascending.
  let around: [Int32]
  /// Concepts of what stands before, ascending.
  let before: [Int32]
  /// Concepts of the report's title, ascending.
  let title: [Int32]
  /// Concepts of the speaker's name, ascending.
  let speaker: [Int32]
  /// The content's words in order, numbered, for what is taken over word by word.
  let words: [Int32]
  /// Whether it speaks of what was said ("such rumors", "the account").
  let isAnaphoric: Bool

  /// Profiles a statement; counts its concepts in `lexicon`.
  init(_ statement: ClaimStatement, title: String?, in lexicon: inout Lexicon) {
    content = ContentWords(statement.statement.content.text)
    func numbers(_ words: ContentWords) -> [Int32] {
      words.concepts.map { lexicon.number($0) }.sorted()
    }
    concepts = numbers(content)
    lexicon.count(concepts)
    names = content.names.map { lexicon.number($0) }.sorted()
    fields = Set(content.concepts.flatMap { FieldTable.fields[$0] ?? [] })
      .map { lexicon.number($0) }.sorted()
    lexicon.count(fields)
    about = Set(statement.about).map { lexicon.number("@" + $0) }.sorted()
    lexicon.count(about)
    let own = Set(concepts)
    around = numbers(ContentWords(statement.sentence)).filter { !own.contains($0) }
    before = numbers(ContentWords(statement.before))
    self.title = numbers(ContentWords(title ?? ""))
    speaker = numbers(ContentWords(statement.actor ?? ""))
    words = ContentWords.words(of: statement.statement.content.text)
      .map { lexicon.number("=" + $0.lowercased()) }
    let telling = content.concepts.filter { !Reply.anaphors.contains($0) }
    isAnaphoric = telling.count < content.concepts.count
    switch statement.stance {
    case .denies, .declines, .confirms, .doubts, .condemns:
      manner = telling.count < 2 ? .bare : .answering
    default: manner = telling.isEmpty ? .bare : .telling
    }
  }
}
