/// Reads messages of RFC 5322, and pages saved as MHTML.
enum MailReader {
  /// The drafts of a newsletter or press release.
  static func drafts(
    ofMail bytes: [UInt8], file: SourceFile
  ) throws(ReadingError) -> [Result<ReportDraft, ReadingError>] {
    throw ReadingError("messages are not read", place: file.name, remedy: "save it as a page")
  }

  /// The drafts of a saved page.
  static func drafts(
    ofMHTML bytes: [UInt8], file: SourceFile
  ) throws(ReadingError) -> [Result<ReportDraft, ReadingError>] {
    throw ReadingError("saved pages are not read", place: file.name, remedy: "save it as HTML")
  }
}
