extension LedgerSchema {
  /// The second format: when a content is to hold, the actors of a group, parts of figures; the names
  /// of a group's actors are found as speakers.
  ///
  /// The search over speakers is made anew, since FTS5 cannot add a column to a table.
  static let migration2 = """
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
    """
}
