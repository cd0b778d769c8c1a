extension LedgerSchema {
  /// The seventh format: what statements say, as vectors.
  static let migration7 = """
    ALTER TABLE statement ADD COLUMN meaning BLOB CHECK (meaning IS NULL OR length(meaning) > 0);
    """
}
