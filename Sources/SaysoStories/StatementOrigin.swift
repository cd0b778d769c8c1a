package import SaysoRecords

/// Where a statement came from, for counting the origins of a claim.
package enum StatementOrigin: Sendable, Hashable {
  /// A text that is held, named by the earliest report of its group.
  case report(ReportID)
  /// An outlet's report that is not held, by the outlet's name in lower case and without "the".
  case cited(String)
}

extension CopyGroups {
  /// The origin of a statement in a report that has it from an outlet, as its source chain says ("the
  /// Daily Post reported"); from nobody: nil.
  ///
  /// What reaches us only through another outlet's report has that report's origin: of the reports of
  /// that outlet, or that credit it as their agency, the last one that is not later than the report;
  /// else the earliest. Where none is held, all that cite the outlet share one origin. An outlet that
  /// cites itself is its own origin. Nil where the report is not among the groups.
  package func origin(of id: ReportID, from outlet: String?) -> StatementOrigin? {
    guard let group = group(of: id) else { return nil }
    let own = group.members.first { $0.report.id == id }?.report
    let name = outlet.map(CopyGroups.folded)
    guard let name, !name.isEmpty, let own, own.outlet.map(CopyGroups.folded) != name else {
      return .report(group.earliest.id)
    }
    let theirs = publishers[name] ?? []
    let moment = PublicationMoment(own.published)
    let before = theirs.last { PublicationMoment($0.published) <= moment && $0.id != id }
    guard let source = before ?? theirs.first, let sourceGroup = self.group(of: source.id) else {
      return .cited(name)
    }
    return .report(sourceGroup.earliest.id)
  }

  /// Whether one of the reports was published by, or credits as its agency, who is so named.
  package func isPublisher(_ name: String) -> Bool { publishers[CopyGroups.folded(name)] != nil }

  /// A name in lower case, without punctuation and a leading "the".
  static func folded(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return (words.count > 1 && words[0] == "the" ? words.dropFirst() : words[...])
      .joined(separator: " ")
  }
}
