import SaysoReading
import Testing

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    (
      "The mayor of Elvane said on Monday that the port is closed and that it will open soon.", "en"
    ),
    (
      "Der Hafen ist geschlossen, sagte die Ministerin, und wird nicht vor der Woche geöffnet.",
      "de"
    ),
    ("Le port est fermé, a dit la ministre, et les bateaux ne sont pas dans la ville.", "fr"),
    (
      "El puerto está cerrado, dijo la ministra, y los barcos no salen de la ciudad por el fuego.",
      "es"
    ),
    ("Il porto è chiuso, ha detto la ministra, e le navi non sono nella città per il fuoco.", "it"),
    ("Порт закрыт, сказала министр, и мы не знаем, когда он будет открыт для судов.", "ru"),
    ("Порт закрито, сказала міністерка, і ми не знаємо, коли його відкриють для суден.", "uk"),
    ("항구가 폐쇄되었다고 장관이 월요일 기자들에게 말했다고 통신이 전했다.", "ko"),
  ])
  func `a language is told by script and common words`(text: String, language: String) {
    #expect(LanguageGuess.language(of: text.utf8) == language)
  }

  @Test(arguments: ["", "Elvane", "1 2 3", "Xqz vrt plk mno"])
  func `what is too short or strange is unknown`(text: String) {
    #expect(LanguageGuess.language(of: text.utf8) == nil)
  }

  @Test(arguments: [
    ("en", "en"), ("en-US", "en"), ("EN_gb", "en"), ("English", "en"), ("eng", "en"),
    ("de-AT", "de"),
  ])
  func `a stated language becomes its primary tag`(stated: String, tag: String) {
    #expect(LanguageGuess.normalized(stated) == tag)
  }
}
