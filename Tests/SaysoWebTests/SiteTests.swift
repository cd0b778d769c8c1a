import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import SaysoWeb

@Suite struct SiteTests {
  @Test func `every page is there, and every link on it leads somewhere`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { options in
      options.isEditing = true
    } _: { client in
      var seen: Set = ["/"]
      var queue = ["/"]
      while let path = queue.popLast() {
        let answer = try await client.executeRequest(
          uri: path, method: .get, headers: [:], body: nil)
        #expect(answer.status == .ok || answer.status == .seeOther, "\(path)")
        guard path.hasPrefix("/assets") == false else { continue }
        for part in answer.text.split(separator: "href=\"").dropFirst() {
          let link = String(part.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&")
          guard link.hasPrefix("/"), seen.count < 150 else { continue }
          if seen.insert(link).inserted { queue.append(link) }
        }
      }
      // Of each kind of page at least one was seen.
      for kind in [
        "/stories/", "/reports/", "/statements/", "/search?", "/cited", "/accuracy", "/add",
      ] {
        #expect(seen.contains { $0.hasPrefix(kind) }, "\(kind)")
      }
      #expect(
        seen.contains { $0.contains("/claims/") } && seen.contains { $0.contains("/actors/") })
    }
  }

  @Test func `a report shows its statements in place`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { _ in
    } _: { client in
      let stories = try await client.executeRequest(
        uri: "/stories/all", method: .get, headers: [:], body: nil)
      let report = try #require(
        stories.text.split(separator: "href=\"").first { $0.hasPrefix("/reports/") }?
          .prefix { $0 != "\"" && $0 != "#" })
      let page = try await client.executeRequest(
        uri: String(report), method: .get, headers: [:], body: nil
      ).text
      #expect(page.contains("class=\"m cue\""))
      #expect(page.contains("class=\"m speaker\""))
      // The marks change no character of the text.
      let text = page.split(separator: "<div class=\"text\"")[1].split(separator: "<aside")[0]
      let plain = text.replacing(/<a class="number"[^>]*>[0-9]+<\/a>/, with: "")
        .replacing(/<[^>]*>/, with: "")
      #expect(plain.contains("Ada Tolv, said.") || plain.contains("said that the crane"))
    }
  }

  @Test func `what comes of a hostile report is text`() async throws {
    let script = "<script>alert(1)</script>"
    let desk = try await TestDesk([
      (
        "\(script) {{title}} \"\u{301} onmouseover=alert(1) x=", "2031-03-02",
        """
        "\(script) is harmless, {{{text}}} \u{202E}," said Ada Tolv <img src=x onerror=alert(1)>.

        Jor Vandt denied that [\(String(repeating: "W", count: 5000))](javascript:alert(1)) had \
        "\u{301} onload=alert(1)" come.
        """
      )
    ])
    try await desk.pages { _ in
    } _: { client in
      for path in ["/", "/stories/all", "/search?q=harmless", "/search?by=tolv&q=%3Cscript%3E"] {
        var pages = [path]
        var seen: Set = [path]
        while let next = pages.popLast() {
          let answer = try await client.executeRequest(
            uri: next, method: .get, headers: [:], body: nil)
          // What is taken along is data, and no page.
          guard answer.headers[.contentDisposition] == nil else { continue }
          let page = answer.text
          #expect(!page.contains("<script>"), "\(next)")
          #expect(!page.contains("<img"), "\(next)")
          #expect(!page.unicodeScalars.contains("\u{202E}"), "\(next)")
          #expect(!page.utf8.contains(sequence: "\"\u{301}".utf8), "\(next)")
          #expect(!page.contains("href=\"javascript"), "\(next)")
          for part in page.split(separator: "href=\"").dropFirst() {
            let link = String(part.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&")
            if link.hasPrefix("/"), !link.hasPrefix("/assets"), seen.count < 40,
              seen.insert(link).inserted
            {
              pages.append(link)
            }
          }
        }
      }
    }
  }

  @Test func `an empty ledger says what to do`() async throws {
    let desk = try await TestDesk([])
    try await desk.pages { _ in
    } _: { client in
      let page = try await client.executeRequest(uri: "/", method: .get, headers: [:], body: nil)
      #expect(page.text.contains("The ledger is empty"))
    }
  }

  @Test(
    "What is not there is a page that says so",
    arguments: [
      "/nosuch", "/stories/nosuch", "/claims/cnosuch", "/claims/x", "/statements/nosuch",
      "/reports/nosuch", "/reports/nosuch/versions", "/stories/all/claims/nosuch",
      "/stories/all/actors/Nobody", "/add", "/add/7",
    ])
  func missing(_ path: String) async throws {
    let desk = try await TestDesk(Array(TestDesk.affair.prefix(1)))
    try await desk.pages { _ in
    } _: { client in
      let answer = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
      #expect(answer.status == .notFound || path.hasPrefix("/add") && answer.status == .forbidden)
      #expect(answer.text.contains("class=\"notice\""))
    }
  }

  @Test func `a day, a stance or a figure that is none is told`() async throws {
    let desk = try await TestDesk(Array(TestDesk.affair.prefix(1)))
    try await desk.pages { _ in
    } _: { client in
      for query in ["since=yesterday", "stance=lies", "figure=many"] {
        let answer = try await client.executeRequest(
          uri: "/search?" + query, method: .get, headers: [:], body: nil)
        #expect(answer.status == .badRequest)
      }
    }
  }

  @Test func `what came since the last visit stands first and is counted`() async throws {
    let desk = try await TestDesk(TestDesk.affair)
    try await desk.pages { _ in
    } _: { client in
      let first = try await client.executeRequest(uri: "/", method: .get, headers: [:], body: nil)
      #expect(first.headers[.setCookie]?.hasPrefix("sayso-seen=2;") == true)
      #expect(!first.text.contains("1 new"))
      let second = try await client.executeRequest(
        uri: "/", method: .get, headers: [.cookie: "sayso-seen=1"], body: nil)
      #expect(second.text.contains("1 new"))
      #expect(second.headers[.setCookie] == nil)
      let marked = try await client.executeRequest(
        uri: "/?seen=now", method: .get, headers: [.cookie: "sayso-seen=1"], body: nil)
      #expect(marked.status == .seeOther)
      #expect(marked.headers[.setCookie]?.hasPrefix("sayso-seen=2;") == true)
    }
  }
}
