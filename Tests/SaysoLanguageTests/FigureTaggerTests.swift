import SaysoLanguage
import SaysoRecords
import Testing

@Suite struct FigureTaggerTests {
  /// Figures of one paragraph as "words|low..high|bound|unit|counts".
  func figures(_ words: String) -> [String] {
    let text = FrozenText(words)
    let annotated = AnnotatedText(
      text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
    let times = TimeTagger().times(in: annotated, published: nil)
    return FigureTagger().figures(in: annotated, excluding: times).map {
      "\($0.passage.text)|\(shown($0.low))..\(shown($0.high))|\($0.bound.rawValue)"
        + "|\($0.unit ?? "-")|\($0.counts ?? "-")"
    }
  }

  func shown(_ value: Double?) -> String {
    value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "-"
  }

  @Test(arguments: [
    (
      "Lind sent about 12,000 troops.", "about 12,000 troops|12000..12000|about|person|troops"
    ),
    ("They lost 40 tanks.", "40 tanks|40..40|exactly|-|tanks"),
    (
      "Some 300 Varnian soldiers left.",
      "Some 300 Varnian soldiers|300..300|about|person|Varnian soldiers"
    ),
    ("At least 200 people fled.", "At least 200 people|200..-|at least|person|people"),
    ("No fewer than 30 houses burned.", "No fewer than 30 houses|30..-|at least|-|houses"),
    ("Up to 500 shells fell.", "Up to 500 shells|-..500|up to|-|shells"),
    (
      "Between 10,000 and 12,000 men crossed.",
      "Between 10,000 and 12,000 men|10000..12000|range|person|men"
    ),
    (
      "He saw 12,000-15,000 refugees.",
      "12,000-15,000 refugees|12000..15000|range|person|refugees"
    ),
    ("It hit twenty-three villages.", "twenty-three villages|23..23|exactly|-|villages"),
    ("A 900-strong US force left.", "900-strong US force|900..900|exactly|person|US force"),
    ("A 1,500-strong unit arrived.", "1,500-strong unit|1500..1500|exactly|person|unit"),
    ("Killing 12, the blast shook Ostrel.", "12|12..12|exactly|person|-"),
    ("He met 10 of them.", "10 of them|10..10|exactly|-|-"),
  ])
  func `a count has its bound and what it counts`(words: String, expected: String) {
    #expect(figures(words) == [expected])
  }

  @Test(arguments: [
    ("Dozens were hurt.", "Dozens|12..-|at least|person|-"),
    (
      "They shipped thousands of containers.",
      "thousands of containers|1000..-|at least|-|containers"
    ),
    (
      "Tens of thousands of voters came.",
      "Tens of thousands of voters|10000..-|at least|person|voters"
    ),
    ("A few hundred men came.", "A few hundred men|200..-|at least|person|men"),
    ("Two dozen ships sank.", "Two dozen ships|24..24|exactly|-|ships"),
    (
      "Half a million refugees crossed.",
      "Half a million refugees|500000..500000|exactly|person|refugees"
    ),
  ])
  func `round words mean at least one of their unit`(words: String, expected: String) {
    #expect(figures(words) == [expected])
  }

  @Test(arguments: [
    ("It cost $3.5 billion.", "$3.5 billion|3500000000..3500000000|exactly|USD|-"),
    ("It cost €20m.", "€20m|20000000..20000000|exactly|EUR|-"),
    ("It cost 4.1 million hryvnias.", "4.1 million hryvnias|4100000..4100000|exactly|UAH|-"),
    (
      "It cost $1.2 billion to $1.5 billion.",
      "$1.2 billion to $1.5 billion|1200000000..1500000000|range|USD|-"
    ),
    (
      "Rates rose 2.5 percentage points.",
      "2.5 percentage points|2.5..2.5|exactly|percentage point|-"
    ),
    ("Prices rose 15%.", "15%|15..15|exactly|percent|-"),
    ("About 15 per cent of voters agreed.", "About 15 per cent|15..15|about|percent|voters"),
    ("A third of the town fled.", "A third|33.33..33.33|exactly|percent|town"),
    ("The front is 300 km long.", "300 km|300..300|exactly|kilometre|-"),
    ("They took 500 square miles.", "500 square miles|500..500|exactly|square mile|-"),
    ("They sent 100 tonnes of grain.", "100 tonnes|100..100|exactly|tonne|grain"),
    ("It lasts six weeks.", "six weeks|6..6|exactly|week|-"),
    ("A 10-year deal.", "10-year|10..10|exactly|year|-"),
    ("It takes three or four years.", "three or four years|3..4|range|year|-"),
    ("It ends within 24 hours.", "within 24 hours|-..24|up to|hour|-"),
    ("Mira Lind, 34, spoke.", "34|34..34|exactly|year|-"),
    ("A 34-year-old man was hurt.", "34-year-old|34..34|exactly|year|-"),
  ])
  func `measures, money and shares have their unit`(words: String, expected: String) {
    #expect(figures(words) == [expected])
  }

  @Test(arguments: [
    ("It cost RM79 a month.", "RM79 a month|79..79|exactly|MYR per month|-"),
    ("Oil fell to $52 a barrel.", "$52 a barrel|52..52|exactly|USD per barrel|-"),
    (
      "It pumps 325,000 barrels per day.",
      "325,000 barrels per day|325000..325000|exactly|barrel per day|-"
    ),
    ("They held 300 tests per day.", "300 tests per day|300..300|exactly|per day|tests"),
    ("It trades at 6.5 times earnings.", "6.5 times|6.5..6.5|exactly|times|-"),
    ("Sales grew more than sixfold.", "more than sixfold|6..-|at least|times|-"),
    ("Twice as many men came.", "Twice|2..2|exactly|times|-"),
  ])
  func `rates and multiples are units too`(words: String, expected: String) {
    #expect(figures(words) == [expected])
  }

  @Test(arguments: [
    ("It cost USD10m.", "USD10m|10000000..10000000|exactly|USD|-"),
    ("It cost HK $5.4m.", "HK $5.4m|5400000..5400000|exactly|HKD|-"),
    ("It cost $US160 million.", "$US160 million|160000000..160000000|exactly|USD|-"),
    ("A balance of $-50.8bn.", "$-50.8bn|-50800000000..-50800000000|exactly|USD|-"),
    ("It was minus 20 degrees.", "minus 20 degrees|-20..-20|exactly|degree|-"),
    ("A rate of .5 percent.", ".5 percent|0.5..0.5|exactly|percent|-"),
    ("A 12-member panel sat.", "12-member|12..12|exactly|-|member"),
    ("He is one of 14 MPs.", "14 MPs|14..14|exactly|person|MPs"),
    (
      "Three of Harl's deputies left.",
      "Three of Harl's deputies|3..3|exactly|person|Harl's deputies"
    ),
    (
      "They sold 40 tank and drone parts.",
      "40 tank and drone parts|40..40|exactly|-|tank and drone parts"
    ),
    ("A 30Mbps line.", "30Mbps|30..30|exactly|megabit per second|-"),
    ("A 2,900-year-old wall.", "2,900-year-old|2900..2900|exactly|year|-"),
    ("The death toll rose to 45.", "45|45..45|exactly|person|-"),
    ("Fines from $5 to $8 follow.", "$5 to $8|5..8|range|USD|-"),
  ])
  func `money, signs and nouns take many shapes`(words: String, expected: String) {
    #expect(figures(words) == [expected])
  }

  @Test(arguments: [
    ("Shares rose 9.4 percent to $84.", ["9.4 percent", "$84"]),
    ("They rose from 5 men to 8 men.", ["5 men", "8 men"]),
    ("It fell by 1 to 1.5 degrees.", ["1 to 1.5 degrees"]),
    ("It lost 16 points to 4,577.", ["16 points", "4,577"]),
    ("Up to 3G or 4G.", []),
  ])
  func `a change of measure or a word of change parts two numbers`(
    words: String, expected: [String]
  ) {
    #expect(figures(words).map { String($0.prefix { $0 != "|" }) } == expected)
  }

  @Test(arguments: [
    ("They sent 12,000 troops, 1,500 of them here.", "1,500 of them|person|troops < 12,000 troops"),
    ("They sent 12,000 troops, with 1,500 already here.", "1,500|person|troops < 12,000 troops"),
    ("They sent 12,000 troops, of whom 1,500 left.", "1,500|person|troops < 12,000 troops"),
    ("About 1,500 of the 12,000 troops left.", "About 1,500|person|troops < 12,000 troops"),
    ("A third of the 9,000 voters came.", "A third|percent|voters < 9,000 voters"),
    ("It sank 40 boats. Half of them were new.", "Half of them|percent|boats < 40 boats"),
    ("It hurt 12 people, including three children.", "three children|person|children < 12 people"),
  ])
  func `a part has its whole, and its noun where it names none`(words: String, expected: String) {
    let text = FrozenText(words)
    let annotated = AnnotatedText(
      text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
    let parts = FigureTagger().figures(in: annotated, excluding: []).filter { $0.whole != nil }
    #expect(
      parts.map {
        "\($0.passage.text)|\($0.unit ?? "-")|\($0.counts ?? "-") < "
          + ($0.whole.map { text.words($0) } ?? "")
      } == [expected])
  }

  @Test(arguments: [
    "He met 15 envoys, and 40 boats with 90 men sailed.", "It has 3 boats, of whom 1,500 spoke.",
    "It hurt 12 people. With 30 beds it is full.",
  ])
  func `no part is larger than its whole or of another kind`(words: String) {
    let text = FrozenText(words)
    let annotated = AnnotatedText(
      text, blocks: [TextBlock(.paragraph, TextSpan(0, text.byteCount))])
    #expect(FigureTagger().figures(in: annotated, excluding: []).allSatisfy { $0.whole == nil })
  }

  @Test(arguments: [
    "The Boeing 737 and the F-16 landed.", "School No. 5 lies in District 9.",
    "They won 3-1.", "It fell on March 5, 1946.", "He came third.", "One man spoke.",
    "1. The first point", "The G7 met.", "A Kh-101 hit Article 5.", "The 5G network failed.",
    "One or more of the doors were open.", "It lies at 33° and 44°.",
  ])
  func `numbers that count nothing are left alone`(words: String) {
    #expect(figures(words) == [])
  }
}
