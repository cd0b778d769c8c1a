internal import GRDB

/// The versions of the ledger's format.
///
/// A shipped migration never changes: a ledger made years ago must open. A later format is a new
/// case in `migrator`, a higher `version`, and a new fixture beside the tests.
enum LedgerSchema {
  /// The newest format known here; the file carries its own in SQLite's `user_version`.
  static let version = 7

  /// "SAYS" in ASCII: marks the file as a ledger, in SQLite's `application_id`.
  static let applicationID = 0x5341_5953

  /// Brings a file from any earlier format to the newest.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("ledger 1") { db in
      try db.execute(sql: migration1)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("ledger 2") { db in
      try db.execute(sql: migration2)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("ledger 3") { db in
      try db.execute(sql: migration3)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("ledger 4") { db in
      try db.execute(sql: migration4)
      // Some ledgers got the fifth first.
      let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      try db.execute(sql: "PRAGMA user_version = \(max(4, format))")
    }
    migrator.registerMigration("ledger 5") { db in
      try db.execute(sql: migration5)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("ledger 6") { db in
      try db.execute(sql: migration6)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("ledger 7") { db in
      try db.execute(sql: migration7)
      try db.execute(sql: "PRAGMA user_version = 7")
    }
    return migrator
  }
}
