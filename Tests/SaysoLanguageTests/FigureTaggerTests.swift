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
    ("Dozens were hurt.", "Dozens|24..-|at least|person|-"),
    (
      "They shipped thousands of containers.",
      "thousands of containers|2000..-|at least|-|containers"
    ),
    (
      "Tens of thousands of voters came.",
      "Tens of thousands of voters|20000..-|at least|person|voters"
    ),
    ("A few hundred men came.", "A few hundred men|200..-|at least|person|men"),
    ("Two dozen ships sank.", "Two dozen ships|24..24|exactly|-|ships"),
    (
      "Half a million refugees crossed.",
      "Half a million refugees|500000..500000|exactly|person|refugees"
    ),
  ])
  func `round words mean at least two of their unit`(words: String, expected: String) {
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
    ("Mira Lind, 34, spoke.", "34|34..34|exactly|year|-"),
    ("A 34-year-old man was hurt.", "34-year-old|34..34|exactly|year|-"),
  ])
  func `measures, money and shares have their unit`(words: String, expected: String) {
    #expect(figures(words) == [expected])
  }

  @Test(arguments: [
    "The Boeing 737 and the F-16 landed.", "School No. 5 lies in District 9.",
    "They won 3-1.", "It fell on March 5, 1946.", "He came third.", "One man spoke.",
    "1. The first point", "The G7 met.", "A Kh-101 hit Article 5.", "The 5G network failed.",
    "One or more of the doors were open.", "It lies at 33° and 44°.",
    "The siege of 1999 lasted three months.",
  ])
  func `numbers that count nothing are left alone`(words: String) {
    #expect(figures(words) == [])
  }
}
