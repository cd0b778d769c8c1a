public import ArgumentParser
import Sayso
public import SaysoExport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `sayso export`: the ways out.
struct ExportVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a story, or all statements, in formats that other programs read.",
    discussion: """
      csv and jsonl have a statement a row: those of the whole ledger or, where a story is named, of \
      that story with the claims that they are about; the filters of `sayso statements` hold. The \
      other formats are of one story, without STORY the largest. docs/export.md tells what is in each \
      and which programs open it.

      FORMATS
        csv, jsonl     rows for spreadsheets and programs
        markdown       a folder of notes that link to each other (Obsidian)
        html, docx     a dossier of one page; a brief for word processors
        jsonld         schema.org: NewsArticle, Quotation, Claim
        annotations    W3C Web Annotations
        prov           W3C PROV-JSON
        ris, csl       the reports, for Zotero and the like
        ftm            entities of FollowTheMoney

      EXAMPLES
        sayso export csv > statements.csv
        sayso export jsonl --by minister --since 2024-10-01 | jq .content
        sayso export html troops --out dossier.html
        sayso export markdown --together --out vault
        sayso export ris strike > strike.ris
      """)

  @Argument(help: ArgumentHelp("The format.", valueName: "format"))
  var format: ExportFormat
  @Argument(
    help: ArgumentHelp(
      "A story: its id, the beginning of it, or words of its name.", valueName: "story"))
  var story: String?
  @Flag(help: "Take all reports of the ledger as one story.")
  var together = false
  @Option(
    help: ArgumentHelp(
      "The file or, for markdown, the folder to write; a name in .zip packs the folder.",
      valueName: "path"))
  var out: String?
  @Flag(help: "Write into a folder that holds other things.")
  var force = false
  @OptionGroup var ledger: LedgerOption
  @OptionGroup var filters: StatementFilters

  func validate() throws {
    if together, story != nil {
      throw ValidationError("--together takes all reports; name no story with it")
    }
    if !format.isRows, !filters.isEmpty {
      throw ValidationError("statements are filtered in csv and jsonl only")
    }
    if format.isFolder, out == nil || out == "-" {
      throw ValidationError("\(format.rawValue) is a folder; name it with --out")
    }
    if force, !format.isFolder { throw ValidationError("--force is for folders") }
  }

  func perform() async throws -> Ending {
    let file = out.flatMap { $0 == "-" ? nil : $0 }
    if file == nil, !format.isText, Terminal.isTerminal(STDOUT_FILENO) {
      throw CommandError(
        "a Word document is not for a terminal", place: "standard output",
        remedy: "name a file with --out, or send it into one with >")
    }
    let desk = try Desk(asking: ledger.path)
    let export = Export(desk: desk, now: WallClock.now) { Notices.catchUp($0) }
    let scope: ExportSelection.Scope =
      together ? .together : story != nil ? .story(story) : format.isRows ? .ledger : .story(nil)
    let selection = ExportSelection(scope, try filters.query(desk))
    let written: Export.Written
    if let file, format.isFolder, !file.hasSuffix(".zip") {
      let files = try export.files(format, of: selection)
      if files.written.story != nil {
        try OutputFolder(file).write(files.files, forced: force)
      }
      written = files.written
    } else if let file {
      written = try ExportVerb.write(file) { try export.write(format, of: selection, to: $0) }
    } else {
      var output = Output()
      written = try export.write(format, of: selection) { try output.write($0) }
      try output.flush()
    }
    tell(written)
    let found = format.isRows ? written.statements : written.story == nil ? 0 : 1
    return Ending(problems: 0, found: found)
  }

  private static func write(
    _ path: String, _ body: ((([UInt8]) throws -> Void)) throws -> Export.Written
  ) throws -> Export.Written {
    var file = OutputFile(path)
    do {
      let written = try body { try file.write($0) }
      try file.finish()
      return written
    } catch {
      file.abandon()
      throw error
    }
  }

  private func tell(_ written: Export.Written) {
    var notices = Notices()
    if let story, written.stories == 0 {
      notices.say("no story has \"\(story)\" in its id or name; `sayso stories` lists them")
    } else if written.stories > 1 {
      notices.say(
        "the largest of \(written.stories) stories; `sayso stories` lists them, --together takes "
          + "them as one")
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
