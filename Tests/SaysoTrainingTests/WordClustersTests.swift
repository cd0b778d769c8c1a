import SaysoLearning
import Testing

@testable import SaysoTraining

@Suite struct WordClustersTests {
  @Test func `words that stand between the same neighbours share a cluster`() {
    func sentence(_ words: String) -> [UInt64] {
      words.split(separator: " ").map { FeatureHash.of(String($0)) }
    }
    let names = ["Olsk", "Varn", "Lind", "Orr"]
    let verbs = ["said", "wrote", "denied", "asked"]
    let sentences = (0..<64).map { index in
      sentence("then \(names[index % 4]) \(verbs[index / 4 % 4]) it")
    }
    let result = WordClusters().cluster(sentences, into: 4)
    func cluster(_ word: String) -> Int? {
      result.words.firstIndex(of: FeatureHash.of(word)).map { result.clusters[$0] }
    }
    #expect(Set(names.map(cluster)).count == 1)
    #expect(Set(verbs.map(cluster)).count == 1)
    #expect(cluster("Olsk") != cluster("said"))
  }
}
