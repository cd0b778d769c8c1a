package import Sayso
package import SaysoLearning
internal import SaysoRecords
internal import SaysoStories

/// How well reports are grouped by event: BCubed over each set as one pool.
///
/// The weights have learned from BASIL, AllSides, NeuS and the train topics of ECB+; ECB+'s dev topics
/// alone are unseen by them. The rest is measured by the models of `folds`, each of which saw nothing of
/// a third of the stories (of ECB+, of the topics): the stories of the third are one pool, and the
/// figure is the mean over the thirds.
///
/// A day of AllSides is that of the roundup, the same for all reports of a story: "with days" is easier
/// than life there.
package struct StoriesEvaluation: Sendable {
  /// The figures.
  package let sheet: ScoreSheet

  /// Reads all sets below a data folder with the pipeline and groups them.
  package init(
    data: String, pipeline: Pipeline, model: ModelFile, folds: [ModelFile] = [],
    sets: [StoryCorpus.Name] = [.ecbplus, .basil, .allsides]
  ) throws {
    let background = try StoryBackground(model)
    let scorer = try StoryPairScorer(model)
    let foldScorers = try folds.map { try StoryPairScorer($0) }
    var rows: [ScoreSheet.Row] = []
    var count = 0
    for name in sets {
      let corpus = try StoryCorpus(name, data: data)
      count += corpus.items.count
      let pool = corpus.items.map { item in
        Pooled(
          item: item, features: StoryFeatures(pipeline.read(item.report), background: background))
      }
      let parts: [(String, [Pooled])] =
        name == .ecbplus
        ? ["dev", "train"].map { split in (split, pool.filter { $0.item.split == split }) }
        : [("", pool)]
      for (part, pool) in parts {
        let label = [name.rawValue, part].filter { !$0.isEmpty }.joined(separator: " ")
        let dated = pool.contains { $0.features.published != nil }
        for usesTime in dated ? [false, true] : [false] {
          let days = dated ? (usesTime ? ", with days" : ", without days") : ""
          let stories = StoriesEvaluation.stories(of: pool, scorer, usesTime: usesTime)
          rows.append(.init(label + days, StoriesEvaluation.score(pool, stories)))
          if name == .ecbplus {
            rows.append(
              .init(label + ", hard pairs apart", StoriesEvaluation.apart(pool, stories)))
          }
          guard part != "dev", !foldScorers.isEmpty else { continue }
          rows.append(
            .init(
              label + days + ", unseen",
              StoriesEvaluation.unseen(pool, foldScorers, usesTime: usesTime)))
        }
      }
    }
    sheet = ScoreSheet(
      name: "stories", corpus: "BCubed, \(count) reports, each set one pool",
      digest: try CorpusFile.digest(sets.flatMap(\.paths), in: data), rows: rows)
  }

  private struct Pooled: Sendable {
    let item: StoryCorpus.Item
    let features: StoryFeatures
  }

  private static func stories(
    of pool: [Pooled], _ scorer: StoryPairScorer, usesTime: Bool
  ) -> [StoryID?] {
    var grouper = StoryGrouper(scorer: scorer, usesTime: usesTime)
    grouper.add(pool.map { ($0.item.report.id, $0.features) })
    return pool.map { grouper.story(of: $0.item.report.id) }
  }

  private static func score(_ pool: [Pooled], _ stories: [StoryID?]) -> PrecisionRecall {
    BCubed.score(groups: stories, kinds: pool.map(\.item.story))
  }

  /// Of the pairs of one topic but of different sub-topics, the share that is in different stories.
  private static func apart(_ pool: [Pooled], _ stories: [StoryID?]) -> Double {
    var pairs = 0
    var right = 0
    for a in pool.indices {
      for b in pool.indices where a < b && pool[a].item.topic == pool[b].item.topic {
        guard pool[a].item.story != pool[b].item.story else { continue }
        pairs += 1
        right += stories[a] != stories[b] ? 1 : 0
      }
    }
    return pairs == 0 ? 0 : Double(right) / Double(pairs)
  }

  private static func unseen(
    _ pool: [Pooled], _ folds: [StoryPairScorer], usesTime: Bool
  ) -> PrecisionRecall {
    var precision = 0.0
    var recall = 0.0
    for (number, scorer) in folds.enumerated() {
      let part = pool.filter { StoryFold.number(of: $0.item.topic, of: folds.count) == number }
      let score = score(part, stories(of: part, scorer, usesTime: usesTime))
      precision += score.precision * Double(part.count)
      recall += score.recall * Double(part.count)
    }
    let count = Double(pool.count)
    return PrecisionRecall(precision, of: count, recall, of: count)
  }
}

/// Which part of a cross-validation a topic is left out of: by CRC-32 (ISO 3309), as
/// Training/stories.py has it.
enum StoryFold {
  static func number(of topic: String, of folds: Int) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in topic.utf8 {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc % UInt32(folds))
  }
}
