internal import Sayso
internal import SaysoRecords

/// A story as notes that link to each other: the brief, its reports, its claims, its actors.
///
/// Links are CommonMark's, relative, and lead to block marks (`#^…`) as Obsidian reads them; other programs
/// open the note.
struct MarkdownVault {
  private let material: StoryMaterial
  private let reportNames: [ReportID: String]
  private let claimNames: [ClaimID: String]
  private let actorNames: [String: String]

  init(_ material: StoryMaterial) {
    self.material = material
    reportNames = Dictionary(
      material.reads.map { read in
        let report = read.report
        let words = [report.published?.date.iso, report.title ?? report.outlet]
        return (
          report.id,
          FileName.of(words.compactMap { $0 }.joined(separator: " "), id: report.id.text)
        )
      }, uniquingKeysWith: { first, _ in first })
    claimNames = Dictionary(
      material.brief.claims.map { ($0.id, FileName.of($0.wording, id: $0.id.text)) },
      uniquingKeysWith: { first, _ in first })
    actorNames = Dictionary(
      material.cast.actors.map { ($0.id, FileName.of($0.name, id: $0.id)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The notes, by path.
  var files: [Export.File] {
    var files = [note("brief", brief)]
    for read in material.reads {
      files.append(note("reports/" + (reportNames[read.report.id] ?? ""), report(read)))
    }
    for claim in material.brief.claims {
      files.append(note("claims/" + (claimNames[claim.id] ?? ""), self.claim(claim)))
    }
    for actor in material.cast.actors {
      files.append(note("actors/" + (actorNames[actor.id] ?? ""), self.actor(actor)))
    }
    files.sort { $0.path < $1.path }
    let list = files.map { $0.path + "\n" }.joined()
    return [Export.File(path: Export.folderMark, bytes: Array(list.utf8))] + files
  }

  private func note(_ path: String, _ text: String) -> Export.File {
    Export.File(path: path + ".md", bytes: Array(text.utf8))
  }

  // MARK: - Notes

  private var brief: String {
    let story = material.story
    let sheet = BriefSheet(material.brief)
    var front = FrontMatter()
    front.add("title", story.name)
    front.add("story", story.id)
    front.add("first", day: story.first?.iso)
    front.add("last", day: story.last?.iso)
    front.add("reports", story.reports.count)
    front.add("origins", story.origins)
    front.add("outlets", story.outlets)
    front.add("exported", material.now)
    front.add("tags", ["sayso/story"])
    var text = front.text + "\n# \(MarkdownText.line(sheet.title))\n\n"
    text += MarkdownText.line(sheet.facts) + "\n"
    for section in sheet.sections {
      text += "\n## \(section.title)\n\n"
      for entry in section.entries {
        let words = MarkdownText.line(entry.isQuoted ? BriefSheet.quoted(entry.text) : entry.text)
        let link = entry.claim.flatMap { claimNames[$0] }.map { "claims/\($0).md" }
        text += "- " + (link.map { "[\(words)](\($0))" } ?? words) + "\n"
        if let facts = entry.facts { text += "  - \(MarkdownText.line(facts))\n" }
        for line in entry.lines {
          text += "  - \(MarkdownText.line(line.text))\n"
          for id in line.statements { text += "    - \(quotation(id, from: ""))\n" }
        }
        for id in entry.statements { text += "  - \(quotation(id, from: ""))\n" }
      }
    }
    text += "\n## Reports\n\n"
    for read in material.reads { text += "- \(link(to: read.report, from: ""))\n" }
    return text
  }

  private func report(_ read: ReadReport) -> String {
    let report = read.report
    var front = FrontMatter()
    front.add("title", report.title)
    front.add("report", report.id.text)
    front.add("outlet", report.outlet)
    front.add("agency", report.agency)
    front.add("byline", report.byline)
    front.add("url", report.url)
    front.add("date", day: report.published?.date.iso)
    front.add("published", report.published?.iso)
    front.add("modified", report.modified?.iso)
    front.add("language", report.language)
    front.add("sha256", report.sha256.hex)
    front.add("statements", read.statements.count)
    front.add("tags", ["sayso/report"])
    var text = front.text + "\n# \(MarkdownText.line(report.title ?? "Report without a title"))\n\n"
    let facts = [report.outlet, report.agency, report.published?.iso ?? "undated"]
    text += MarkdownText.line(facts.compactMap { $0 }.joined(separator: " · "))
    if let target = MarkdownText.target(report.url) { text += " · [original](\(target))" }
    text += "\n\n## Who said what\n\n"
    for row in StatementRow.all(of: read, in: material) { text += statement(row) }
    if read.statements.isEmpty {
      text += (read.analysed ? "No statements were found." : "Not analysed.") + "\n"
    }
    return text + "\n## Text\n\n" + MarkdownText.quotation(report.text.string)
  }

  private func statement(_ row: StatementRow) -> String {
    let statement = row.statement
    let actors = material.cast.actors(of: statement.speaker, in: row.report.id)
    var who = actors.map { link(to: $0, from: "../") }.joined(separator: ", ")
    if who.isEmpty { who = MarkdownText.line(BriefSheet.who(statement.speaker?.passage.text)) }
    var text = "- **\(statement.stance.rawValue)** \(who)"
    if let cue = statement.cue { text += " (\(MarkdownText.line(cue.text)))" }
    text += ": " + MarkdownText.line(BriefSheet.quoted(statement.content.text))
    if !row.chain.isEmpty {
      text += " via " + MarkdownText.line(row.chain.joined(separator: ", from "))
    }
    if let day = row.day { text += " — \(day.iso)" }
    if let claim = row.claim, let name = claimNames[claim.id] {
      text += " · [claim](../claims/\(name).md)"
    }
    if !row.corrected.isEmpty {
      text += " · put right by a person: "
      text += row.corrected.map(\.rawValue).joined(separator: ", ")
    }
    return text + " ^s-\(FileName.mark(statement.id.text))\n"
  }

  private func claim(_ claim: Claim) -> String {
    var front = FrontMatter()
    front.add("title", claim.wording)
    front.add("claim", claim.id.text)
    front.add("first", day: claim.first?.iso)
    front.add("last", day: claim.last?.iso)
    front.add("reports", claim.reports.count)
    front.add("origins", claim.origins)
    front.add("silent", claim.silent)
    front.add("tags", ["sayso/claim"])
    var text = front.text + "\n# \(MarkdownText.line(BriefSheet.quoted(claim.wording)))\n\n"
    text += "[\(MarkdownText.line(material.story.name))](../brief.md)\n"
    for position in claim.positions {
      text += "\n## \(MarkdownText.line(BriefSheet.who(position.actor))) "
      text += position.stance.rawValue + (position.isDoubtful ? " (doubtful)" : "") + "\n\n"
      for taken in position.taken {
        let day = taken.day?.iso ?? "undated"
        text += "- \(day) **\(taken.stance.rawValue)** \(quotation(taken.statement, from: "../"))\n"
      }
    }
    let related = claim.related.compactMap { related in
      claimNames[related.claim].flatMap { name in
        material.claim(related.claim).map {
          "- \(related.kind.rawValue): [\(MarkdownText.line($0.wording))](\(name).md)\n"
        }
      }
    }
    return text + (related.isEmpty ? "" : "\n## Related\n\n" + related.joined())
  }

  private func actor(_ actor: ActorEntry) -> String {
    var front = FrontMatter()
    front.add("title", actor.name)
    front.add("actor", actor.id)
    front.add("kind", actor.kind)
    front.add("aliases", actor.aliases.map(\.text))
    front.add("statements", actor.statements)
    front.add("first", day: actor.first?.iso)
    front.add("last", day: actor.last?.iso)
    front.add("tags", ["sayso/actor"])
    var text = front.text + "\n# \(MarkdownText.line(actor.name))\n"
    if !actor.offices.isEmpty { text += "\n" }
    for office in actor.offices {
      let days = [office.first, office.last].compactMap { $0?.iso }
      let span = days.first == days.last ? days.prefix(1).joined() : days.joined(separator: " to ")
      text += "- \(MarkdownText.line(office.text))" + (office.isFormer ? " (former)" : "")
      text += (span.isEmpty ? "" : ", \(span)") + "\n"
    }
    text += "\n## Said\n\n"
    for read in material.reads {
      for statement in read.statements
      where material.cast.actors(of: statement.speaker, in: read.report.id).contains(where: {
        $0.id == actor.id
      }) {
        text += "- **\(statement.stance.rawValue)** \(quotation(statement.id, from: "../"))\n"
      }
    }
    return text
  }

  // MARK: - Links

  private func quotation(_ id: StatementID, from folder: String) -> String {
    guard let (read, statement) = material.source(id) else { return "" }
    let words = MarkdownText.line(BriefSheet.quoted(statement.content.text))
    let place = [read.report.outlet ?? "no outlet", read.report.published?.date.iso]
    let name = reportNames[read.report.id] ?? ""
    return "[\(words)](\(folder)reports/\(name).md#^s-\(FileName.mark(id.text))) — "
      + MarkdownText.line(place.compactMap { $0 }.joined(separator: ", "))
  }

  private func link(to report: Report, from folder: String) -> String {
    let facts = [report.published?.date.iso, report.outlet].compactMap { $0 }
    return "[\(MarkdownText.line(report.title ?? report.id.text))]"
      + "(\(folder)reports/\(reportNames[report.id] ?? "").md)"
      + (facts.isEmpty ? "" : " — " + MarkdownText.line(facts.joined(separator: ", ")))
  }

  private func link(to actor: ActorEntry, from folder: String) -> String {
    "[\(MarkdownText.line(actor.name))](\(folder)actors/\(actorNames[actor.id] ?? "").md)"
  }
}
