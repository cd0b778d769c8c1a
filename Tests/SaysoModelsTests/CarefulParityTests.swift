import Foundation
import SaysoAttribution
import SaysoLanguage
import SaysoLearning
import SaysoRecords
import Testing

@testable import SaysoModels

/// The shipped careful engine against what the trainer in Python computed with the same weights:
/// a line a text with its words, their pieces' numbers and the scores of the seven labels.
@Suite struct CarefulParityTests {
  private struct Line: Decodable {
    var words: [String]
    var pieces: [[UInt32]]
    var scores: [[Float]]
    /// What the last sentence means.
    var meaning: [Float]
    /// How likely each of the first words, and last nobody, is meant by the last word.
    var antecedents: [Float]
  }

  private struct Source: Decodable {
    var text: String
  }

  private func lines<Value: Decodable>(_ file: String, _: Value.Type) throws -> [Value] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(file)")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Value.self, from: Data($0.utf8))
    }
  }

  private func model() throws -> CarefulModel {
    let table = TransformerEncoder.tableSection
    let file = try ShippedModels.file("careful", leaving: [table])
    return try CarefulModel(
      file, table: ShippedModels.section(table, of: "careful", in: file))
  }

  private func input(_ string: String, _ model: CarefulModel) -> AttributionInput {
    let text = FrozenText(string)
    var blocks: [TextBlock] = []
    var start = 0
    for part in string.split(separator: "\n\n") {
      blocks.append(TextBlock(.paragraph, TextSpan(start, start + part.utf8.count)))
      start += part.utf8.count + 2
    }
    let annotated = AnnotatedText(text, blocks: blocks)
    let traits = annotated.traits()
    return model.input(
      annotated, traits: traits, tags: traits.map { _ in Tag(.nn, .noun) }, names: [],
      clusters: traits.map { _ in 0 })
  }

  @Test func `words are cut into the pieces that the trainer cuts them into`() throws {
    let model = try model()
    for line in try lines("careful-scores.jsonl", Line.self) {
      for (word, pieces) in zip(line.words, line.pieces) {
        var found: [UInt32] = []
        let count = model.pieces.append(Array(word.utf8)[...], to: &found)
        #expect(found == pieces, "\(word)")
        #expect(count == pieces.count)
      }
    }
  }

  @Test func `meanings and antecedents are the trainer's`() throws {
    let model = try model()
    let texts = try lines("careful-texts.jsonl", Source.self)
    for (line, source) in zip(try lines("careful-scores.jsonl", Line.self), texts) {
      let input = input(source.text, model)
      let words = try #require(model.encoded(input))
      let sentence = try #require(input.text.sentences.last)
      let found = try #require(words.meaning(of: [sentence], in: input.text))
      let wanted = try #require(Meaning(line.meaning))
      let likeness = try #require(found.cosine(wanted))
      #expect(likeness > 0.98)
      let likely = words.antecedents(
        of: line.words.count - 1, among: line.antecedents.indices.dropLast().map { [$0] })
      for (one, other) in zip(likely, line.antecedents) { #expect(abs(one - other) < 0.05) }
    }
  }

  @Test func `scores of labels are the trainer's`() throws {
    let model = try model()
    let wanted = try lines("careful-scores.jsonl", Line.self)
    let texts = try lines("careful-texts.jsonl", Source.self)
    #expect(wanted.count == texts.count && texts.count >= 3)
    for (line, source) in zip(wanted, texts) {
      let input = input(source.text, model)
      #expect(input.text.tokens.indices.map { input.text.word($0) } == line.words)
      let (scores, stride) = model.scores(model.vectors(input), count: line.words.count)
      for (word, row) in line.scores.enumerated() {
        for (label, score) in row.enumerated() {
          let found = scores[word * stride + label]
          #expect(abs(found - score) < 0.05, "\(line.words[word]), label \(label)")
        }
      }
    }
  }
}
