import GRDB
import Testing

@testable import SaysoLedger

@Suite struct LedgerErrorTests {
  @Test(arguments: [
    (ResultCode.SQLITE_NOTADB, LedgerError.Kind.notADatabase), (.SQLITE_BUSY, .locked),
    (.SQLITE_LOCKED, .locked), (.SQLITE_FULL, .full), (.SQLITE_READONLY_DIRECTORY, .readOnly),
    (.SQLITE_CANTOPEN, .unreadable), (.SQLITE_CORRUPT, .damaged), (.SQLITE_IOERR, .unreadable),
    (.SQLITE_CONSTRAINT_CHECK, .refused), (.SQLITE_TOOBIG, .refused), (.SQLITE_PERM, .readOnly),
  ])
  func `a failure of the database is said in words of the ledger`(
    code: ResultCode, kind: LedgerError.Kind
  ) {
    let error = LedgerError(DatabaseError(resultCode: code), place: "a.db")
    #expect(error.kind == kind)
    expectReadable(error)
  }

  @Test func `every error is one line that says where, what and how to mend`() {
    let path = "folder\nwith a line end/a.db"
    for error in [
      LedgerError.notADatabase(path), .notALedger(path), .newer(path, version: 9),
      Contradiction("one thing").error(place: path),
    ] {
      expectReadable(error)
      #expect(error.description.hasPrefix("folder with a line end/a.db: "))
    }
  }

  private func expectReadable(_ error: LedgerError) {
    #expect(!error.problem.isEmpty && !error.place.isEmpty && !error.remedy.isEmpty)
    #expect(!error.description.contains("\n"))
    #expect(error.description.hasSuffix("; " + error.remedy))
    #expect(!error.remedy.hasSuffix(".") && !error.problem.hasSuffix("."))
  }
}
