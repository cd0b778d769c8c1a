@testable import SaysoAttribution
import SaysoLanguage
import SaysoLearning
import SaysoRecords

/// A sentence written by hand: words with tags, and marks for roles and names.
///
/// `[…]` marks a source, `{…}` a cue, `<…>` a content; `PER(…)` and the like mark names. Words are
/// `word/TAG`; a word without a tag is a noun. Lines are sentences, a blank line parts paragraphs.
struct HandText {
  let text: AnnotatedText
  let tags: [Tag]
  let names: [NameSpan]
  var pieces: [RolePiece] = []

  init(_ marked: String) {
    var words: [[String]] = []
    var blocks: [Int] = []
    var tags: [Tag] = []
    var names: [NameSpan] = []
    var open: [Character: Int] = [:]
    var openName: (start: Int, type: NameType)?
    var pieces: [RolePiece] = []
    var block = 0
    var count = 0
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        block += 1
        continue
      }
      var sentence: [String] = []
      for item in line.split(separator: " ") {
        switch item {
        case "[", "{", "<": open[Character(String(item))] = count
        case "]", "}", ">":
          let pairs: [Substring: (Character, RoleLabel.Role)] = [
            "]": ("[", .source), "}": ("{", .cue), ">": ("<", .content),
          ]
          if let (opener, role) = pairs[item], let start = open[opener] {
            pieces.append(RolePiece(role, start..<count))
          }
        case ")":
          if let name = openName {
            names.append(NameSpan(tokens: name.start..<count, type: name.type))
          }
        default:
          if item.hasSuffix("("), let type = NameType(rawValue: String(item.dropLast())) {
            openName = (count, type)
            continue
          }
          let parts = item.split(separator: "/", maxSplits: 1)
          sentence.append(String(parts[0]))
          tags.append(HandText.tag(parts.count > 1 ? String(parts[1]) : "NN"))
          count += 1
        }
      }
      words.append(sentence)
      blocks.append(block)
    }
    var string = ""
    var tokens: [TextSpan] = []
    var sentences: [Range<Int>] = []
    for sentence in words {
      let first = tokens.count
      for word in sentence {
        let start = string.utf8.count
        string += word
        tokens.append(TextSpan(start, string.utf8.count))
        string += " "
      }
      sentences.append(first..<tokens.count)
    }
    text = AnnotatedText(
      text: FrozenText(string), tokens: tokens, sentences: sentences, blockOfSentence: blocks)
    self.tags = tags
    self.names = names
    self.pieces = pieces.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A universal tag that goes with a Penn tag.
  private static func tag(_ penn: String) -> Tag {
    let universal: String
    switch penn {
    case "MD": universal = "AUX"
    case "AUX": return Tag(xpos: "VBZ", upos: "AUX")
    case "V", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG": universal = "VERB"
    case "NNP", "NNPS": universal = "PROPN"
    case "DT": universal = "DET"
    case "JJ": universal = "ADJ"
    case "RB": universal = "ADV"
    case "PRP": universal = "PRON"
    case "IN": universal = "ADP"
    case "CC": universal = "CCONJ"
    case "TO", "POS": universal = "PART"
    case ",", ".", ":", "''", "``": universal = "PUNCT"
    default: universal = "NOUN"
    }
    return Tag(xpos: penn, upos: universal)
  }

  var input: AttributionInput {
    AttributionInput(
      text: text, traits: text.traits(), tags: tags, names: names,
      clusters: [UInt16](repeating: 0, count: tags.count),
      cueLevels: [UInt8](repeating: 0, count: tags.count))
  }

  /// Dictionary forms of the irregular words that the tests use; rules of spelling do the others.
  static let lemmatizer: Lemmatizer = {
    let forms = [
      ("said", "VBD", "say"), ("told", "VBD", "tell"), ("is", "AUX", "be"), ("was", "AUX", "be"),
      ("denied", "VBD", "deny"), ("denied", "VBN", "deny"), ("confirmed", "VBN", "confirm"),
      ("confirmed", "VBD", "confirm"), ("declined", "VBD", "decline"), ("refused", "VBD", "refuse"),
      ("dismissed", "VBD", "dismiss"), ("called", "VBD", "call"), ("urged", "VBD", "urge"),
      ("vowed", "VBD", "vow"), ("warned", "VBD", "warn"), ("condemned", "VBD", "condemn"),
      ("praised", "VBD", "praise"), ("asked", "VBD", "ask"), ("reports", "NNS", "report"),
      ("claims", "NNS", "claim"), ("doubted", "VBD", "doubt"), ("rejected", "VBD", "reject"),
      ("considering", "VBG", "consider"), ("agreed", "VBD", "agree"), ("are", "AUX", "be"),
      ("announced", "VBD", "announce"), ("conceded", "VBD", "concede"),
      ("admitted", "VBD", "admit"), ("admitted", "VBN", "admit"),
      ("were", "AUX", "be"), ("hoped", "VBD", "hope"), ("accused", "VBD", "accuse"),
      ("convinced", "JJ", "convinced"), ("has", "VBZ", "have"), ("wants", "VBZ", "want"),
      ("suggested", "VBD", "suggest"), ("lashed", "VBD", "lash"), ("rains", "VBZ", "rain"),
      ("consequences", "NNS", "consequence"), ("forces", "NNS", "force"),
      ("closing", "VBG", "close"), ("told", "VBN", "tell"), ("had", "VBD", "have"),
      ("says", "VBZ", "say"), ("believed", "VBN", "believe"), ("alleged", "VBN", "allege"),
      ("fails", "VBZ", "fail"), ("said", "VBN", "say"), ("quoted", "VBN", "quote"),
    ]
    let edits = forms.map { Lemmatizer.Edit(from: $0.0, to: $0.2) }
    return Lemmatizer(
      edits: edits,
      dictionary: HashDictionary(
        forms.enumerated().map { index, form in
          (Lemmatizer.key(Lemmatizer.plain(form.0), tag(form.1)), UInt16(index + 1))
        }))
  }()
}
