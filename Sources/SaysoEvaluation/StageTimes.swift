internal import Foundation
package import Sayso
internal import SaysoAttribution
internal import SaysoLanguage
package import SaysoRecords

/// How much processor time each stage of reading takes, each run alone over the same reports.
package struct StageTimes: Sendable {
  /// One stage.
  package struct Stage: Sendable, Hashable {
    /// Its name.
    package let name: String
    /// The least time of a round, in seconds.
    package let seconds: Double
  }

  /// The stages in the order of travel, the whole last.
  package private(set) var stages: [Stage] = []
  /// Words of the reports, parted by spaces.
  package let words: Int

  /// Runs every stage `rounds` times over the reports.
  package init(_ reports: [Report], pipeline: Pipeline, rounds: Int) throws {
    words = reports.reduce(0) { sum, report in
      sum + report.text.string.split { $0.isWhitespace }.count
    }
    let stage = pipeline.stages
    let parser = stage.parser
    let texts = reports.map { AnnotatedText($0.text, blocks: $0.blocks) }
    let traits = texts.map { $0.traits() }
    let tags = zip(texts, traits).map { stage.tagger.tags(of: $0, traits: $1) }
    let all = reports.indices
    let names = all.map { stage.names.names(in: texts[$0], traits: traits[$0], tags: tags[$0]) }
    let clusters = all.map { stage.names.wordClusters(traits[$0]) }
    let dates = all.map { stage.times.times(in: texts[$0], published: reports[$0].published) }
    let inputs = all.map {
      stage.attributor.engine.input(
        texts[$0], traits: traits[$0], tags: tags[$0], names: names[$0], clusters: clusters[$0])
    }
    func time(_ name: String, _ work: (Int) -> Int) {
      var sum = 0
      let least = (0..<max(1, rounds)).map { _ in
        let start = StageTimes.processorSeconds
        for index in all { sum &+= work(index) }
        return StageTimes.processorSeconds - start
      }.min()
      precondition(sum >= 0, "stages count what they find")
      stages.append(Stage(name: name, seconds: least ?? 0))
    }
    time("tokens and sentences") {
      AnnotatedText(reports[$0].text, blocks: reports[$0].blocks).tokens.count
    }
    time("traits of words") { texts[$0].traits().count }
    time("tags") { stage.tagger.tags(of: texts[$0], traits: traits[$0]).count }
    time("names") {
      stage.names.names(in: texts[$0], traits: traits[$0], tags: tags[$0]).count
    }
    time("word clusters") { stage.names.wordClusters(traits[$0]).count }
    time("dependencies, every sentence") {
      let trees = parser.dependencies(of: texts[$0], traits: traits[$0])
      return texts[$0].sentences.count { trees.root(of: $0) != nil }
    }
    time("times") { stage.times.times(in: texts[$0], published: reports[$0].published).count }
    time("figures") { stage.figures.figures(in: texts[$0], excluding: dates[$0]).count }
    time("roles of words") { stage.attributor.engine.found(inputs[$0]).map.pieces.count }
    time("statements in full, with roles") {
      stage.attributor.read(
        reports[$0].id, texts[$0], traits: traits[$0], tags: tags[$0], names: names[$0],
        clusters: clusters[$0], times: dates[$0]
      ).statements.count
    }
    time("the whole") { pipeline.read(reports[$0]).statements.count }
  }

  /// Processor time of this thread so far: other work on the machine disturbs it less than the
  /// clock.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Words a second, share of the whole, stage by stage.
  package var table: [String] {
    let whole = stages.last?.seconds ?? 1
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return ["\(words) words; one core, processor time; least of the rounds"]
      + [right("words/s", 44) + right("us/word", 10) + right("share", 9)]
      + stages.map { stage in
        let rate = Int(Double(words) / max(stage.seconds, 1e-9))
        let each = (stage.seconds / Double(words) * 1e8).rounded() / 100
        let share = (stage.seconds / whole * 1000).rounded() / 10
        return "  " + stage.name + right(String(rate), 42 - stage.name.count)
          + right(String(each), 10) + right("\(share) %", 9)
      }
  }

  /// The same as JSON, one object a line.
  package var lines: [String] {
    stages.map { #"{"stage":"\#($0.name)","seconds":\#($0.seconds),"words":\#(words)}"# }
  }
}
