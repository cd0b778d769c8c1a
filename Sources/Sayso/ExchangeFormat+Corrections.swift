public import SaysoLedger
internal import SaysoRecords

/// Corrections in the words of the exchange format, and as gold.
extension ExchangeFormat {
  /// A correction: one line of `sayso correct --list --json`.
  ///
  /// - Parameter applies: whether it stands and its statement is found.
  public static func line(_ correction: KeptCorrection, applies: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("number")
      json.value(correction.number)
      json.name("kind")
      json.value(correction.action.kind)
      place(correction.place, &json)
      details(of: correction.action, &json)
      json.name("by")
      json.value(correction.by)
      json.name("made")
      json.value(correction.made)
      json.name("withdrawn")
      json.value(correction.withdrawn)
      json.name("applies")
      json.value(applies)
    }
    json.endLine()
    return json.bytes
  }

  private static func place(_ place: KeptCorrection.Place, _ json: inout JSONWriter) {
    json.name("report")
    json.value(place.report.text)
    json.name("statement")
    json.value(place.statement.text)
    json.name("words")
    json.value(place.content.text)
  }

  private static func details(of action: KeptCorrection.Action, _ json: inout JSONWriter) {
    switch action {
    case .stance(let stance):
      json.name("stance")
      json.value(stance.rawValue)
    case .speaker(let speaker):
      json.name("speaker")
      switch speaker {
      case .words(let words): json.value(words.text)
      case .name(let name): json.value(name)
      case .unknown: json.null()
      }
    case .content(let words):
      json.name("content")
      json.value(words.text)
    case .align(let other):
      json.name("with")
      json.object { place(other, &$0) }
    case .dismiss, .apart: break
    }
  }

  /// A report that people put right: one line of `sayso correct --export`, in the shape of
  /// Evaluation/gold as far as people decided.
  public static func line(_ corrected: CorrectedReport) -> [UInt8] {
    let report = corrected.read.report
    let actors = GoldActors(corrected)
    let points = CodePoints(
      of: (corrected.statements + corrected.dismissed).flatMap(\.passages)
        + corrected.read.mentions.map(\.passage), in: report.text)
    var json = JSONWriter()
    json.object { json in
      json.name("id")
      json.value(report.id.text)
      json.name("title")
      json.value(report.title)
      json.name("published")
      json.value(report.published?.iso)
      json.name("sha256")
      json.value(report.text.digest.hex)
      json.name("actors")
      json.object { json in
        for actor in actors.all {
          json.name(of: actor.id)
          json.object { json in
            json.name("spans")
            json.array(actor.spans) { span($1, points, &$0) }
            json.name("forms")
            json.array(actor.forms) { $0.value($1) }
            json.name("named")
            json.value(actor.named)
            if !actor.members.isEmpty {
              json.name("members")
              json.array(actor.members) { $0.value($1) }
            }
          }
        }
      }
      json.name("statements")
      json.array(corrected.statements) { gold($1, actors, points, &$0) }
      json.name("dismissed")
      json.array(corrected.dismissed) { json, statement in
        json.object { json in
          json.name("id")
          json.value(statement.id.text)
          json.name("content")
          spans(statement.content, points, &json)
        }
      }
      json.name("aligned")
      json.array(corrected.aligned) { json, pair in
        json.object { json in
          json.name("id")
          json.value(pair.statement.text)
          json.name("with")
          json.object { place(pair.other, &$0) }
        }
      }
      json.name("apart")
      json.array(corrected.apart) { $0.value($1.text) }
    }
    json.endLine()
    return json.bytes
  }

  private static func gold(
    _ statement: Statement, _ actors: GoldActors, _ points: CodePoints, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.name("id")
      json.value(statement.id.text)
      json.name("speaker")
      spans(statement.speaker?.passage, points, &json)
      json.name("actor")
      json.value(statement.speaker.flatMap(actors.id))
      json.name("cue")
      spans(statement.cue, points, &json)
      json.name("content")
      spans(statement.content, points, &json)
      json.name("stance")
      json.value(statement.stance.rawValue)
      json.name("chain")
      json.array(statement.chain) { json, relay in
        json.object { json in
          json.name("spans")
          spans(relay.passage, points, &json)
          json.name("actor")
          json.value(relay.actor.flatMap(actors.id))
        }
      }
      json.name("said")
      json.value(statement.said)
      json.name("holds")
      json.value(statement.holds)
      self.corrected(statement.corrected, &json)
    }
  }

  private static func spans(_ passage: Passage?, _ points: CodePoints, _ json: inout JSONWriter) {
    guard let passage else { return json.null() }
    json.array(passage.spans) { span($1, points, &$0) }
  }
}

extension KeptCorrection.Action {
  /// What is put right, in one word.
  public var kind: String {
    switch self {
    case .stance: "stance"
    case .speaker: "speaker"
    case .content: "content"
    case .dismiss: "dismiss"
    case .align: "align"
    case .apart: "apart"
    }
  }
}

/// Who speaks and relays in the statements that people put right, under short ids.
private struct GoldActors {
  struct Actor {
    let id: String
    let spans: [TextSpan]
    let forms: [String]
    let named: Bool
    let members: [String]
  }

  private(set) var all: [Actor] = []
  private var ids: [[UInt8]: String] = [:]
  private var groups: [Passage: String] = [:]

  init(_ corrected: CorrectedReport) {
    for statement in corrected.statements {
      if let speaker = statement.speaker {
        for member in speaker.members { add(member, named: true, nil, in: corrected) }
        if let actor = speaker.actor {
          add(actor, named: speaker.named, speaker.passage, in: corrected)
        } else if !speaker.members.isEmpty, groups[speaker.passage] == nil {
          let id = nextID
          groups[speaker.passage] = id
          all.append(
            Actor(
              id: id, spans: speaker.passage.spans, forms: [], named: speaker.named,
              members: speaker.members.compactMap(self.id)))
        }
      }
      for relay in statement.chain {
        if let actor = relay.actor { add(actor, named: true, relay.passage, in: corrected) }
      }
    }
  }

  func id(_ name: String) -> String? { ids[Array(name.utf8)] }

  func id(_ speaker: Speaker) -> String? {
    speaker.actor.map(id) ?? groups[speaker.passage]
  }

  private var nextID: String { "a\(all.count + 1)" }

  /// The places of an actor's names, the longest first; its name apart where it stands at none.
  private mutating func add(
    _ name: String, named: Bool, _ words: Passage?, in corrected: CorrectedReport
  ) {
    guard id(name) == nil else { return }
    let names = corrected.read.mentions.filter { ($0.actor ?? $0.passage.text) == name }.map(\.span)
    let spans = (names.isEmpty ? words?.spans ?? [] : names)
      .sorted { ($1.length, $0.start) < ($0.length, $1.start) }
    let text = corrected.read.report.text
    let isThere = spans.contains { text.words($0).utf8.elementsEqual(name.utf8) }
    let id = nextID
    ids[Array(name.utf8)] = id
    all.append(
      Actor(id: id, spans: spans, forms: isThere ? [] : [name], named: named, members: []))
  }
}
