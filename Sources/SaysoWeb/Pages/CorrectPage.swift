internal import HTTPTypes
internal import Sayso
internal import SaysoLedger
internal import SaysoRecords

/// Putting statements and actors right, and taking that back.
extension Site {
  private static let correctionsOnAPage = 50
  /// Names of a report that are offered as its speakers.
  private static let mostNames = 200

  private func writing() throws -> Desk {
    guard options.isEditing else {
      throw PageProblem(
        .forbidden, "These pages are to read only.",
        remedy: "Start them with `sayso serve --edit` to correct statements.")
    }
    return try Desk(addingTo: options.ledger)
  }

  /// What a page needs to offer corrections of a statement.
  func choices(for statement: Statement, in read: ReadReport, _ view: StoryView?) -> Fields {
    var names: [String] = []
    for mention in read.mentions where !names.contains(mention.passage.text) {
      names.append(mention.passage.text)
      if names.count == Site.mostNames { break }
    }
    let claims = view?.brief.claims.filter { !$0.statements.contains(statement.id) }.prefix(60)
    return [
      "stances": Stance.allCases.map {
        ["stance": $0.rawValue, "isChosen": $0 == statement.stance] as Fields
      },
      "speakerWords": statement.speaker?.passage.text ?? "",
      "contentWords": statement.content.text, "names": names.map { ["name": $0] as Fields },
      "otherClaims": claims?.map {
        ["statement": $0.worded.text, "wording": String($0.wording.prefix(120))] as Fields
      } ?? [],
      "hasOtherClaims": !(claims?.isEmpty ?? true),
    ]
  }

  /// A correction of a statement from its form.
  func correct(_ request: PageRequest, _ form: SentForm) throws -> PageAnswer {
    let desk = try writing()
    let id = request.parameters["statement"] ?? ""
    let action: Correction.Action
    switch form.text["what"] {
    case "stance":
      guard let stance = form.text["stance"].flatMap({ Stance(rawValue: $0) }) else {
        throw PageProblem(.badRequest, "No stance was chosen.", remedy: "Go back and choose one.")
      }
      action = .stance(stance)
    case "speaker":
      guard let words = form.text["speaker"] else {
        throw PageProblem(
          .badRequest, "No speaker was named.",
          remedy: "Go back and write the speaker in words of the report.")
      }
      action = .speaker(.text(words))
    case "unknown": action = .speakerUnknown
    case "content":
      guard let words = form.text["content"] else {
        throw PageProblem(
          .badRequest, "No words were given.",
          remedy: "Go back and write what was said in exact words of the report.")
      }
      action = .content(.text(words))
    case "dismiss": action = .dismiss
    case "apart": action = .apart
    case "align":
      guard let other = form.text["with"] else {
        throw PageProblem(.badRequest, "No claim was chosen.", remedy: "Go back and choose one.")
      }
      action = .align(with: other)
    default:
      throw PageProblem(
        .badRequest, "It was not said what is to be corrected.", remedy: "Go back and choose.")
    }
    let by = form.text["by"] ?? ""
    let kept = try Site.asked {
      try desk.correct(Correction(id, action), by: by, now: options.now())
    }
    let isThere = try desk.ledger.report(of: StatementID(id)) != nil
    var answer = PageAnswer.redirect(
      to: isThere ? Address.statement(StatementID(id)) : Address.report(kept.place.report))
    answer.headers.append(Site.remember(by))
    return answer
  }

  /// A decision about actors from its form.
  func decide(_ request: PageRequest, _ form: SentForm) throws -> PageAnswer {
    let desk = try writing()
    let name = form.text["name"] ?? ""
    let action: KeptActorDecision.Action
    switch (form.text["what"], form.text["other"]) {
    case ("merge", let other?): action = .merge(name, other)
    case ("rename", let other?): action = .rename(name, to: other)
    case ("split", _): action = .split(form.text["other"] ?? name, report: nil)
    default:
      throw PageProblem(
        .badRequest, "No other name was given.", remedy: "Go back and write one.")
    }
    _ = try Site.asked { try desk.decide(action, now: options.now()) }
    return .redirect(to: "/corrections")
  }

  /// Takes a correction or a decision back.
  func undo(_ request: PageRequest, _ form: SentForm) throws -> PageAnswer {
    let desk = try writing()
    guard let number = form.text["number"].flatMap({ Int($0) }) else {
      throw PageProblem(.badRequest, "No number was given.", remedy: "Go back and choose one.")
    }
    if form.text["what"] == "decision" {
      _ = try Site.asked { try desk.ledger.takeBackActorDecision(number) }
    } else {
      _ = try Site.asked { try desk.withdraw(correction: number, now: options.now()) }
    }
    return .redirect(to: "/corrections")
  }

  /// What people put right, the newest first.
  func corrections(_ request: PageRequest) throws -> PageAnswer {
    let size = Site.correctionsOnAPage
    let start = (request.page - 1) * size
    let kept = try desk.corrections().reversed().dropFirst(start)
    let unmet = try desk.unmetCorrections()
    let decisions = try desk.ledger.actorDecisions().reversed().dropFirst(start)
    return page(
      "corrections", title: "Corrections", request,
      [
        "pager": Fields.pager(request, hasMore: max(kept.count, decisions.count) > size),
        "corrections": try kept.prefix(size).map { correction in
          [
            "number": correction.number, "what": Site.words(of: correction.action),
            "content": correction.place.content.text, "made": correction.made,
            "by": correction.by, "hasBy": !correction.by.isEmpty,
            "isWithdrawn": correction.withdrawn != nil, "withdrawn": correction.withdrawn ?? "",
            "isUnmet": unmet.contains(correction.number),
            "isAcross": try desk.joinsAcrossStories(correction),
            "mayUndo": options.isEditing && correction.withdrawn == nil,
            "href": Address.statement(correction.place.statement),
            "report": Address.report(correction.place.report),
          ] as Fields
        },
        "hasCorrections": !kept.isEmpty,
        "decisions": decisions.prefix(size).map { decision in
          [
            "number": decision.number, "what": Site.words(of: decision.action),
            "made": decision.decided, "mayUndo": options.isEditing,
          ] as Fields
        },
        "hasDecisions": !decisions.isEmpty,
      ])
  }

  /// The corrected statements as gold, one JSON object a line for each report.
  func gold(_ request: PageRequest) throws -> PageAnswer {
    var bytes: [UInt8] = []
    try desk.correctedReports { bytes += ExchangeFormat.line($0) }
    return PageAnswer(
      bytes, type: "application/jsonl; charset=utf-8",
      headers: [("content-disposition", "attachment; filename=\"sayso-gold.jsonl\"")])
  }

  /// Runs what a reader asked for; what cannot be done is a page that says why.
  private static func asked<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as CorrectionError {
      throw PageProblem(.badRequest, sentence(error.problem), remedy: sentence(error.remedy))
    } catch let error as ActorError {
      throw PageProblem(.badRequest, sentence(error.problem), remedy: sentence(error.remedy))
    }
  }

  private static func sentence(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst() + "."
  }

  /// Keeps who corrects, so that the name need be written once.
  private static func remember(_ name: String) -> (String, String) {
    (
      "set-cookie",
      "sayso-by=\(FormValues.encoded(name)); Max-Age=31536000; SameSite=Strict; HttpOnly; Path=/"
    )
  }

  static func words(of action: KeptCorrection.Action) -> String {
    switch action {
    case .stance(let stance): "stance is \(stance.rawValue)"
    case .speaker(.words(let words)): "speaker is “\(words.text)”"
    case .speaker(.name(let name)): "speaker is \(name)"
    case .speaker(.unknown): "speaker is not known"
    case .content(let words): "what was said is “\(words.text)”"
    case .dismiss: "no statement"
    case .align(let other): "same claim as “\(other.content.text)”"
    case .apart: "a claim of its own"
    }
  }

  private static func words(of action: KeptActorDecision.Action) -> String {
    switch action {
    case .merge(let a, let b): "“\(a)” and “\(b)” are one actor"
    case .split(let name, _): "“\(name)” is an actor apart"
    case .rename(let name, let other): "“\(name)” is shown as “\(other)”"
    }
  }
}
