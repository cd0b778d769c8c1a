import Testing

@testable import SaysoLearning

@Suite struct HashDictionaryTests {
  private let entries = (1...500).map {
    (hash: FeatureHash.of("word\($0)"), value: UInt16($0))
  }

  @Test func `every word is found again, also after a round trip through a model file`() throws {
    let dictionary = HashDictionary(entries)
    var model = ModelFile()
    model.set("toy", dictionary: dictionary)
    let back = try ModelFile(model.bytes, name: "toy").dictionary("toy")
    #expect(back == dictionary)
    for (hash, value) in entries { #expect(back[hash] == value) }
    #expect((501...2000).allSatisfy { back[FeatureHash.of("word\($0)")] == 0 })
  }

  @Test func `the first of two values for a word is kept`() {
    let hash = FeatureHash.of("pier")
    #expect(HashDictionary([(hash: hash, value: 3), (hash: hash, value: 4)])[hash] == 3)
  }

  @Test func `slots that cannot be a map are refused`() {
    #expect(HashDictionary(keys: [1, 2, 3], values: [1, 2, 3]) == nil)
    #expect(HashDictionary(keys: [UInt32](repeating: 1, count: 16), values: []) == nil)
    // A full table would be searched for ever.
    #expect(
      HashDictionary(
        keys: [UInt32](repeating: 1, count: 16), values: [UInt16](repeating: 1, count: 16)) == nil)
  }
}
