internal import SaysoLearning
internal import SaysoRecords
internal import SaysoStories

/// Makes any number of reports of events that never were out of read ones, the same for the same seed.
///
/// An event takes over the reports of a real one and gives its names and rare words other letters, the
/// same throughout the event, from a stock of variants that other events draw from too, so that names
/// and words recur in other events as they do in news. Its reports differ by further words; three in ten
/// are near copies. Two reports in five open an event, the others go to one of the last hundred or so;
/// one event, ``largest``, goes on until it has as many as were asked for, near copies all, so that they
/// are one story. A letter becomes a letter, so that every span stays where it was.
struct GrowthMaker {
  /// A report with the event that it tells of.
  struct Made {
    let read: ReadReport
    let event: Int
  }

  private struct Base {
    let read: ReadReport
    let names: Set<UInt64>
  }

  /// The event that gets the most reports.
  static let largest = 40
  /// Reports a day.
  private static let perDay = 300
  /// Events that later reports may go to.
  private static let open = 120

  private let stories: [[Base]]
  private let background: StoryBackground
  private let most: Int
  private var random: UInt64
  private var counts: [Int] = []
  private var made = 0

  /// A maker on read reports, those of one event together; the largest event gets `most`.
  init(_ stories: [[ReadReport]], background: StoryBackground, most: Int, seed: UInt64) {
    self.stories = stories.map { reads in
      reads.map { read in
        var names: Set<UInt64> = []
        for mention in read.mentions {
          for word in StoryWords.words(of: Array(mention.passage.text.utf8)) {
            names.insert(word.hash)
          }
        }
        return Base(read: read, names: names)
      }
    }
    self.background = background
    self.most = most
    random = seed
  }

  /// The next report; its id tells its place.
  mutating func next() -> Made {
    let event = nextEvent()
    let number = counts[event]
    counts[event] += 1
    let story = stories[Int(hash(event, 7) % UInt64(stories.count))]
    let isLargest = event == GrowthMaker.largest
    let base = story[isLargest ? 0 : number % story.count]
    let variation: UInt64 = isLargest || draw(10) < 3 ? 5 : 50
    let day = made / GrowthMaker.perDay - Int(draw(3))
    let id = "growth-\(made)"
    made += 1
    return Made(read: read(base, id: id, event: event, day: day, variation), event: event)
  }

  private mutating func nextEvent() -> Int {
    let largest = GrowthMaker.largest
    if counts.count > largest, counts[largest] < most, made % 5 == 0 { return largest }
    if counts.count < 2 || draw(5) < 2 {
      counts.append(0)
      return counts.count - 1
    }
    let back = UInt64(min(counts.count, GrowthMaker.open))
    // The square makes few events large.
    let place = draw(back) * draw(back) / back
    let event = counts.count - 1 - Int(place)
    return event == largest ? event - 1 : event
  }

  private mutating func read(
    _ base: Base, id: String, event: Int, day: Int, _ variation: UInt64
  ) -> ReadReport {
    let report = base.read.report
    var seed = random
    func change(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for word in StoryWords.words(of: bytes) {
        let variant: UInt64
        if base.names.contains(word.hash) {
          variant = FeatureHash.combine(word.hash, hash(event, 1)) % 40
        } else if background.rarity(word.hash) > 2.5 {
          seed = FeatureHash.combine(seed, word.hash, 3)
          variant =
            seed >> 32 % 100 < variation
            ? 10 + seed % 5 : FeatureHash.combine(word.hash, hash(event, 2)) % 8
        } else {
          continue
        }
        GrowthMaker.turn(&bytes, word.range, Int(variant))
      }
      return bytes
    }
    func changed(_ text: String?) -> String? {
      text.map { String(decoding: change(Array($0.utf8)), as: UTF8.self) }
    }
    let text = FrozenText(utf8: change(report.text.bytes))
    random = seed &+ 0x9E37_79B9_7F4A_7C15
    func moved(_ passage: Passage) -> Passage { Passage(passage.spans, in: text) }
    let outlet = "Outlet \(hash(event, Int(seed % 900)) % 60)"
    return ReadReport(
      report: Report(
        id: ReportID(id), title: changed(report.title), outlet: outlet,
        published: PublicationTime(CalendarDate(dayNumber: 20_000 + day)), language: "en",
        sha256: report.sha256, text: text, blocks: report.blocks),
      statements: base.read.statements.enumerated().map { place, statement in
        Statement(
          id: StatementID("\(id).\(place)"), kind: statement.kind, stance: statement.stance,
          confidence: statement.confidence,
          speaker: statement.speaker.map {
            Speaker(
              passage: moved($0.passage), actor: changed($0.actor), named: $0.named)
          }, cue: statement.cue.map(moved), content: moved(statement.content))
      },
      mentions: base.read.mentions.map {
        Mention(passage: moved($0.passage), type: $0.type, actor: changed($0.actor))
      },
      dates: base.read.dates.map {
        TimeExpression(
          passage: moved($0.passage), kind: $0.kind,
          value: CalendarDate(dayNumber: 20_000 + day).iso)
      },
      analysed: true)
  }

  private static let vowels = Array("aeiouy".utf8)
  private static let consonants = Array("bcdfghjklmnpqrstvwxz".utf8)

  /// Gives a word other letters, vowels for vowels; digits and letters past ASCII stay.
  private static func turn(_ bytes: inout [UInt8], _ range: Range<Int>, _ variant: Int) {
    for place in range {
      let byte = bytes[place]
      let small = byte | 0x20
      for letters in [vowels, consonants] {
        guard let at = letters.firstIndex(of: small) else { continue }
        let letter = letters[(at + variant) % letters.count]
        bytes[place] = byte == small ? letter : letter & 0xDF
        break
      }
    }
  }

  private func hash(_ event: Int, _ kind: Int) -> UInt64 {
    FeatureHash.combine(UInt64(event), UInt64(kind))
  }

  private mutating func draw(_ below: UInt64) -> UInt64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    return FeatureHash.finish(random) % below
  }
}
