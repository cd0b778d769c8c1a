/// A word as the scorer of syntax sees it.
package struct SyntaxWord: Sendable {
  /// Where it stands, in bytes of the text without spaces; the words of a contraction share its
  /// place.
  package let span: Range<Int>
  /// Whether it is a word of a contraction that is written as one token.
  package let isPart: Bool
  /// The word in lower case.
  package let form: String
  /// Its universal tag; empty where there is none.
  package let upos: String
  /// The universal tag that the parser gives it; empty where there is none.
  package let parserUpos: String
  /// Its Penn tag; empty where there is none.
  package let xpos: String
  /// The place of its head among all words; nil for the root, or where there is none.
  package let head: Int?
  /// Its relation without the subtype; empty where there is none.
  package let relation: String

  /// A word from its parts.
  package init(
    span: Range<Int>, isPart: Bool, form: String, upos: String, parserUpos: String = "",
    xpos: String, head: Int?, relation: String
  ) {
    self.span = span
    self.isPart = isPart
    self.form = form
    self.upos = upos
    self.parserUpos = parserUpos
    self.xpos = xpos
    self.head = head
    self.relation = relation
  }
}

/// Which found word is which gold word, as the CoNLL 2018 shared task pairs them (Zeman and others,
/// "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies", section
/// 5.1): words of equal spans; around contractions, the longest common subsequence of their forms.
package struct WordAlignment: Sendable {
  /// For each found word, the place of its gold word; nil without one.
  package private(set) var goldOfFound: [Int?]

  /// Pairs words, both in the order of the text.
  package init(gold: [SyntaxWord], found: [SyntaxWord]) {
    goldOfFound = [Int?](repeating: nil, count: found.count)
    var g = 0
    var f = 0
    while g < gold.count, f < found.count {
      if gold[g].isPart || found[f].isPart {
        let region = WordAlignment.region(gold, g, found, f)
        pairForms(gold, region.gold, found, region.found)
        g = region.gold.upperBound
        f = region.found.upperBound
      } else if gold[g].span == found[f].span {
        goldOfFound[f] = g
        g += 1
        f += 1
      } else if gold[g].span.lowerBound <= found[f].span.lowerBound {
        g += 1
      } else {
        f += 1
      }
    }
  }

  /// The words of both sides that overlap the contraction at `g` or `f`, and any contraction that
  /// overlaps it in turn.
  private static func region(
    _ gold: [SyntaxWord], _ g: Int, _ found: [SyntaxWord], _ f: Int
  ) -> (gold: Range<Int>, found: Range<Int>) {
    var g = g
    var f = f
    var end: Int
    if gold[g].isPart {
      end = gold[g].span.upperBound
      if !found[f].isPart, found[f].span.lowerBound < gold[g].span.lowerBound { f += 1 }
    } else {
      end = found[f].span.upperBound
      if gold[g].span.lowerBound < found[f].span.lowerBound { g += 1 }
    }
    let start = (g, f)
    func isBeyond(_ words: [SyntaxWord], _ at: Int) -> Bool {
      guard at < words.count else { return true }
      return words[at].isPart ? words[at].span.lowerBound >= end : words[at].span.upperBound > end
    }
    while !isBeyond(gold, g) || !isBeyond(found, f) {
      if g < gold.count,
        f >= found.count || gold[g].span.lowerBound <= found[f].span.lowerBound
      {
        if gold[g].isPart { end = max(end, gold[g].span.upperBound) }
        g += 1
      } else {
        if found[f].isPart { end = max(end, found[f].span.upperBound) }
        f += 1
      }
    }
    return (start.0..<g, start.1..<f)
  }

  private mutating func pairForms(
    _ gold: [SyntaxWord], _ goldRange: Range<Int>, _ found: [SyntaxWord], _ foundRange: Range<Int>
  ) {
    let width = foundRange.count + 1
    var longest = [Int](repeating: 0, count: (goldRange.count + 1) * width)
    for g in goldRange.indices.reversed() {
      for f in foundRange.indices.reversed() {
        let at = (g - goldRange.lowerBound) * width + f - foundRange.lowerBound
        longest[at] = max(longest[at + 1], longest[at + width])
        if gold[g].form == found[f].form {
          longest[at] = max(longest[at], longest[at + width + 1] + 1)
        }
      }
    }
    var g = goldRange.lowerBound
    var f = foundRange.lowerBound
    while g < goldRange.upperBound, f < foundRange.upperBound {
      let at = (g - goldRange.lowerBound) * width + f - foundRange.lowerBound
      if gold[g].form == found[f].form {
        goldOfFound[f] = g
        g += 1
        f += 1
      } else if longest[at] == longest[at + width] {
        g += 1
      } else {
        f += 1
      }
    }
  }
}
