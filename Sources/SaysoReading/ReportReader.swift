public import SaysoRecords

/// Reads reports out of files: plain text, Markdown, HTML pages, JSON and JSON lines.
///
/// A value without state: the same bytes give the same report.
public struct ReportReader: Sendable {
  /// The time of publication of reports that state none.
  public var published: PublicationTime?
  /// The most bytes of a file that is read as a whole; JSON lines may be of any size.
  public var largestFile: Int
  /// The most bytes of one JSON line.
  public var largestLine: Int
  /// Whether readings say why they are as they are, which costs time.
  public var explains = false
  /// The most reports of one file that are read at once, since all of them are held in memory; 64 MiB
  /// of `{}` would be 30 million failures.
  var mostReports = 250_000

  /// A reader.
  ///
  /// A file is refused over 64 MiB, a JSON line over 16 MiB, unless told otherwise.
  public init(
    published: PublicationTime? = nil, largestFile: Int = 64 << 20, largestLine: Int = 16 << 20
  ) {
    self.published = published
    self.largestFile = largestFile
    self.largestLine = largestLine
  }

  /// Reads the report of a file, or the reports where it holds JSON.
  ///
  /// The format is told by the ending of the name, and without a known one by the bytes. A file
  /// that cannot be read gives one failure; a broken JSON line costs only itself.
  public func readings(of file: SourceFile) -> [Result<ReportReading, ReadingError>] {
    do throws(ReadingError) {
      guard file.bytes.count <= largestFile else { throw tooLarge(file.name) }
      if let binary = FileFormat.binary(file.bytes.prefix(16), ending: file.ending) {
        guard binary != .archive else {
          throw ReadingError(
            "this is an archive inside of another file", place: file.name,
            remedy: "unpack it and give it by itself")
        }
        let draft = try OfficeReader.draft(of: file, format: binary)
        return [.success(try finish(draft, file, SHA256Digest(of: file.bytes)))]
      }
      guard let decoded = DecodedText(file.bytes) else {
        throw ReadingError(
          "this is no text (a picture or another binary file)", place: file.name,
          remedy: "give text, Markdown, HTML or JSON lines")
      }
      let text = decoded.bytes
      if LineOfText(text[...]).isEmpty {
        throw ReadingError(
          "the file is empty", place: file.name, remedy: "save the report again, or leave it out")
      }
      let format = FileFormat(ending: file.ending, mediaType: file.origin.mediaType, text: text)
      switch format {
      case .jsonLines where !JSONFeedReader.mayBeFeed(text): return lines(of: text, file: file)
      case .json, .jsonLines: return try objects(in: text, file: file)
      case .xml:
        let exact = XMLEncoding.text(decoded, of: file.bytes, charset: file.origin.charset)
        return finished(try XMLFormats.drafts(of: exact, file: file), file)
      case .mail: return finished(try MailReader.drafts(ofMail: file.bytes, file: file), file)
      case .mhtml: return finished(try MailReader.drafts(ofMHTML: file.bytes, file: file), file)
      case .html, .markdown, .plainText, .pdf, .docx, .archive:
        return [.success(try page(decoded, format, of: file))]
      }
    } catch {
      return [.failure(error)]
    }
  }

  /// Reads one JSON line; its text is kept byte for byte, and its id where it has one.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line, with or without its end.
  ///   - number: which line it is, from 1, for messages.
  ///   - file: the name of the file, for messages.
  public func reading(
    jsonLine line: ArraySlice<UInt8>, number: Int, file: String
  ) throws(ReadingError) -> ReportReading {
    let place = "\(file), line \(number)"
    guard line.count <= largestLine else {
      throw ReadingError(
        "the line is longer than \(largestLine) bytes", place: place,
        remedy: "split it, or give the report as a file of its own")
    }
    var exact = line
    while let last = exact.last, last == 10 || last == 13 { exact.removeLast() }
    if exact.starts(with: [0xEF, 0xBB, 0xBF]) { exact.removeFirst(3) }
    return try object(exact, snapshot: exact, place: place)
  }

  // MARK: - Formats

  private func page(
    _ decoded: DecodedText, _ format: FileFormat, of file: SourceFile
  ) throws(ReadingError) -> ReportReading {
    var explanation: ReadingExplanation?
    var draft: ReportDraft
    switch format {
    case .html:
      let page = try HTMLReader.page(file, decoded, explains: explains)
      draft = page.draft
      explanation = page.explanation
    case .markdown: draft = MarkdownReader.draft(of: decoded.bytes, place: file.name)
    default: draft = PlainTextReader.draft(of: decoded.bytes)
    }
    if format != .html, decoded.encoding == .brokenUTF8 {
      draft.warnings.append(ReportReader.brokenText(file.name))
    }
    if explains, explanation == nil {
      explanation = ReadingExplanation(
        format: format == .markdown ? "Markdown" : "plain text",
        encoding: decoded.encoding.rawValue, sources: draft.metadata.sources)
    }
    var reading = try finish(draft, file, SHA256Digest(of: file.bytes))
    reading.explanation = explanation
    return reading
  }

  private func finished(
    _ drafts: [Result<ReportDraft, ReadingError>], _ file: SourceFile
  ) -> [Result<ReportReading, ReadingError>] {
    // Once for all, since a feed can have as many entries as bytes to be summed up.
    let snapshot = SHA256Digest(of: file.bytes)
    return drafts.map { draft in
      Result { () throws(ReadingError) in try finish(draft.get(), file, snapshot) }
    }
  }

  /// Fixes a draft read from `file`, with what is known of where the file came from.
  private func finish(
    _ draft: consuming ReportDraft, _ file: SourceFile, _ snapshot: SHA256Digest
  ) throws(ReadingError) -> ReportReading {
    draft.take(file.origin)
    let inner = draft.place
    let reading = draft.finish(
      snapshot: snapshot, place: inner ?? file.name, fallback: published)
    guard !reading.report.text.bytes.isEmpty else {
      if let inner {
        throw ReadingError(
          "the entry has no text", place: inner,
          remedy: reading.report.url.map { "read its page instead (\($0))" } ?? "leave it out")
      }
      throw ReadingError(
        "no running text was found", place: file.name,
        remedy: "check that the page was saved whole, or give its text as a .txt file")
    }
    return reading
  }

  private func lines(
    of text: [UInt8], file: SourceFile
  ) -> [Result<ReportReading, ReadingError>] {
    var results: [Result<ReportReading, ReadingError>] = []
    for (place, line) in text.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where !LineOfText(line).isEmpty {
      if results.count >= mostReports {
        results.append(.failure(tooMany(file.name)))
        break
      }
      results.append(
        Result { () throws(ReadingError) in
          try reading(jsonLine: line, number: place + 1, file: file.name)
        })
    }
    return results
  }

  private func objects(
    in text: [UInt8], file: SourceFile
  ) throws(ReadingError) -> [Result<ReportReading, ReadingError>] {
    var scanner = JSONScanner(text[...])
    var results: [Result<ReportReading, ReadingError>] = []
    do throws(JSONValue.Failure) {
      let isArray = scanner.take(UInt8(ascii: "["))
      var isClosed = !isArray
      while !scanner.isAtEnd() {
        if isArray, scanner.take(UInt8(ascii: "]")) {
          isClosed = true
          break
        }
        let (value, bytes) = try scanner.element()
        let place =
          results.isEmpty && !isArray ? file.name : "\(file.name), report \(results.count + 1)"
        if results.count >= mostReports {
          results.append(.failure(tooMany(file.name)))
          return results
        }
        if JSONFeedReader.isFeed(value) {
          results += feed(value, file)
        } else {
          results.append(
            Result { () throws(ReadingError) in try reading(value, snapshot: bytes, place: place) })
        }
        _ = scanner.take(UInt8(ascii: ","))
      }
      guard isClosed else {
        throw JSONValue.Failure(problem: "the array is not closed", offset: scanner.place)
      }
    } catch {
      results.append(.failure(JSONReader.error(error, place: file.name)))
    }
    if results.isEmpty {
      throw ReadingError(
        "the JSON holds no report", place: file.name,
        remedy: "give each report as {\"id\": …, \"text\": …}, or leave the file out")
    }
    return results
  }

  private func feed(
    _ value: JSONValue, _ file: SourceFile
  ) -> [Result<ReportReading, ReadingError>] {
    do throws(ReadingError) {
      let feed = JSONFeedReader.feed(value, address: file.origin.address)
      return finished(try FeedDrafts.drafts(of: feed, file: file), file)
    } catch {
      return [.failure(error)]
    }
  }

  private func object(
    _ bytes: ArraySlice<UInt8>, snapshot: ArraySlice<UInt8>, place: String
  ) throws(ReadingError) -> ReportReading {
    let isWhole = UTF8Census(bytes).broken == 0
    let text = isWhole ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
    let value: JSONValue
    do throws(JSONValue.Failure) {
      value = try JSONValue(text)
    } catch {
      throw JSONReader.error(error, place: place)
    }
    var reading = try reading(value, snapshot: snapshot, place: place)
    if !isWhole {
      reading = ReportReading(
        report: reading.report, warnings: reading.warnings + [ReportReader.brokenText(place)])
    }
    return reading
  }

  private func reading(
    _ value: JSONValue, snapshot: ArraySlice<UInt8>, place: String
  ) throws(ReadingError) -> ReportReading {
    try JSONReader.draft(of: value, place: place).finish(
      snapshot: SHA256Digest(of: snapshot), place: place, fallback: published)
  }

  // MARK: - Messages

  static func brokenText(_ place: String) -> ReadingError {
    ReadingError(
      "some bytes are no valid UTF-8 and were replaced by U+FFFD", place: place,
      remedy: "save the report again as UTF-8")
  }

  private func tooMany(_ place: String) -> ReadingError {
    ReadingError(
      "the file holds more than \(mostReports) reports; the rest is left out", place: place,
      remedy: "split it, or give its reports as a file of JSON lines, which is read line by line")
  }

  func tooLarge(_ place: String) -> ReadingError {
    ReadingError(
      "the file is larger than \(largestFile) bytes", place: place,
      remedy: "split it, or give its reports as JSON lines, which may be of any size")
  }
}
