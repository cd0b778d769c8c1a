package import SaysoAttribution
package import SaysoLanguage
internal import SaysoLearning
package import SaysoLedger
public import SaysoRecords

/// The stages that turn one report into who said what, called by name and in order.
///
/// A pure function of the report and the models: it keeps nothing between reports, so one value may
/// be shared by any number of tasks.
public struct Pipeline: Sendable {
  /// Names the models and the code: the same stamp on the same report gives the same records.
  package let stamp: ModelStamp
  package let stages: Stages

  /// The stages with their models.
  ///
  /// A class, so that the faces, which hold pipelines but may not see the stages, do not depend on
  /// their layout: SwiftPM does not rebuild them when it changes.
  package final class Stages: Sendable {
    package let tagger: Tagger
    package let names: NameTagger
    package let times = TimeTagger()
    package let figures = FigureTagger()
    package let attributor: Attributor

    init(tagger: Tagger, names: NameTagger, attributor: Attributor) {
      self.tagger = tagger
      self.names = names
      self.attributor = attributor
    }

    /// The parser, which attribution holds.
    package var parser: DependencyParser { attributor.parser }
  }

  /// A pipeline on the models in a folder, or where `models` is nil on those in the folder that
  /// SAYSO_MODELS names, or on those inside the program.
  ///
  /// Throws when the folder lacks a model or holds one of another version.
  public init(models: String? = nil, engine: Engine = .standard) throws {
    let shelf = ModelShelf(folder: models)
    let tagger = try shelf.file("tagger")
    let names = try shelf.file("names")
    let (parser, parserFile) = try shelf.parser()
    let (roles, rolesFile) = try shelf.engine(engine)
    stages = Stages(
      tagger: try Tagger(tagger), names: try NameTagger(names),
      attributor: Attributor(
        engine: roles, lemmatizer: try Lemmatizer(tagger), parser: parser))
    stamp = ModelStamp(
      "\(engine.rawValue)-"
        + [tagger, names, rolesFile, parserFile].map(\.fingerprint).joined(separator: "-"))
  }

  /// Reads the statements, names, times and figures out of a report.
  ///
  /// The result's `analysed` is false where no model covers the report's language.
  public func read(_ report: Report) -> ReadReport {
    guard report.language ?? "en" == "en" else {
      return ReadReport(report: report, analysed: false)
    }
    let (text, traits, tags, names) = words(of: report)
    let dates = stages.times.times(in: text, published: report.published)
    let (statements, mentions) = stages.attributor.read(
      report.id, text, traits: traits, tags: tags, names: names,
      clusters: stages.names.wordClusters(traits), times: dates,
      outlets: [report.outlet, report.agency, report.url].compactMap { $0 },
      headline: { report.title.map(persons) ?? [] })
    return ReadReport(
      report: report, statements: statements, mentions: mentions, dates: dates,
      figures: stages.figures.figures(in: text, excluding: dates), analysed: true)
  }

  /// A report's words as the stages before attribution read them.
  private func words(
    of report: Report
  ) -> (text: AnnotatedText, traits: [TokenTraits], tags: [Tag], names: [NameSpan]) {
    let text = AnnotatedText(report.text, blocks: report.blocks)
    let traits = text.traits()
    let tags = stages.tagger.tags(of: text, traits: traits)
    return (text, traits, tags, stages.names.names(in: text, traits: traits, tags: tags))
  }

  /// A report's words and their vectors, where the engine has them.
  package func encoded(_ report: Report) -> (text: AnnotatedText, words: EncodedWords?) {
    let (text, traits, tags, names) = words(of: report)
    let engine = stages.attributor.engine
    return (
      text,
      engine.encoded(
        engine.input(
          text, traits: traits, tags: tags, names: names,
          clusters: stages.names.wordClusters(traits)))
    )
  }

  /// The persons named in a headline.
  private func persons(_ headline: String) -> [String] {
    let text = AnnotatedText(headline)
    let traits = text.traits()
    let tags = stages.tagger.tags(of: text, traits: traits)
    return stages.names.names(in: text, traits: traits, tags: tags)
      .filter { $0.type == .person }.map { text.text.words(text.span($0.tokens)) }
  }
}
