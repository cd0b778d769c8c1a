/// Reads a web page.
enum HTMLReader {
  static func redecoded(_ text: [UInt8], _ encoding: DecodedText.Encoding, _ file: SourceFile) -> [UInt8] { text }
  static func draft(of text: [UInt8], place: String) throws(ReadingError) -> ReportDraft { ReportDraft() }
}
