extension LedgerSchema {
  /// The fourth format: the index of stories, which is made from the reports and can be made again.
  ///
  /// Every report that came or changed waits in `storyPending` until the index has taken it in, so
  /// that a run that is killed between the two loses nothing. All reports of an older ledger wait.
  static let migration4 = """
    CREATE TABLE storyPending (
      report INTEGER NOT NULL PRIMARY KEY REFERENCES report (key)
    ) STRICT;
    INSERT INTO storyPending (report) SELECT key FROM report;

    CREATE TABLE storyIndex (
      only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
      stamp TEXT NOT NULL,
      generation INTEGER NOT NULL CHECK (generation >= 0)
    ) STRICT;

    CREATE TABLE storySketch (
      report INTEGER NOT NULL PRIMARY KEY REFERENCES report (key),
      shingleCount INTEGER NOT NULL CHECK (shingleCount >= 0),
      features BLOB NOT NULL,
      shingles BLOB NOT NULL
    ) STRICT;

    CREATE TABLE storyLink (
      report INTEGER NOT NULL REFERENCES report (key),
      rank INTEGER NOT NULL CHECK (rank >= 0),
      earlier INTEGER NOT NULL REFERENCES report (key),
      odds REAL NOT NULL,
      PRIMARY KEY (report, rank),
      UNIQUE (report, earlier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE story (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      firstDay TEXT CHECK (firstDay GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      lastDay TEXT CHECK (lastDay GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
      reports INTEGER NOT NULL CHECK (reports >= 1),
      origins INTEGER NOT NULL CHECK (origins BETWEEN 1 AND reports),
      outlets TEXT NOT NULL CHECK (json_valid(outlets)),
      CHECK ((firstDay IS NULL) = (lastDay IS NULL))
    ) STRICT;
    CREATE INDEX storySize ON story (reports DESC, id);

    CREATE TABLE storyReport (
      report INTEGER NOT NULL PRIMARY KEY REFERENCES report (key),
      story TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX storyReportStory ON storyReport (story);

    CREATE TABLE copyLink (
      first INTEGER NOT NULL REFERENCES report (key),
      second INTEGER NOT NULL REFERENCES report (key),
      shared INTEGER NOT NULL CHECK (shared >= 0),
      firstCount INTEGER NOT NULL CHECK (firstCount >= shared),
      secondCount INTEGER NOT NULL CHECK (secondCount >= shared),
      firstTaken REAL NOT NULL CHECK (firstTaken BETWEEN 0 AND 1),
      secondTaken REAL NOT NULL CHECK (secondTaken BETWEEN 0 AND 1),
      PRIMARY KEY (first, second),
      CHECK (first <> second)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX copyLinkSecond ON copyLink (second);
    """
}
