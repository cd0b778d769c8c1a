import SaysoRecords
import Testing

@testable import Sayso

struct StatementFiguresTests {
  @Test func `only figures that lie wholly inside a piece of the content count`() {
    let text = FrozenText("12 boats, said 3 men, and 5 to 7 nets")
    func figure(_ span: TextSpan) -> Figure {
      Figure(
        passage: Passage([span], in: text), low: 1, high: 1, bound: .exactly, unit: nil, counts: nil
      )
    }
    let figures = StatementFigures([
      figure(TextSpan(0, 8)), figure(TextSpan(15, 20)), figure(TextSpan(26, 37)),
    ])
    #expect(
      figures.indices(in: Passage([TextSpan(0, 9), TextSpan(22, 37)], in: text)) == [0, 2])
    #expect(figures.indices(in: Passage([TextSpan(0, 30)], in: text)) == [0, 1])
    #expect(figures.indices(in: Passage([TextSpan(9, 14)], in: text)) == [])
    #expect(StatementFigures([]).indices(in: Passage([TextSpan(0, 37)], in: text)) == [])
  }
}
