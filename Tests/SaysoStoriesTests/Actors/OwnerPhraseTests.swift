import Testing

@testable import SaysoStories

struct OwnerPhraseTests {
  @Test(
    "A description with a state is parted into the state and its body",
    arguments: [
      ("Seoul's spy agency", "KOR", "spy agency"),
      ("the Russian Ministry of Defence", "RUS", "Ministry of Defence"),
      ("Ministry of Finance of Ukraine", "UKR", "Ministry of Finance"),
      ("United States Air Force", "USA", "Air Force"),
    ])
  func owner(phrase: String, state: String, rest: String) {
    let found = OwnerPhrase.split(phrase)
    #expect(found?.state == state)
    #expect(found?.rest == rest)
  }

  @Test("A state that keeps several spy agencies has none told by the word")
  func severalServices() {
    #expect(ActorReading.owned("the Russian intelligence agency") == nil)
    #expect(ActorReading.owned("South Korea's intelligence agency") != nil)
  }
}
