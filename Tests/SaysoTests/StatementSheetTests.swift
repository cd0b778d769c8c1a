import Testing

@testable import Sayso

struct StatementSheetTests {
  @Test func `a statement is a line whose cells are quoted where they must be`() {
    let text = String(decoding: StatementSheet.lines(sampleRead()), as: UTF8.self)
    #expect(
      text == #"""
        r-1,"A ""title""",The Courier,,2031-03-14,confirms,direct,Zoë Brandt,Zoë Brandt,yes,\#
        admitted,"“It was us,” … “and about 12 of our men.”",Tokyo,2031-03-14,,0.931,r-1.1
        r-1,"A ""title""",The Courier,,2031-03-14,denies,indirect,,,,,it.,,,,1.0,r-1.2

        """#)
  }

  @Test func `a group's actors stand in one cell`() {
    let text = String(decoding: StatementSheet.lines(groupRead()), as: UTF8.self)
    #expect(text.contains(",Harl and Nordbau,Harl; Nordbau,yes,said,"))
    #expect(text.contains(",2031-03,0.5,r-2.1"))
  }

  @Test func `the header names as many columns as a line has cells`() {
    let header = String(decoding: StatementSheet.header, as: UTF8.self)
    #expect(header.split(separator: ",").count == 17)
    #expect(header.hasPrefix("report,title,outlet"))
  }
}
