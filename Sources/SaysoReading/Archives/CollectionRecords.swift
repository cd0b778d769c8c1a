/// The records of a web archive collection, a zip with WARC files under `archive/` (WACZ 1.1.1).
final class CollectionRecords {
  private(set) var counts = ArchiveSource.Counts()

  private let entries: ArchiveEntries
  private let name: String
  private let largestBody: Int
  private var reader: RecordReader?
  private var found = 0
  private var isDone = false

  /// The records in the WARC files of `entries`.
  init(_ entries: ArchiveEntries, name: String, largestBody: Int) {
    self.entries = entries
    self.name = name
    self.largestBody = largestBody
  }

  /// Whether an entry is one of the archives that a collection holds.
  static func isPart(_ path: String) -> Bool {
    path.hasPrefix("archive/") && (path.hasSuffix(".warc.gz") || path.hasSuffix(".warc"))
  }

  /// The next report, or why a record could not be read; nil at the end.
  func next() -> Result<SourceFile, ReadingError>? {
    while !isDone {
      if let current = reader {
        if let result = current.next() { return result }
        counts.add(current.counts)
        reader = nil
      }
      do throws(ReadingError) {
        guard let entry = try entries.next() else { break }
        guard entry.isFile, CollectionRecords.isPart(entry.path) else { continue }
        found += 1
        try open(entry)
      } catch {
        counts.failures += 1
        return .failure(error)
      }
    }
    guard !isDone else { return nil }
    isDone = true
    guard found == 0 else { return nil }
    counts.failures += 1
    return .failure(
      ReadingError(
        "the collection holds no WARC file under archive/", place: name,
        remedy: "check that the file was fetched whole"))
  }

  /// All that was counted, the archive at hand included.
  var countsSoFar: ArchiveSource.Counts {
    var sum = counts
    if let reader { sum.add(reader.counts) }
    return sum
  }

  private func open(_ entry: ArchiveEntries.Entry) throws(ReadingError) {
    let place = "\(name), \(entry.path)"
    guard !entry.isLocked else {
      throw ReadingError(
        "the entry is locked with a password", place: place,
        remedy: "unpack the archive with its password and give the files")
    }
    let isPacked = entry.path.hasSuffix(".gz")
    reader = RecordReader(
      ByteWindow(isPacked ? GzipMembers(entries) : entries), format: .warc, name: place,
      container: name, largestBody: largestBody)
  }
}
