import SaysoRecords
import Testing

@Suite struct MeaningTests {
  @Test func `a vector is brought to length one and compared by its cosine`() throws {
    let one = try #require(Meaning([3, 4]))
    #expect(one.numbers == [76, 102])
    let longer = try #require(Meaning([6, 8]))
    let across = try #require(Meaning([-4, 3]))
    let same = try #require(one.cosine(longer))
    #expect(abs(same - 1) < 0.02)
    let square = try #require(one.cosine(across))
    #expect(abs(square) < 0.02)
  }

  @Test func `nothing is made of a vector without length, and other models are not compared`()
    throws
  {
    #expect(Meaning([0, 0]) == nil)
    #expect(Meaning([.infinity, 1]) == nil)
    #expect(Meaning(numbers: [1, 2]).cosine(Meaning(numbers: [1, 2, 3])) == nil)
  }
}
