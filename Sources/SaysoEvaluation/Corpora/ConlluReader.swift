/// A word of a treebank.
package struct TreebankWord: Sendable {
  /// The word as it stands.
  package let form: String
  /// Its dictionary form.
  package let lemma: String
  /// Its universal tag.
  package let upos: String
  /// Its Penn tag.
  package let xpos: String
}

/// A sentence of a treebank.
package struct TreebankSentence: Sendable {
  /// The text as it was.
  package let text: String
  /// The words, those of multi-word tokens apart, empty nodes left out.
  package let words: [TreebankWord]
  /// Whether the sentence opens a paragraph or a document.
  package let opensBlock: Bool
}

/// A document of a treebank.
package struct TreebankDocument: Sendable {
  /// Its name in the treebank.
  package let name: String
  /// Its sentences in order.
  package let sentences: [TreebankSentence]
}

/// Reads treebanks in CoNLL-U (universaldependencies.org/format).
package enum ConlluReader {
  /// The documents of a file below the data folder.
  package static func documents(_ path: String, in data: String) throws -> [TreebankDocument] {
    var documents: [TreebankDocument] = []
    var name = path
    var sentences: [TreebankSentence] = []
    var words: [TreebankWord] = []
    var text = ""
    var opensBlock = true
    func endSentence() {
      guard !words.isEmpty else { return }
      sentences.append(TreebankSentence(text: text, words: words, opensBlock: opensBlock))
      words = []
      opensBlock = false
    }
    for line in try CorpusFile.lines(path, in: data) {
      if line.isEmpty {
        endSentence()
      } else if line.hasPrefix("# newdoc") {
        endSentence()
        if !sentences.isEmpty {
          documents.append(TreebankDocument(name: name, sentences: sentences))
        }
        sentences = []
        name = line.split(separator: " ").last.map(String.init) ?? path
        opensBlock = true
      } else if line.hasPrefix("# newpar") {
        opensBlock = true
      } else if line.hasPrefix("# text = ") {
        text = String(line.dropFirst(9))
      } else if !line.hasPrefix("#") {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count == 10, !cells[0].contains("-"), !cells[0].contains(".") else { continue }
        words.append(
          TreebankWord(
            form: String(cells[1]), lemma: String(cells[2]), upos: String(cells[3]),
            xpos: String(cells[4])))
      }
    }
    endSentence()
    if !sentences.isEmpty { documents.append(TreebankDocument(name: name, sentences: sentences)) }
    return documents
  }
}
