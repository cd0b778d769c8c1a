internal import SaysoReading
internal import SaysoRecords

/// One piece of a batch: what one task reads.
enum Piece: Sendable {
  /// A file, opened by the task.
  case file(String)
  /// All of standard input, as one file of any format.
  case bytes([UInt8], file: String)
  /// One line of a file of JSON lines.
  case line([UInt8], number: Int, file: String)
  /// One file out of an archive.
  case held(SourceFile)
  /// A file or folder that could not be followed.
  case failure(ReadingError)

  /// Reads the piece and works on each report in it.
  func outcomes<Value: Sendable>(
    _ reader: ReportReader, _ work: (ReportReading) -> Value
  ) -> [Outcome<Value>] {
    var outcomes: [Outcome<Value>] = []
    func take(_ result: Result<ReportReading, ReadingError>, _ place: String) {
      switch result {
      case .success(let reading):
        outcomes.append(.read(work(reading), place: place, warnings: reading.warnings))
      case .failure(let error): outcomes.append(.failed(error))
      }
    }
    switch self {
    case .file(let path): reader.read(file: path) { take($0, path) }
    case .bytes(let bytes, let file):
      for result in reader.readings(of: SourceFile(name: file, bytes: bytes)) { take(result, file) }
    case .line(let line, let number, let file):
      take(
        Result { () throws(ReadingError) in
          try reader.reading(jsonLine: line[...], number: number, file: file)
        }, "\(file), line \(number)")
    case .held(let file):
      for result in reader.readings(of: file) { take(result, file.name) }
    case .failure(let error): outcomes.append(.failed(error))
    }
    return outcomes
  }
}

/// The pieces of a batch, pulled in order.
struct Intake {
  /// The number of pieces, where no file of lines makes it unknown.
  private(set) var total: Int?
  private let reader: ReportReader
  private let allowsEmptyInput: Bool
  private var waiting: [Piece]
  private var place = 0
  private var lines: (source: LineSource, file: String, number: Int, isEmpty: Bool)?
  private var archive: (source: ArchiveSource, file: String, isEmpty: Bool)?

  private static let standardInput = "-"
  private static let inputName = "standard input"
  private static let lineEndings = [".jsonl", ".ndjson"]

  /// Lists the files of a batch, but opens none.
  init(_ batch: Batch) {
    reader = batch.reader
    allowsEmptyInput = batch.allowsEmptyInput
    waiting = []
    for path in batch.paths {
      if path == Intake.standardInput {
        waiting.append(.file(path))
        continue
      }
      SourceFiles([path]).forEach { found in
        switch found {
        case .success(let file): waiting.append(.file(file))
        case .failure(let error): waiting.append(.failure(error))
        }
      }
    }
    let isCounted = waiting.allSatisfy { piece in
      if case .file(let path) = piece {
        !Intake.hasLines(path) && !ArchiveSource.hasArchiveName(path)
      } else {
        true
      }
    }
    total = isCounted ? waiting.count : nil
  }

  /// Whether the next piece has to be waited for.
  func wouldWait() -> Bool {
    if let lines { return lines.source.wouldWait() }
    guard place < waiting.count, case .file(Intake.standardInput) = waiting[place] else {
      return false
    }
    return true
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    while true {
      if lines != nil {
        if let piece = nextLine() { return piece }
        continue
      }
      if archive != nil {
        if let piece = nextHeld() { return piece }
        continue
      }
      guard place < waiting.count else { return nil }
      let piece = waiting[place]
      place += 1
      if case .file(let path) = piece, path != Intake.standardInput,
        ArchiveSource.isArchive(path: path)
      {
        do throws(ReadingError) {
          archive = (try ArchiveSource(path: path), path, true)
        } catch {
          return .failure(error)
        }
        continue
      }
      guard case .file(let path) = piece, Intake.hasLines(path) else { return piece }
      if let piece = open(path) { return piece }
    }
  }

  private static func hasLines(_ path: String) -> Bool {
    path == standardInput || lineEndings.contains { path.lowercased().hasSuffix($0) }
  }

  /// Whether a first line holds more than the brace that an object over several lines begins with.
  private static func opensJSONLine(_ line: [UInt8]) -> Bool {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let line = line.starts(with: byteOrderMark) ? line.dropFirst(3) : line[...]
    return line.first == UInt8(ascii: "{") && !line.dropFirst().allSatisfy(isSpace)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Turns to a file of lines; a piece where it is no such file, or cannot be opened.
  private mutating func open(_ path: String) -> Piece? {
    guard path == Intake.standardInput else {
      guard let source = LineSource(path: path, longestLine: reader.largestLine) else {
        return .file(path)
      }
      lines = (source, path, 0, true)
      return nil
    }
    let source = LineSource(descriptor: 0, longestLine: reader.largestLine)
    let first = source.peek()
    if first.isEmpty, allowsEmptyInput { return nil }
    if Intake.opensJSONLine(first) {
      lines = (source, Intake.inputName, 0, true)
      return nil
    }
    guard let bytes = source.rest(upTo: reader.largestFile) else {
      return .failure(
        ReadingError(
          "it holds more than \(reader.largestFile) bytes", place: Intake.inputName,
          remedy: "give its reports as JSON lines, which may go on for ever"))
    }
    return .bytes(bytes, file: Intake.inputName)
  }

  /// The next file of the archive at hand; nil when it has come to its end.
  private mutating func nextHeld() -> Piece? {
    guard var current = archive else { return nil }
    switch current.source.next() {
    case .success(let file)?:
      current.isEmpty = false
      archive = current
      return .held(file)
    case .failure(let error)?:
      current.isEmpty = false
      archive = current
      return .failure(error)
    case nil:
      archive = nil
      guard current.isEmpty else { return nil }
      return .failure(
        ReadingError(
          "the archive holds no pages that could be reports", place: current.file,
          remedy: "check that it holds answers with text, or leave it out"))
    }
  }

  /// The next line that is not blank; nil when the file has come to its end.
  private mutating func nextLine() -> Piece? {
    guard var current = lines else { return nil }
    while let line = current.source.next() {
      current.number += 1
      if line.allSatisfy(Intake.isSpace) { continue }
      current.isEmpty = false
      lines = current
      return .line(line, number: current.number, file: current.file)
    }
    lines = nil
    if let cause = current.source.failure {
      return .failure(
        ReadingError(
          "it cannot be read further", place: current.file, remedy: "check the disk and try again",
          cause: cause))
    }
    guard current.isEmpty else { return nil }
    return .failure(
      ReadingError(
        "the file is empty", place: current.file,
        remedy: "give one JSON object per line, or leave the file out"))
  }
}
