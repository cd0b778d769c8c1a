import SaysoRecords
import Testing

@testable import SaysoStories

@Suite struct CopyChangesTests {
  private let lines = InventedText.sentences(1, 6)

  @Test("Paragraphs added, left out and rewritten are told from those that were kept or moved")
  func paragraphs() {
    let original = InventedText.report("a", lines, title: "The river rises")
    let rewritten = lines[4].split(separator: " ").dropLast(3).joined(separator: " ") + " and more."
    let new = InventedText.sentences(8, 1)[0]
    let copy = InventedText.report(
      "b", [lines[3], lines[0].uppercased(), new, rewritten, lines[5]], title: "River, rising")
    let changes = CopyChanges(of: copy, against: original)
    #expect(changes.isRetitled)
    #expect(changes.kept == 3)
    #expect(changes.added == [copy.blocks[2].span])
    #expect(
      changes.altered == [.init(span: copy.blocks[3].span, original: original.blocks[4].span)])
    #expect(changes.leftOut == [original.blocks[1].span, original.blocks[2].span])
    #expect(!changes.isEmpty)
  }

  @Test("A text set in another style has no changes")
  func style() {
    let original = InventedText.report("a", ["He said: \"It's over\" - and left."], title: "A b")
    let copy = InventedText.report("b", ["He said: “It’s over” — and left"], title: "A B")
    #expect(CopyChanges(of: copy, against: original).isEmpty)
  }

  @Test("Two paragraphs run into one are rewritten, and neither is left out")
  func joined() {
    let original = InventedText.report("a", lines)
    let copy = InventedText.report("b", [lines[0] + " " + lines[1]] + lines[2...])
    let changes = CopyChanges(of: copy, against: original)
    #expect(changes.altered.count == 1)
    #expect(changes.added.isEmpty && changes.leftOut.isEmpty)
  }

  @Test("A report without text leaves all out")
  func empty() {
    let original = InventedText.report("a", lines)
    let changes = CopyChanges(of: InventedText.report("b", []), against: original)
    #expect(changes.leftOut == original.blocks.map(\.span))
    #expect(CopyChanges(of: original, against: InventedText.report("b", [])).added.count == 6)
  }
}
