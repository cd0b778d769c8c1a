import Foundation
import Sayso
import Testing

/// The engine on the example reports, held against what a person wrote down by hand.
@Suite struct ExampleGoldTests {
  static let files: [String] = {
    let folder = packageFolder.appending(path: "Examples/expected").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let reports = packageFolder.appending(path: "Examples/reports").path
    let all = (try? FileManager.default.contentsOfDirectory(atPath: reports)) ?? []
    return names.filter { $0.hasSuffix(".gold") }.sorted().compactMap { gold in
      all.first { $0.hasPrefix(gold.dropLast(5)) }
    }
  }()

  @Test
  func `four fifths are found, nine tenths of those with their stance, seven with their speaker`()
    async throws
  {
    let pipeline = try Pipeline(engine: .fast)
    var gold = 0
    var found = 0
    var stances = 0
    var actors = 0
    for file in ExampleGoldTests.files {
      let expected = try await goldRead(file)
      let read = pipeline.read(expected.report)
      for statement in expected.statements {
        gold += 1
        guard let match = read.statements.first(where: { overlap($0, statement) >= 0.5 }) else {
          continue
        }
        found += 1
        stances += match.stance == statement.stance ? 1 : 0
        actors +=
          plain(match.speaker?.actor) == plain(statement.speaker?.actor)
            || statement.speaker?.named == false && match.speaker?.actor == nil ? 1 : 0
        // A wrong "denies" is an accusation.
        #expect(match.stance != .denies || statement.stance == .denies, "\(statement.content.text)")
      }
    }
    #expect(gold == 25)
    #expect(found * 10 >= gold * 8, "found \(found) of \(gold)")
    #expect(stances * 10 >= found * 9, "stance right in \(stances) of \(found)")
    #expect(actors * 10 >= found * 7, "speaker right in \(actors) of \(found)")
  }

  /// An actor without its article; a description stands for an actor that goes by none.
  private func plain(_ actor: String?) -> String? {
    actor.map { $0.lowercased().hasPrefix("the ") ? String($0.dropFirst(4)) : $0 }
  }

  /// Dice of the bytes of two contents.
  private func overlap(_ a: Statement, _ b: Statement) -> Double {
    func bytes(_ statement: Statement) -> Set<Int> {
      Set(statement.content.spans.flatMap { Array($0.start..<$0.end) })
    }
    let (x, y) = (bytes(a), bytes(b))
    return 2 * Double(x.intersection(y).count) / Double(max(1, x.count + y.count))
  }
}
