import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct TimeTaggerTests {
  /// Times of one paragraph as "words|TYPE|value", published on Tuesday 2024-10-29.
  func times(_ words: String, published: String? = "2024-10-29") -> [String] {
    let text = FrozenText(words)
    let annotated = AnnotatedText(
      text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
    let day = published.flatMap { CalendarDate(iso: $0) }
    return TimeTagger().times(in: annotated, published: day.map { PublicationTime($0) }).map {
      "\($0.passage.text)|\($0.kind.rawValue)|\($0.value ?? "nil")"
    }
  }

  @Test(arguments: [
    ("The bridge fell on March 5, 1946.", "March 5, 1946|DATE|1946-03-05"),
    ("It opened on 29 October 2023 in Ostrel.", "29 October 2023|DATE|2023-10-29"),
    ("The fair began in June last year.", "June last year|DATE|2023-06"),
    ("The log is dated 2024-02-29.", "2024-02-29|DATE|2024-02-29"),
    ("Profits fell in the third quarter of 2022.", "the third quarter of 2022|DATE|2022-Q3"),
    ("Trade grew in the late 1970s.", "the late 1970s|DATE|197"),
    ("A mill of the 19th century.", "the 19th century|DATE|18"),
    ("It was cold in the winter of 1994.", "the winter of 1994|DATE|1994-WI"),
    ("The council resigned in mid-1996.", "mid-1996|DATE|1996"),
    ("They met in nineteen ninety-six.", "nineteen ninety-six|DATE|1996"),
  ])
  func `dates of the calendar keep their value`(words: String, expected: String) {
    #expect(times(words) == [expected])
    #expect(times(words, published: nil).count == 1)
  }

  @Test(arguments: [
    ("The mayor resigned on Friday.", "Friday|DATE|2024-10-25"),
    ("The envoys will meet on Friday.", "Friday|DATE|2024-11-01"),
    ("The mayor said so Tuesday.", "Tuesday|DATE|2024-10-29"),
    ("The ferry sank last week.", "last week|DATE|2024-W43"),
    ("Voting starts next month.", "next month|DATE|2024-11"),
    ("Prices rose in March.", "March|DATE|2024-03"),
    ("They left two days ago.", "two days ago|DATE|2024-10-27"),
    ("They left five months ago.", "five months ago|DATE|2024-05"),
    ("He spoke last night.", "last night|TIME|2024-10-28TNI"),
    ("The talks ended Sunday evening.", "Sunday evening|TIME|2024-10-27TEV"),
    ("The siren sounded at 7:15 p.m. Monday.", "7:15 p.m. Monday|TIME|2024-10-28T19:15"),
    ("It ends by the end of the year.", "the end of the year|DATE|2024"),
    ("They met on New Year's Eve.", "New Year's Eve|DATE|2024-12-31"),
    ("It rained over the weekend.", "the weekend|DATE|2024-W43-WE"),
    ("The deadline is Dec. 15.", "Dec. 15|DATE|2024-12-15"),
  ])
  func `relative times are resolved against the publication`(words: String, expected: String) {
    #expect(times(words) == [expected])
  }

  @Test(arguments: [
    "The mayor resigned on Friday.", "The ferry sank last week.", "They left two days ago.",
    "The siren sounded at 7:15 p.m. Monday.", "He left today.", "The third quarter was poor.",
  ])
  func `without a publication date relative times are never guessed`(words: String) {
    let found = times(words, published: nil)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasSuffix("|nil") })
  }

  @Test(arguments: [
    ("The siege lasted three months.", "three months|DURATION|P3M"),
    ("It took 2 1/2 years.", "2 1/2 years|DURATION|P2Y6M"),
    ("He waited for more than four hours.", "more than four hours|DURATION|PT4H"),
    ("A two-week truce held.", "two-week|DURATION|P2W"),
    ("It rained for several days.", "several days|DURATION|PXD"),
    ("Trains run every day.", "every day|SET|P1D"),
    ("She earns $50,000 a year.", "a year|SET|P1Y"),
    ("The court sits each Thursday.", "each Thursday|SET|XXXX-WXX-4"),
    ("Prices have risen recently.", "recently|DATE|PAST_REF"),
    ("We do not know what the future holds.", "the future|DATE|FUTURE_REF"),
  ])
  func `lengths, sets and vague times have values of their own`(words: String, expected: String) {
    #expect(times(words) == [expected])
    #expect(times(words, published: nil) == [expected])
  }

  @Test(arguments: [
    "The score may change.", "A 34-year-old teacher was hurt.", "The army sent 2000 soldiers.",
    "They march through the town.", "Mrs. April Varga spoke.", "The team won 7:15.",
    "A second ship followed.",
  ])
  func `words that only look like times are left alone`(words: String) {
    #expect(times(words) == [])
  }

  @Test func `every cut of a text is read, and points inside it`() {
    let whole =
      "1999–2001: “on Friday, Oct. 25–27, at 9 a.m. the year before the third-quarter of the 1988 "
      + "period” – about 2 1/2 years ago; the year-ago quarter, mid-May 5 1/2 €3.5 bn–4bn, 12-15% "
      + "of the a half a million between 3 and 5 no more than $US 40m to the end of each"
    let bytes = Array(whole.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) where bytes[start] & 0xC0 != 0x80 {
      for end in start...bytes.count where end == bytes.count || bytes[end] & 0xC0 != 0x80 {
        let text = FrozenText(utf8: Array(bytes[start..<end]))
        let annotated = AnnotatedText(
          text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
        let times = TimeTagger().times(in: annotated, published: nil)
        let figures = FigureTagger().figures(in: annotated, excluding: times)
        #expect(times.allSatisfy { $0.passage.matches(text) })
        #expect(figures.allSatisfy { $0.passage.matches(text) })
      }
    }
  }

  @Test func `every passage holds its words and none overlap`() throws {
    let text = FrozenText(
      "“Später” – on Friday, Oct. 25, at 9 a.m., or 3 days later… in 1999–2001.")
    let annotated = AnnotatedText(
      text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
    let day = try #require(CalendarDate(iso: "2024-10-29"))
    let found = TimeTagger().times(in: annotated, published: PublicationTime(day))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.passage.matches(text) })
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
  }
}
