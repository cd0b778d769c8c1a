extension LedgerSchema {
  /// The fifth format: what a person decided about actors.
  ///
  /// The ledger keeps names, never ids of records: records are made anew from the reports, and a
  /// decision must hold for reports that are read later. It is the one table whose rows may be taken
  /// away: a decision that was taken back is none.
  static let migration5 = """
    CREATE TABLE actorDecision (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      action TEXT NOT NULL CHECK (action IN ('merge', 'split', 'rename')),
      name TEXT NOT NULL CHECK (name <> ''),
      otherName TEXT CHECK (otherName <> ''),
      report INTEGER REFERENCES report (key),
      decidedAt TEXT NOT NULL,
      CHECK ((action = 'split') = (otherName IS NULL)),
      CHECK (action = 'split' OR report IS NULL)
    ) STRICT;
    """
}
