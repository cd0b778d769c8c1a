import Testing

@testable import SaysoReading

@Suite struct StatedAuthorsTests {
  @Test(arguments: [
    ("By Ines Tolvar", ["Ines Tolvar"]),
    ("Ines Tolvar and Bram Okell, Herald News", ["Ines Tolvar", "Bram Okell", "Herald News"]),
    ("Ines Tolvar, Bram Okell and Jor Vandt", ["Ines Tolvar", "Bram Okell", "Jor Vandt"]),
    ("Ines Tolvar; Bram Okell", ["Ines Tolvar", "Bram Okell"]),
    ("Ines Tolvar, News Reporter", ["Ines Tolvar"]),
    ("Von Ines Tolvar und Bram Okell", ["Ines Tolvar", "Bram Okell"]),
    ("INES TOLVAR, Ines Tolvar", ["INES TOLVAR"]),
    ("admin", []), ("Editor", []), ("Redaktion", []),
    ("https://herald.example/authors/ines", []), ("ines@herald.example", []),
    ("ines-tolvar", []),
  ]) func namesAreReadFromWhatIsStated(stated: String, expected: [String]) {
    #expect(StatedAuthors([stated]).names == expected)
  }

  @Test(arguments: [
    ("Ines Tolvar 21 October 2031", ["Ines Tolvar"]),
    ("By Ines Tolvar | Herald News", ["Ines Tolvar"]),
    ("Ines Tolvar in Port Elvane", ["Ines Tolvar"]),
    ("all about our reporters here", []),
  ]) func shownBylinesEndWithTheNames(shown: String, expected: [String]) {
    #expect(StatedAuthors([shown], isShown: true).names == expected)
  }

  @Test func aHandleStandsInOnlyWhereNothingElseIsKnown() {
    let authors = StatedAuthors(["ines-tolvar"])
    #expect(authors.names.isEmpty)
    #expect(authors.handles == ["ines-tolvar"])
  }

  @Test func namesOfDublinCoreAreTurnedRound() {
    let authors = StatedAuthors(["Tolvar, Ines", "Okell, Bram"], isInverted: true)
    #expect(authors.names == ["Ines Tolvar", "Bram Okell"])
  }
}
