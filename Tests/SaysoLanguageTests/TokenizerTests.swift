import SaysoRecords
import Testing

@testable import SaysoLanguage

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("She doesn't know.", "She|does|n't|know|."),
    ("She doesn’t know Olsk’s plan.", "She|does|n’t|know|Olsk|’s|plan|."),
    ("They cannot, and gonna not.", "They|can|not|,|and|gon|na|not|."),
    ("Varn-based re-election plans", "Varn|-|based|re-election|plans"),
    ("pre- and post-war years", "pre-|and|post-war|years"),
    ("the 1990's and 2016's best", "the|1990's|and|2016|'s|best"),
    ("Dr. Lund met the U.S. envoy at 5 p.m.", "Dr.|Lund|met|the|U.S.|envoy|at|5|p.m."),
    ("built c. 1230 by Orr et al. there", "built|c.|1230|by|Orr|et|al.|there"),
    ("see annual_report.pdf ====----==== now", "see|annual_report.pdf|====----====|now"),
    ("thanks :-) call 202-555-0143", "thanks|:-)|call|202-555-0143"),
    ("“No,” he said — twice…", "“|No|,|”|he|said|—|twice|…"),
    ("*** a $$$ b", "***|a|$$$|b"),
  ])
  func `tokens follow the conventions of the treebanks`(text: String, expected: String) {
    let annotated = AnnotatedText(text)
    #expect(
      annotated.tokens.indices.map { annotated.word($0) }.joined(separator: "|") == expected)
  }

  @Test func `tokens are ascending, apart, and leave out white space alone`() {
    let pieces = [
      "Ola-", "’s", " ", "\u{a0}", "3.5%", "“", "e.g.", "_x_", "==", "\n", "é", ":-)", "-",
    ]
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...(.max), using: &generator)
    var state = seed
    for _ in 0..<300 {
      var string = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        string += pieces[Int(state >> 33) % pieces.count]
      }
      let text = AnnotatedText(string)
      var end = 0
      for token in text.tokens {
        #expect(token.start >= end && token.length > 0, "seed \(seed): \(string)")
        let gap = text.text.words(TextSpan(end, token.start))
        #expect(gap.allSatisfy { $0.isWhitespace }, "seed \(seed): \(string)")
        end = token.end
      }
    }
  }
}
