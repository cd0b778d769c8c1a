internal import SaysoRecords

/// Reads speakers out of UD GUM: the subjects of verbs of saying, with the corpus's coreference
/// (Zeldes, "The GUM Corpus", Language Resources and Evaluation 51, 2017).
package enum GumSpeakers {
  /// The documents of a split ("dev", "train").
  package static func read(_ split: String, in data: String) throws -> [SpeakerDocument] {
    var documents: [SpeakerDocument] = []
    var draft = Draft()
    for line in try CorpusFile.lines("ud-gum/en_gum-ud-\(split).conllu.gz", in: data) {
      if line.hasPrefix("# newdoc") {
        if let document = draft.document { documents.append(document) }
        draft = Draft(id: line.split(separator: " ").last.map(String.init) ?? "")
      } else if line.hasPrefix("# newpar") {
        draft.opensBlock = true
      } else if line.hasPrefix("# text = ") {
        draft.begin(sentence: line.dropFirst(9))
      } else if line.isEmpty {
        draft.endSentence()
      } else if !line.hasPrefix("#") {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        if cells.count == 10, Int(cells[0]) != nil { draft.add(cells) }
      }
    }
    if let document = draft.document { documents.append(document) }
    return documents
  }

  private struct Word {
    let span: TextSpan
    let lemma: Substring
    let upos: Substring
    let relation: Substring
    let head: Int
  }

  /// A document as it is read line by line.
  private struct Draft {
    var id = ""
    var opensBlock = true
    private var bytes: [UInt8] = []
    private var blockStarts: [Int] = []
    private var cursor = 0
    private var words: [Word] = []
    private var open: [(chain: Substring, first: Int, head: Int)] = []
    private var chains: [Substring: [SpeakerDocument.Mention]] = [:]
    private var said: [(source: TextSpan, contents: [TextSpan])] = []
    private var mentions: [(head: Int, span: TextSpan)] = []

    init(id: String = "") { self.id = id }

    mutating func begin(sentence: Substring) {
      if !bytes.isEmpty { bytes += opensBlock ? [10, 10] : [32] }
      if opensBlock || blockStarts.isEmpty { blockStarts.append(bytes.count) }
      opensBlock = false
      cursor = bytes.count
      bytes += sentence.utf8
    }

    mutating func add(_ cells: [Substring]) {
      while cursor < bytes.count, bytes[cursor] == 32 { cursor += 1 }
      let form = Array(cells[1].utf8)
      let end = bytes[cursor...].starts(with: form) ? cursor + form.count : cursor
      words.append(
        Word(
          span: TextSpan(cursor, end), lemma: cells[2], upos: cells[3], relation: cells[7],
          head: (Int(cells[6]) ?? 0) - 1))
      cursor = end
      for entry in cells[9].split(separator: "|") where entry.hasPrefix("Entity=") {
        read(entry.dropFirst(7))
      }
    }

    /// Brackets that open and close mentions: "(12-person-giv:act-cf1-1-ana)", "7)5)".
    private mutating func read(_ brackets: Substring) {
      var rest = brackets
      while let first = rest.first {
        if first == "(" {
          let body = rest.dropFirst()
          let end = body.firstIndex { $0 == "(" || $0 == ")" } ?? body.endIndex
          let fields = body[..<end].split(separator: "-", omittingEmptySubsequences: false)
          let minimal = fields.count > 5 ? fields[5].split(separator: ",").first : nil
          open.append(
            (fields[0], words.count - 1, words.count - 2 + (minimal.flatMap { Int($0) } ?? 1)))
          rest = body[end...]
          if rest.first == ")" {
            close(fields[0])
            rest = rest.dropFirst()
          }
        } else {
          let end = rest.firstIndex(of: ")") ?? rest.endIndex
          close(rest[..<end])
          rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
        }
      }
    }

    private mutating func close(_ chain: Substring) {
      guard let at = open.lastIndex(where: { $0.chain == chain }) else { return }
      let (_, first, head) = open.remove(at: at)
      guard words.indices.contains(first), words.indices.contains(head) else { return }
      let span = words[first].span.union(words[words.count - 1].span)
      mentions.append((head, span))
      chains[chain, default: []].append(
        .init(span: span, head: words[head].span, isName: words[head].upos == "PROPN"))
    }

    mutating func endSentence() {
      for mention in mentions {
        let word = words[mention.head]
        guard word.relation.hasPrefix("nsubj"), words.indices.contains(word.head),
          GumSpeakers.verbs.contains(words[word.head].lemma)
        else { continue }
        said.append((mention.span, []))
      }
      words = []
      open = []
      mentions = []
    }

    var document: SpeakerDocument? {
      guard !bytes.isEmpty else { return nil }
      let ends = blockStarts.dropFirst().map { $0 - 2 } + [bytes.count]
      return SpeakerDocument(
        id: id, text: FrozenText(String(decoding: bytes, as: UTF8.self)),
        blocks: zip(blockStarts, ends).map { TextBlock(.paragraph, TextSpan($0, $1)) },
        chains: chains.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.span < $1.span } },
        said: said)
    }
  }

  private static let verbs: Set<Substring> = [
    "say", "tell", "add", "ask", "answer", "announce", "argue", "believe", "claim", "confirm",
    "deny", "describe", "explain", "insist", "note", "report", "state", "suggest", "think",
    "warn", "write", "call", "admit", "expect", "hope", "reply", "know", "want", "declare",
    "accuse", "agree", "comment", "recommend", "show", "reveal", "propose", "promise", "mention",
  ]
}
