@testable import SaysoNetwork
import Testing

@Suite struct RobotsRulesTests {
  private func rules(_ text: String) -> RobotsRules {
    RobotsRules(Array(text.utf8), product: "sayso")
  }

  @Test(arguments: [
    ("/", "/any", false), ("/news", "/news", false), ("/news", "/newsroom", false),
    ("/news", "/old/news", true), ("/news/", "/news", true), ("/*.pdf", "/a/b.pdf?x", false),
    ("/*.pdf$", "/a/b.pdf", false), ("/*.pdf$", "/a/b.pdf?x", true), ("*/print", "/a/print", false),
    ("/a*b*c", "/a1b2c3", false), ("/a*b*c", "/a1c2b3", true), ("/a$", "/a", false),
    ("/a$", "/ab", true), ("/caf%C3%A9", "/caf%c3%a9/x", false), ("/café", "/caf%C3%A9", false),
    ("/%6Eews", "/news", false), ("/a%2Fb", "/a/b", true), ("", "/any", true), ("/*", "/", false),
    ("/*$", "/x", false), ("/a**b$", "/a-b", false), ("/aXa$", "/aXaXa", true),
    ("/a*aa$", "/aa", true),
  ])
  func `a path is matched as the standard says`(_ rule: String, _ path: String, _ allowed: Bool) {
    #expect(rules("User-agent: *\nDisallow: \(rule)\n").allows(path) == allowed)
  }

  @Test func `the longest rule decides, and of two as long the one that allows`() {
    let file = rules("user-agent: *\ndisallow: /news\nallow: /news/open\nallow: /p\ndisallow: /p")
    #expect(!file.allows("/news/shut"))
    #expect(file.allows("/news/open/1"))
    #expect(file.allows("/p"))
  }

  @Test func `groups that name the program go before those for all, and are taken together`() {
    let file = rules(
      """
      User-Agent: Other
      User-Agent: SAYSO/2.0
      Disallow: /one  # a remark

      Sitemap: https://a.example/map.xml
      User-agent: *
      Disallow: /
      User-agent: sayso
      Crawl-delay: 2.5
      Disallow: /two
      """)
    #expect(!file.allows("/one"))
    #expect(!file.allows("/two"))
    #expect(file.allows("/three"))
    #expect(file.pause == 2.5)
  }

  @Test(arguments: [
    "", "<!doctype html><title>Not found</title>", "Disallow: /", "User-agent: other\nDisallow: /",
    "User-agent: sayso-images\nDisallow: /", "User-agent: *\nDisallow:",
    "User-agent: *\nDisallow: /\nUser-agent: sayso\nAllow: /",
    "User-agent: *\nUnknown: x\n\u{0}: \u{0}",
  ])
  func `a file without a rule for the program allows all`(_ text: String) {
    #expect(rules(text).allows("/news"))
  }

  @Test func `the robots file itself is always allowed`() {
    #expect(rules("User-agent: *\nDisallow: /").allows("/robots.txt"))
  }

  @Test func `line ends of all systems and a byte order mark are read`() {
    let file = rules("\u{FEFF}User-agent: *\rDisallow: /a\r\nDisallow: /b\n")
    #expect(!file.allows("/a"))
    #expect(!file.allows("/b"))
  }

  @Test func `no more than 500 KiB are read, and no half line`() {
    let filler = String(repeating: "# filler filler filler filler fil\n", count: 20_000)
    #expect(rules("User-agent: *\nDisallow: /a\n" + filler + "Disallow: /b\n").allows("/b"))
    #expect(!rules("User-agent: *\nDisallow: /a\n" + filler).allows("/a"))
    let cut = String(repeating: "#", count: RobotsRules.longest - 26)
    #expect(rules("User-agent: *\n" + cut + "\nDisallow: /private").allows("/x"))
  }

  @Test func `a file made to take long is matched soon`() {
    let rule = "/" + String(repeating: "a*", count: 2000) + "b"
    let file = rules("User-agent: *\n" + String(repeating: "Disallow: \(rule)\n", count: 100))
    #expect(file.allows("/" + String(repeating: "a", count: 8000)))
  }

  @Test(arguments: ["-1", "nan", "inf", "soon", ""])
  func `a pause that is none is passed over`(_ value: String) {
    #expect(rules("User-agent: *\nCrawl-delay: \(value)\nDisallow: /a").pause == nil)
  }
}
