import SaysoNetwork
import Testing

@Suite struct NetworkErrorTests {
  @Test func `an error says what, where and how to mend it on one line`() {
    let error = NetworkError(
      "the server does not answer", place: "http://a.example/", remedy: "try later",
      cause: "refused")
    #expect(
      error.description == "http://a.example/: the server does not answer (refused); try later")
  }

  @Test func `what a server says can neither forge a line nor fill the screen`() {
    let error = NetworkError(
      "a\nsayso: all is well\u{1B}[2J", place: "http://a.example/", remedy: "r",
      cause: String(repeating: "x", count: 100_000))
    #expect(!error.description.contains("\n"))
    #expect(!error.description.contains("\u{1B}"))
    #expect(error.description.utf8.count < 2000)
  }
}
