import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct PageAccessTests {
  private func reading(_ html: String) -> Result<ReportReading, ReadingError>? {
    ReportReader().readings(of: SourceFile(name: "a.html", bytes: Array(html.utf8))).first
  }

  @Test(arguments: [
    "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.</p>",
    "<title>Just a moment...</title><p>Enable JavaScript and cookies to continue to the paper.</p>",
    "<title>Access Denied</title><p>You don't have permission to access this page on this server.</p>",
  ])
  func `an error page is refused as one`(html: String) throws {
    guard case .failure(let error)? = reading("<html><body>\(html)</body></html>") else {
      Issue.record("it was read as a report")
      return
    }
    #expect(error.problem.hasPrefix("this is an error page"))
  }

  private let long = (1...40).map {
    "<p>The harbour master of Port Elvane said that quay \($0) stays closed until Monday.</p>"
  }.joined()

  @Test func `a report about an error is a report`() throws {
    let page =
      "<html><head><title>404 jobs lost in Port Elvane</title></head><body>\(long)</body></html>"
    #expect(try reading(page)?.get().report.title == "404 jobs lost in Port Elvane")
  }

  @Test func `a page before its paywall is read as a stub, with a warning`() throws {
    let page = """
      <html><body><article><h1>Quay closed</h1>
      <p>The quay of Port Elvane was closed on Monday, the harbour master said in the evening.</p>
      <div>Subscribe to continue reading this report</div></article></body></html>
      """
    let result = try #require(try reading(page)?.get())
    #expect(result.report.extent == .stub)
    #expect(result.warnings.map(\.problem) == ["the page shows only the beginning of the report"])
  }

  @Test func `a whole report with an offer to subscribe is no stub`() throws {
    let page =
      "<html><body><article>\(long)<div>Subscribe to read more of us</div></article></body></html>"
    let result = try #require(try reading(page)?.get())
    #expect(result.report.extent == .full)
    #expect(result.warnings.isEmpty)
  }
}
