extension ReportReader {
  /// Reads every report under `paths`, in order, each file only when its turn comes.
  ///
  /// A file of JSON lines may be of any size: it is read line by line. Nothing is held but the file
  /// or line at hand. A failure costs only its report, file or folder.
  public func read(_ paths: [String], each: (Result<ReportReading, ReadingError>) -> Void) {
    SourceFiles(paths).forEach { found in
      switch found {
      case .failure(let error): each(.failure(error))
      case .success(let path): read(file: path, each: each)
      }
    }
  }

  /// Reads the reports of the file at `path`.
  public func read(file path: String, each: (Result<ReportReading, ReadingError>) -> Void) {
    do throws(ReadingError) {
      try SystemFile.withFile(path) { file throws(ReadingError) in
        if FileFormat.endings[SourceFile.ending(of: path)] == .jsonLines {
          try readLines(of: file, each: each)
        } else if let bytes = try file.bytes(upTo: largestFile) {
          readings(of: SourceFile(name: path, bytes: bytes)).forEach(each)
        } else {
          throw tooLarge(path)
        }
      }
    } catch {
      each(.failure(error))
    }
  }

  /// Reads JSON lines from an open descriptor (0 is standard input), each as soon as it is whole.
  public func readJSONLines(
    from descriptor: Int32, named name: String,
    each: (Result<ReportReading, ReadingError>) -> Void
  ) {
    do throws(ReadingError) {
      try readLines(of: SystemFile(descriptor: descriptor, name: name), each: each)
    } catch {
      each(.failure(error))
    }
  }

  /// Reads one file, of whatever format, from an open descriptor to its end.
  public func read(
    descriptor: Int32, named name: String, each: (Result<ReportReading, ReadingError>) -> Void
  ) {
    do throws(ReadingError) {
      guard
        let bytes = try SystemFile(descriptor: descriptor, name: name).bytes(upTo: largestFile)
      else { throw tooLarge(name) }
      readings(of: SourceFile(name: name, bytes: bytes)).forEach(each)
    } catch {
      each(.failure(error))
    }
  }

  private func readLines(
    of file: SystemFile, each: (Result<ReportReading, ReadingError>) -> Void
  ) throws(ReadingError) {
    var isEmpty = true
    try file.forEachLine(upTo: largestLine) { line, number in
      guard !LineOfText(line).isEmpty else { return }
      isEmpty = false
      each(
        Result { () throws(ReadingError) in
          try reading(jsonLine: line, number: number, file: file.name)
        })
    }
    if isEmpty {
      throw ReadingError(
        "the file is empty", place: file.name,
        remedy: "give one JSON object per line, or leave the file out")
    }
  }
}
