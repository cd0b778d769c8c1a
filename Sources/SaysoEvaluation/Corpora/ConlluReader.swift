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
  /// The number of its head, counted from 1 in its sentence; 0 for the root, or where none is
  /// given.
  package let head: Int
  /// Its relation to its head, with the subtype ("nmod:poss"); "_" where none is given.
  package let relation: String
}

/// A token of a treebank as written: a word, or a contraction of several.
package struct TreebankToken: Sendable {
  /// The token as it stands.
  package let form: String
  /// Its words, by their places in the sentence.
  package let words: Range<Int>
}

/// A sentence of a treebank.
package struct TreebankSentence: Sendable {
  /// The text as it was.
  package let text: String
  /// The words, those of multi-word tokens apart, empty nodes left out.
  package let words: [TreebankWord]
  /// The tokens as written, which the words are parts of.
  package let tokens: [TreebankToken]
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
    var tokens: [TreebankToken] = []
    var text = ""
    var opensBlock = true
    func endSentence() {
      guard !words.isEmpty else { return }
      sentences.append(
        TreebankSentence(text: text, words: words, tokens: tokens, opensBlock: opensBlock))
      words = []
      tokens = []
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
        guard cells.count == 10, !cells[0].contains(".") else { continue }
        if let dash = cells[0].firstIndex(of: "-") {
          guard let end = Int(cells[0][cells[0].index(after: dash)...]) else { continue }
          tokens.append(
            TreebankToken(form: String(cells[1]), words: words.count..<max(words.count, end)))
          continue
        }
        if tokens.last.map({ $0.words.upperBound <= words.count }) ?? true {
          tokens.append(
            TreebankToken(form: String(cells[1]), words: words.count..<words.count + 1))
        }
        words.append(
          TreebankWord(
            form: String(cells[1]), lemma: String(cells[2]), upos: String(cells[3]),
            xpos: String(cells[4]), head: Int(cells[6]) ?? 0, relation: String(cells[7])))
      }
    }
    endSentence()
    if !sentences.isEmpty { documents.append(TreebankDocument(name: name, sentences: sentences)) }
    return documents
  }
}
