import Sayso
import SaysoRecords

/// A story of many reports about places and people that do not exist, made without a model, so that
/// adding them costs a test no time.
///
/// Twelve outlets, copies of one text, relays, unnamed and unknown speakers, figures that disagree,
/// actors who change their stance, and one long report that follows a whole day.
enum GreatStory {
  /// How many reports there are besides the long one.
  static let count = 110
  /// How many statements the long report has.
  static let longCount = 120

  private static let outlets = [
    "Lindmoor Herald", "Orvane Times", "The Quay", "Radio Seld", "Halden Courier", "Corvane Press",
    "Evening Post of Orvane", "The Dockyard", "Seld Today", "Northern Mail", "The Lantern",
    "Channel Nine of Lindmoor",
  ]
  private static let people = [
    "Ada Tolv", "Jor Vandt", "Mira Teldane", "Joren Vask", "Elin Corrow", "Sten Aldby",
    "Tova Brand", "Mads Ruud", "Ines Kolder", "Pell Harrow", "Runa Stave", "Otto Lindqvar",
    "Harbour Ministry", "Lindmoor Port Authority", "Dockers Union of Orvane", "Brenmark Energy",
    "Signe Marl", "Arvid Noll", "Kaia Brunt", "Leif Osmer",
  ]
  private static let contents = [
    "the north crane of Lindmoor fell on 14 dockers before noon on the first day of the strike",
    "the harbour of Lindmoor would stay closed to all ships until the inquiry had ended",
    "at least 60 dockers had been hurt when the crane came down on the eastern quay",
    "the operator had known for a year that the cables of the crane were worn",
    "the ministry had been warned twice of the state of the crane and had done nothing",
    "the inspectors would open every crane of the harbour in the coming week",
    "the strike of the dockers would end as soon as the files of the inquiry were opened",
    "Brenmark Energy paid 2.5 million crowns to the families of those who were hurt",
    "the alarm of the terminal had been switched off by hand on the evening before",
    "the minister would step down if the inquiry found that the warnings had reached him",
    "40 ships were waiting outside the harbour and some of them had turned to Seld",
    "the fuel that leaked from the terminal had reached the beach of Ostrey",
    "the union had refused an offer of the operator without showing it to its members",
    "the mayor of Lindmoor had asked the army to clear the eastern quay of the wreck",
    "the port authority had kept a second book about the hours of the crane drivers",
    "prices of bread in Orvane had risen by a tenth since the harbour was closed",
    "the video of the fall that was shown on Tuesday had been cut by somebody",
    "divers had found the missing hook of the crane at the bottom of the basin",
  ]
  private static let cues: [(words: String, stance: Stance)] = [
    ("said", .asserts), ("said", .asserts), ("denied", .denies), ("confirmed", .confirms),
    ("said", .asserts), ("warned", .warns), ("doubted", .doubts),
  ]
  private static let relays = ["the Seld News Agency", "state radio", "a memo of the ministry"]

  /// The reports.
  static var reads: [ReadReport] {
    var reads: [ReadReport] = []
    for number in 0..<count {
      // Every ninth runs the text of the one before.
      let told = number % 9 == 8 ? number - 1 : number
      reads.append(read(number, statements: (0..<6).map { told * 5 + $0 * 7 + $0 * told }))
    }
    reads.append(read(count, statements: Array(0..<longCount)))
    return reads
  }

  private static func read(_ number: Int, statements: [Int]) -> ReadReport {
    var draft = Draft()
    for seed in statements { draft.add(seed) }
    draft.addFiller(statements[0])
    let text = FrozenText(draft.text)
    let day = 1 + number * 28 / (count + 1)
    return ReadReport(
      report: Report(
        id: ReportID("report-\(number)"),
        title: "Harbour of Lindmoor, day \(day): crane, strike and inquiry, report \(number)",
        url:
          "https://outlet\(number % outlets.count).example/2031/03/harbour-of-lindmoor-\(number)",
        outlet: outlets[(number * 5) % outlets.count], agency: nil, byline: "By Ann Noun",
        published: CalendarDate(iso: "2031-03-\(day < 10 ? "0" : "")\(day)").map {
          PublicationTime($0, timeSuffix: "T09:30:00Z")
        },
        language: "en", sha256: SHA256Digest(hex: String(repeating: "0", count: 64)), text: text,
        blocks: draft.blocks),
      statements: draft.parts.enumerated().map { place, part in
        part.statement("report-\(number).\(place + 1)", in: text)
      },
      mentions: draft.mentions.map { span, name in
        Mention(passage: Passage([span], in: text), type: .person, actor: name)
      },
      figures: draft.figures.map { span, value in
        Figure(
          passage: Passage([span], in: text), low: value, high: value, bound: .exactly,
          unit: "person", counts: "dockers")
      }, analysed: true)
  }

  /// A text that grows by one statement after another.
  private struct Draft {
    struct Part {
      let stance: Stance
      let speaker: TextSpan?
      let actor: String?
      let isNamed: Bool
      let cue: TextSpan?
      let content: TextSpan
      let relay: (span: TextSpan, name: String)?

      func statement(_ id: String, in text: FrozenText) -> Statement {
        Statement(
          id: StatementID(id), kind: .indirect, stance: stance, confidence: Confidence(0.9),
          speaker: speaker.map {
            Speaker(passage: Passage([$0], in: text), actor: actor, named: isNamed)
          }, cue: cue.map { Passage([$0], in: text) }, content: Passage([content], in: text),
          chain: relay.map { [Relay(passage: Passage([$0.span], in: text), actor: $0.name)] } ?? [])
      }
    }

    var text = ""
    var parts: [Part] = []
    var blocks: [TextBlock] = []
    var mentions: [(TextSpan, String)] = []
    var figures: [(TextSpan, Double)] = []

    private mutating func put(_ words: String) -> TextSpan {
      let start = text.utf8.count
      text += words
      return TextSpan(start, text.utf8.count)
    }

    /// A paragraph that no other report has, so that reports with the same claims are no copies.
    mutating func addFiller(_ seed: Int) {
      let syllables = ["ma", "lo", "ri", "ten", "su", "vek", "na", "dor", "pi", "hal", "os", "gri"]
      var number = UInt64(seed) &* 2_654_435_761 &+ 12_345
      _ = put("\n\n")
      let start = text.utf8.count
      for place in 0..<120 {
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pair = Int(number >> 33) % 144
        _ = put((place == 0 ? "" : " ") + syllables[pair / 12] + syllables[pair % 12])
        if place % 3 == 1 { _ = put(syllables[Int(number >> 50) % 12]) }
      }
      _ = put(".")
      blocks.append(TextBlock(.paragraph, TextSpan(start, text.utf8.count)))
    }

    mutating func add(_ seed: Int) {
      if !text.isEmpty { _ = put("\n\n") }
      let start = text.utf8.count
      let cue = cues[(seed / 3) % cues.count]
      var speaker: TextSpan?
      var actor: String?
      var isNamed = false
      var cueSpan: TextSpan?
      switch seed % 11 {
      case 7:
        speaker = put("A senior official of the ministry")
        actor = "a senior official of the ministry"
      case 9: break
      default:
        let name = people[(seed * 3 + seed / 7) % people.count]
        let span = put(name)
        mentions.append((span, name))
        (speaker, actor, isNamed) = (span, name, true)
      }
      if speaker == nil {
        cueSpan = put("Reportedly")
        _ = put(", ")
      } else {
        _ = put(" ")
        cueSpan = put(cue.words)
        _ = put(" on the quay that ")
      }
      let words = contents[(seed * seed + seed / 5) % contents.count]
      let content = put(words)
      if words.hasPrefix("at least 60") {
        let span = TextSpan(content.start, content.start + "at least 60 dockers".utf8.count)
        figures.append((span, 60))
      }
      var relay: (TextSpan, String)?
      if seed % 4 == 1 {
        let name = relays[seed % relays.count]
        _ = put(", ")
        relay = (put(name), name)
        _ = put(" reported")
      }
      _ = put(".")
      blocks.append(TextBlock(.paragraph, TextSpan(start, text.utf8.count)))
      parts.append(
        Part(
          stance: speaker == nil ? .asserts : cue.stance, speaker: speaker, actor: actor,
          isNamed: isNamed, cue: cueSpan, content: content, relay: relay))
    }
  }
}
