/// The formats that others read.
public enum ExportFormat: String, Sendable, CaseIterable {
  case csv
}
