/// Words that a user typed, as an expression of SQLite's full-text search (FTS5, section 3).
///
/// Every text is valid input: each word goes into the expression quoted, so none of FTS5's
/// operators can be typed by accident.
enum SearchExpression {
  /// Every word must occur, in any order; words between double quotes must stand together.
  ///
  /// - Returns: nil where the text holds no word, so that nothing can be found.
  static func allWords(of text: String, column: String? = nil) -> String? {
    // Every second part stands between quotation marks; an odd one out reaches to the end.
    let parts = text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    var phrases: [String] = []
    for (index, part) in parts.enumerated() {
      let words = words(of: String(part))
      if index.isMultiple(of: 2) {
        phrases += words
      } else if !words.isEmpty {
        phrases.append(words.joined(separator: " "))
      }
    }
    return expression(phrases.map { "\"\($0)\"" }, column: column)
  }

  /// Every word must begin a word of the row, in any order.
  ///
  /// - Returns: nil where the text holds no word, so that nothing can be found.
  static func wordPrefixes(of text: String) -> String? {
    expression(words(of: text).map { "\"\($0)\" *" }, column: nil)
  }

  private static func expression(_ phrases: [String], column: String?) -> String? {
    guard !phrases.isEmpty else { return nil }
    let all = phrases.joined(separator: " AND ")
    return column.map { "\($0) : (\(all))" } ?? all
  }

  /// The text cut at white space, quotation marks and control characters; pieces without a letter
  /// or digit are left out, since an empty phrase would match nothing.
  private static func words(of text: String) -> [String] {
    text.unicodeScalars
      .split { $0.properties.isWhitespace || $0.value < 32 || $0 == "\"" }
      .filter { $0.contains(where: isIndexed) }
      .map { String($0) }
  }

  /// Whether FTS5's unicode61 tokenizer makes words of a character: letters, numbers, private use.
  private static func isIndexed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
