package import SaysoLearning

extension ModelFile {
  /// Stores how often words were cues.
  package mutating func set(cueLexicon lexicon: CueLexicon) {
    let sorted = lexicon.counts.sorted { $0.key < $1.key }
    set("lexicon.counts", floats: sorted.flatMap { [$0.value.cue, $0.value.total] })
    sections["lexicon.keys"] = sorted.flatMap { entry in
      (0..<8).map { UInt8(truncatingIfNeeded: entry.key >> UInt64(8 * $0)) }
    }
  }

  /// Reads it back.
  package func cueLexicon() throws -> CueLexicon {
    let levels = try floats("lexicon.counts")
    let keys = try section("lexicon.keys")
    guard keys.count == levels.count * 4 else {
      throw ModelError(
        problem: "the lexicon's parts do not fit each other", place: "attribution",
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    var counts: [UInt64: CueLexicon.Count] = [:]
    for index in 0..<levels.count / 2 {
      let key = (0..<8).reduce(UInt64(0)) { $0 | UInt64(keys[index * 8 + $1]) << UInt64(8 * $1) }
      counts[key] = .init(cue: levels[index * 2], total: levels[index * 2 + 1])
    }
    return CueLexicon(counts: counts)
  }
}
