internal import GRDB

/// A prepared INSERT of one row.
struct Insertion {
  private let statement: GRDB.Statement

  /// Prepares, or finds prepared, the INSERT of these columns; those named in `text` are cast so
  /// that they keep any U+0000 (see ``stored(_:)``).
  init(_ db: Database, _ table: String, _ columns: [String], text: Set<String> = []) throws {
    let values = columns.map { text.contains($0) ? "CAST(? AS TEXT)" : "?" }
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) "
        + "VALUES (\(values.joined(separator: ", ")))")
  }

  /// Inserts a row; one value for each column, in their order.
  func run(_ values: [(any DatabaseValueConvertible)?]) throws {
    try statement.execute(arguments: StatementArguments(values))
  }
}
