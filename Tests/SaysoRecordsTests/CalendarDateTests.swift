import SaysoRecords
import Testing

@Suite struct CalendarDateTests {
  @Test func `day numbers and dates are each other's inverse`() {
    for number in stride(from: -400_000, to: 1_200_000, by: 37) {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }
  }

  @Test(arguments: [
    ("2024-10-29", 2, 2024, 44), ("2024-12-30", 1, 2025, 1), ("2021-01-03", 7, 2020, 53),
    ("2000-02-29", 2, 2000, 9),
  ])
  func `weekdays and ISO weeks agree with the calendar`(
    iso: String, weekday: Int, year: Int, week: Int
  ) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == (year, week))
    #expect(date.iso == iso)
  }

  @Test(arguments: ["2023-02-29", "2024-13-01", "2024-1-01", "24-01-01", "2024-10-29T00:00", ""])
  func `what is no date is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `a month later keeps to the month's last day`() throws {
    let date = try #require(CalendarDate(iso: "2024-01-31"))
    #expect(date.adding(months: 1).iso == "2024-02-29")
    #expect(date.adding(months: -2).iso == "2023-11-30")
    #expect(date.adding(months: 12).iso == "2025-01-31")
  }
}
