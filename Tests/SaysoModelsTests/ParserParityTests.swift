import Foundation
import SaysoLanguage
import SaysoLearning
import Testing

@testable import SaysoModels

/// The shipped parser against what the trainer in Python computed with the same weights: a line a
/// word (form, universal tag, Penn tag, head, relation, its score, then the scores of heads 0, 1, …
/// with 0 for the word itself), a blank line between sentences.
@Suite struct ParserParityTests {
  private struct Word {
    let form: String
    let tag: String
    let head: Int
    let relation: String
    let scores: [Float]
  }

  private func sentences() throws -> [[Word]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/parser-scores.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "\n\n").map { sentence in
      sentence.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: "\t").map(String.init)
        guard cells.count == 7, let head = Int(cells[3]) else { return nil }
        return Word(
          form: cells[0], tag: cells[1], head: head, relation: cells[4],
          scores: cells[6].split(separator: " ").compactMap { Float($0) })
      }
    }.filter { !$0.isEmpty }
  }

  @Test func `arcs, relations and tags are the trainer's`() throws {
    let table = DependencyParser.tableSection
    let file = try ShippedModels.file("parser", leaving: [table])
    let parser = try DependencyParser(
      file, table: ShippedModels.section(table, of: "parser", in: file))
    let sentences = try sentences()
    #expect(sentences.count >= 5)
    for sentence in sentences {
      let traits = sentence.map { TokenTraits(Array($0.form.utf8)[...]) }
      let (scores, stride) = parser.arcScores(traits)
      let trees = parser.dependencies(traits: traits, sentences: [0..<traits.count])
      for (index, word) in sentence.enumerated() {
        #expect(word.scores.count == sentence.count + 1)
        for (head, score) in word.scores.enumerated() where head != index + 1 {
          let found = scores[index * stride + head]
          #expect(abs(found - score) < 0.02, "\(word.form) under \(head): \(found), not \(score)")
        }
        #expect(trees[index]?.head == (word.head == 0 ? nil : word.head - 1))
        #expect(trees[index]?.relation.rawValue == word.relation)
        #expect(trees.wordClass(index)?.rawValue == word.tag)
      }
    }
  }

  @Test func `the table is the same where it lies and when it is copied`() throws {
    let traits = ["Olsk", "denied", "it", "."].map { TokenTraits(Array($0.utf8)[...]) }
    let table = DependencyParser.tableSection
    let file = try ShippedModels.file("parser", leaving: [table])
    let lent = try DependencyParser(
      file, table: ShippedModels.section(table, of: "parser", in: file))
    let copied = try DependencyParser(ShippedModels.file("parser"))
    #expect(
      lent.dependencies(traits: traits, sentences: [0..<4])
        == copied.dependencies(traits: traits, sentences: [0..<4]))
    #expect(file.sections[table] == nil)
  }
}
