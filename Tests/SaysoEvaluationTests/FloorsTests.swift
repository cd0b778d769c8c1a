import Foundation
import Sayso
import SaysoEvaluation
import Testing

@Suite struct FloorsTests {
  private func sheet(_ value: Double, digest: String = "d") -> ScoreSheet {
    ScoreSheet(name: "names", corpus: "c", digest: digest, rows: [.init("F1", value)])
  }

  @Test func `a figure below its floor, a changed corpus and a missing figure are complaints`()
    throws
  {
    var floors = Floors()
    try floors.raise(to: sheet(0.9), slack: 0.01, regression: nil)
    #expect(floors.complaints(against: sheet(0.9)).isEmpty)
    #expect(floors.complaints(against: sheet(0.8905)).isEmpty)
    #expect(floors.complaints(against: sheet(0.88)).count == 1)
    #expect(floors.complaints(against: sheet(0.9, digest: "e")).count == 1)
    let other = ScoreSheet(name: "names", corpus: "c", digest: "d", rows: [.init("recall", 1)])
    #expect(floors.complaints(against: other).count == 1)
    let unknown = ScoreSheet(name: "tags", corpus: "c", digest: "d", rows: [])
    #expect(floors.complaints(against: unknown).count == 1)
  }

  @Test func `a floor falls only with a reason, which is kept`() throws {
    var floors = Floors()
    try floors.raise(to: sheet(0.9), slack: 0, regression: nil)
    #expect(throws: EvaluationError.self) {
      try floors.raise(to: sheet(0.8), slack: 0, regression: nil)
    }
    try floors.raise(to: sheet(0.8), slack: 0, regression: "smaller model")
    #expect(floors.complaints(against: sheet(0.8)).isEmpty)
    #expect(floors.entries[0].lowered.count == 1)
  }

  /// The figures that the project has reached; needs the corpora beside it.
  @Test(
    .enabled(if: FloorsTests.data != nil, "skipped: the corpora are not beside the project"),
    arguments: Evaluations.names)
  func `every figure stands at or above its floor`(name: String) throws {
    let data = try #require(FloorsTests.data)
    let floors = try Floors(path: FloorsTests.root + "/Evaluation/floors.json")
    let sheet = try Evaluations.sheet(name, data: data, pipeline: Pipeline(engine: .fast))
    #expect(floors.complaints(against: sheet) == [])
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let data: String? = {
    let path = root + "/../shared/data"
    return FileManager.default.fileExists(atPath: path + "/polnear") ? path : nil
  }()
}
