/// What the program of format 5 wrote onto a ledger of format 4; it never changes.
let ledgerOfFormat5 = """

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

  INSERT INTO actorDecision VALUES (1, 'split', 'Harl', NULL, 2, '2031-01-08T12:00:00Z'),
    (3, 'rename', 'Harl', 'the town of Harl', NULL, '2031-01-09T12:00:00Z');
  INSERT INTO grdb_migrations VALUES ('ledger 5');
  PRAGMA user_version = 5;
  """
