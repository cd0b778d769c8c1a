internal import SaysoLanguage

/// Parts a phrase into the state that owns and what it owns.
enum OwnerPhrase {
  /// The state's code and the rest ("Seoul's spy agency": KOR, "spy agency"); nil where no state
  /// opens or closes the phrase.
  static func split(
    _ phrase: String, told: ToldStates = ToldStates()
  ) -> (state: String, rest: String)? {
    var words = phrase.replacing("’", with: "'").split(separator: " ").map(String.init)
    if words.count > 1, ["the", "The"].contains(words[0]) { words.removeFirst() }
    let states = StateTable.shared
    for count in stride(from: min(5, words.count - 1), through: 1, by: -1) {
      let joined = words[..<count].joined(separator: " ")
      let rest = words[count...].joined(separator: " ")
      if joined.hasSuffix("'s") || joined.hasSuffix("s'") {
        let owner = String(joined.dropLast(joined.hasSuffix("'s") ? 2 : 1))
        if let state = states.state(named: owner) ?? states.state(seatedAt: owner) {
          return (state.code, rest)
        }
        if let code = told.code(owner) { return (code, rest) }
      }
      if let state = states.state(demonym: joined)
        ?? (states.isShared(joined) ? nil : states.state(named: joined))
      {
        return (state.code, rest)
      }
      if let code = told.code(joined) { return (code, rest) }
    }
    // "the Ministry of Defence of Ukraine", "the ministry in Seoul"
    for (index, word) in words.enumerated().dropFirst().reversed()
    where ["of", "in"].contains(word) && index + 1 < words.count {
      let owner = words[(index + 1)...].joined(separator: " ")
      if let state = states.state(named: owner)
        ?? (word == "in" ? states.state(seatedAt: owner) : nil)
      {
        return (state.code, words[..<index].joined(separator: " "))
      }
      if word == "of", let code = told.code(owner) {
        return (code, words[..<index].joined(separator: " "))
      }
    }
    return nil
  }
}
