internal import SaysoRecords

/// The addresses of the pages; they stay the same for good.
enum Address {
  static func story(_ id: String) -> String { "/stories/" + FormValues.encoded(id) }
  static func claim(_ id: ClaimID) -> String { "/claims/" + FormValues.encoded(id.text) }
  static func claim(_ id: ClaimID, in story: String) -> String {
    Address.story(story) + "/claims/" + FormValues.encoded(id.text)
  }
  static func statement(_ id: StatementID) -> String {
    "/statements/" + FormValues.encoded(id.text)
  }
  static func report(_ id: ReportID) -> String { "/reports/" + FormValues.encoded(id.text) }
  /// The place of a statement in its report.
  static func mark(_ id: StatementID, in report: ReportID) -> String {
    Address.report(report) + "#s-" + FormValues.encoded(id.text)
  }
  static func actor(_ name: String, in story: String) -> String {
    Address.story(story) + "/actors/" + FormValues.encoded(name)
  }
  static func actor(_ name: String) -> String { "/actors/" + FormValues.encoded(name) }
  static func search(_ pairs: [(String, String)]) -> String {
    let query = pairs.map { FormValues.encoded($0.0) + "=" + FormValues.encoded($0.1) }
    return "/search" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}
