import SaysoRecords
import Testing

@testable import SaysoLanguage

@Suite struct DependencyParserTests {
  private let toy = ToyParser()
  private let text = AnnotatedText(
    "The harbour office denied it. Marta Olsk said so on Friday, twice. No. Ships left the port.")

  @Test func `arcs are scored as the plain twin scores them`() {
    let traits = text.traits()
    for sentence in text.sentences {
      let words = Array(traits[sentence])
      let found = toy.parser.arcScores(words)
      for (word, row) in toy.arcScores(words).enumerated() {
        for (head, score) in row.enumerated() {
          #expect(abs(found.scores[word * found.stride + head] - score) < 1e-3 * (1 + abs(score)))
        }
      }
    }
  }

  @Test func `relations are those of the plain twin, and only the root is one`() {
    let traits = text.traits()
    let dependencies = toy.parser.dependencies(of: text, traits: traits)
    for sentence in text.sentences {
      let heads = sentence.map { token in
        dependencies[token]?.head.map { $0 - sentence.lowerBound + 1 } ?? 0
      }
      let expected = toy.relations(Array(traits[sentence]), heads: heads)
      for (index, token) in sentence.enumerated() {
        let relation = dependencies[token]?.relation
        if heads[index] == 0 {
          #expect(relation == .root)
        } else {
          #expect(relation == (expected[index] == .root ? .other : expected[index]))
        }
      }
    }
  }

  @Test func `a sentence's tree does not depend on the sentences around it`() {
    let traits = text.traits()
    let all = toy.parser.dependencies(of: text, traits: traits)
    for (number, sentence) in text.sentences.enumerated() {
      let alone = toy.parser.dependencies(of: text, traits: traits, sentences: [number])
      for token in text.tokens.indices {
        if sentence.contains(token) {
          #expect(alone[token] == all[token])
          #expect(alone.wordClass(token) == all.wordClass(token))
        } else {
          #expect(alone[token] == nil && alone.wordClass(token) == nil)
        }
      }
    }
  }

  @Test(arguments: [1, 2, 159, 160, 161, 400, 1000])
  func `a sentence of any length is one tree over its own words`(length: Int) {
    let words = (0..<length).map { $0 % 9 == 8 ? "," : "w\($0 % 50)" }
    let text = AnnotatedText("")
    let traits = words.map { TokenTraits(Array($0.utf8)[...]) }
    #expect(text.tokens.isEmpty)
    let dependencies = toy.parser.dependencies(traits: traits, sentences: [0..<length])
    let heads = (0..<length).map { token -> Int32 in
      dependencies[token]?.head.map { Int32($0 + 1) } ?? 0
    }
    #expect(Arborescence.isTree(heads))
  }

  @Test func `a text without words has no trees`() {
    let empty = AnnotatedText("")
    #expect(
      toy.parser.dependencies(of: empty, traits: []) == Dependencies(tokens: 0))
  }

  @Test func `dependents and the root are found in a sentence`() {
    var dependencies = Dependencies(tokens: 4)
    dependencies[0] = Arc(head: 1, relation: .nominalSubject)
    dependencies[1] = Arc(head: nil, relation: .root)
    dependencies[2] = Arc(head: 1, relation: .object)
    #expect(dependencies.dependents(of: 1, in: 0..<3) == [0, 2])
    #expect(dependencies.root(of: 0..<3) == 1)
    #expect(dependencies.isParsed(2) && !dependencies.isParsed(3))
    #expect(dependencies[3] == nil)
  }

  @Test func `a relation keeps its subtype, or falls back to its universal part`() {
    #expect(Relation(treebank: "nsubj:pass") == .passiveSubject)
    #expect(Relation(treebank: "obl:npmod") == .oblique)
    #expect(Relation(treebank: "nonsense") == nil)
    #expect(Relation.passiveSubject.universal == "nsubj")
    #expect(Relation.allCases.allSatisfy { Relation(rawValue: String($0.universal)) != nil })
  }
}
