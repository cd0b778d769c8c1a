import ArgumentParser
import Sayso

/// `sayso verify`: whether the ledger still holds what was read.
struct Verify: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every stored span against its text, and every text against its digest.",
    discussion: """
      Prints what is wrong, a line for each finding; the exit status is 2 where there is one. \
      Fetched bytes that were kept are checked against their digests and read again; a text that \
      this version of Sayso reads differently is told as a note, which is no finding.

      EXAMPLES
        sayso verify
        sayso verify --ledger strike.db
      """)

  @OptionGroup var ledger: LedgerOption
  @Flag(help: "One JSON object with counts and findings (docs/verify.schema.json).")
  var json = false

  func perform() async throws -> Ending {
    let verification = try Desk(verifying: ledger.path).verify()
    var output = Output()
    var notices = Notices()
    if json {
      try output.write(ExchangeFormat.line(verification))
    } else {
      for finding in verification.findings {
        try output.write(DisplayText.oneLine("\(finding)") + "\n")
      }
      for note in verification.notes {
        try output.write("note: " + DisplayText.oneLine("\(note)") + "\n")
      }
      if verification.isSound { try output.write(sentence(verification)) }
    }
    try output.flush()
    if !verification.isSound {
      let count = verification.findings.count
      notices.problem(
        "\(ledger.path): \(count) \(count == 1 ? "thing is" : "things are") wrong; restore a copy, "
          + "or add the reports to a new ledger")
    }
    return Ending(problems: notices.problems, found: 1)
  }

  private func sentence(_ verification: Verification) -> String {
    var text =
      "\(DisplayText.oneLine(ledger.path)) is sound: \(verification.reports) reports in "
      + "\(verification.versions) versions, \(verification.statements) statements, "
      + "\(verification.spans) spans match their texts"
    if verification.snapshots > 0 {
      text +=
        ", \(verification.snapshots) snapshots match their digests, "
        + "\(verification.replayed) versions read from them again alike"
    }
    return text + "\n"
  }
}
