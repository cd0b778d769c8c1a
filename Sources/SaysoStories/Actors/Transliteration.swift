internal import SaysoLanguage

/// One key for the ways in which a name from another script is written in Latin letters.
///
/// A chain of rewritings, in order, over a word of a name in small letters: what romanisations of
/// Cyrillic, Arabic and Korean differ in is written one way ("Zelenskyy", "Zelenskiy", "Zelens'kyi":
/// `zelenski`). Irregular families of spellings ("Gaddafi", "Qadhafi") lie in a table. The rules know
/// nothing of a name's origin, so that a key may also bring together names that differ; two names
/// are one person only where given and family name both agree.
package enum Transliteration {
  /// The key of one word of a name.
  package static func key(_ word: String) -> String {
    let plain = word.foldedForNames.filter { $0.isLetter || $0.isNumber }
    if let listed = irregular[plain] { return listed }
    // Bytes: String's own search takes most of the time that a directory does.
    var bytes = Array(plain.utf8)
    for (from, to) in rewritingBytes { replace(from, with: to, in: &bytes) }
    var text = hardened(String(decoding: bytes, as: UTF8.self))
    text = withoutDoubles(text)
    for (ending, plain) in endings where text.hasSuffix(ending) && text.count > ending.count + 1 {
      text.removeLast(ending.count)
      text += plain
      break
    }
    for (opening, plain) in openings where text.hasPrefix(opening) && text.count > 4 {
      text.removeFirst(opening.count)
      text = plain + text
      break
    }
    return text
  }

  /// The key of a Korean given name, whose syllables are written together, apart or with a hyphen.
  package static func koreanKey(_ words: [String]) -> String {
    var text = words.joined().foldedForNames.filter { $0.isLetter }
    for (from, to) in korean { text.replace(from, with: to) }
    return text
  }

  /// Longest first where one holds another; each line is used everywhere in a word.
  private static let rewritings: [(String, String)] = [
    ("shch", "sh"), ("tsch", "ch"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"),
    ("zh", "j"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("tz", "ts"), ("q", "k"),
    ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ij", "i"), ("yj", "i"), ("y", "i"),
    ("iie", "ie"), ("w", "v"),
  ]

  private static let rewritingBytes = rewritings.map { (Array($0.utf8), Array($1.utf8)) }

  /// As `String.replace`, from the left and without overlap.
  private static func replace(_ from: [UInt8], with to: [UInt8], in text: inout [UInt8]) {
    guard text.count >= from.count else { return }
    var place = 0
    while place + from.count <= text.count {
      if text[place] == from[0], text[place..<(place + from.count)].elementsEqual(from) {
        text.replaceSubrange(place..<(place + from.count), with: to)
        place += to.count
      } else {
        place += 1
      }
    }
  }

  /// Endings of Slavic names after the rewritings, longest first.
  private static let endings: [(String, String)] = [
    ("iev", "ev"), ("ief", "ev"), ("of", "ov"), ("ef", "ev"), ("skij", "ski"), ("sandr", "sander"),
    ("ksandr", "ksander"),
  ]

  /// Openings with and without the glide.
  private static let openings: [(String, String)] = [("iel", "el"), ("iev", "ev"), ("iek", "ek")]

  /// "c" before a dark vowel, a consonant or the end sounds as "k".
  private static func hardened(_ text: String) -> String {
    var result = ""
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      result.append(letter == "c" && !"eihz".contains(next) ? "k" : letter)
    }
    return result
  }

  private static func withoutDoubles(_ text: String) -> String {
    var result = ""
    for letter in text where letter != result.last { result.append(letter) }
    return result
  }

  /// Vowels and consonants in which romanisations of Korean differ (Revised Romanization,
  /// McCune-Reischauer, and what people write of themselves).
  private static let korean: [(String, String)] = [
    ("yeo", "yu"), ("eui", "ui"), ("eun", "un"), ("eul", "ul"), ("eu", "u"), ("oung", "ung"),
    ("eo", "u"), ("woo", "u"), ("oo", "u"), ("ee", "i"), ("yi", "i"),
    ("kyu", "gyu"), ("gyung", "kyung"),
  ]

  /// Families of spellings that no rule gives; the first word of a line is the key.
  private static let irregular: [String: String] = {
    var table: [String: String] = [:]
    for line in families.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  private static let families = """
    gaddafi gadhafi ghadafi ghaddafi qaddafi qadhafi qadafi kadafi kaddafi kadhafi khadafy khadaffy \
    khaddafi gadafi gathafi qathafi quadhafi gheddafi
    muammar moammar muamar moamar muammer mouammar
    muhammad mohammed mohamed mohammad mohamad muhammed muhamed muhamad mohamet mehmed mahomed \
    mohamud mohammod
    hussein husayn hussain husain husein hossein hosein hussien houssein
    ahmed ahmad ahmet
    abdullah abdallah abdulla abdalla
    abdul abdel abdal abd
    ibrahim ebrahim ibraheem
    yusuf yousef youssef yousuf yusef yousif yussuf
    khalid khaled khalad
    omar umar omer
    osama usama ussama oussama
    said saeed saeid sayeed saied
    hassan hasan hassane
    mahmoud mahmud mahmood mehmood
    mustafa mustapha moustafa moustapha mostafa
    nasser nasir naser nassir
    qasem qassem kassem qasim qassim kasem kasim ghasem
    soleimani suleimani sulaimani soleymani suleymani
    haniyeh haniya haniyah haniyya
    assad asad alassad alasad
    bashar bachar
    mubarak mubarek moubarak
    saddam sadam
    arafat arafaat
    zarqawi zarkawi
    zawahiri zawahri
    laden ladin
    rouhani ruhani rohani
    khamenei khameini khamenehi
    khomeini khomeyni
    ahmadinejad ahmadinezhad ahmedinejad
    mousavi musavi moussavi
    abbas abbass
    barzani barezani
    maliki malaki
    nasrallah nasrullah
    deng teng
    zedong tsetung
    zhou chou
    xiaoping hsiaoping
    yeltsin eltsin jelzin
    gorbachev gorbachov gorbatchev gorbacheff
    khrushchev khruschev krushchev kruschev
    tchaikovsky chaikovsky tschaikowsky
    tymoshenko timoshenko
    lukashenko lukashenka
    lee rhee
    park pak
    choi choe
    cho jo
    jung jeong
    """

  /// The family of given names that are one name in two languages or in short.
  ///
  /// It counts only beside the same family name, and more is asked for.
  package static func givenFamily(_ word: String) -> String? { givenNames[word.foldedForNames] }

  private static let givenNames: [String: String] = {
    var table: [String: String] = [:]
    for line in givenFamilies.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  /// The first word of a line is the key.
  private static let givenFamilies = """
    volodymyr vladimir wladimir
    oleksandr alexander aleksandr alexandr aleksander alex
    mykola nikolai nikolay
    mykhailo mikhail mikhael mihail
    serhii sergei sergey serhiy serhij
    andrii andrei andrey andriy
    dmytro dmitry dmitri dmitriy dmitrii
    yevhen yevgeny evgeny yevgeniy evgeni
    kyrylo kirill
    oleh oleg
    ihor igor
    oleksii oleksiy alexei alexey aleksei aleksey
    yurii yuri yuriy yury
    pavlo pavel
    petro pyotr petr
    william bill billy will
    robert bob bobby rob
    joseph joe joey
    michael mike
    james jim jimmy
    thomas tom tommy
    richard dick rick rich
    edward ed eddie
    charles charlie chuck
    christopher chris
    matthew matt
    anthony tony
    daniel dan danny
    david dave
    donald don
    kenneth ken
    ronald ron
    timothy tim
    steven stephen steve
    gregory greg
    jeffrey jeff
    andrew andy
    benjamin ben
    samuel sam
    patrick pat
    nicholas nick
    jonathan jon
    elizabeth liz beth
    katherine catherine kathryn kate kathy cathy katie
    margaret maggie peggy
    rebecca becky
    deborah debbie
    susan sue
    barbara barb
    jennifer jen jenny
    rudolph rudy
    mitchell mitch
    theodore ted
    frederick fred
    lawrence larry
    leonard len
    raymond ray
    gerald gerry jerry
    """
}
