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
}
