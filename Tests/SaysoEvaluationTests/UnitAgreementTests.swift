import SaysoEvaluation
import Testing

@Suite struct UnitAgreementTests {
  @Test(arguments: [
    ("%", "percentage", "percent", nil, true), ("$", "dollar", "USD", nil, true),
    ("barrels of oil", "barrel of oil", "barrel", "oil", true),
    ("$ a month", "dollar per month", "USD per month", nil, true),
    ("test per day", "test per day", "per day", "tests", true),
    ("meters", "metre", "metre", nil, true), ("year-old", "year of age", "year", nil, true),
    ("European countries", "european country", nil, "European countries", true),
    ("people", "people", "person", "people", true), ("people", "people", "person", nil, false),
    ("-", "-", nil, nil, true), ("-", "-", nil, "boats", false), ("-", "dollar", nil, nil, false),
    ("euros", "euro", "USD", nil, false), ("soldiers", "soldier", "person", "officers", false),
  ])
  func `units agree by name, counts by their head noun`(
    unit: String, name: String, read: String?, counts: String?, expected: Bool
  ) {
    let gold = GoldQuantity(low: 1, high: 1, change: "=", unit: unit, normalizedUnit: name)
    let own = GoldQuantity(low: 1, high: 1, change: "=", unit: read, counts: counts)
    #expect(UnitAgreement.agree(gold, own) == expected)
  }
}
