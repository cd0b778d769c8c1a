internal import SaysoEvaluation

/// Names that another program marked in political news.
enum SilverNames {
  /// Every so many documents are taken.
  static let step = 5
  private static let path = "polnear/corenlp-train.tsv.gz"
  private static let kinds = [
    "PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC",
  ]
  private static let escapes = [
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "\'\'": "”", "\'": "’",
    "\'s": "’s", "n\'t": "n’t",
  ]

  /// The documents; a run of words with one kind is one name.
  static func documents(data: String) throws -> [[LabelledSentence]] {
    var result: [[LabelledSentence]] = []
    var sentences: [LabelledSentence] = []
    var sentence = LabelledSentence(words: [], labels: [])
    var last = "O"
    var number = 0
    func endSentence() {
      if !sentence.words.isEmpty { sentences.append(sentence) }
      sentence = LabelledSentence(words: [], labels: [])
      last = "O"
    }
    func endDocument() {
      endSentence()
      if !sentences.isEmpty, number % step == 0 { result.append(sentences) }
      sentences = []
      number += 1
    }
    for line in try CorpusFile.lines(path, in: data) {
      if line.hasPrefix("# article") {
        endDocument()
      } else if line.hasPrefix("#") {
        endSentence()
      } else {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count >= 7 else { continue }
        let word = String(cells[3])
        let kind = kinds[String(cells[6])] ?? "O"
        sentence.words.append(escapes[word] ?? word)
        sentence.labels.append(kind == "O" ? kind : (kind == last ? "I-" : "B-") + kind)
        last = kind
      }
    }
    endDocument()
    return result
  }
}
