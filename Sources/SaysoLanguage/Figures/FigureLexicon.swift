/// The words of the grammar of quantities, each with its class.
enum FigureLexicon {
  /// All words.
  static let words: WordTable<FigureWord> = {
    var words: [(String, FigureWord)] = []
    for (kind, list) in classes { words += entries(kind, list) }
    for (index, unit) in units.enumerated() { words += entries(.unit, unit.words, index) }
    for (index, currency) in currencies.enumerated() {
      words += entries(.currencyWord, currency.words, index)
      words += entries(.currencyCode, currency.code, index)
    }
    for (index, code) in currencies.enumerated() {
      words += entries(.currencyCode, otherCodes[code.code] ?? "", index)
    }
    words += entries(.person, PersonNouns.plurals)
    words += entries(.stop, stops)
    return WordTable(words)
  }()

  private static func entries(
    _ kind: FigureClass, _ list: String, _ number: Int = 0
  ) -> [(String, FigureWord)] {
    list.split(separator: " ").map { word in
      let parts = word.split(separator: ":")
      let value = parts.count > 1 ? Int(parts[1]) ?? number : number
      return (parts[0].lowercased(), FigureWord(kind, value))
    }
  }

  private static let classes: [(FigureClass, String)] = [
    (.cardinal, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"),
    (.cardinal, "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"),
    (.cardinal, "seventy eighty ninety hundred thousand million billion trillion"),
    (.vague, "dozens:12 scores:20 tens:10 hundreds:100 thousands:1000 millions:1000000"),
    (.vague, "billions:1000000000"), (.dozen, "dozen:12"),
    (.fraction, "third:3 quarter:4 fifth:5 sixth:6 eighth:8 tenth:10 thirds:3 quarters:4 fifths:5"),
    (.fraction, "sixths:6 eighths:8 tenths:10"), (.half, "half"),
    (.fold, "twofold:2 threefold:3 fourfold:4 fivefold:5 sixfold:6 sevenfold:7 eightfold:8"),
    (.fold, "ninefold:9 tenfold:10 twelvefold:12 twentyfold:20 hundredfold:100 thousandfold:1000"),
    (.fold, "twice:2 double:2 triple:3 treble:3 quadruple:4"), (.minus, "minus −"),
    (.percent, "percent percentage % pct pc"), (.square, "square:0 cubic:1 sq:0 cu:1"),
    (
      .about,
      "about around some roughly approximately nearly almost circa estimated approx ~ ≈ barely"
    ),
    (.over, "over above exceeding"), (.under, "under below within"),
    (.compare, "more:1 fewer:0 less:0 greater:1 higher:1 lower:0"), (.than, "than"), (.at, "at"),
    (.least, "least"), (.most, "most"), (.up, "up"), (.to, "to"), (.no, "no not"), (.as, "as"),
    (.many, "many much few little"), (.close, "close"), (.a, "a an"), (.few, "several"),
    (.of, "of"), (.the, "the its their his her our these those all"), (.between, "between"),
    (.and, "and"), (.or, "or"), (.so, "so"), (.strong, "strong odd plus"), (.aged, "aged"),
    (.bare, "dead others wounded injured missing killed more displaced homeless"),
    (.numbered, "article section chapter page paragraph part phase level group unit room channel"),
    (
      .numbered, "flight route highway resolution number no nos version type model formula category"
    ),
    (
      .numbered,
      "project grade division brigade regiment battalion act title line lot figure table volume"
    ),
    (.numbered, "boeing airbus iphone windows apollo covid area interstate zone protocol"),
  ]

  /// Units of measure: the name in a record and the words of the text.
  static let units: [(name: String, words: String)] = [
    ("kilometre", "km kms kilometre kilometres kilometer kilometers"),
    ("metre", "metre metres meter meters"), ("mile", "mile miles"),
    ("foot", "foot feet ft"), ("inch", "inch inches"), ("yard", "yard yards"),
    ("centimetre", "cm centimetre centimetres centimeter centimeters"),
    ("millimetre", "mm millimetre millimetres millimeter millimeters"),
    ("hectare", "hectare hectares ha"), ("acre", "acre acres"),
    ("kilogram", "kg kilogram kilograms kilo kilos"), ("gram", "gram grams"),
    ("tonne", "tonne tonnes"), ("square metre", "m2 m² sqm"), ("square kilometre", "km2 km²"),
    ("square foot", "sqft"), ("micrometre", "μm µm micron microns"), ("nanometre", "nanometres"),
    ("ton", "ton tons"), ("pound", "pound pounds lb lbs"),
    ("ounce", "ounce ounces oz"), ("litre", "litre litres liter liters"),
    ("gallon", "gallon gallons"), ("barrel", "barrel barrels"),
    ("kilowatt", "kw kilowatt kilowatts"), ("megawatt", "mw megawatt megawatts"),
    ("gigawatt", "gw gigawatt gigawatts"), ("kilowatt hour", "kwh"), ("megawatt hour", "mwh"),
    ("gigawatt hour", "gwh"),
    ("terawatt hour", "twh"), ("milliampere hour", "mah"), ("joule", "joules"),
    ("kilojoule", "kj kilojoules"), ("megajoule", "mj megajoules"),
    ("calorie", "calorie calories kcal"), ("newton", "newtons"), ("pascal", "pascals"),
    ("kilopascal", "kpa"), ("megapascal", "mpa"), ("pound per square inch", "psi"),
    ("kilopound per square inch", "ksi"), ("part per million", "ppm"), ("part per billion", "ppb"),
    ("kilobit per second", "kbps"), ("megabit per second", "mbps"), ("gigabit per second", "gbps"),
    ("cubic centimetre", "cc"), ("dram", "dram drams"),
    ("microgram", "microgram micrograms mcg"), ("megapixel", "megapixel megapixels"),
    ("carat", "carat carats"), ("kilobyte", "kilobytes"), ("penny", "penny pence"), ("sen", "sen"),
    ("basis point", "bps"), ("second", "seconds"), ("minute", "minute minutes"),
    ("hour", "hour hours hrs"), ("day", "day days"), ("week", "week weeks"),
    ("month", "month months"), ("year", "year years"), ("decade", "decade decades"),
    ("century", "century centuries"), ("degree Celsius", "celsius centigrade"),
    ("degree Fahrenheit", "fahrenheit"),
    ("degree", "degree degrees"), ("kilometre per hour", "km/h kph kmh"), ("mile per hour", "mph"),
    ("milligram", "mg milligram milligrams"), ("millilitre", "ml"),
    ("knot", "knots"), ("gigabyte", "gb gigabytes"), ("megabyte", "mb megabytes"),
    ("terabyte", "tb terabytes"), ("hertz", "hz"), ("kilohertz", "khz"), ("megahertz", "mhz"),
    ("gigahertz", "ghz"), ("horsepower", "horsepower hp bhp ps"),
    ("kiloton", "kiloton kilotons kt"),
    ("megaton", "megaton megatons"), ("volt", "volts"), ("watt", "watts"),
    ("revolution per minute", "rpm"), ("nautical mile", "nm"), ("cent", "cent cents"),
    ("decibel", "decibels db"),
  ]

  /// Currencies: ISO 4217 code and the words of the text.
  static let currencies: [(code: String, words: String)] = [
    ("USD", "dollar dollars bucks"), ("EUR", "euro euros"), ("GBP", "sterling"),
    ("JPY", "yen"), ("CNY", "yuan renminbi"), ("KRW", "won"),
    ("RUB", "ruble rubles rouble roubles"), ("UAH", "hryvnia hryvnias hryvnya"),
    ("INR", "rupee rupees"), ("ILS", "shekel shekels"), ("TRY", "lira liras"),
    ("PLN", "zloty zlotys"), ("CHF", "franc francs"), ("BRL", "reais"),
    ("ZAR", "rand"), ("SEK", ""), ("NOK", ""), ("DKK", ""), ("CZK", ""), ("HUF", "forint forints"),
    ("RON", "leu lei"), ("BGN", "lev leva"), ("MDL", ""), ("GEL", "lari"), ("CAD", ""), ("AUD", ""),
    ("NZD", ""), ("HKD", ""), ("SGD", ""), ("TWD", ""), ("MXN", ""), ("KPW", ""), ("IRR", "rial"),
    ("SAR", "riyal riyals"), ("AED", "dirham dirhams"), ("EGP", ""), ("NGN", "naira"),
    ("MYR", "ringgit ringgits"), ("BDT", "taka"), ("QAR", ""), ("KWD", ""), ("IQD", "dinar dinars"),
    ("THB", "baht"), ("IDR", "rupiah"), ("PHP", ""), ("VND", ""), ("KES", ""), ("PKR", ""),
  ]

  /// What stands for a code in print.
  private static let otherCodes = ["MYR": "rm", "CNY": "rmb", "INR": "rs"]

  /// Units of one letter, which touch their number, by the byte; capitals may stand apart.
  static func unit(letter byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "g"): "gram"
    case UInt8(ascii: "l"), UInt8(ascii: "L"): "litre"
    case UInt8(ascii: "W"): "watt"
    case UInt8(ascii: "V"): "volt"
    case UInt8(ascii: "p"): "penny"
    default: nil
    }
  }

  /// Nouns in the singular that a number makes an adjective of: "12-member panel", "14-point plan".
  static let adjectival: Set<String> = [
    "member", "page", "point", "seat", "storey", "story", "bed", "bedroom", "room", "lane", "man",
    "woman", "person", "piece", "part", "cylinder", "speed", "team", "nation", "country", "state",
    "game", "match", "run", "shot", "vote", "ship", "car", "unit", "vehicle", "truck", "drone",
  ]

  /// What a rate is told by after "a" or "an": "$52 a barrel", "40 people a day".
  static let rates: Set<String> = [
    "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "barrel",
    "share", "ounce", "tonne", "ton", "litre", "liter", "gallon", "kilo", "kilogram", "kg", "pound",
    "mile", "kilometre", "kilometer", "head", "household", "person", "pupil", "student", "ticket",
    "unit", "game", "match", "bushel", "acre", "hectare", "piece",
  ]

  /// Currency signs by their bytes.
  static func currency(sign bytes: ArraySlice<UInt8>) -> String? {
    switch Array(bytes) {
    case [0x24]: "USD"
    case [0xC2, 0xA3]: "GBP"
    case [0xC2, 0xA5]: "JPY"
    case [0xE2, 0x82, 0xAC]: "EUR"
    case [0xE2, 0x82, 0xA9]: "KRW"
    case [0xE2, 0x82, 0xBD]: "RUB"
    case [0xE2, 0x82, 0xB4]: "UAH"
    case [0xE2, 0x82, 0xB9]: "INR"
    case [0xE2, 0x82, 0xAA]: "ILS"
    case [0xE2, 0x82, 0xBA]: "TRY"
    default: nil
    }
  }

  /// Whose dollar: the letters before a dollar sign, and adjectives before "dollars".
  static let dollars: [String: String] = [
    "zealand": "NZD", "a": "AUD", "au": "AUD", "australian": "AUD", "c": "CAD", "ca": "CAD",
    "canadian": "CAD",
    "hk": "HKD", "nz": "NZD", "s": "SGD", "singapore": "SGD", "nt": "TWD", "r": "BRL",
    "mx": "MXN", "us": "USD", "u.s.": "USD", "american": "USD",
  ]

  private static let stops =
    "in on by from for with within without against near after before during since until till into "
    + "onto through across along among amid behind beyond despite per via toward towards upon out "
    + "off down back away that which who whom whose where when while because although though if "
    + "unless than but nor yet then there here this what how why it he she they we you i them him "
    + "us me is are was were be been being am do does did done has have had having will would shall "
    + "should can could may might must ought said says say told tells added according including "
    + "also only just even still already now today yesterday tomorrow ago later earlier each every "
    + "any both either neither such same other another own very too so as at to up "
    + "killed died fled went came left took made gave got saw found began became remained fell rose "
    + "arrived returned joined crossed worked lived deployed sent moved lost won "
    + "held led met ran stood apart together once twice away currently reportedly worth 's ’s n't "
    + "not never ever following based due close under over above below between about around"
}
