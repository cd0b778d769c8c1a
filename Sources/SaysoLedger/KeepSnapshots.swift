#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GRDB
public import SaysoRecords

extension Ledger {
  /// Keeps the bytes of a server's answer beside the ledger, and how they were got in it.
  ///
  /// The bytes are on the disk before the ledger names them. Keeping the same again changes
  /// nothing; the same bytes of another time are kept once, with both times.
  ///
  /// - Returns: the digest of the bytes, by which reports and ``snapshot(_:)`` name them.
  @discardableResult
  public func keep(snapshot bytes: [UInt8], retrieval: Retrieval) throws -> SHA256Digest {
    guard !isReadOnly else {
      throw LedgerError(
        .readOnly, "the ledger was opened for asking only", place: path,
        remedy: "open it for adding")
    }
    let digest = try SnapshotStore(ledger: path).write(bytes)
    do {
      let headers = try JSONEncoder().encode(retrieval.headers.map { [$0.name, $0.value] })
      try database.write { db in
        try db.execute(
          sql: "INSERT OR IGNORE INTO snapshot (sha256, byteCount) VALUES (?, ?)",
          arguments: [digest.hex, bytes.count])
        try db.execute(
          sql: """
            INSERT INTO retrieval (requested, address, retrieved, status, headers, etag,
              lastModified, mediaType, charset, snapshot)
            VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT),
              CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?)
            ON CONFLICT (requested, retrieved, snapshot) DO NOTHING
            """,
          arguments: [
            stored(retrieval.requested), stored(retrieval.address), stored(retrieval.retrieved),
            retrieval.status, headers, stored(retrieval.etag), stored(retrieval.lastModified),
            stored(retrieval.mediaType), stored(retrieval.charset), digest.hex,
          ])
      }
    } catch {
      throw LedgerError(error, place: path)
    }
    return digest
  }

  /// The newest answer for an address, asked for or reached by redirects; nil where none is kept.
  public func newestRetrieval(of address: String) throws -> KeptRetrieval? {
    try retrievals(
      where: "requested = ?1 OR address = ?1 ORDER BY retrieved DESC, key DESC LIMIT 1", address
    ).first
  }

  /// The answers that brought the snapshots of a report's versions, oldest first.
  public func retrievals(of report: ReportID) throws -> [KeptRetrieval] {
    try retrievals(
      where: """
        snapshot IN (SELECT v.sha256 FROM reportVersion v JOIN report r ON r.key = v.report
          WHERE r.id = ?1) ORDER BY retrieved, key
        """, report.text)
  }

  /// The answers that brought these bytes, oldest first.
  public func retrievals(ofSnapshot digest: SHA256Digest) throws -> [KeptRetrieval] {
    try retrievals(where: "snapshot = ?1 ORDER BY retrieved, key", digest.hex)
  }

  /// The bytes of a snapshot, compared with their digest; nil where the ledger keeps none.
  ///
  /// - Throws: ``LedgerError`` where their file is gone or was changed.
  public func snapshot(_ digest: SHA256Digest) throws -> [UInt8]? {
    let isKept = try reading { db in
      try Bool.fetchOne(
        db, sql: "SELECT count(*) FROM snapshot WHERE sha256 = ?", arguments: [digest.hex])
    }
    return isKept == true ? try SnapshotStore(ledger: path).read(digest) : nil
  }

  /// The versions of reports whose snapshots are kept, by snapshot, report and number.
  package func versionsWithSnapshot() throws -> [KeptVersion] {
    try reading { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT r.id, v.number, v.sha256 FROM snapshot s
          JOIN reportVersion v ON v.sha256 = s.sha256 JOIN report r ON r.key = v.report
          ORDER BY v.sha256, r.id, v.number
          """)
      return try cursor.mapping { row in
        KeptVersion(
          report: ReportID(try row.requiredText(0)), number: row[1],
          snapshot: SHA256Digest(hex: try row.requiredText(2)))
      }
    }
  }

  private func retrievals(where condition: String, _ value: String) throws -> [KeptRetrieval] {
    try reading { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT requested, address, retrieved, status, headers, etag, lastModified, mediaType,
            charset, snapshot FROM retrieval WHERE \(condition)
          """, arguments: [value])
      return try cursor.mapping { row in
        KeptRetrieval(
          retrieval: Retrieval(
            requested: try row.requiredText(0), address: try row.requiredText(1),
            retrieved: try row.requiredText(2), status: row[3], headers: try headers(row, 4),
            etag: try row.text(5), lastModified: try row.text(6), mediaType: try row.text(7),
            charset: try row.text(8)), snapshot: SHA256Digest(hex: try row.requiredText(9)))
      }
    }
  }

  private func headers(_ row: Row, _ index: Int) throws -> [Retrieval.Header] {
    do {
      return try JSONDecoder().decode([[String]].self, from: Data(try row.bytes(index))).map {
        guard $0.count == 2 else { throw Contradiction("a header has no value") }
        return Retrieval.Header($0[0], $0[1])
      }
    } catch is DecodingError {
      throw Contradiction("the headers of a retrieval are no list of pairs")
    }
  }
}

/// A version of a report whose snapshot is kept.
package struct KeptVersion: Hashable, Sendable {
  /// The report.
  package let report: ReportID
  /// Which version, counted from 1.
  package let number: Int
  /// The snapshot.
  package let snapshot: SHA256Digest
}
