/// A sentence whose words carry labels of the BIO scheme.
package struct LabelledSentence: Sendable {
  /// The words.
  package var words: [String]
  /// A label for each ("O", "B-PER", "I-PER").
  package var labels: [String]

  /// A sentence; a label per word.
  package init(words: [String], labels: [String]) {
    self.words = words
    self.labels = labels
  }
}

/// Reads tab-separated columns: the word first, the BIO label last, a blank line between sentences.
package enum ConllReader {
  /// The documents of a file below the data folder, each as its sentences; a file without document
  /// marks (`# doc`) is cut into documents of `sentencesPerDocument`.
  package static func documents(
    _ path: String, in data: String, sentencesPerDocument: Int = 25
  ) throws -> [[LabelledSentence]] {
    var documents: [[LabelledSentence]] = []
    var sentences: [LabelledSentence] = []
    var sentence = LabelledSentence(words: [], labels: [])
    var hasMarks = false
    func endDocument() {
      if !sentences.isEmpty { documents.append(sentences) }
      sentences = []
    }
    func endSentence() {
      if !sentence.words.isEmpty { sentences.append(sentence) }
      sentence = LabelledSentence(words: [], labels: [])
      if !hasMarks, sentences.count >= sentencesPerDocument { endDocument() }
    }
    for line in try CorpusFile.lines(path, in: data) {
      if line.isEmpty {
        endSentence()
      } else if line.hasPrefix("# doc"), !line.contains("\t") {
        endSentence()
        hasMarks = true
        endDocument()
      } else {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count >= 2, let word = cells.first, let label = cells.last else { continue }
        sentence.words.append(String(word))
        sentence.labels.append(String(label))
      }
    }
    endSentence()
    endDocument()
    return documents
  }
}
