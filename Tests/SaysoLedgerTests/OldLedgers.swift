/// Ledgers of earlier formats, as the program of their time wrote them. They never change: each must
/// open in every later program. A copy of the schema, since the module's own could be edited.

let ledgerOfFormat1 = """
  CREATE TABLE report (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    addedAt TEXT NOT NULL
  ) STRICT;

  CREATE TABLE reportVersion (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (key),
    number INTEGER NOT NULL CHECK (number >= 1),
    isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1)),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    textDigest TEXT NOT NULL
      CHECK (length(textDigest) = 64 AND textDigest NOT GLOB '*[^0-9a-f]*'),
    title TEXT,
    url TEXT,
    outlet TEXT,
    agency TEXT,
    byline TEXT,
    published TEXT,
    publishedDay TEXT
      CHECK (publishedDay GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    language TEXT,
    text TEXT NOT NULL,
    addedAt TEXT NOT NULL,
    UNIQUE (report, number),
    CHECK ((published IS NULL) = (publishedDay IS NULL)),
    CHECK (published IS NULL OR substr(published, 1, 10) = publishedDay)
  ) STRICT;
  CREATE UNIQUE INDEX reportVersionCurrent ON reportVersion (report) WHERE isCurrent = 1;

  CREATE TABLE topic (
    version INTEGER NOT NULL REFERENCES reportVersion (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    name TEXT NOT NULL,
    PRIMARY KEY (version, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE block (
    version INTEGER NOT NULL REFERENCES reportVersion (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('paragraph', 'heading', 'listItem', 'quotation')),
    startByte INTEGER NOT NULL CHECK (startByte >= 0),
    endByte INTEGER NOT NULL CHECK (endByte >= startByte),
    PRIMARY KEY (version, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE analysis (
    key INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES reportVersion (key),
    number INTEGER NOT NULL CHECK (number >= 1),
    isCurrent INTEGER NOT NULL CHECK (isCurrent IN (0, 1)),
    replaces INTEGER UNIQUE REFERENCES analysis (key),
    engine TEXT NOT NULL,
    analysed INTEGER NOT NULL CHECK (analysed IN (0, 1)),
    addedAt TEXT NOT NULL,
    UNIQUE (version, number),
    CHECK ((number = 1) = (replaces IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX analysisCurrent ON analysis (version) WHERE isCurrent = 1;

  CREATE TABLE actor (
    key INTEGER PRIMARY KEY,
    analysis INTEGER NOT NULL REFERENCES analysis (key),
    name TEXT NOT NULL,
    UNIQUE (analysis, name)
  ) STRICT;

  CREATE TABLE statement (
    key INTEGER PRIMARY KEY,
    analysis INTEGER NOT NULL REFERENCES analysis (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
    stance TEXT NOT NULL CHECK (stance IN ('asserts', 'confirms', 'denies', 'doubts',
      'declines', 'urges', 'plans', 'conditional', 'warns', 'condemns', 'supports')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    speakerNamed INTEGER CHECK (speakerNamed IN (0, 1)),
    speakerActor INTEGER REFERENCES actor (key),
    said TEXT,
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    UNIQUE (analysis, ordinal),
    UNIQUE (analysis, id),
    CHECK (speakerActor IS NULL OR speakerNamed IS NOT NULL)
  ) STRICT;
  CREATE INDEX statementID ON statement (id);
  CREATE INDEX statementDay ON statement (day);
  CREATE INDEX statementActor ON statement (speakerActor) WHERE speakerActor IS NOT NULL;

  CREATE TABLE relay (
    statement INTEGER NOT NULL REFERENCES statement (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    actor INTEGER REFERENCES actor (key),
    PRIMARY KEY (statement, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE passage (
    statement INTEGER NOT NULL REFERENCES statement (key),
    role TEXT NOT NULL CHECK (role IN ('speaker', 'cue', 'content', 'relay')),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    piece INTEGER NOT NULL CHECK (piece >= 0),
    startByte INTEGER NOT NULL CHECK (startByte >= 0),
    endByte INTEGER NOT NULL CHECK (endByte >= startByte),
    words TEXT NOT NULL,
    PRIMARY KEY (statement, role, ordinal, piece),
    CHECK (role = 'relay' OR ordinal = 0)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE mention (
    analysis INTEGER NOT NULL REFERENCES analysis (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    startByte INTEGER NOT NULL CHECK (startByte >= 0),
    endByte INTEGER NOT NULL CHECK (endByte >= startByte),
    words TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('PER', 'ORG', 'LOC', 'MISC')),
    actor INTEGER REFERENCES actor (key),
    PRIMARY KEY (analysis, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE timeExpression (
    analysis INTEGER NOT NULL REFERENCES analysis (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    startByte INTEGER NOT NULL CHECK (startByte >= 0),
    endByte INTEGER NOT NULL CHECK (endByte >= startByte),
    words TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('DATE', 'TIME', 'DURATION', 'SET')),
    value TEXT,
    PRIMARY KEY (analysis, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE figure (
    analysis INTEGER NOT NULL REFERENCES analysis (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    startByte INTEGER NOT NULL CHECK (startByte >= 0),
    endByte INTEGER NOT NULL CHECK (endByte >= startByte),
    words TEXT NOT NULL,
    low REAL,
    high REAL,
    bound TEXT NOT NULL
      CHECK (bound IN ('exactly', 'about', 'at least', 'up to', 'range')),
    unit TEXT,
    counts TEXT,
    PRIMARY KEY (analysis, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE VIEW statementWords AS
    SELECT key AS statement,
      (SELECT group_concat(words, ' … ') FROM (SELECT words FROM passage
        WHERE statement = s.key AND role = 'content' ORDER BY piece)) AS content,
      (SELECT group_concat(words, ' … ') FROM (SELECT words FROM passage
        WHERE statement = s.key AND role = 'cue' ORDER BY piece)) AS cue
    FROM statement s;
  CREATE VIRTUAL TABLE statementText USING fts5(
    content, cue, content='statementWords', content_rowid='statement',
    tokenize='porter unicode61 remove_diacritics 2');

  CREATE VIEW speakerWords AS
    SELECT key AS statement,
      (SELECT group_concat(words, ' … ') FROM (SELECT words FROM passage
        WHERE statement = s.key AND role = 'speaker' ORDER BY piece)) AS words,
      (SELECT name FROM actor WHERE key = s.speakerActor) AS actor
    FROM statement s WHERE speakerNamed IS NOT NULL;
  CREATE VIRTUAL TABLE speakerText USING fts5(
    words, actor, content='speakerWords', content_rowid='statement',
    tokenize='unicode61 remove_diacritics 2');

  CREATE VIRTUAL TABLE reportText USING fts5(
    title, text, content='reportVersion', content_rowid='key',
    tokenize='porter unicode61 remove_diacritics 2');

  INSERT INTO report VALUES (1, 'old-1', '2031-01-01T00:00:00Z');
  INSERT INTO reportVersion VALUES (1, 1, 1, 1, 'dcfb037c1e2b8880b45d4b3b855343fe0230aae5320660ca52dbd3e18e143737', 'dcfb037c1e2b8880b45d4b3b855343fe0230aae5320660ca52dbd3e18e143737', 'Piers stand', 'https://post.example/old-1',
    'Varnholm Post', NULL, NULL, '2031-01-04', '2031-01-04', 'en',
    'Mayor Ilse Müller denied on Friday that any of the 14 piers had moved.', '2031-01-01T00:00:00Z');
  INSERT INTO topic VALUES (1, 0, 'harbour');
  INSERT INTO block VALUES (1, 0, 'paragraph', 0, 71);
  INSERT INTO analysis VALUES (1, 1, 1, 1, NULL, 'toy 0', 1, '2031-01-01T00:00:00Z');
  INSERT INTO actor VALUES (1, 1, 'Ilse Müller');
  INSERT INTO statement VALUES (1, 1, 0, 'old-1-0', 'indirect', 'denies', 0.5, 1, 1, '2031-01-03', '2031-01-03');
  INSERT INTO passage VALUES (1, 'speaker', 0, 0, 0, 18, 'Mayor Ilse Müller');
  INSERT INTO passage VALUES (1, 'cue', 0, 0, 19, 25, 'denied');
  INSERT INTO passage VALUES (1, 'content', 0, 0, 36, 70, 'that any of the 14 piers had moved');
  INSERT INTO mention VALUES (1, 0, 6, 18, 'Ilse Müller', 'PER', 1);
  INSERT INTO timeExpression VALUES (1, 0, 26, 35, 'on Friday', 'DATE', '2031-01-03');
  INSERT INTO figure VALUES (1, 0, 52, 60, '14 piers', 14, 14, 'exactly', NULL, 'piers');
  INSERT INTO statementText (rowid, content, cue) SELECT statement, content, cue FROM statementWords;
  INSERT INTO speakerText (rowid, words, actor) SELECT statement, words, actor FROM speakerWords;
  INSERT INTO reportText (rowid, title, text) SELECT key, title, text FROM reportVersion;
  CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
  INSERT INTO grdb_migrations VALUES ('ledger 1');
  PRAGMA application_id = 1396791635;
  PRAGMA user_version = 1;
  """

/// What makes a ledger of format 2 of one of format 1, with a second report in it.
let ledgerOfFormat2 = """
  ALTER TABLE statement ADD COLUMN holds TEXT;

  ALTER TABLE figure ADD COLUMN wholeStart INTEGER CHECK (wholeStart >= 0);
  ALTER TABLE figure ADD COLUMN wholeEnd INTEGER
    CHECK (wholeEnd >= wholeStart AND (wholeEnd IS NULL) = (wholeStart IS NULL));

  CREATE TABLE speakerMember (
    statement INTEGER NOT NULL REFERENCES statement (key),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    actor INTEGER NOT NULL REFERENCES actor (key),
    PRIMARY KEY (statement, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX speakerMemberActor ON speakerMember (actor);

  DROP TABLE speakerText;
  DROP VIEW speakerWords;
  CREATE VIEW speakerWords AS
    SELECT key AS statement,
      (SELECT group_concat(words, ' … ') FROM (SELECT words FROM passage
        WHERE statement = s.key AND role = 'speaker' ORDER BY piece)) AS words,
      (SELECT name FROM actor WHERE key = s.speakerActor) AS actor,
      (SELECT group_concat(name, ' … ') FROM (SELECT ma.name FROM speakerMember m
        JOIN actor ma ON ma.key = m.actor
        WHERE m.statement = s.key ORDER BY m.ordinal)) AS members
    FROM statement s WHERE speakerNamed IS NOT NULL;
  CREATE VIRTUAL TABLE speakerText USING fts5(
    words, actor, members, content='speakerWords', content_rowid='statement',
    tokenize='unicode61 remove_diacritics 2');
  INSERT INTO speakerText (speakerText) VALUES ('rebuild');

  INSERT INTO report VALUES (2, 'old-2', '2031-01-05T00:00:00Z');
  INSERT INTO reportVersion VALUES (2, 2, 1, 1, '5e5b57c45b2b8d88bd893b951a5a549f1d1fc9f99bd7d865573a2ce8698f3947', '5e5b57c45b2b8d88bd893b951a5a549f1d1fc9f99bd7d865573a2ce8698f3947', NULL, NULL,
    NULL, NULL, NULL, '2031-01-05', '2031-01-05', 'en',
    'Harl and Nordbau said 3 of the 14 piers would be closed by March.', '2031-01-05T00:00:00Z');
  INSERT INTO block VALUES (2, 0, 'paragraph', 0, 65);
  INSERT INTO analysis VALUES (2, 2, 1, 1, NULL, 'toy 0', 1, '2031-01-05T00:00:00Z');
  INSERT INTO actor VALUES (2, 2, 'Harl');
  INSERT INTO actor VALUES (3, 2, 'Nordbau');
  INSERT INTO statement VALUES (2, 2, 0, 'old-2-0', 'indirect', 'plans', 0.5, 1, NULL, NULL,
    '2031-01-05', '2031-03');
  INSERT INTO speakerMember VALUES (2, 0, 2);
  INSERT INTO speakerMember VALUES (2, 1, 3);
  INSERT INTO passage VALUES (2, 'speaker', 0, 0, 0, 16, 'Harl and Nordbau');
  INSERT INTO passage VALUES (2, 'cue', 0, 0, 17, 21, 'said');
  INSERT INTO passage VALUES (2, 'content', 0, 0, 22, 64,
    '3 of the 14 piers would be closed by March');
  INSERT INTO figure VALUES (2, 0, 22, 23, '3', 3, 3, 'exactly', NULL, 'piers', 27, 39);
  INSERT INTO figure VALUES (2, 1, 27, 39, 'the 14 piers', 14, 14, 'exactly', NULL, 'piers',
    NULL, NULL);
  INSERT INTO statementText (rowid, content, cue)
    SELECT statement, content, cue FROM statementWords WHERE statement = 2;
  INSERT INTO speakerText (rowid, words, actor, members)
    SELECT statement, words, actor, members FROM speakerWords WHERE statement = 2;
  INSERT INTO reportText (rowid, title, text) SELECT key, title, text FROM reportVersion
    WHERE key = 2;
  INSERT INTO grdb_migrations VALUES ('ledger 2');
  PRAGMA user_version = 2;
  """

/// What a program of format 2 wrote of a report whose id it made from the address as given.
let reportUnderOlderID = """
  INSERT INTO report VALUES (3, 'a4c1c03b19995e2a', '2031-01-06T00:00:00Z');
  INSERT INTO reportVersion VALUES (3, 3, 1, 1, 'efcc32fdcbf13e0c938c5c49a2b7876ce3ad411c4cad00bedf1263bc1c569c99', 'efcc32fdcbf13e0c938c5c49a2b7876ce3ad411c4cad00bedf1263bc1c569c99', NULL, 'https://www.post.example/line/',
    NULL, NULL, NULL, '2031-01-06', '2031-01-06', 'en',
    'The line at Harl stays shut.', '2031-01-06T00:00:00Z');
  INSERT INTO block VALUES (3, 0, 'paragraph', 0, 28);
  INSERT INTO analysis VALUES (3, 3, 1, 1, NULL, 'toy 0', 1, '2031-01-06T00:00:00Z');
  INSERT INTO reportText (rowid, title, text) SELECT key, title, text FROM reportVersion
    WHERE key = 3;
  """

/// What makes a ledger of format 3 of one of format 2, with a report that a server's answer brought.
let ledgerOfFormat3 = """
  ALTER TABLE reportVersion ADD COLUMN subtitle TEXT;
  ALTER TABLE reportVersion ADD COLUMN modified TEXT
    CHECK (modified GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]*');
  ALTER TABLE reportVersion ADD COLUMN section TEXT;
  ALTER TABLE reportVersion ADD COLUMN caption TEXT;
  ALTER TABLE reportVersion ADD COLUMN extent TEXT NOT NULL DEFAULT 'full'
    CHECK (extent IN ('full', 'summary', 'stub'));
  ALTER TABLE reportVersion ADD COLUMN sourceAddress TEXT;
  ALTER TABLE reportVersion ADD COLUMN sourceRetrieved TEXT;
  ALTER TABLE reportVersion ADD COLUMN sourceContainer TEXT;
  ALTER TABLE reportVersion ADD COLUMN sourceDigest TEXT;
  CREATE INDEX reportVersionSnapshot ON reportVersion (sha256);

  CREATE TABLE snapshot (
    sha256 TEXT NOT NULL PRIMARY KEY
      CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    byteCount INTEGER NOT NULL CHECK (byteCount >= 0)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE retrieval (
    key INTEGER PRIMARY KEY,
    requested TEXT NOT NULL,
    address TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    status INTEGER NOT NULL CHECK (status BETWEEN 100 AND 999),
    headers TEXT NOT NULL CHECK (json_valid(headers)),
    etag TEXT,
    lastModified TEXT,
    mediaType TEXT,
    charset TEXT,
    snapshot TEXT NOT NULL REFERENCES snapshot (sha256),
    UNIQUE (requested, retrieved, snapshot)
  ) STRICT;
  CREATE INDEX retrievalAddress ON retrieval (address);
  CREATE INDEX retrievalSnapshot ON retrieval (snapshot);


  INSERT INTO report VALUES (3, 'old-3', '2031-01-07T09:00:00Z');
  INSERT INTO reportVersion VALUES (3, 3, 1, 1, 'b8a3805e669decf7180d8c7f4af5d4706d615d0678c424bd1c6b853def3bf3d2', 'efcc32fdcbf13e0c938c5c49a2b7876ce3ad411c4cad00bedf1263bc1c569c99', 'Line shut',
    'https://post.example/line', 'Varnholm Post', NULL, NULL, '2031-01-07', '2031-01-07', 'en',
    'The line at Harl stays shut.', '2031-01-07T09:00:00Z', 'No trains before noon',
    '2031-01-07T08:00:00Z', 'Traffic', 'The line at Harl', 'summary', 'https://post.example/feed',
    '2031-01-07T09:00:00Z', 'feed.xml', 'sha1:ABC');
  INSERT INTO block VALUES (3, 0, 'paragraph', 0, 28);
  INSERT INTO analysis VALUES (3, 3, 1, 1, NULL, 'toy 0', 1, '2031-01-07T09:00:00Z');
  INSERT INTO reportText (rowid, title, text) SELECT key, title, text FROM reportVersion
    WHERE key = 3;
  INSERT INTO snapshot VALUES ('b8a3805e669decf7180d8c7f4af5d4706d615d0678c424bd1c6b853def3bf3d2', 6);
  INSERT INTO retrieval VALUES (1, 'https://post.example/feed', 'https://post.example/feed',
    '2031-01-07T09:00:00Z', 200, '[["ETag","\\"7\\""]]', '"7"', NULL, 'application/rss+xml', NULL,
    'b8a3805e669decf7180d8c7f4af5d4706d615d0678c424bd1c6b853def3bf3d2');
  INSERT INTO grdb_migrations VALUES ('ledger 3');
  PRAGMA user_version = 3;
  """

/// What makes a ledger of format 4 of one of format 3: two of its reports are one story, the third
/// waits.
let ledgerOfFormat4 = """
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

  INSERT INTO storyIndex VALUES (1, 'toy', 2);
  DELETE FROM storyPending WHERE report <> 2;
  INSERT INTO storySketch VALUES (1, 9, x'0102', x'04'), (3, 8, x'03', x'');
  INSERT INTO storyLink VALUES (3, 0, 1, 1.5);
  INSERT INTO story VALUES (1, '00000000000000aa', 'Piers stand', '2031-01-04', '2031-01-07', 2, 1,
    '["Varnholm Post"]');
  INSERT INTO storyReport VALUES (1, '00000000000000aa'), (3, '00000000000000aa');
  INSERT INTO copyLink VALUES (1, 3, 4, 9, 8, 0.25, 0.5);
  INSERT INTO grdb_migrations VALUES ('ledger 4');
  PRAGMA user_version = 4;
  """
