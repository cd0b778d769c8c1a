/// Languages by three letters (ISO 639-3), as FollowTheMoney wants them.
enum LanguageCode {
  /// The three letters of a tag of BCP 47; nil for a language that is not in the table.
  static func threeLetters(_ tag: String?) -> String? {
    guard let tag else { return nil }
    let code = tag.prefix { $0 != "-" }.lowercased()
    return code.utf8.count == 3 ? code : table[code]
  }

  /// The languages in which most news is written.
  private static let table: [String: String] = [
    "af": "afr", "am": "amh", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben",
    "bs": "bos", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle",
    "gl": "glg", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind",
    "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "ky": "kir",
    "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "mon", "ms": "msa", "my": "mya", "ne": "nep",
    "nl": "nld", "no": "nor", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron", "ru": "rus",
    "sk": "slk", "sl": "slv", "so": "som", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa",
    "ta": "tam", "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie",
    "zh": "zho",
  ]
}
