/// Recognises the language of a text by its script and its commonest words.
///
/// It has to answer one question well: is this English? The other languages are there so that a
/// text in one of them is not taken for English, and named where that is safe.
package enum LanguageGuess {
  /// The BCP 47 primary tag of the language; nil when the text is too short or fits none.
  ///
  /// Looks at the first 8 KB. Cost: one pass.
  package static func language(of text: some Collection<UInt8>) -> String? {
    let sample = Array(text.prefix(8192))
    if let language = byScript(sample) { return language }
    return byStopWords(sample)
  }

  /// The primary tag of a stated language: "en-US", "EN", "english" are all "en"; nil for no tag.
  package static func normalized(_ stated: String) -> String? {
    let tag = stated.lowercased().split { !("a"..."z").contains($0) }.first.map(String.init) ?? ""
    if let named = names[tag] { return named }
    guard (2...3).contains(tag.utf8.count) else { return nil }
    return threeLetters[tag] ?? tag
  }

  private static let names = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es",
    "italian": "it", "russian": "ru", "ukrainian": "uk", "portuguese": "pt", "polish": "pl",
    "turkish": "tr", "korean": "ko", "chinese": "zh", "japanese": "ja", "arabic": "ar",
  ]
  private static let threeLetters = [
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "rus": "ru", "ukr": "uk",
  ]

  // MARK: - Script

  private static func byScript(_ sample: [UInt8]) -> String? {
    var latin = 0
    var counts: [String: Int] = [:]
    var ukrainian = 0
    var russian = 0
    var bulgarian = 0
    for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
      case 0x454, 0x456, 0x457, 0x491, 0x404, 0x406, 0x407:
        ukrainian += 1
        counts["cyrillic", default: 0] += 1
      case 0x44B, 0x44D, 0x451, 0x42B, 0x42D:
        russian += 1
        counts["cyrillic", default: 0] += 1
      case 0x44A:
        bulgarian += 1
        counts["cyrillic", default: 0] += 1
      case 0x400...0x52F: counts["cyrillic", default: 0] += 1
      case 0x370...0x3FF: counts["el", default: 0] += 1
      case 0x530...0x58F: counts["hy", default: 0] += 1
      case 0x590...0x5FF: counts["he", default: 0] += 1
      case 0x600...0x6FF: counts["ar", default: 0] += 1
      case 0x900...0x97F: counts["hi", default: 0] += 1
      case 0xE00...0xE7F: counts["th", default: 0] += 1
      case 0x10A0...0x10FF: counts["ka", default: 0] += 1
      case 0x3040...0x30FF: counts["ja", default: 0] += 3
      case 0x4E00...0x9FFF: counts["zh", default: 0] += 1
      case 0xAC00...0xD7A3: counts["ko", default: 0] += 1
      default: break
      }
    }
    // Letters of another script, weighed against half the Latin ones: names and addresses stay
    // Latin in most writing.
    let others = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let top = others.first, top.value >= 20, top.value * 2 > latin else { return nil }
    if top.key != "cyrillic" { return top.key }
    // "und" is BCP 47 for a language that is not determined: surely not English all the same.
    if ukrainian > russian { return ukrainian * 50 >= top.value ? "uk" : "und" }
    if russian * 100 >= top.value { return "ru" }
    return bulgarian * 100 >= top.value ? "bg" : "und"
  }

  // MARK: - Stop words

  private static let stopWords: [(language: String, words: String)] = [
    (
      "en",
      "the of and to in that is was for on with as by at from it his has have are said he an be"
    ),
    (
      "de",
      "der die und das von den mit ist im zu ein eine nicht für auf dem sich des auch wird hat"
    ),
    ("fr", "le la les des et en du une est dans que pour qui par sur pas au il ce avec aux sont"),
    ("es", "el la los las de que en y del se por una con para su al como más fue han es lo"),
    ("it", "il di che la per un del della è non con le sono si nel alla dei gli da anche ha più"),
    ("pt", "o de que do da em um para não uma com os no se na por mais as dos foi ao são"),
    ("nl", "de het een van en dat niet voor zijn op met aan er ook door bij naar heeft worden"),
    ("pl", "w na z się nie że jest do to przez po ale od jak za które oraz był dla są"),
    ("ro", "și în de la cu pe că nu este o din un pentru care a au fost mai sunt lui"),
    ("tr", "ve bir bu için ile da de olarak daha çok ise olan gibi kadar sonra oldu ancak"),
    ("sv", "och att det i på som är av för med den till en om har inte ett de var från"),
    ("cs", "na se že je do v s z pro to jako by ale jsou byl podle který také po od"),
    ("id", "yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh juga ke telah"),
  ]
  private static let table: [[UInt8]: [Int]] = {
    var table: [[UInt8]: [Int]] = [:]
    for (place, entry) in stopWords.enumerated() {
      for word in entry.words.split(separator: " ") {
        table[Array(word.utf8), default: []].append(place)
      }
    }
    return table
  }()

  /// The language with the most common words, when they are at least one word in twelve and half as
  /// many again as those of the next language.
  private static func byStopWords(_ sample: [UInt8]) -> String? {
    var hits = [Int](repeating: 0, count: stopWords.count)
    var words = 0
    var word: [UInt8] = []
    for byte in sample + [32] {
      if byte >= 0x80 || (0x61...0x7A).contains(byte) {
        word.append(byte)
      } else if (0x41...0x5A).contains(byte) {
        word.append(byte | 0x20)
      } else if !word.isEmpty {
        words += 1
        for place in table[word] ?? [] { hits[place] += 1 }
        word.removeAll(keepingCapacity: true)
      }
    }
    guard let best = hits.indices.max(by: { (hits[$0], $1) < (hits[$1], $0) }) else { return nil }
    let next = hits.indices.filter { $0 != best }.map { hits[$0] }.max() ?? 0
    guard hits[best] >= 3, hits[best] * 12 >= words, hits[best] * 2 >= next * 3 else { return nil }
    return stopWords[best].language
  }
}
