import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct CopyIndexTests {
  private let wire = InventedText.sentences(1, 20)
  private let other = InventedText.sentences(2, 20)

  @Test("A text under another name is the same")
  func same() throws {
    let link = try #require(
      links([InventedText.report("a", wire), InventedText.report("b", wire)]).first)
    #expect(link.kind == .same)
    #expect(link.jaccard == 1 && link.firstInSecond == 1 && link.secondInFirst == 1)
    #expect(link.first.id.text == "a" && link.second.id.text == "b")
  }

  @Test("A text cut to a quarter is part of the whole, whichever came first")
  func cut() throws {
    let whole = InventedText.report("a", wire)
    let part = InventedText.report("b", Array(wire[5..<10]))
    for order in [[whole, part], [part, whole]] {
      let link = try #require(links(order).first)
      #expect(link.kind == .contains)
      #expect(link.secondInFirst == 1)
      #expect(link.firstInSecond < 0.3)
    }
  }

  @Test("A text whose every eighth word was changed is the same")
  func edited() throws {
    var count = 0
    let edited = wire.map { line in
      line.split(separator: " ").map { word in
        count += 1
        return count % 8 == 0 ? "changed\(count)" : String(word)
      }.joined(separator: " ")
    }
    let link = try #require(
      links([InventedText.report("a", wire), InventedText.report("b", edited)]).first)
    #expect(link.kind == .same)
    #expect(link.jaccard < 0.6)
  }

  @Test("A quarter of a text inside another is a shared passage")
  func spliced() throws {
    let mixed = Array(other[..<10]) + wire[3..<8] + other[10...]
    let link = try #require(
      links([InventedText.report("a", wire), InventedText.report("b", mixed)]).first)
    #expect(link.kind == .shares)
  }

  @Test("Texts without a common passage have no link")
  func apart() {
    #expect(links([InventedText.report("a", wire), InventedText.report("b", other)]).isEmpty)
  }

  @Test("A long quotation in two reports makes neither a copy, though it is most of both")
  func quotation() throws {
    let speech = InventedText.sentences(7, 8).map { "“\($0)”" }
    let link = try #require(
      links([
        InventedText.report("a", Array(wire[..<5]) + speech),
        InventedText.report("b", Array(other[..<5]) + speech),
      ]).first)
    #expect(link.firstInSecond > 0.55)
    #expect(link.kind == .shares)
  }

  @Test("Links are the same for any order of adding")
  func order() {
    let reports = (0..<8).map { number in
      InventedText.report(
        "r\(number)", Array(wire.dropFirst(number)) + other.prefix(number * 2))
    }
    let expected = Set(links(reports))
    #expect(expected.count == 28)
    for seed in 1...20 as ClosedRange<UInt64> {
      #expect(Set(links(shuffled(reports, seed: seed))) == expected, "seed \(seed)")
    }
  }

  @Test("A phrase in very many reports neither links them nor is looked up without end")
  func boilerplate() {
    let phrase = InventedText.sentences(99, 4)
    var index = CopyIndex()
    for number in 0..<300 as Range<UInt64> {
      let report = InventedText.report(
        "r\(number)", InventedText.sentences(1000 + number, 10) + phrase)
      let found = index.add(report.id, ShingleSet(report))
      #expect(found.allSatisfy { !$0.isCopy })
      #expect(found.count <= ShinglePostings.capacity)
    }
  }

  @Test("A report added again takes the place of what it had")
  func again() {
    var index = CopyIndex()
    let old = InventedText.report("a", wire)
    index.add(old.id, ShingleSet(old))
    #expect(index.add(old.id, ShingleSet(old)).isEmpty)
    index.add(old.id, ShingleSet(InventedText.report("a", other)))
    #expect(index.count == 1)
    let copy = InventedText.report("b", wire)
    #expect(index.add(copy.id, ShingleSet(copy)).isEmpty)
    index.remove(copy.id)
    #expect(index.count == 1)
  }

  @Test("Empty and tiny texts are added without links to strangers")
  func tiny() {
    let reports = ["", "one", "one two", "other words here now"].enumerated().map {
      InventedText.report("r\($0)", $1.isEmpty ? [] : [$1])
    }
    #expect(links(reports).isEmpty)
  }

  @Test("A statement's words are found in the report that they were taken from")
  func passage() {
    var index = CopyIndex()
    let report = InventedText.report("a", wire)
    index.add(report.id, ShingleSet(report))
    let taken = ShingleSet(InventedText.report("b", [wire[4]]))
    #expect(index.share(of: taken, in: report.id) == 1)
    #expect(index.share(of: ShingleSet(InventedText.report("b", [other[4]])), in: report.id) == 0)
    #expect(index.share(of: taken, in: ReportID("none")) == nil)
  }
}

/// A list in an order that a seed draws.
func shuffled<Element>(_ list: [Element], seed: UInt64) -> [Element] {
  var list = list
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  for place in list.indices.reversed() {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    list.swapAt(place, Int(state % UInt64(place + 1)))
  }
  return list
}
