import SaysoRecords
import Testing

@testable import SaysoReading

@Suite struct DatelineTests {
  @Test(arguments: [
    ("ELVANE, Oct 21 (Norrwire) - The port closed.", "Norrwire", "The port closed."),
    ("PORT ELVANE, N.E., Sept. 26 (NWI) — The port closed.", "NWI", "The port closed."),
    ("WESTHOLM — The port closed.", nil, "The port closed."),
    ("WESTHOLM - The port closed.", nil, "The port closed."),
    ("Westholm (NWI) – The port closed.", "NWI", "The port closed."),
    ("(Norrwire) - The port closed.", "Norrwire", "The port closed."),
    ("WESTHOLM, October 21. /TASS/. The port closed.", "TASS", "The port closed."),
    ("ELVANE, Oct. 21 (Norrwire) -- The port closed.", "Norrwire", "The port closed."),
  ])
  func `a dateline ends where the report begins`(text: String, agency: String?, rest: String) throws
  {
    let bytes = Array(text.utf8)[...]
    let dateline = try #require(Dateline(bytes))
    #expect(dateline.agency == agency)
    #expect(String(decoding: bytes[dateline.end...], as: UTF8.self) == rest)
    #expect(dateline.date == nil)
  }

  @Test func `only a dateline with its year gives a date`() {
    let text = "PORT ELVANE, Oct. 21, 2031 (Norrwire) - The port closed."
    #expect(Dateline(Array(text.utf8)[...])?.date?.iso == "2031-10-21")
  }

  @Test(arguments: [
    "The minister - who resigned - left.", "Vandt — the minister — left.", "It closed (again) - ",
    "- a list", "(2031) - ", "", "—", "\u{2014} said he", "PORT",
    "He (Vandt, 41) - the minister - left",
    "The (much too long to be the name of any agency at all) - said",
  ])
  func `other beginnings are no dateline`(text: String) {
    #expect(Dateline(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    ("He left. | BGNES", "BGNES"), ("“He left.” | Isle News", "Isle News"), ("He left. (AP)", "AP"),
    ("He left. /TASS/", "TASS"), ("He left. – AFP", "AFP"),
  ])
  func `a mark at the end names the agency`(text: String, agency: String) throws {
    let bytes = Array(text.utf8)[...]
    let mark = try #require(AgencyMark(endOf: bytes))
    #expect(mark.agency == agency)
    #expect(LineOfText(bytes[..<mark.start]).endsSentence)
  }

  @Test(arguments: [
    "He left.", "He left the Post (AP)", "He left. (He came back)", "a | b", "", ")", "|",
  ])
  func `other ends are no mark`(text: String) {
    #expect(AgencyMark(endOf: Array(text.utf8)[...]) == nil)
  }
}
