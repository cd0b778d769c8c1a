internal import ArgumentParser

/// Trains the shipped models.
@main
struct SaysoTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sayso-train", abstract: "Trains the models that sayso ships.",
    subcommands: [
      TaggerCommand.self, LemmasCommand.self, NamesCommand.self, AttributionCommand.self,
      ParserTextCommand.self, ParserFeaturesCommand.self, ParserCommand.self,
      SpeakersCommand.self, StoryWordsCommand.self, StoryPairsCommand.self, ClaimPairsCommand.self,
      CarefulLessonsCommand.self, CarefulCommand.self, SilverAttributionCommand.self,
    ])
}
