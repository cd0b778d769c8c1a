import SaysoStories
import Testing

@Suite struct ActorKindTests {
  @Test(arguments: [
    ("the harbour ministry", true), ("government", true), ("a senior official", false),
    ("an agency", false), ("observers", false), ("", false),
  ])
  func `a described ministry is a body, an official is not`(words: String, isBody: Bool) {
    #expect(ActorKind.isBody(words) == isBody)
  }
}
