/// Reads the records of a WARC or ARC archive one by one, and gives those that can be reports.
///
/// A broken record costs itself: reading goes on where the next one starts.
final class RecordReader {
  /// What was read so far.
  private(set) var counts = ArchiveSource.Counts()

  private let window: ByteWindow
  private let format: RecordFormat
  private let name: String
  private let container: String
  private let largestBody: Int
  private var number = 0
  private var isLost = false
  /// How many more bytes may be read twice after wrong lengths, so that a hostile file ends.
  private var rereading = 64 << 20
  /// The first blanks that were passed over last, to be put back where they were none.
  private var blanks: [UInt8] = []

  /// Bodies up to this size are kept while they are passed over, so that a record that was
  /// swallowed by a wrong length is found in them.
  private static let kept = 1 << 20

  /// The records in `window`; `name` is for messages, `container` the archive as it was named.
  init(
    _ window: ByteWindow, format: RecordFormat, name: String, container: String, largestBody: Int
  ) {
    self.window = window
    self.format = format
    self.name = name
    self.container = container
    self.largestBody = largestBody
  }

  /// The next report, or why a record could not be read; nil at the end.
  func next() -> Result<SourceFile, ReadingError>? {
    while true {
      if isLost, !findRecord() { return nil }
      isLost = false
      let start = window.offset
      var isBegun = false
      do throws(ReadingError) {
        try dropBlanks()
        if try window.isDone() { return nil }
        begin()
        isBegun = true
        if let result = try record(at: window.placeInWords) {
          switch result {
          case .success: counts.given += 1
          case .failure: counts.failures += 1
          }
          return result
        }
      } catch {
        if !isBegun { begin() }
        // So that the same bytes are not found again as the start of a record.
        if window.offset == start { window.dropOne() }
        isLost = true
        counts.failures += 1
        return .failure(placed(error))
      }
    }
  }

  private func begin() {
    number += 1
    counts.records += 1
  }

  // MARK: - Records

  private func record(
    at place: String
  ) throws(ReadingError) -> Result<SourceFile, ReadingError>? {
    guard let (head, length) = try window.look(upTo: RecordHead.longest, format.head) else {
      window.dropOne()
      throw broken("no record starts here", at: place)
    }
    window.drop(length)
    guard let count = head.length else {
      throw broken("the record states no length", at: place)
    }
    if let remaining = window.remaining, count > remaining {
      throw broken("the archive breaks off inside of the record", at: place)
    }
    switch head.kind {
    case .answer: return try answer(head, count, place)
    case .thing:
      let payload = RecordPayload(http: nil, type: head.type, isBare: false)
      return try body(payload, head, count, place)
    case .segment:
      try pass(count, place)
      return .failure(
        ReadingError(
          "the record is in several parts, which are not joined", place: self.place(of: head),
          remedy: "join the archive's parts with the tool that wrote it"))
    case .revisit:
      counts.revisits += 1
      try pass(count, place)
    case .other:
      counts.passedOver += 1
      try pass(count, place)
    }
    return nil
  }

  private func answer(
    _ head: RecordHead, _ count: Int, _ place: String
  ) throws(ReadingError) -> Result<SourceFile, ReadingError>? {
    guard try window.peek(min(count, 5)).begins(with: "HTTP/") else {
      let payload = RecordPayload(http: nil, type: head.type, isBare: true)
      return try body(payload, head, count, place)
    }
    let limit = min(count, RecordHead.longest)
    guard let http = try window.look(upTo: limit, { HTTPHead($0) }), let status = http.status else {
      try pass(count, place)
      return .failure(
        ReadingError(
          "the head of the server's answer is broken", place: self.place(of: head),
          remedy: "fetch the page again, or leave it out"))
    }
    guard status == 200 else {
      counts.otherAnswers += 1
      try pass(count, place)
      return nil
    }
    window.drop(http.length)
    let stated = http.values(of: "content-type").lazy.map { StatedType($0) }
    let type = stated.first { $0.name != nil } ?? head.type
    let payload = RecordPayload(http: http, type: type, isBare: false)
    return try body(payload, head, count - http.length, place)
  }

  /// Takes the `count` bytes of a body if they can be a report.
  private func body(
    _ payload: RecordPayload, _ head: RecordHead, _ count: Int, _ place: String
  ) throws(ReadingError) -> Result<SourceFile, ReadingError>? {
    let file = self.place(of: head)
    guard payload.worth != .nothing, count > 0, count <= largestBody || payload.worth == .report
    else {
      counts.passedOver += 1
      try pass(count, place)
      return nil
    }
    guard count <= largestBody else {
      try pass(count, place)
      return .failure(
        ReadingError(
          "the page is larger than \(largestBody) bytes", place: file, remedy: "leave it out"))
    }
    let body = try take(count, place)
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try payload.unpacked(body, limit: largestBody, place: file)
    } catch {
      return .failure(error)
    }
    if LineOfText(bytes[...]).isEmpty || payload.worth == .unknown && !payload.looksReadable(bytes)
    {
      counts.passedOver += 1
      return nil
    }
    let origin = SourceFile.Origin(
      mediaType: payload.worth == .report ? payload.type.name : nil, charset: payload.type.charset,
      address: head.address, retrieved: head.retrieved, container: container,
      statedDigest: head.digest)
    return .success(SourceFile(name: file, bytes: bytes, origin: origin))
  }

  // MARK: - Lengths

  /// The next `count` bytes, with the end of the record after them.
  private func take(_ count: Int, _ place: String) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    let taken = try window.take(count, unless: format.opens) { bytes += $0 }
    do throws(ReadingError) {
      try closeRecord(isWhole: taken == count, place)
    } catch {
      // A record that the wrong length swallowed goes back, to be read next.
      if bytes.count <= rereading, let start = swallowedRecord(in: bytes) {
        rereading -= bytes.count
        window.putBack(bytes[start...] + blanks)
      }
      throw error
    }
    return bytes
  }

  /// Passes over the next `count` bytes and the end of the record after them.
  private func pass(_ count: Int, _ place: String) throws(ReadingError) {
    if count <= RecordReader.kept {
      _ = try take(count, place)
    } else {
      let passed = try window.take(count, unless: format.opens) { _ in }
      try closeRecord(isWhole: passed == count, place)
    }
  }

  /// Makes sure that the record ends where its length says: at blank lines and another record, or
  /// the end of the archive.
  private func closeRecord(isWhole: Bool, _ place: String) throws(ReadingError) {
    blanks.removeAll()
    guard isWhole else {
      let isEnd = try window.isDone()
      throw broken(
        isEnd
          ? "the archive breaks off inside of the record"
          : "the record is shorter than its length says", at: place)
    }
    let fits: Bool
    do throws(ReadingError) {
      try dropBlanks()
      let opens = try window.look(upTo: RecordHead.longest, format.opens)
      fits = opens ?? true
    } catch {
      // What breaks in the next packed part is the next record's matter.
      if window.damageIsAhead { return }
      throw error
    }
    guard fits else { throw broken("the record does not end where its length says", at: place) }
  }

  private func dropBlanks() throws(ReadingError) {
    blanks.removeAll()
    while let next = try window.peek(1).first, next == 13 || next == 10 || next == 0 {
      window.drop(1)
      if blanks.count < 64 { blanks.append(next) }
    }
  }

  private func swallowedRecord(in bytes: [UInt8]) -> Int? {
    var place = 0
    while let end = bytes[place...].firstIndex(of: 10) {
      place = end + 1
      if format.opens(bytes[place...].prefix(RecordHead.longest)) == true { return place }
    }
    return nil
  }

  /// Goes on to where another record starts; false where none does.
  private func findRecord() -> Bool {
    while true {
      do throws(ReadingError) {
        if try window.look(upTo: RecordHead.longest, format.opens) == true { return true }
        guard try window.dropLine() else { return false }
      } catch {
        guard window.passDamage() else { return false }
      }
    }
  }

  // MARK: - Messages

  private func place(of head: RecordHead) -> String {
    "\(name), record \(number)" + (head.address.map { " (\($0))" } ?? "")
  }

  private func broken(_ problem: String, at place: String) -> ReadingError {
    ReadingError(
      problem, place: place, remedy: "fetch the archive again; what is whole in it is read")
  }

  /// An error of the bytes below, with the name of the archive and the record.
  private func placed(_ error: ReadingError) -> ReadingError {
    guard error.place.hasPrefix("byte ") else { return error }
    return ReadingError(
      error.problem, place: "\(name), record \(number), \(error.place)",
      remedy: error.remedy, cause: error.cause)
  }
}
