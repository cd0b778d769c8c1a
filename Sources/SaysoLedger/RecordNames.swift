internal import SaysoRecords

/// In this module a statement is what someone said; GRDB's is written `GRDB.Statement`.
typealias Statement = SaysoRecords.Statement
