/// Reads PDF and Word files.
enum OfficeReader {
  /// The draft of a PDF or DOCX file.
  static func draft(
    of file: SourceFile, format: FileFormat
  ) throws(ReadingError) -> ReportDraft {
    if format == .pdf { return try PDFReader().draft(of: file) }
    return try DocxReader.draft(of: file)
  }
}
