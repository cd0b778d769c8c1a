import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import SaysoWeb

@Suite struct AdditionsTests {
  @Test func `a pasted text and files are added, and what fails is told`() async throws {
    let desk = try await TestDesk([])
    try await desk.pages { options in
      options.isEditing = true
    } _: { client in
      func send(_ type: String, _ body: String) async throws -> String {
        let answer = try await client.executeRequest(
          uri: "/add", method: .post, headers: [.contentType: type],
          body: ByteBuffer(string: body))
        let place = try #require(answer.headers[.location])
        // Waits for the work, not for a time; a minute is far more than it takes.
        for _ in 0..<600 {
          let page = try await client.executeRequest(
            uri: place, method: .get, headers: [:], body: nil)
          if page.headers[.init("refresh")!] == nil { return page.text }
          try await Task.sleep(for: .milliseconds(100))
        }
        return ""
      }
      let pasted = try await send(
        "application/x-www-form-urlencoded",
        "form=token&heading=Harbour+closed&text=The+harbour+is+closed%2C+Ada+Tolv+said+on+Monday."
          + "&published=2031-03-02&outlet=Herald")
      #expect(pasted.contains("1 new"))
      let files = try await send(
        "multipart/form-data; boundary=X",
        "--X\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\ntoken\r\n"
          + "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n"
          + "Strike ends\n\nThe strike is over, Jor Vandt said on Tuesday.\r\n"
          + "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"b.json\"\r\n\r\n"
          + "{\"text\": \r\n--X--\r\n")
      #expect(files.contains("1 new"))
      #expect(files.contains("1 with problems") && files.contains("b.json"))
      // The folder in which the files lay for a moment is nobody's business.
      #expect(!files.contains("/sayso-"))
      let stories = try await client.executeRequest(
        uri: "/", method: .get, headers: [:], body: nil)
      #expect(stories.text.contains("2 reports"))
    }
  }
}
