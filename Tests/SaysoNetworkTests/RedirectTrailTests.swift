@testable import SaysoNetwork
import Testing

@Suite struct RedirectTrailTests {
  @Test func `a way back to where it was is a circle`() throws {
    var trail = RedirectTrail(try WebAddress("http://a.example/1"), limit: 10)
    try trail.follow("/2")
    let error = #expect(throws: NetworkError.self) { try trail.follow("http://A.example:80/1#top") }
    #expect(
      error?.description
        == "http://a.example/1: the redirects go in a circle (back to http://a.example/1); "
        + "open the page in a browser and save it")
  }

  @Test func `more redirects than allowed are too many`() throws {
    var trail = RedirectTrail(try WebAddress("http://a.example/0"), limit: 2)
    try trail.follow("/1")
    try trail.follow("/2")
    let error = #expect(throws: NetworkError.self) { try trail.follow("/3") }
    #expect(error?.problem == "there are more than 2 redirects")
  }

  @Test(arguments: ["file:///etc/passwd", "http://", "http://u:p@b.example/", "", nil])
  func `a redirect to what is no address of the web is refused`(_ location: String?) throws {
    var trail = RedirectTrail(try WebAddress("http://a.example/0"), limit: 2)
    #expect(throws: NetworkError.self) { try trail.follow(location) }
  }
}
