import Testing

@testable import SaysoWeb

@Suite struct SentFormTests {
  @Test func `a form's texts lose their percent signs`() throws {
    let form = try SentForm(
      Array("text=a+b%26c%C3%A9&empty=&bad=%FF&x".utf8), type: "application/x-www-form-urlencoded")
    #expect(form.text == ["text": "a b&cé"])
    #expect(FormValues.decodedPath("a+b%20c") == "a+b c")
    #expect(FormValues.encoded("a b/é") == "a%20b%2F%C3%A9")
  }

  @Test func `files of a form keep their bytes and lose their folders`() throws {
    let content: [UInt8] = [0, 13, 10, 45, 45, 255]
    var body = Array("--X\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\nabc\r\n".utf8)
    body += Array(
      "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../a/b.txt\"\r\n\r\n".utf8)
    body += content + Array("\r\n--X--\r\n".utf8)
    let form = try SentForm(body, type: "multipart/form-data; boundary=\"X\"")
    #expect(form.text == ["form": "abc"])
    #expect(form.files.map(\.name) == ["b.txt"])
    #expect(form.files.first?.bytes == content)
  }

  @Test func `a body that is cut gives what is whole`() throws {
    let body = Array(
      "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--X\r\nContent-Dispo".utf8)
    for length in 0...body.count {
      _ = try SentForm(Array(body.prefix(length)), type: "multipart/form-data; boundary=X")
    }
    #expect(throws: PageProblem.self) { _ = try SentForm(body, type: "multipart/form-data") }
  }
}
