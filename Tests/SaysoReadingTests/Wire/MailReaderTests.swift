import SaysoRecords
import Testing

@testable import SaysoReading

/// Newsletters and press releases.
@Suite struct MailReaderTests {
  @Test func `a newsletter gives its page, its outlet and its date`() throws {
    let report = try WireSamples.report(WireSamples.newsletter, as: "n.eml")
    #expect(report.title == "Ferries stop – and “nobody knows why”")
    #expect(report.outlet == "The Elvane Herald")
    #expect(report.byline == nil)
    #expect(report.published?.iso == "2031-10-21T09:23:46+02:00")
    #expect(
      Samples.blocks(report) == [
        "heading: Ferries stop",
        "The operator of the ferries stopped its northern line on Tuesday, its director said.",
        "“We do not take risks,” said Jor Vandt, who leads the company.",
        "The ministry confirmed on Tuesday evening that it had been told about the café.",
      ])
  }

  @Test func `a release keeps notices, contact and what follows the end mark out of the blocks`()
    throws
  {
    let report = try WireSamples.report(WireSamples.release, as: "r.eml")
    #expect(report.title == "Seafarers demand compensation")
    #expect(report.byline == "Pia Morrow")
    #expect(report.outlet == "seafarers.example")
    #expect(report.published?.iso == "2031-10-22T08:00:00Z")
    #expect(
      Samples.blocks(report) == [
        "The union of seafarers demanded compensation for its members on Wednesday, its leader, "
          + "Pia Morrow, said. She called the decision «wrong».",
        "\"The cracks were known,\" she said.", "What the union asks for:",
        "listItem: a month of wages for each member", "listItem: an inquiry into the yard",
      ])
    for words in ["FOR IMMEDIATE RELEASE", "+47 555 0100", "###", "About the union"] {
      #expect(report.text.string.contains(words))
    }
  }

  @Test func `a mailbox at a provider is no outlet, and other sets of letters are read`() throws {
    let report = try WireSamples.report(WireSamples.reply, as: "r.eml")
    #expect(report.outlet == nil)
    #expect(report.byline == "Bram Okell")
    #expect(report.title == "the line")
    #expect(report.text.string == "Министр отрицал, что знал о трещинах в корпусах судов.")
  }

  @Test func `a forwarded message is the report`() throws {
    let report = try WireSamples.report(WireSamples.forwarded, as: "f.eml")
    #expect(report.title == "Statement")
    #expect(report.byline == "Vandt, Jor")
    #expect(report.published?.iso == "2031-10-22T18:00:00+02:00")
    #expect(report.text.string.hasPrefix("The company denied on Wednesday"))
  }

  @Test func `each message of a digest is a report`() {
    let digest = """
      Subject: Digest
      Content-Type: multipart/digest; boundary=d

      --d

      Subject: One

      The minister said on Monday that it rained.
      --d

      Subject: Two

      --d

      Subject: Three

      The mayor said on Tuesday that it snowed.
      --d--
      """
    let results = WireSamples.readings(Array(digest.utf8), as: "d.eml")
    #expect(results.map { (try? $0.get().report.title) ?? "none" } == ["One", "none", "Three"])
  }

  @Test(arguments: [
    ("Ada Quill at The Elvane Herald <ada@elvaneherald.example>", "Ada Quill", "The Elvane Herald"),
    ("ada@elvaneherald.example", nil, "elvaneherald.example"),
    ("\"Quill, Ada\" <a.quill@mail.elvanepost.example>", "Quill, Ada", "elvanepost.example"),
    ("Elvane Post <x@elvanepost.example>, B <b@c.example>", nil, "Elvane Post"),
    ("Ada <a@gmail.com>", "Ada", nil), ("", nil, nil), ("<>", nil, nil), ("\"\\", nil, nil),
  ] as [(String, String?, String?)])
  func `the sender is a person, an outlet or both`(
    field: String, byline: String?, outlet: String?
  ) {
    let sender = MailSender(Array(field.utf8))
    #expect(sender.byline == byline)
    #expect(sender.outlet == outlet)
  }

  @Test func `flowed lines are joined, quotations, signature and addresses left out`() {
    let source = """
      The minister said\u{20}
      that it rained.
       >not a quotation

      On Monday Ada wrote:
      > The old message
      >> and an older

      See the page <https://x.example/a?b=c> today.
      --\u{20}
      Jor Vandt
      """
    let text = MailText(Array(source.utf8), isFlowed: true)
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "The minister said that it rained.\n>not a quotation\n\n\nSee the page today.\n")
  }

  @Test(arguments: [
    ("###", true), ("# # #", true), ("ENDS", true), ("-ends-", true), ("[END]", true),
    ("-30-", true), ("– 30 –", true), ("30", false), ("ends", false), ("End of it", false),
    ("#", false), ("* * *", false),
  ])
  func `end marks are known`(line: String, isMark: Bool) {
    #expect(PressRelease.isEndMark(LineOfText(line)) == isMark)
  }

  @Test(arguments: [
    ("It rained, the mayor said.", "n.eml: this is no message: it does not begin with header lines; save the message whole, with \"From:\" and \"Subject:\", or give its text as .txt"),
    ("Subject: x\n\n", "n.eml: the message has no text of its own; give what is attached to it as files of their own"),
    ("Subject: x\nContent-Type: application/pdf\n\nabc", "n.eml: the message holds a file and no text; open it in the program for mail and save its text as .txt"),
    ("Subject: x\nContent-Type: multipart/encrypted; boundary=a\n\n--a\n\nb", "n.eml: the message is encrypted; open it in the program for mail and save its text as .txt"),
  ])
  func `a message without text says why`(text: String, message: String) {
    #expect(WireSamples.failure(Array(text.utf8), as: "n.eml") == message)
  }
}
