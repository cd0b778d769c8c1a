import Testing

@testable import SaysoStories

struct PersonNameTests {
  @Test(
    "Names of one person have one key",
    arguments: [
      ("Kim Jong-un", "Kim Jong Un"), ("Sen. Marta Olsk", "Marta Olsk"),
      ("Bashar al-Assad", "Bashar Assad"),
      ("Marta \"Bee\" Olsk", "Marta Olsk"), ("Marta 'The Bee' Olsk", "Marta Olsk"),
      ("Marta Olsk, MD", "Marta Olsk"),
      ("José Brenn", "Jose Brenn"),
    ])
  func alike(a: String, b: String) {
    #expect(PersonName(a)?.key == PersonName(b)?.key)
  }

  @Test(
    "Names of two persons agree in nothing",
    arguments: [
      ("Kim Jong Un", "Kim Jong Il"), ("Marta Olsk", "Jonas Olsk"),
      ("Marta A. Olsk", "Marta B. Olsk"),
      ("Marten Olsk Sr.", "Marten Olsk Jr."),
    ])
  func apart(a: String, b: String) throws {
    let one = try #require(PersonName(a))
    let other = try #require(PersonName(b))
    #expect(one.agreement(with: other) == nil)
  }

  @Test("A particle belongs to the family name; alone with it there is no given name")
  func particles() {
    #expect(PersonName("de Brenn")?.given == nil)
    #expect(PersonName("Marta de Brenn")?.given != nil)
  }
}
