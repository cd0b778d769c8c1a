import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct PageDateTests {
  @Test(arguments: [
    ("3. März 2031", "2031-03-03"), ("le 3 août 2031 à 14h05", "2031-08-03T14:05"),
    ("3 de enero de 2031", "2031-01-03"), ("3 dicembre 2031", "2031-12-03"),
    ("Veröffentlicht am 26. April 2018 von Heiko", "2018-04-26"),
    ("Posted: Aug 08, 2031 4:00 AM EDT", "2031-08-08T04:00-04:00"),
    ("03.10.31, 9:05 Uhr", "2031-10-03T09:05"), ("1950680000000", "2031-10-25T07:33:20Z"),
  ]) func datesOfPagesAreRead(text: String, expected: String) {
    #expect(PageDate.parse(text, language: "en")?.iso == expected)
  }

  @Test(arguments: [
    "vor 3 Stunden", "yesterday", "02/03/2031", "", "42", "Room 12 May", "9905512540123",
  ])
  func whatNeedsAClockOrAGuessIsNoDate(text: String) {
    #expect(PageDate.parse(text, language: "en") == nil)
  }

  @Test func aLanguageThatPutsTheDayFirstSettlesTheOrder() {
    #expect(PageDate.parse("02/03/2031", language: "fr")?.iso == "2031-03-02")
  }

  @Test func aChangeIsToldFromThePublication() {
    let found = PageDate.all(
      in: "Published 3 May 2031, updated 4 May 2031 at 5:32 pm", language: "en")
    #expect(found.map(\.isUpdate) == [false, true])
    #expect(found.map(\.time.iso) == ["2031-05-03", "2031-05-04T17:32"])
  }
}
