#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GRDB
internal import SaysoRecords

/// A text as an SQL value.
///
/// GRDB hands strings to SQLite as C strings, which end at the first U+0000, while a report's text
/// is kept as it came. Such a text travels as a blob, and every INSERT casts it back to TEXT.
func stored(_ text: String?) -> (any DatabaseValueConvertible)? {
  guard let text else { return nil }
  return text.utf8.contains(0) ? Data(text.utf8) : text
}

/// The bytes of a text as an SQL value, to be cast to TEXT.
func stored(_ text: FrozenText) -> any DatabaseValueConvertible { Data(text.bytes) }

extension Row {
  /// The text of a column with every byte, U+0000 included; nil for NULL.
  ///
  /// Exact only on rows of a cursor: GRDB's copied rows go through C strings.
  func text(_ index: Int) throws -> String? {
    try withUnsafeData(atIndex: index) { bytes in
      bytes.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The text of a column that the schema declares NOT NULL.
  func requiredText(_ index: Int) throws -> String {
    guard let text = try text(index) else { throw Contradiction("a text is missing") }
    return text
  }

  /// The bytes of a column that the schema declares NOT NULL.
  func bytes(_ index: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: index) { bytes in bytes.map { Array($0) } ?? [] }
  }

  /// The span in two neighbouring columns.
  func span(_ index: Int) throws -> TextSpan {
    let start: Int = self[index]
    let end: Int = self[index + 1]
    guard 0 <= start, start <= end else { throw Contradiction("a span ends before it starts") }
    return TextSpan(start, end)
  }

  /// The case of an enumeration whose name a column holds.
  func choice<Choice: RawRepresentable<String>>(_ index: Int) throws -> Choice {
    let name = try requiredText(index)
    guard let choice = Choice(rawValue: name) else {
      throw Contradiction("\"\(name)\" is no \(Choice.self)")
    }
    return choice
  }
}

/// Stored rows that contradict each other or the schema.
struct Contradiction: Error {
  let problem: String
  init(_ problem: String) { self.problem = problem }

  func error(place: String) -> LedgerError {
    LedgerError(
      .damaged, "the ledger's rows contradict each other: " + problem, place: place,
      remedy: "run `sayso verify`, then restore a copy or add the report again")
  }
}
