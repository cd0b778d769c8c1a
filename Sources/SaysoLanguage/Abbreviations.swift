/// Words that keep their full stop, in lower case without it.
enum Abbreviations {
  /// Titles and the like: what follows belongs to the same sentence.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "adm", "sgt",
    "cpl", "pvt", "sen", "rep", "gov", "pres", "sec", "rev", "fr", "hon", "st", "ste", "mt", "ft",
    "atty", "supt", "insp", "det", "amb", "brig", "cdr", "messrs", "mme", "mlle", "sr", "sra",
    "reps",
    "sens", "govs", "vs", "no", "nos", "v", "fig", "op", "art", "vol", "cf", "eg", "approx", "est",
  ]
  /// Words that may also end a sentence.
  static let others: Set<String> = [
    "inc", "corp", "co", "ltd", "bros", "jr", "esq", "etc", "al", "dept", "univ", "assn", "ave",
    "blvd", "rd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "ala", "ariz", "ark", "calif",
    "colo",
    "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn",
    "miss",
    "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash", "wis",
    "wyo",
    "ph.d", "m.d", "b.a", "m.a", "a.m", "p.m", "d.c", "u.s", "u.k", "u.n", "e.u", "u.s.s.r", "n.y",
    "n.j", "n.h", "n.c", "s.c", "n.d", "s.d", "r.i", "n.m", "w.va", "i.e", "e.g", "b.c", "a.d",
    "l.a",
    "ed", "eds", "dist", "gmbh", "plc", "llc", "mfg", "min", "max", "pp",
  ]
  /// Of the others, those that are also everyday words: their stop stays only before a digit or a
  /// lower-case word, never at the end of a text.
  static let alsoWords: Set<String> = [
    "no", "art", "mar", "sun", "sat", "mon", "wed", "del", "la", "ill", "ind", "mass", "miss",
    "wash",
    "ore", "pa", "mo", "max", "min", "al", "sec", "det", "op", "fig", "est", "ed", "v", "dist",
    "fri",
    "jun", "ga", "md", "co", "rep", "pres", "fr", "vol", "ark", "st",
  ]
  /// Prefixes that a hyphen does not part from their word.
  ///
  /// English Web Treebank (Bies and others, 2012), section on hyphenated words.
  static let hyphenPrefixes: Set<String> = [
    "e", "a", "u", "x", "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter", "cross",
    "cyber", "de", "eco", "ex", "extra", "inter", "intra", "macro", "mega", "micro", "mid", "mini",
    "multi", "neo", "non", "over", "pan", "para", "peri", "post", "pre", "pro", "pseudo", "quasi",
    "re", "semi", "sub", "super", "tri", "ultra", "un", "uni", "vice",
  ]
  /// Units and scales that are parted from the digits they follow (64 GB, 20 m, 7 pm).
  static let numberSuffixes: Set<String> = [
    "k", "m", "bn", "tn", "b", "t", "am", "pm", "km", "mm", "cm", "kg", "g", "mg", "ml", "lb",
    "lbs",
    "ft", "mph", "gb", "mb", "tb", "kw", "mw", "gw", "kwh", "mwh", "hp", "bhp", "pc",
    "mil", "mln", "mn", "bln", "kbps", "mbps", "gbps", "mah", "ppm", "ppb", "gwh", "twh", "mpa",
    "kpa", "psi", "ksi", "nm", "sq", "sqm", "sqft", "m2", "km2", "ha", "w", "v", "l", "p", "hz",
    "khz", "mhz", "ghz", "kj", "mj", "kcal", "cc", "oz",
  ]

  /// Letters that stand before an amount of money without a space: "USD10m", "RM79".
  static let moneyPrefixes: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "INR", "Rs", "HKD", "AUD", "CAD", "NZD", "SGD", "CHF",
    "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "UAH", "RUB", "ILS", "ZAR", "MYR", "RM", "IDR", "THB",
    "PHP", "KRW", "TWD", "VND", "BRL", "MXN", "AED", "SAR", "QAR", "EGP", "NGN", "KES", "PKR",
    "BDT",
  ]
}
