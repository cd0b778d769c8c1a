internal import ArgumentParser

/// Measures the product on gold corpora.
struct SaysoEvaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sayso-evaluate",
    abstract:
      "Measures sayso on gold corpora, prints tables, and holds the figures to their floors.",
    discussion: """
      Examples:
        sayso-evaluate all --data ../shared/data
        sayso-evaluate attribution --data ../shared/data --errors missed | less
        sayso-evaluate attribution --data ../shared/data --predictions dev.jsonl
        sayso-evaluate gold --data ../shared/data
        sayso-evaluate floors --data ../shared/data
      """,
    subcommands: [AllCommand.self, AttributionCommand.self, GoldCommand.self, FloorsCommand.self]
      + [SpeakersCommand.self]
      + [NamesCommand.self, TimesCommand.self, FiguresCommand.self]
      + [
        TagsCommand.self, SentencesCommand.self, SyntaxCommand.self, PagesCommand.self,
        StanceCommand.self, CopiesCommand.self, StoriesCommand.self, StoriesGrowthCommand.self,
        ClaimsCommand.self, ActorsCommand.self, EnginesCommand.self,
      ])
}

SaysoEvaluate.main()
