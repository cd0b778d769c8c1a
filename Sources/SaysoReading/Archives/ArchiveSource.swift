/// The reports that an archive holds, one at a time: WARC, ARC, WACZ, zip and tar, and what is
/// packed by itself (`page.html.gz`).
///
/// Reads the file as a stream: memory holds one record's body and some buffers, however large the
/// archive is. A broken record costs that record. To be used by one task at a time.
public final class ArchiveSource {
  /// What was met in an archive.
  public struct Counts: Sendable, Hashable {
    /// Records of WARC and ARC, entries of zip and tar, the broken ones too.
    public var records = 0
    /// What was given to be read.
    public var given = 0
    /// What was broken or refused.
    public var failures = 0
    /// Notes that a page was the same as at an earlier visit; that visit's record has its bytes.
    public var revisits = 0
    /// Answers of servers with another status than 200.
    public var otherAnswers = 0
    /// What can be no report: requests, notes, pictures, scripts, folders, empty bodies.
    public var passedOver = 0

    /// Nothing met.
    public init() {}

    mutating func add(_ other: Counts) {
      records += other.records
      given += other.given
      failures += other.failures
      revisits += other.revisits
      otherAnswers += other.otherAnswers
      passedOver += other.passedOver
    }
  }

  /// The archive as it was named.
  public let path: String

  private let content: ArchiveContent
  private var isSingleGiven = false

  /// Opens the archive at `path`; its first bytes tell what it is.
  ///
  /// A record or entry whose body is larger than `largestBody`, packed or unpacked, is refused.
  public init(path: String, largestBody: Int = 16 << 20) throws(ReadingError) {
    self.path = path
    content = try ArchiveContent(path: path, largestBody: largestBody)
  }

  /// The next report, or why a record could not be read; nil at the end.
  public func next() -> Result<SourceFile, ReadingError>? {
    switch content {
    case .records(let reader): return reader.next()
    case .collection(let reader): return reader.next()
    case .pages(let reader): return reader.next()
    case .single(let page):
      if isSingleGiven { return nil }
      isSingleGiven = true
      return .success(page)
    }
  }

  /// What was met so far.
  public var counts: Counts {
    switch content {
    case .records(let reader): return reader.counts
    case .collection(let reader): return reader.countsSoFar
    case .pages(let reader): return reader.counts
    case .single:
      var counts = Counts()
      counts.records = isSingleGiven ? 1 : 0
      counts.given = counts.records
      return counts
    }
  }

  /// Whether the file at `path` is to be read as an archive, by its first bytes (263 or more, or all
  /// of them) and, where those tell nothing, by its name.
  ///
  /// Word files are zips and are none; so is what only has the name of an archive and is a PDF.
  public static func isArchive(path: String, start: some Collection<UInt8>) -> Bool {
    switch FileFormat.binary(start, ending: SourceFile.ending(of: path)) {
    case .archive: return true
    case .some: return false
    case nil: return Packing(start) != nil || hasArchiveName(path)
    }
  }

  /// Whether a name ends as those of archives do, packed ones too (`.warc.gz`, `.tar.xz`, `.html.gz`).
  public static func hasArchiveName(_ path: String) -> Bool {
    let ending = SourceFile.ending(of: path)
    return FileFormat.endings[ending] == .archive || Packing.endings.contains(ending)
  }
}
