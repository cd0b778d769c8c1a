import Foundation
import GRDB
import SaysoLedger
import SaysoRecords
import Testing

@Suite(.serialized) struct KilledProcessTests {
  @Test(arguments: [0, 1, 7, 23])
  func `a process killed inside a transaction leaves a ledger that the next run completes`(
    after count: Int
  ) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, count = count as Int] in
      let ledger = try Ledger(addingTo: path)
      _ = try ledger.add(reports(0..<10), stamp: firstModels, now: noon)
      var seen = 0
      let reads = reports(10..<60).lazy.map { read in
        if seen == count { kill(getpid(), SIGKILL) }
        seen += 1
        return read
      }
      _ = try ledger.add(reads, stamp: firstModels, now: noon)
    }
    try expectSound(path, holding: 10)
    try expectCompleted(path)
  }

  @Test(arguments: [2, 15, 60, 140])
  func `a process killed at any moment leaves a ledger that the next run completes`(
    milliseconds: Int
  ) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, milliseconds = milliseconds as Int] in
      Thread.detachNewThread {
        usleep(UInt32(milliseconds * 1000))
        kill(getpid(), SIGKILL)
      }
      let ledger = try Ledger(addingTo: path)
      while true {
        for read in reports(0..<60) { _ = try ledger.add(read, stamp: firstModels, now: noon) }
        for read in reports(0..<60) { _ = try ledger.add(read, stamp: laterModels, now: noon) }
      }
    }
    try expectCompleted(path)
  }

  private func expectSound(_ path: String, holding count: Int) throws {
    let ledger = try Ledger(asking: path)
    #expect(try ledger.counts().reports == count)
    #expect(try ledger.verify().findings == [])
  }

  private func expectCompleted(_ path: String) throws {
    let ledger = try Ledger(addingTo: path)
    let integrity = try DatabaseQueue(path: path).inDatabase { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    #expect(integrity == ["ok"])
    let reads = reports(0..<60)
    _ = try ledger.add(reads, stamp: firstModels, now: noon)
    #expect(try ledger.counts().reports == 60)
    for read in reads { #expect(try ledger.readReport(read.report.id) == read) }
    let verification = try ledger.verify()
    #expect(verification.findings == [])
    #expect(verification.searchChecked)
  }
}

private func reports(_ range: Range<Int>) -> [ReadReport] {
  var generated = GeneratedReports(seed: 99)
  return (0..<range.upperBound).map { generated.next($0) }.filter {
    let number = $0.report.id.text.dropFirst("generated ".count).prefix { $0.isNumber }
    return Int(number).map(range.contains) ?? false
  }
}
