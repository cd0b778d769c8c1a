package import SaysoLearning

/// Finds names and their kinds: two linear-chain models, the second of which sees what the first one
/// made of the same words elsewhere in the document.
package struct NameTagger: Sendable {
  private let first: SequenceModel
  private let second: SequenceModel
  private let clusters: HashDictionary
  private let lists: NameGazetteer

  /// A name tagger from its parts.
  package init(
    first: SequenceModel, second: SequenceModel, clusters: HashDictionary, lists: NameGazetteer
  ) {
    precondition(first.table.bits == second.table.bits, "both models share their rows")
    self.first = first
    self.second = second
    self.clusters = clusters
    self.lists = lists
  }

  /// Reads a name tagger from its model file.
  package init(_ model: ModelFile) throws {
    let first = try model.sequence("names.first")
    let second = try model.sequence("names.second")
    guard first.labels == NameLabels.all, second.labels == NameLabels.all,
      first.table.bits == second.table.bits
    else {
      throw ModelError(
        problem: "it was made for other labels", place: "names",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    self.init(
      first: first, second: second, clusters: try model.dictionary("names.clusters"),
      lists: try NameGazetteer(model))
  }

  /// The word cluster of each token, 0 where the word has none; other stages learn from them too.
  package func wordClusters(_ traits: [TokenTraits]) -> [UInt16] {
    traits.map { NameFeatures.cluster($0, clusters) }
  }

  /// Writes the parts into a model file.
  package func store(in model: inout ModelFile) {
    model.set("names.first", sequence: first)
    model.set("names.second", sequence: second)
    model.set("names.clusters", dictionary: clusters)
    lists.store(in: &model)
  }

  /// The names of a text, ascending and apart, given its traits and tags.
  package func names(in text: AnnotatedText, traits: [TokenTraits], tags: [Tag]) -> [NameSpan] {
    guard !traits.isEmpty else { return [] }
    let features = NameFeatures(
      traits: traits, tags: tags, sentences: text.sentences, clusters: clusters, lists: lists)
    var rows = FeatureRows(bits: first.table.bits)
    rows.reserve(items: traits.count, each: 60)
    for sentence in text.sentences { features.append(sentence, votes: nil, into: &rows) }
    let draft = NameTagger.labels(first, first.table.scores(rows), text.sentences)
    let votes = features.votes(draft, sentences: text.sentences)
    var voteRows = FeatureRows(bits: second.table.bits)
    voteRows.reserve(items: traits.count, each: 12)
    for sentence in text.sentences {
      features.append(sentence, onlyVotes: votes, into: &voteRows)
    }
    var scores = second.table.scores(rows)
    for (index, score) in second.table.scores(voteRows).enumerated() { scores[index] += score }
    let labels = NameTagger.labels(second, scores, text.sentences)
    let agreement = NameAgreement(features, labels: labels, sentences: text.sentences)
    let names = NameLabels.names(
      agreement.applied(to: labels, sentences: text.sentences), sentences: text.sentences)
    return HyphenatedNames.completed(names, in: text, traits: traits)
  }

  /// The likeliest labels of all tokens by a first model.
  package static func labels(
    _ features: NameFeatures, _ sentences: [Range<Int>], _ model: SequenceModel
  ) -> [UInt8] {
    var rows = FeatureRows(bits: model.table.bits)
    for sentence in sentences { features.append(sentence, votes: nil, into: &rows) }
    return labels(model, model.table.scores(rows), sentences)
  }

  private static func labels(
    _ model: SequenceModel, _ scores: [Float], _ sentences: [Range<Int>]
  ) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: scores.count / model.table.stride)
    for sentence in sentences { model.decode(scores: scores, items: sentence, into: &result) }
    return result
  }
}
