@testable import SaysoNetwork
import Testing

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://News.Elvane.example", "https://news.elvane.example/"),
    ("HTTP://a.example:80/b?c#d", "http://a.example/b?c"),
    ("https://a.example:443/", "https://a.example/"),
    ("https://a.example:8443/x", "https://a.example:8443/x"),
    ("  http://a.example/a\n b  ", "http://a.example/a%20b"),
    ("http://a.example/a/../b/./c/..", "http://a.example/b/"),
    ("http://a.example/../../x", "http://a.example/x"),
    ("http://a.example/%2e%2E/x", "http://a.example/x"),
    ("http://a.example/é?q=ü|[1]", "http://a.example/%C3%A9?q=%C3%BC%7C%5B1%5D"),
    ("http://a.example/100%?50%25", "http://a.example/100%25?50%25"),
    ("http://bücher.example./", "http://xn--bcher-kva.example/"),
    ("http://новини.example/", "http://xn--b1amarcd.example/"),
    ("http://0x7f.1:8080/", "http://127.0.0.1:8080/"),
    ("http://2130706433/", "http://127.0.0.1/"),
    ("http://[2001:DB8:0::1]:81/", "http://[2001:db8::1]:81/"),
    ("http://a.example?x", "http://a.example/?x"),
    ("http://a.example/a\\b", "http://a.example/a%5Cb"),
  ])
  func `an address is brought into the form that is sent`(_ text: String, _ expected: String) throws
  {
    let address = try WebAddress(text)
    #expect(address.description == expected)
    #expect(try WebAddress(expected) == address)
  }

  @Test(arguments: [
    ("", "no address of the web"), ("elvane.example/news", "no address of the web"),
    ("http:/a.example", "no address of the web"), ("javascript:alert(1)", "no address of the web"),
    ("file:///etc/passwd", "\"file\" are not fetched"),
    ("ftp://a.example/", "\"ftp\" are not fetched"), ("http://", "host name"),
    ("http:///x", "host name"), ("http://a..b/", "host name"), ("http://a b.example/", "host name"),
    ("http://a%2eexample/", "host name"), ("http://[::1/", "host name"),
    ("http://[fe80::1%25eth0]/", "host name"), ("http://1.2.3.4.5/", "host name"),
    ("http://a.example\\@b.example/", "user name"), ("http://u:p@a.example/", "user name"),
    ("http://a.example:0/", "port"), ("http://a.example:65536/", "port"),
    ("http://a.example:+8/", "port"),
    ("http://\(String(repeating: "a", count: 64)).example/", "host"),
  ])
  func `what cannot be fetched is refused with its reason`(_ text: String, _ reason: String) {
    let error = #expect(throws: NetworkError.self) { try WebAddress(text) }
    #expect(error?.problem.contains(reason) == true)
  }

  @Test func `a password is not shown in the message`() {
    let error = #expect(throws: NetworkError.self) {
      try WebAddress("http://mira:secret@a.example/")
    }
    #expect(error?.description.contains("secret") == false)
  }

  @Test func `an address that is too long is refused`() {
    #expect(throws: NetworkError.self) {
      try WebAddress("http://a.example/" + String(repeating: "x", count: 10_000))
    }
  }

  /// The cases of RFC 3986, section 5.4, that end in http.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"),
    ("g;x=1/../y", "http://a/b/c/y"), ("https://b.example/", "https://b.example/"),
    ("g?y/../x", "http://a/b/c/g?y/../x"),
  ])
  func `a reference is resolved on its page`(_ reference: String, _ expected: String) throws {
    let page = try WebAddress("http://a/b/c/d;p?q")
    #expect(try page.resolving(reference).description == expected)
  }
}
