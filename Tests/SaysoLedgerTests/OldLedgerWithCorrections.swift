/// What the program of format 6 wrote onto a ledger of format 5; it never changes.
let ledgerOfFormat6 = """

  ALTER TABLE analysis ADD COLUMN uncorrected INTEGER REFERENCES analysis (key)
    CHECK (uncorrected IS NULL OR replaces IS NOT NULL);

  CREATE TABLE correctedField (
    statement INTEGER NOT NULL REFERENCES statement (key),
    field TEXT NOT NULL CHECK (field IN ('stance', 'speaker', 'content')),
    PRIMARY KEY (statement, field)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE correction (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL
      CHECK (kind IN ('stance', 'speaker', 'content', 'dismiss', 'align', 'apart')),
    report INTEGER NOT NULL REFERENCES report (key),
    textDigest TEXT NOT NULL
      CHECK (length(textDigest) = 64 AND textDigest NOT GLOB '*[^0-9a-f]*'),
    statementID TEXT NOT NULL,
    startByte INTEGER NOT NULL CHECK (startByte >= 0),
    endByte INTEGER NOT NULL CHECK (endByte >= startByte),
    words TEXT NOT NULL,
    stance TEXT CHECK (stance IN ('asserts', 'confirms', 'denies', 'doubts', 'declines', 'urges',
      'plans', 'conditional', 'warns', 'condemns', 'supports')),
    speaker TEXT CHECK (speaker IN ('words', 'name', 'unknown')),
    speakerName TEXT CHECK (speakerName <> ''),
    otherReport INTEGER REFERENCES report (key),
    otherDigest TEXT
      CHECK (length(otherDigest) = 64 AND otherDigest NOT GLOB '*[^0-9a-f]*'),
    otherID TEXT,
    otherStart INTEGER CHECK (otherStart >= 0),
    otherEnd INTEGER CHECK (otherEnd >= otherStart),
    otherWords TEXT,
    madeBy TEXT NOT NULL,
    madeAt TEXT NOT NULL,
    withdrawnAt TEXT,
    CHECK ((kind = 'stance') = (stance IS NOT NULL)),
    CHECK ((kind = 'speaker') = (speaker IS NOT NULL)),
    CHECK ((speaker IS 'name') = (speakerName IS NOT NULL)),
    CHECK ((kind = 'align') = (otherReport IS NOT NULL)),
    CHECK ((otherReport IS NULL) = (otherDigest IS NULL)),
    CHECK ((otherReport IS NULL) = (otherID IS NULL)),
    CHECK ((otherReport IS NULL) = (otherStart IS NULL)),
    CHECK ((otherReport IS NULL) = (otherEnd IS NULL)),
    CHECK ((otherReport IS NULL) = (otherWords IS NULL))
  ) STRICT;
  CREATE INDEX correctionReport ON correction (report);
  CREATE INDEX correctionOther ON correction (otherReport) WHERE otherReport IS NOT NULL;

  CREATE TABLE correctionPassage (
    correction INTEGER NOT NULL REFERENCES correction (number),
    piece INTEGER NOT NULL CHECK (piece >= 0),
    startByte INTEGER NOT NULL CHECK (startByte >= 0),
    endByte INTEGER NOT NULL CHECK (endByte >= startByte),
    words TEXT NOT NULL,
    PRIMARY KEY (correction, piece)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX storyRecent ON story (lastDay DESC, reports DESC, id);

  INSERT INTO correctedField SELECT min(key), 'stance' FROM statement;
  INSERT INTO grdb_migrations VALUES ('ledger 6');
  PRAGMA user_version = 6;
  """
