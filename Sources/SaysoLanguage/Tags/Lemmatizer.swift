package import SaysoLearning

/// Gives words their dictionary form: from learned edits of whole words and of endings, with a few
/// rules of spelling behind them.
///
/// An edit takes letters off the end and puts others on. It is looked up for the word and its tag,
/// then for its last five to two letters.
package struct Lemmatizer: Sendable {
  /// A change of a word's end.
  package struct Edit: Hashable, Sendable {
    /// Characters to take off; 255 takes off all.
    package let strip: Int
    /// What to put on.
    package let append: String
    /// Whether capitals stay as they are.
    package let keepsCase: Bool

    /// An edit from its parts.
    package init(strip: Int, append: String, keepsCase: Bool) {
      self.strip = strip
      self.append = append
      self.keepsCase = keepsCase
    }

    /// The edit that makes `lemma` of `form`.
    package init(from form: String, to lemma: String) {
      let keepsCase = lemma != lemma.lowercased()
      let source = keepsCase ? form : form.lowercased()
      let shared = zip(source, lemma).prefix { $0 == $1 }.count
      self.init(
        strip: source.count - shared, append: String(lemma.dropFirst(shared)),
        keepsCase: keepsCase)
    }

    /// Carries the edit out.
    package func applied(to form: String) -> String {
      let source = keepsCase ? form : form.lowercased()
      return strip <= source.count ? source.dropLast(strip) + append : append
    }

    /// The edit as a line of a model file.
    package var line: String { "\(strip) \(keepsCase ? "C" : "c") \(append)" }

    /// An edit from its line; nil when it is none.
    package init?(line: String) {
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let strip = Int(parts[0]), strip >= 0 else { return nil }
      self.init(strip: strip, append: String(parts[2]), keepsCase: parts[1] == "C")
    }
  }

  private let edits: [Edit]
  private let dictionary: HashDictionary

  /// A lemmatizer from its edits, numbered from 1 in the dictionary.
  package init(edits: [Edit], dictionary: HashDictionary) {
    self.edits = edits
    self.dictionary = dictionary
  }

  /// Reads a lemmatizer from the tagger's model file.
  package init(_ model: ModelFile) throws {
    let lines = try model.strings("lemmas.edits")
    let edits = lines.compactMap(Edit.init(line:))
    guard edits.count == lines.count else {
      throw ModelError(
        problem: "an edit of the lemmatizer cannot be read", place: "lemmas.edits",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    self.init(edits: edits, dictionary: try model.dictionary("lemmas.dictionary"))
  }

  /// Writes the lemmatizer's parts into a model file.
  package func store(in model: inout ModelFile) {
    model.set("lemmas.edits", strings: edits.map(\.line))
    model.set("lemmas.dictionary", dictionary: dictionary)
  }

  /// The lemma of a word with a tag.
  package func lemma(of word: String, tag: Tag) -> String {
    let plain = Lemmatizer.plain(word)
    if let edit = edit(Lemmatizer.key(plain, tag)) { return edit.applied(to: plain) }
    for length in Lemmatizer.endings where plain.utf8.count > length {
      if let edit = edit(Lemmatizer.key(ending: length, of: plain, tag)) {
        return edit.applied(to: plain)
      }
    }
    return Lemmatizer.spelled(plain, tag)
  }

  private func edit(_ key: UInt64) -> Edit? {
    let number = Int(dictionary[key])
    return number > 0 && number <= edits.count ? edits[number - 1] : nil
  }

  // MARK: Shared with the trainer

  /// Lengths in bytes of the endings that edits are learned for, longest first.
  package static let endings = [5, 4, 3, 2]

  /// The key of a whole word.
  package static func key(_ plain: String, _ tag: Tag) -> UInt64 {
    FeatureHash.combine(900, FeatureHash.of(plain.lowercased()), UInt64(tag.rawValue))
  }

  /// The key of a word's last bytes.
  package static func key(ending length: Int, of plain: String, _ tag: Tag) -> UInt64 {
    let bytes = Array(plain.lowercased().utf8.suffix(length))
    let capital = plain.utf8.first.map { $0 &- 65 < 26 } ?? false
    return FeatureHash.combine(
      901 + UInt64(length), FeatureHash.of(bytes[...]),
      UInt64(tag.rawValue) << 1 | (capital ? 1 : 0))
  }

  /// The word with curly apostrophes made plain.
  package static func plain(_ word: String) -> String {
    guard word.utf8.contains(0xE2) else { return word }
    return String(word.map { $0 == "’" || $0 == "‘" ? "'" : $0 })
  }

  /// The lemma by rules of spelling alone.
  package static func spelled(_ word: String, _ tag: Tag) -> String {
    switch tag.penn {
    case .nnp: return word
    case .nnps: return withoutPlural(word)
    case .nns: return withoutPlural(word.lowercased())
    case .vbz: return withoutPlural(word.lowercased())
    case .vbd, .vbn: return withoutEnding("ed", word.lowercased())
    case .vbg: return withoutEnding("ing", word.lowercased())
    case .add, .sym, .fw, .gw, .ls: return word
    default: return tag.universal == .properNoun ? word : word.lowercased()
    }
  }

  private static func withoutPlural(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["ches", "shes", "sses", "xes", "zzes", "oes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), word.utf8.count > 2 {
      return String(word.dropLast())
    }
    return word
  }

  private static func withoutEnding(_ ending: String, _ word: String) -> String {
    guard word.hasSuffix(ending), word.utf8.count > ending.utf8.count + 2 else { return word }
    if word.hasSuffix("ied") { return word.dropLast(3) + "y" }
    let stem = word.dropLast(ending.utf8.count)
    let last = Array(stem.utf8.suffix(2))
    if last[0] == last[1] {
      return [0x6C, 0x73, 0x66, 0x7A].contains(last[1]) ? String(stem) : String(stem.dropLast())
    }
    // c, g, s, u, v and z close no verb of their own: "danced", "argued", "saved".
    let wantsE: [UInt8] = [0x63, 0x67, 0x73, 0x75, 0x76, 0x7A]
    let hangs = last == [0x6E, 0x67]
    return wantsE.contains(last[1]) && !hangs ? stem + "e" : String(stem)
  }
}
