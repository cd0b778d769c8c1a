import Testing

@testable import SaysoStories

struct TransliterationTests {
  @Test(
    "Spellings of one name from another script have one key",
    arguments: [
      ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelens'kyi", "Zelenskii"],
      ["Syrskyi", "Syrsky", "Syrskiy"],
      ["Gaddafi", "Qaddafi", "Gadhafi", "Khadafy"],
      ["Hussein", "Husayn", "Hussain", "Hossein"],
      ["Muhammad", "Mohammed", "Mohamed", "Mohammad"],
      ["Sergey", "Sergei"],
      ["Yevgeny", "Evgeny", "Yevgeniy"],
      ["Romanoff", "Romanov"],
      ["Aleksandr", "Alexander"],
      ["Medvedev", "Medvedyev"],
    ])
  func spellings(words: [String]) {
    #expect(
      Set(words.map { Transliteration.key($0) }).count == 1,
      "\(words.map { Transliteration.key($0) })")
  }

  @Test(
    "Names that differ keep keys that differ",
    arguments: [
      ("Putin", "Patin"), ("Ivanov", "Ivanova"), ("Marin", "Moran"), ("Brown", "Braun"),
      ("Hansen", "Hanson"), ("Lavrov", "Lavrin"), ("Smith", "Smyth-Jones"),
    ])
  func apart(a: String, b: String) {
    #expect(Transliteration.key(a) != Transliteration.key(b))
  }
}
