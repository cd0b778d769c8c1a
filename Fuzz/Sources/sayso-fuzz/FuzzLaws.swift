#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoRecords

@testable import SaysoReading

/// What holds of every reading, whatever the bytes were.
enum FuzzLaws {
  /// Stops the run where a law does not hold, and says which.
  static func hold(_ holds: Bool, _ law: @autoclosure () -> String) {
    guard !holds else { return }
    print("sayso-fuzz: broken law: \(law())")
    fflush(nil)
    abort()
  }

  /// Reads bytes under a name and holds what comes out to the laws.
  static func read(
    _ bytes: [UInt8], as name: String, origin: SourceFile.Origin = SourceFile.Origin()
  ) {
    let file = SourceFile(name: name, bytes: bytes, origin: origin)
    let results = ReportReader().readings(of: file)
    hold(!results.isEmpty, "reading gives something")
    var sum = 0
    for result in results {
      switch result {
      case .success(let reading):
        check(reading.report)
        reading.warnings.forEach(check)
        sum += reading.report.text.byteCount
      case .failure(let error): check(error)
      }
    }
    // A byte of Windows-1252 can become three, and an entry of a feed can lend each other one its
    // title; nothing makes ten bytes of one.
    hold(sum <= 10 * bytes.count + 4096, "\(bytes.count) bytes do not become \(sum)")
    // Half the inputs are read again, which must give the same; saying why must change nothing.
    guard bytes.count % 2 == 0 else { return }
    var explaining = ReportReader()
    explaining.explains = true
    let again = explaining.readings(of: file)
    hold(results.count == again.count, "reading twice gives as many reports")
    for (first, second) in zip(results, again) {
      switch (first, second) {
      case (.success(let first), .success(let second)):
        hold(first.report == second.report, "reading twice gives the same report")
        hold(
          first.warnings.map(\.description) == second.warnings.map(\.description),
          "reading twice gives the same warnings")
      case (.failure(let first), .failure(let second)):
        hold(first.description == second.description, "reading twice gives the same error")
      default: hold(false, "reading twice gives a report both times or never")
      }
    }
  }

  /// The laws of one report.
  static func check(_ report: Report) {
    let text = report.text.bytes
    hold(isUTF8(text), "the text is valid UTF-8")
    hold(!text.isEmpty, "the text is not empty")
    hold(!report.id.text.isEmpty, "the id is not empty")
    for (field, value) in [
      ("title", report.title), ("subtitle", report.subtitle), ("address", report.url),
      ("outlet", report.outlet), ("agency", report.agency), ("byline", report.byline),
      ("section", report.section), ("caption", report.caption), ("language", report.language),
    ] {
      hold(value.map { !LineOfText($0).isEmpty } ?? true, "no \(field) is blank")
    }
    var end = 0
    for block in report.blocks {
      let span = block.span
      hold(end <= span.start && !span.isEmpty, "the blocks ascend, and none is empty")
      hold(span.end <= text.count, "the blocks lie inside the text")
      let isCut =
        text[span.start] & 0xC0 == 0x80 || (span.end < text.count && text[span.end] & 0xC0 == 0x80)
      hold(!isCut, "no block cuts a letter in two")
      hold(
        report.text.words(span).utf8.elementsEqual(text[span.start..<span.end]),
        "the words of a block are its bytes")
      end = span.end
    }
    for time in [report.published, report.modified] {
      if let time { check(time) }
    }
  }

  /// The law of dates: what is written as ISO 8601 is read as the same.
  static func check(_ time: PublicationTime) {
    hold(StatedDate.parse(time.iso)?.iso == time.iso, "\(time.iso) is read as what it is")
  }

  /// The law of errors: one line that says what, where, and what to do.
  static func check(_ error: ReadingError) {
    hold(
      !error.problem.isEmpty && !error.remedy.isEmpty && !error.place.isEmpty,
      "an error says what, where and what to do: \(error)")
    hold(
      error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "an error is one line")
  }

  /// Whether bytes are UTF-8.
  static func isUTF8(_ bytes: some Collection<UInt8>) -> Bool {
    UTF8Census(Array(bytes)[...]).broken == 0
  }
}
