extension LedgerSchema {
  /// The third format: what else a report states about itself, where its bytes came from, and the
  /// bytes as they were received.
  ///
  /// The bytes themselves lie beside the ledger (see ``SnapshotStore``): a database of pages would
  /// be copied whole with every copy of the record.
  static let migration3 = """
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
    """
}
