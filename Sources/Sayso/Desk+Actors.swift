public import SaysoLedger
internal import SaysoRecords
internal import SaysoStories

extension Desk {
  /// Every actor that speaks, once for all reports: those with most statements first, then by name.
  ///
  /// What a group says together counts for each of its actors. Unnamed speakers are not in it.
  public func actors() throws -> [ActorEntry] {
    let reads = try readReports()
    return ActorEntry.all(in: reads, ActorNames(reads, decisions: try ledger.actorDecisions()))
  }

  /// The names by which reports call the actor that a person means by `name`, and nobody else; none
  /// where no actor has that name.
  public func names(of name: String) throws -> [String] {
    let records = try directory().records
    guard let own = records.first(where: { ActorLookup.has($0, name) }) else { return [] }
    let others = Set(records.filter { $0.id != own.id }.flatMap(\.members).map(\.name))
    return Set(own.members.map(\.name)).subtracting(others).sorted()
  }

  /// Keeps a decision about actors; it holds from now on, for later reports too.
  ///
  /// - Parameter now: the time of deciding, ISO 8601.
  /// - Throws: ``ActorError`` where the ledger's reports have no such name.
  public func decide(
    _ action: KeptActorDecision.Action, now: String
  ) throws -> KeptActorDecision {
    let records = try directory().records
    func known(_ name: String, in report: ReportID? = nil) throws -> String {
      try ActorLookup.name(name, in: report, records, place: ledger.path)
    }
    switch action {
    case .merge(let a, let b):
      return try ledger.keep(.merge(known(a), known(b)), now: now)
    case .split(let name, let words):
      var report: ReportID?
      if let words {
        let found = try ledger.reports(named: words.text)
        guard found.count == 1 else {
          throw ActorError(
            problem: found.isEmpty
              ? "the ledger holds no such report" : "several reports have ids that begin so",
            place: ledger.path + ": " + words.text, remedy: "name the report by its whole id")
        }
        report = found[0]
      }
      return try ledger.keep(.split(known(name, in: report), report: report), now: now)
    case .rename(let name, let other):
      return try ledger.keep(.rename(known(name), to: other), now: now)
    }
  }

  private func directory() throws -> ActorDirectory {
    ActorNames(try readReports(), decisions: try ledger.actorDecisions()).directory
  }

  private func readReports() throws -> [ReadReport] {
    try ledger.reports().compactMap { try ledger.readReport($0.id) }
  }
}

/// What an actor says, counted.
struct Tally {
  var statements = 0
  var reports: Set<ReportID> = []
  var days: [CalendarDate] = []
  var stances: [Stance: Int] = [:]

  mutating func add(_ statement: Statement, in read: ReadReport) {
    statements += 1
    reports.insert(read.report.id)
    stances[statement.stance, default: 0] += 1
    let said = statement.said.flatMap { CalendarDate(iso: $0.prefix(10)) }
    if let day = said ?? read.report.published?.date { days.append(day) }
  }
}

extension ActorEntry {
  /// Every named actor that speaks in `reads`: those with most statements first, then by name.
  static func all(in reads: [ReadReport], _ names: ActorNames) -> [ActorEntry] {
    var tallies: [ActorID: Tally] = [:]
    for read in reads {
      for statement in read.statements {
        guard let speaker = statement.speaker else { continue }
        let own = speaker.members.isEmpty ? [speaker.actor].compactMap { $0 } : speaker.members
        for record in Set(own.compactMap { names.directory.record(of: $0, in: read.report.id) })
        where record.kind != .unnamed {
          tallies[record.id, default: Tally()].add(statement, in: read)
        }
      }
    }
    var types: [ActorID: [NameType: Int]] = [:]
    for read in reads {
      for mention in read.mentions {
        let name = mention.actor ?? mention.passage.text
        guard let record = names.directory.record(of: name, in: read.report.id) else { continue }
        types[record.id, default: [:]][mention.type, default: 0] += 1
      }
    }
    return names.directory.records.compactMap { record in
      tallies[record.id].map { ActorEntry(record, $0, types: types[record.id] ?? [:]) }
    }.sorted { ($1.statements, $0.name, $0.id) < ($0.statements, $1.name, $1.id) }
  }

  init(_ record: ActorRecord, _ tally: Tally, types: [NameType: Int]) {
    let top = types.values.max() ?? 0
    self.init(
      id: record.id.text, name: record.name, kind: record.kind.rawValue,
      type: NameType.allCases.first { top > 0 && types[$0] == top },
      aliases: record.aliases.map { Alias(text: $0.words, count: $0.count) },
      offices: record.offices.map {
        Office(text: $0.words, role: $0.role, isFormer: $0.isFormer, first: $0.first, last: $0.last)
      },
      statements: tally.statements, reports: tally.reports.count,
      first: tally.days.min { $0.dayNumber < $1.dayNumber },
      last: tally.days.max { $0.dayNumber < $1.dayNumber }, stances: tally.stances,
      evidence: record.evidence.map {
        Evidence(first: $0.first, second: $0.second, rule: $0.rule.rawValue, words: $0.words)
      }, isDoubtful: record.isDoubtful)
  }
}
