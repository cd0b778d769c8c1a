public import Sayso

/// The ways out of a ledger: what it holds, in formats that other programs read.
///
/// The same ledger, selection and time give the same bytes.
public struct Export: Sendable {
  let desk: Desk
  let now: String
  let catchingUp: @Sendable (_ reports: Int) -> Void

  /// Exports of a desk's ledger.
  ///
  /// - Parameters:
  ///   - now: the time of exporting, ISO 8601; it stands in dossiers, documents and provenance.
  ///   - catchingUp: called with the number of reports where many have to be grouped into stories first.
  public init(
    desk: Desk, now: String, catchingUp: @escaping @Sendable (_ reports: Int) -> Void = { _ in }
  ) {
    self.desk = desk
    self.now = now
    self.catchingUp = catchingUp
  }

  /// The file that marks a folder as one of ours: it lists the others, a path a line, so that they can be
  /// replaced and nothing else.
  public static let folderMark = ".sayso-export"

  /// What was exported.
  public struct Written: Hashable, Sendable {
    /// The story; nil where the whole ledger was meant, or none was found.
    public let story: Story?
    /// How many stories the selection may mean; the largest of them is taken.
    public let stories: Int
    /// How many statements went out.
    public let statements: Int
  }

  /// One file of a folder.
  public struct File: Hashable, Sendable {
    /// Its path inside the folder, parts joined by "/", in letters that every file system takes.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// Writes a format as one file; a folder of files is packed as a zip.
  ///
  /// Rows come one by one, whatever the size of the ledger; the other formats are held in memory. Nothing
  /// is written where no story is meant.
  ///
  /// - Parameter sink: takes the bytes, piece by piece.
  public func write(
    _ format: ExportFormat, of selection: ExportSelection, to sink: ([UInt8]) throws -> Void
  ) throws -> Written {
    if format.isRows { return try rows(format, selection, sink) }
    guard let (material, stories) = try material(of: selection) else { return .nothing }
    try sink(try Export.bytes(format, material))
    return Written(material, stories)
  }

  /// The files of a format that is a folder, by path; a format of one file gives that one.
  public func files(
    _ format: ExportFormat, of selection: ExportSelection
  ) throws -> (files: [File], written: Written) {
    guard format.isFolder else {
      var bytes: [UInt8] = []
      let written = try write(format, of: selection) { bytes += $0 }
      return ([File(path: "sayso." + format.fileEnding, bytes: bytes)], written)
    }
    guard let (material, stories) = try material(of: selection) else { return ([], .nothing) }
    return (MarkdownVault(material).files, Written(material, stories))
  }

  private static func bytes(_ format: ExportFormat, _ material: StoryMaterial) throws -> [UInt8] {
    switch format {
    case .csv, .jsonl: preconditionFailure("rows are written one by one")
    case .markdown: try ZipFile.bytes(of: MarkdownVault(material).files)
    case .html: Dossier(material).bytes
    case .docx: try WordBrief(material).bytes
    case .jsonld: LinkedData(material).bytes
    case .annotations: AnnotationList(material).bytes
    case .prov: ProvenanceRecord(material).bytes
    case .ris: ReferenceList(material).ris
    case .csl: ReferenceList(material).csl
    case .ftm: MoneyTrail(material).bytes
    }
  }

  private func rows(
    _ format: ExportFormat, _ selection: ExportSelection, _ sink: ([UInt8]) throws -> Void
  ) throws -> Written {
    let source = RowSource(desk: desk, query: selection.query)
    let write: (StatementRow) throws -> Void = { row in
      try sink(format == .csv ? CSVRows.line(row) : JSONRows.line(row))
    }
    if selection.scope == .ledger {
      if format == .csv { try sink(CSVRows.header) }
      return Written(story: nil, stories: 0, statements: try source.forEach(write))
    }
    guard let (material, stories) = try material(of: selection) else { return .nothing }
    if format == .csv { try sink(CSVRows.header) }
    return Written(
      story: material.story, stories: stories,
      statements: try source.forEach(of: material, write))
  }

  /// The story that is meant, with all that it rests on.
  private func material(of selection: ExportSelection) throws -> (StoryMaterial, stories: Int)? {
    let together = selection.scope == .together
    var words: String?
    if case .story(let meant) = selection.scope { words = meant }
    let shelf = try desk.stories(together: together, catchingUp: catchingUp)
    guard let story = try shelf.find(words, most: 1).first else { return nil }
    return (
      try StoryMaterial(shelf.briefing(of: story), desk: desk, now: now),
      try shelf.count(of: words)
    )
  }
}

extension Export.Written {
  fileprivate static let nothing = Export.Written(story: nil, stories: 0, statements: 0)

  fileprivate init(_ material: StoryMaterial, _ stories: Int) {
    self.init(
      story: material.story, stories: stories,
      statements: material.reads.map(\.statements.count).reduce(0, +))
  }
}
