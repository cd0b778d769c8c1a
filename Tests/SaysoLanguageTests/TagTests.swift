import Testing

@testable import SaysoLanguage

@Suite struct TagTests {
  @Test func `every number below the count is a pair of its own`() {
    let tags = (0..<UInt8(Tag.count)).compactMap { Tag(rawValue: $0) }
    #expect(tags.count == Tag.count)
    #expect(Set(tags.map(\.description)).count == Tag.count)
    #expect(Tag(rawValue: UInt8(Tag.count)) == nil)
    for tag in tags { #expect(Tag(tag.penn, tag.universal) == tag) }
  }

  @Test(arguments: [
    ("NN", "NOUN", "NN/NOUN"), ("IN", "SCONJ", "IN/SCONJ"), ("VBZ", "X", "VBZ/AUX"),
    ("?", "VERB", "VB/VERB"), ("?", "?", "FW/X"),
  ])
  func `pairs that are not kept fall to the most frequent like them`(
    xpos: String, upos: String, expected: String
  ) {
    #expect(Tag(xpos: xpos, upos: upos).description == expected)
  }
}
