import Testing

@testable import SaysoReading

@Suite struct FurnitureTests {
  @Test(arguments: [
    "The quay on Monday. PHOTO: TOLV/THE HERALD", "The quay on Monday [Ada Tolv/Reuters]",
    "The quay on Monday [File: Ada Tolv/Isle Press via Getty Images]",
    "The quay on Monday. (AP Photo/Ada Tolv)", "The quay on Monday. (NWI Photo)",
    "Photo by Ada Tolv", "Photo: Isle Press",
    "The quay on Monday. (Source: Getty Images)", "The quay on Monday. Ada Tolv—Getty Images",
  ])
  func `words under a picture are a caption`(text: String) {
    #expect(Furniture.role(of: LineOfText(text)) == .caption)
  }

  @Test(arguments: [
    ("By Ada Tolv", "Ada Tolv"),
    ("By Ada Tolv and Jor Vandt in Elvane", "Ada Tolv and Jor Vandt in Elvane"),
    ("by Ada Tolv", "Ada Tolv"), ("BY ADA TOLV", "ADA TOLV"),
  ])
  func `names after By are a byline`(text: String, names: String) {
    #expect(Furniture.role(of: LineOfText(text)) == .byline(names))
  }

  @Test(arguments: [
    "Read more: Fire in the harbour", "ADVERTISEMENT", "Sign up for our newsletter", "Share this",
    "© 2031 The Elvane Herald", "Subscribe to The Herald", "___", "***", "Related articles:",
    "We use cookies to make this page better.", "https://a.example/1 ; https://a.example/2",
  ])
  func `buttons and appeals are none of the report`(text: String) {
    #expect(Furniture.role(of: LineOfText(text)) == .appeal)
  }

  @Test(arguments: [
    "(Reporting by Ada Tolv; Editing by Jor Vandt)", "Additional reporting by Ada Tolv in Elvane.",
  ])
  func `who reported is a credit`(text: String) {
    #expect(Furniture.role(of: LineOfText(text)) == .credit)
  }

  @Test(arguments: [
    "By Monday the port was open again, the minister said.", "By law the port must close.",
    "“Subscribe to our view or leave,” he told the party.", "He showed a photo of the quay.",
    "The photo was taken on Monday, according to the ministry (its spokesman was not named).",
    "\"No,\" she said.", "The comments were published on Monday.", "41 percent",
    "Donate what you can, the mayor asked the citizens of Elvane in a speech that lasted an hour and a half.",
  ])
  func `news is left alone`(text: String) {
    #expect(Furniture.role(of: LineOfText(text)) == .body)
  }
}
