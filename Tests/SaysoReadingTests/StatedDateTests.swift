import SaysoReading
import SaysoRecords
import Testing

@Suite struct StatedDateTests {
  @Test(arguments: [
    ("2031-10-29", "2031-10-29"),
    ("2031-10-29T09:23:46.245Z", "2031-10-29T09:23:46Z"),
    ("2031-10-29 09:23:46 +0900", "2031-10-29T09:23:46+09:00"),
    ("2031-10-29T09:23", "2031-10-29T09:23"),
    ("20311029", "2031-10-29"),
    ("20311029T092346Z", "2031-10-29T09:23:46Z"),
    ("2031/10/29", "2031-10-29"),
    ("29 Oct 2031", "2031-10-29"),
    ("29th October 2031", "2031-10-29"),
    ("October 29, 2031", "2031-10-29"),
    ("Wed, 29 Oct 2031 09:23:46 +0000", "2031-10-29T09:23:46+00:00"),
    ("Wed, 29 Oct 2031 09:23:46 GMT", "2031-10-29T09:23:46Z"),
    ("Published on Wednesday, 29 October 2031 at 4:55 p.m. EST", "2031-10-29T16:55-05:00"),
    ("Oct. 29, 2031 | 12:05 AM", "2031-10-29T00:05"),
    ("October 29, 2031 03:55 PM GMT+03:00", "2031-10-29T15:55+03:00"),
    ("29.10.2031. 06:20h", "2031-10-29T06:20"),
    ("29/10/2031", "2031-10-29"),
    ("10/29/2031", "2031-10-29"),
    ("29-Oct-2031", "2031-10-29"),
  ])
  func `a stated date is read`(text: String, iso: String) {
    #expect(StatedDate.parse(text)?.iso == iso)
  }

  @Test(arguments: [
    "", "soon", "2031", "October 2031", "29 October", "2031-02-30", "02/03/2031", "yesterday",
    "In October 2031 the port closed on day 29", "29 Oct 2031 was a Wednesday for the port",
    "1031-10-2", "99/99/9999", "2031-13-01", "25:61", "12 13 Oct 2031", "--", "9999999999999999999",
  ])
  func `what is no full date is none`(text: String) {
    #expect(StatedDate.parse(text) == nil)
  }

  @Test(arguments: [
    ("https://a.example/2031/10/29/title/", "2031-10-29"),
    ("https://a.example/news/2031/1/2/title", "2031-01-02"),
    ("https://a.example/news/2031-10-29-title.html", "2031-10-29"),
    ("https://a.example/news/2031/10/title", nil),
    ("https://a.example/story?date=/2031/10/29/", nil),
    ("https://a.example/2031/13/29/", nil),
  ])
  func `an address gives a day only in full`(address: String, iso: String?) {
    #expect(StatedDate.inAddress(address)?.iso == iso)
  }
}
