import SaysoRecords

/// One paragraph, heading, item or quotation of a report that is being read.
struct Part {
  /// What it is on the page.
  var kind: TextBlock.Kind
  /// Its words; for text that must stay as given, a slice of that very text.
  var bytes: ArraySlice<UInt8>
  /// Whether the page sets all of it in italics or bold.
  var isEmphasised = false
  /// Whether it stays in the text and in no block: a mark where a page begins, a release's contact.
  var isApart = false

  /// A line that says where a page of a paginated document begins, from 1; it stands apart.
  ///
  /// A paragraph that runs over the end of a page stands before the mark of the page it ends on.
  static func pageMark(_ number: Int) -> Part {
    Part(kind: .paragraph, bytes: Array("[page \(number)]".utf8)[...], isApart: true)
  }

  /// The words as a line.
  var line: LineOfText { LineOfText(bytes) }

  /// Whether it is a few words without the end of a sentence, as in menus and lists of links.
  var isFragment: Bool {
    guard kind == .paragraph || kind == .listItem else { return false }
    let line = line
    return line.wordCount(upTo: 16) <= 15 && !line.endsSentence && !line.endsInColon
      && !line.endsQuotation
  }

  /// Whether it reads as running text: at least a short sentence, or many words.
  var isProse: Bool {
    let line = line
    let words = line.wordCount(upTo: 20)
    return words >= 20
      || (words >= 6 && (line.endsSentence || line.endsQuotation || line.endsInColon))
  }
}
