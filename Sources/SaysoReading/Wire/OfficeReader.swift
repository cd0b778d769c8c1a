/// Reads PDF and Word files.
enum OfficeReader {
  /// The draft of a PDF or DOCX file.
  static func draft(
    of file: SourceFile, format: FileFormat
  ) throws(ReadingError) -> ReportDraft {
    throw ReadingError("the format is not read", place: file.name, remedy: "save it as text")
  }
}
