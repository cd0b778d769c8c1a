/// A word class of the Penn Treebank, as the English Web Treebank has them (Bies, Mott, Warner and
/// Kulick, 2012).
package enum PennTag: String, Sendable, CaseIterable {
  /// A noun, singular or mass.
  case nn = "NN"
  /// A preposition or subordinating conjunction.
  case `in` = "IN"
  /// A determiner.
  case dt = "DT"
  /// An adjective.
  case jj = "JJ"
  /// A personal pronoun.
  case prp = "PRP"
  /// A proper noun, singular.
  case nnp = "NNP"
  /// A mark that ends a sentence.
  case stop = "."
  /// A comma.
  case comma = ","
  /// A noun, plural.
  case nns = "NNS"
  /// An adverb.
  case rb = "RB"
  /// A verb, base form.
  case vb = "VB"
  /// A coordinating conjunction.
  case cc = "CC"
  /// A number.
  case cd = "CD"
  /// A past participle.
  case vbn = "VBN"
  /// A past tense.
  case vbd = "VBD"
  /// A gerund or present participle.
  case vbg = "VBG"
  /// A present tense, third person singular.
  case vbz = "VBZ"
  /// The word "to" before a verb.
  case to = "TO"
  /// A possessive pronoun.
  case prps = "PRP$"
  /// A modal verb.
  case md = "MD"
  /// A present tense, not third person singular.
  case vbp = "VBP"
  /// An interjection.
  case uh = "UH"
  /// A colon, semicolon or dash.
  case colon = ":"
  /// A closing bracket.
  case closeBracket = "-RRB-"
  /// An opening bracket.
  case openBracket = "-LRB-"
  /// A relative or interrogative determiner.
  case wdt = "WDT"
  /// A relative or interrogative adverb.
  case wrb = "WRB"
  /// An opening quotation mark.
  case openQuote = "``"
  /// A closing quotation mark.
  case closeQuote = "''"
  /// A particle of a verb.
  case rp = "RP"
  /// A hyphen.
  case hyph = "HYPH"
  /// A relative or interrogative pronoun.
  case wp = "WP"
  /// A possessive ending.
  case pos = "POS"
  /// A proper noun, plural.
  case nnps = "NNPS"
  /// An adjective, comparative.
  case jjr = "JJR"
  /// An adjective, superlative.
  case jjs = "JJS"
  /// The "there" of existence.
  case ex = "EX"
  /// An adverb, comparative.
  case rbr = "RBR"
  /// A symbol.
  case sym = "SYM"
  /// A currency sign.
  case currency = "$"
  /// A word before a determiner.
  case pdt = "PDT"
  /// A foreign word.
  case fw = "FW"
  /// An address of mail or web.
  case add = "ADD"
  /// Superfluous punctuation.
  case nfp = "NFP"
  /// An adverb, superlative.
  case rbs = "RBS"
  /// A part of a word that "goes with" another.
  case gw = "GW"
  /// The mark of a list item.
  case ls = "LS"
  /// A possessive relative or interrogative pronoun.
  case wps = "WP$"
}
