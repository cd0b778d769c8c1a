package import SaysoLanguage
internal import SaysoRecords

/// Parts names that were taken for one: a state's name, at the end of a body's, and the person who
/// stands right behind it ("the Armed Forces of | Norrland | Mara Lind").
package enum FusedNames {
  /// The names with such ones parted.
  package static func parted(_ names: [NameSpan], _ text: AnnotatedText, tags: [Tag]) -> [NameSpan]
  {
    names.flatMap { name -> [NameSpan] in
      guard name.type != .miscellaneous, name.tokens.count >= 3,
        let border = border(name, text, tags: tags)
      else { return [name] }
      return [
        NameSpan(
          tokens: name.tokens.lowerBound..<border,
          type: name.type == .person ? .location : name.type),
        NameSpan(tokens: border..<name.tokens.upperBound, type: .person),
      ]
    }
  }

  /// Where the person begins: behind a state that opens the name of no body or follows "of", with
  /// two or three proper nouns left, none of which is a word for a body.
  private static func border(
    _ name: NameSpan, _ text: AnnotatedText, tags: [Tag]
  ) -> Int? {
    let tokens = name.tokens
    for start in tokens {
      guard
        start == tokens.lowerBound
          ? name.type != .organization : text.word(start - 1).lowercased() == "of"
      else { continue }
      for length in 1...2 where start + length + 2 <= tokens.upperBound {
        let border = start + length
        guard tokens.upperBound - border <= 3,
          StatesTable.isState((start..<border).map { text.word($0) }.joined(separator: " ")),
          (border..<tokens.upperBound).allSatisfy({
            tags[$0].universal == .properNoun
              && !SpeakerWords.bodies.contains(text.word($0).lowercased())
              && !SpeakerWords.placeWords.contains(text.word($0).lowercased())
          })
        else { continue }
        return border
      }
    }
    return nil
  }
}
