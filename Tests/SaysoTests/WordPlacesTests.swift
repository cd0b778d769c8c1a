import Testing

@testable import Sayso

struct WordPlacesTests {
  private func places(_ words: String, in text: String) -> [Int] {
    WordPlaces(FrozenText(text)).places(of: words).map(\.start)
  }

  @Test func `whole words come before parts of words`() {
    #expect(places("he", in: "the man; he said") == [9])
    #expect(places("he", in: "the others") == [1, 6])
    #expect(places("it", in: "“it” and bit") == [3])
  }

  @Test func `white space is one, and nothing is found for nothing`() {
    #expect(places("port  spokesman", in: "a port\n  spokesman") == [2])
    #expect(places("port spokesman", in: "a portspokesman") == [])
    #expect(places(" \n", in: "a b") == [])
    #expect(places("é", in: "cafe\u{301}") == [])
  }

  @Test func `spans are far from each other by the bytes between them`() {
    #expect(TextSpan(2, 4).distance(to: TextSpan(6, 9)) == 2)
    #expect(TextSpan(6, 9).distance(to: TextSpan(2, 7)) == 0)
    #expect(TextSpan(0, 4).share(with: TextSpan(2, 6)) == 2.0 / 6)
    #expect(TextSpan(0, 2).share(with: TextSpan(2, 6)) == 0)
  }
}
