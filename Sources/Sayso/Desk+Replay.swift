internal import SaysoLedger
internal import SaysoReading
internal import SaysoRecords

extension Desk {
  /// Reads the kept snapshots again and compares the texts with those of the versions that came
  /// from them.
  ///
  /// A text that is read otherwise is a note: reading has changed since, the ledger has not. One
  /// snapshot is in memory at a time; those that are gone or damaged are findings already.
  func replay(_ verification: inout Verification) throws {
    let versions: [KeptVersion]
    do {
      versions = try ledger.versionsWithSnapshot()
    } catch let error as LedgerError where error.kind == .damaged && !verification.isSound {
      return
    }
    var replay: SnapshotReplay?
    for version in versions {
      if replay?.digest != version.snapshot {
        replay = try SnapshotReplay(version.snapshot, in: ledger)
      }
      let place = "\(ledger.path): report \(version.report), version \(version.number)"
      do {
        guard let replay, replay.isThere,
          let report = try ledger.report(version.report, version: version.number)
        else { continue }
        if replay.text(of: report) == report.text {
          verification.replayed += 1
        } else {
          verification.notes.append(
            Verification.Finding(
              place: place,
              problem: "its snapshot is read differently by this version of Sayso"))
        }
      } catch let error as LedgerError where error.kind == .damaged && !verification.isSound {
        continue
      }
    }
  }
}

/// The reports of one kept snapshot, as this program reads them.
private struct SnapshotReplay {
  let digest: SHA256Digest
  private let bytes: [UInt8]?
  private let retrievals: [Retrieval]

  init(_ digest: SHA256Digest, in ledger: Ledger) throws {
    self.digest = digest
    do {
      bytes = try ledger.snapshot(digest)
    } catch is LedgerError {
      // Told by the check of the snapshots.
      bytes = nil
    }
    retrievals = try ledger.retrievals(ofSnapshot: digest).map(\.retrieval)
  }

  /// Whether the bytes are there, and how they were got.
  var isThere: Bool { bytes != nil && !retrievals.isEmpty }

  /// The text that a report has when it is read again, with what its server told; nil where it is
  /// not found.
  func text(of report: Report) -> FrozenText? {
    guard let bytes, let first = retrievals.first else { return nil }
    let retrieval = retrievals.first { $0.retrieved == report.provenance?.retrieved } ?? first
    let file = SourceFile(
      name: retrieval.address, bytes: bytes,
      origin: SourceFile.Origin(
        mediaType: retrieval.mediaType, charset: retrieval.charset, address: retrieval.address,
        retrieved: retrieval.retrieved, container: report.provenance?.container,
        statedDigest: report.provenance?.statedDigest))
    let found = ReportReader().readings(of: file).compactMap { reading -> Report? in
      guard case .success(let reading) = reading else { return nil }
      return reading.report
    }
    func key(_ report: Report) -> String? {
      report.url.map { CanonicalAddress($0)?.key ?? $0 }
    }
    let same =
      found.first { $0.id == report.id }
      ?? found.first { key($0) != nil && key($0) == key(report) }
      ?? (found.count == 1 ? found.first : nil)
    return same?.text
  }
}
