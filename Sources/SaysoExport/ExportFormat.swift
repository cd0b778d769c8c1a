/// The formats that others read.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// Comma-separated values, a statement a row (RFC 4180).
  case csv
  /// JSON lines, a statement a line.
  case jsonl
  /// Notes in Markdown that link to each other, for Obsidian and the like.
  case markdown
  /// One page with a brief and the reports that it rests on.
  case html
  /// A brief for word processors (ISO/IEC 29500).
  case docx
  /// Reports, statements, claims and actors in the words of schema.org.
  case jsonld
  /// Statements as W3C Web Annotations.
  case annotations
  /// Where each statement comes from, as W3C PROV-JSON.
  case prov
  /// Reports for reference managers (RIS).
  case ris
  /// Reports for Zotero, Pandoc and other users of the Citation Style Language.
  case csl
  /// Entities of FollowTheMoney, for Aleph and OpenSanctions' tools.
  case ftm

  /// What it is, in a few words.
  public var title: String {
    switch self {
    case .csv: "Comma-separated values"
    case .jsonl: "JSON lines"
    case .markdown: "Markdown notes"
    case .html: "Dossier (HTML)"
    case .docx: "Word document"
    case .jsonld: "schema.org (JSON-LD)"
    case .annotations: "Web Annotations"
    case .prov: "PROV-JSON"
    case .ris: "RIS"
    case .csl: "CSL-JSON"
    case .ftm: "FollowTheMoney"
    }
  }

  /// The media type of what ``Export/write(_:of:to:)`` gives.
  public var mediaType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8; header=present"
    case .jsonl, .ftm: "application/x-ndjson"
    case .markdown: "application/zip"
    case .html: "text/html; charset=utf-8"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .jsonld, .annotations: "application/ld+json"
    case .prov: "application/json"
    case .ris: "application/x-research-info-systems"
    case .csl: "application/vnd.citationstyles.csl+json"
    }
  }

  /// The ending of a file of ``Export/write(_:of:to:)``, without a dot.
  public var fileEnding: String {
    switch self {
    case .markdown: "zip"
    case .annotations: "annotations.jsonld"
    case .prov: "prov.json"
    case .csl: "csl.json"
    case .ftm: "ftm.jsonl"
    default: rawValue
    }
  }

  /// Whether it has a row for each statement and takes the whole ledger as well as a story.
  public var isRows: Bool { self == .csv || self == .jsonl }

  /// Whether it is a folder of files; in one file it is packed as a zip.
  public var isFolder: Bool { self == .markdown }

  /// Whether its one file is of text that a terminal can show.
  public var isText: Bool { self != .docx && self != .markdown }
}
