import Testing

@testable import SaysoWeb

@Suite struct WebFileTests {
  @Test func `files are inside the program`() {
    #expect(WebFile.bytes("sayso.css") != nil)
    #expect(WebFile.bytes("none") == nil)
  }
}
