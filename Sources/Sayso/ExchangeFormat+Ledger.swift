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
  public static func line(_ actor: ActorSummary) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("actor")
      json.value(actor.name)
      json.name("type")
      json.value(actor.type?.rawValue)
      json.name("statements")
      json.value(actor.statements)
      json.name("reports")
      json.value(actor.reports)
      json.name("first")
      json.value(actor.first?.iso)
      json.name("last")
      json.value(actor.last?.iso)
      json.name("stances")
      json.object { json in
        for stance in Stance.allCases {
          guard let count = actor.stances[stance] else { continue }
          json.name(stance)
          json.value(count)
        }
      }
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
