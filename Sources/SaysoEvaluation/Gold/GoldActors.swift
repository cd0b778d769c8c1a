package import SaysoRecords

/// Tells which gold actor a resolved speaker is.
package struct GoldActors: Sendable {
  private let actors: [String: GoldDocument.Actor]

  /// The actors of one report.
  package init(_ actors: [String: GoldDocument.Actor]) { self.actors = actors }

  /// Whether a speaker was resolved to the gold actor; `gold` nil means that nobody can know.
  ///
  /// A named actor is right when the name given is one of its forms, or of a person's forms the end
  /// or beginning, and of no other actor's. A group is right when its members are. An unnamed one
  /// is right when it is left unnamed with its own description; a bare pronoun is then unknown.
  package func resolution(of speaker: Speaker?, gold: String?) -> GoldComparison.Resolution {
    guard let gold, let actor = actors[gold] else {
      return speaker?.named ?? false ? .wrong : .right
    }
    guard let speaker else { return .unknown }
    if !actor.members.isEmpty {
      guard speaker.actor != nil else { return .unknown }
      let found = Set(speaker.members.compactMap { identify($0) })
      return found == Set(actor.members) ? .right : .wrong
    }
    let isNamed = actor.isNamed
    guard let name = speaker.actor else {
      let words = GoldActors.plain(speaker.passage.text)
      return !isNamed && forms(actor).contains { describes($0, words) } ? .right : .unknown
    }
    if identify(name) == gold { return .right }
    let plain = GoldActors.plain(name)
    if !isNamed, !speaker.named {
      return forms(actor).contains { describes($0, plain) } ? .right : .wrong
    }
    return speaker.named ? .wrong : .unknown
  }

  /// The one actor that a name fits, exactly or else by a part of a person's name.
  private func identify(_ name: String) -> String? {
    let plain = GoldActors.plain(name)
    let exact = actors.filter { forms($0.value).contains(plain) }
    if let first = exact.keys.sorted().first { return first }
    let words = plain.split(separator: " ")
    let near = actors.filter { entry in
      entry.value.kind == "person" && entry.value.isNamed
        && forms(entry.value).contains { form in
          let other = form.split(separator: " ")
          let (short, long) = words.count < other.count ? (words, other) : (other, words)
          return !short.isEmpty && (long.suffix(short.count) == short[...])
        }
    }
    return near.count == 1 ? near.first?.key : nil
  }

  private func forms(_ actor: GoldDocument.Actor) -> [String] {
    actor.forms.map(GoldActors.plain)
  }

  private func describes(_ form: String, _ words: String) -> Bool {
    !form.isEmpty && !words.isEmpty && (form.contains(words) || words.contains(form))
  }

  /// Lower case, straight quotes, without an article at the start and a possessive at the end.
  static func plain(_ name: String) -> String {
    var text = name.lowercased().replacing("’", with: "'")
    for article in ["the ", "a ", "an "] where text.hasPrefix(article) {
      text.removeFirst(article.count)
    }
    if text.hasSuffix("'s") { text.removeLast(2) }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
