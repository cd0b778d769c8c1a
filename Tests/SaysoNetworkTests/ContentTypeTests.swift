@testable import SaysoNetwork
import SaysoReading
import Testing

@Suite struct ContentTypeTests {
  @Test(arguments: [
    ("text/html", "text/html", nil), ("Text/HTML; Charset=\"UTF-8\"", "text/html", "UTF-8"),
    ("application/rss+xml ;charset = windows-1251; x=y", "application/rss+xml", "windows-1251"),
    ("text/html;charset=", "text/html", nil), ("charset=utf-8", nil, nil), ("", nil, nil),
    (";charset=utf-8", nil, nil),
    ("text/html; boundary=x; charset='koi8-r'", "text/html", "koi8-r"),
  ])
  func `type and charset are read from the header`(
    _ header: String, _ mediaType: String?, _ charset: String?
  ) {
    let type = ContentType(header)
    #expect(type.mediaType == mediaType)
    #expect(type.charset == charset)
  }

  @Test func `what was fetched becomes a file with its origin`() {
    let fetched = Fetched(
      status: 200, requestedAddress: "http://a.example/", finalAddress: "http://b.example/n",
      redirects: ["http://a.example/"],
      headers: [
        Fetched.Field("content-type", "text/html;charset=utf-8"), Fetched.Field("ETag", "\"7\""),
      ], bytes: Array("<p>It rained.".utf8), retrieved: "2026-03-01T10:00:00Z")
    #expect(fetched.sourceFile.name == "http://b.example/n")
    #expect(
      fetched.sourceFile.origin
        == SourceFile.Origin(
          mediaType: "text/html", charset: "utf-8", address: "http://b.example/n",
          retrieved: "2026-03-01T10:00:00Z"))
    #expect(fetched.validators == Validators(entityTag: "\"7\"", lastModified: nil))
    #expect(!fetched.isUnchanged)
  }
}
