internal import SaysoLanguage
internal import SaysoRecords

/// The raw text of a treebank document with its gold spans.
struct RebuiltText {
  let text: FrozenText
  let blocks: [TextBlock]
  let tokens: [TextSpan]
  let sentences: [TextSpan]

  init(_ document: TreebankDocument) {
    var bytes: [UInt8] = []
    var blocks: [TextBlock] = []
    var tokens: [TextSpan] = []
    var sentences: [TextSpan] = []
    var blockStart = 0
    for sentence in document.sentences {
      if sentence.opensBlock, !bytes.isEmpty {
        blocks.append(TextBlock(.paragraph, TextSpan(blockStart, bytes.count)))
        bytes.append(0x0A)
        blockStart = bytes.count
      } else if !bytes.isEmpty {
        bytes.append(0x20)
      }
      let start = bytes.count
      bytes += Array(sentence.text.utf8)
      var at = start
      for word in sentence.words {
        let form = Array(word.form.utf8)
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        // Words of a contraction that is written otherwise share what is left of it.
        guard at + form.count <= bytes.count, bytes[at..<at + form.count].elementsEqual(form)
        else { continue }
        tokens.append(TextSpan(at, at + form.count))
        at += form.count
      }
      if at > start { sentences.append(TextSpan(start, bytes.count)) }
    }
    blocks.append(TextBlock(.paragraph, TextSpan(blockStart, bytes.count)))
    text = FrozenText(utf8: bytes)
    self.blocks = blocks
    self.tokens = tokens
    self.sentences = sentences
  }
}
