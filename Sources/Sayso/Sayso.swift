/// What `import Sayso` gives: the nouns, the reading of files, the pipeline that reads a report, and
/// the desk that keeps what was read in a ledger.
@_exported public import SaysoLedger
@_exported public import SaysoReading
@_exported public import SaysoRecords

/// The version of this program and of what it gives out (semver.org).
public let saysoVersion = "0.1.0"
