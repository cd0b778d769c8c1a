package import SaysoAttribution
package import SaysoLanguage

/// What engines see of a text, by the language models that the product runs.
package struct TrainingReader: Sendable {
  private let tagger: Tagger
  private let nameTagger: NameTagger

  /// A reader with its models.
  package init(tagger: Tagger, nameTagger: NameTagger) {
    self.tagger = tagger
    self.nameTagger = nameTagger
  }

  /// The input of a text; without an engine, whose lexicon tells, no word is cue-like.
  package func input(_ text: AnnotatedText, for engine: (any RoleEngine)? = nil) -> AttributionInput
  {
    let traits = text.traits()
    let tags = tagger.tags(of: text, traits: traits)
    return AttributionInput(
      text: text, traits: traits, tags: tags,
      names: nameTagger.names(in: text, traits: traits, tags: tags),
      clusters: nameTagger.wordClusters(traits),
      cueLevels: traits.map { engine?.lexicon.level($0.lower) ?? 0 })
  }
}
