public import SaysoLedger
public import SaysoRecords

/// What the ledger answers, in the words of the exchange format.
extension ExchangeFormat {
  /// A statement with the report that it stands in: one line of `sayso statements --json`.
  ///
  /// - Parameter text: the report's text, whose code points the spans count.
  public static func line(_ found: FoundStatement, text: FrozenText) -> [UInt8] {
    let points = CodePoints(of: found.statement.passages, in: text)
    var json = JSONWriter()
    json.object { json in
      members(of: found.statement, points, &json)
      json.name("report")
      json.object { json in
        json.name("id")
        json.value(found.report.text)
        json.name("version")
        json.value(found.version)
        json.name("title")
        json.value(found.title)
        json.name("url")
        json.value(found.url)
        json.name("outlet")
        json.value(found.outlet)
        json.name("published")
        json.value(found.published?.iso)
      }
    }
    json.endLine()
    return json.bytes
  }

  /// An actor with what it says: one line of `sayso actors --json`.
  public static func line(_ actor: ActorEntry) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("actor")
      json.value(actor.name)
      json.name("id")
      json.value(actor.id)
      json.name("kind")
      json.value(actor.kind)
      json.name("type")
      json.value(actor.type?.rawValue)
      json.name("aliases")
      json.array(actor.aliases) { json, alias in
        json.object { json in
          json.name("text")
          json.value(alias.text)
          json.name("count")
          json.value(alias.count)
        }
      }
      json.name("offices")
      json.array(actor.offices) { json, office in
        json.object { json in
          json.name("text")
          json.value(office.text)
          json.name("role")
          json.value(office.role)
          json.name("former")
          json.value(office.isFormer)
          days(office.first, office.last, &json)
        }
      }
      json.name("statements")
      json.value(actor.statements)
      json.name("reports")
      json.value(actor.reports)
      days(actor.first, actor.last, &json)
      json.name("stances")
      json.object { json in
        for stance in Stance.allCases {
          guard let count = actor.stances[stance] else { continue }
          json.name(stance)
          json.value(count)
        }
      }
      json.name("doubtful")
      json.value(actor.isDoubtful)
      json.name("evidence")
      json.array(actor.evidence) { json, evidence in
        json.object { json in
          json.name("first")
          json.value(evidence.first)
          json.name("second")
          json.value(evidence.second)
          json.name("rule")
          json.value(evidence.rule)
          json.name("words")
          json.value(evidence.words)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func days(
    _ first: CalendarDate?, _ last: CalendarDate?, _ json: inout JSONWriter
  ) {
    json.name("first")
    json.value(first?.iso)
    json.name("last")
    json.value(last?.iso)
  }

  /// A decision about actors: one line of `sayso actors decisions --json`.
  public static func line(_ decision: KeptActorDecision) -> [UInt8] {
    let (action, name, other, report): (String, String, String?, String?) =
      switch decision.action {
      case .merge(let a, let b): ("merge", a, b, nil)
      case .split(let name, let report): ("split", name, nil, report?.text)
      case .rename(let name, let other): ("rename", name, other, nil)
      }
    var json = JSONWriter()
    json.object { json in
      json.name("number")
      json.value(decision.number)
      json.name("action")
      json.value(action)
      json.name("name")
      json.value(name)
      json.name("other")
      json.value(other)
      json.name("report")
      json.value(report)
      json.name("decided")
      json.value(decision.decided)
    }
    json.endLine()
    return json.bytes
  }

  /// What became of a report that was added: one line of `sayso add --json`.
  public static func line(_ read: ReadReport, _ addition: Addition, file: String) -> [UInt8] {
    let (result, version): (String, Int?) =
      switch addition {
      case .added: ("added", nil)
      case .unchanged: ("unchanged", nil)
      case .newVersion(let number): ("new version", number)
      case .newAnalysis(let number): ("new analysis", number)
      }
    var json = JSONWriter()
    json.object { json in
      json.name("file")
      json.value(file)
      metadata(read.report, &json)
      json.name("result")
      json.value(result)
      json.name("number")
      if let version { json.value(version) } else { json.null() }
      json.name("statements")
      json.value(read.statements.count)
      json.name("analysed")
      json.value(read.analysed)
    }
    json.endLine()
    return json.bytes
  }

  /// What `verify` found: the one line of `sayso verify --json`.
  public static func line(_ verification: Verification) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("sound")
      json.value(verification.isSound)
      json.name("reports")
      json.value(verification.reports)
      json.name("versions")
      json.value(verification.versions)
      json.name("statements")
      json.value(verification.statements)
      json.name("spans")
      json.value(verification.spans)
      json.name("snapshots")
      json.value(verification.snapshots)
      json.name("replayed")
      json.value(verification.replayed)
      json.name("searchChecked")
      json.value(verification.searchChecked)
      json.name("findings")
      json.array(verification.findings) { self.finding($1, &$0) }
      json.name("notes")
      json.array(verification.notes) { self.finding($1, &$0) }
    }
    json.endLine()
    return json.bytes
  }

  private static func finding(_ finding: Verification.Finding, _ json: inout JSONWriter) {
    json.object { json in
      json.name("place")
      json.value(finding.place)
      json.name("problem")
      json.value(finding.problem)
    }
  }
}
