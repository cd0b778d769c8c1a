internal import SaysoLanguage
internal import SaysoRecords
internal import SaysoStories

/// A name that the ledger's reports do not have, with what may have been meant.
public struct ActorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a clause.
  public let problem: String
  /// The ledger and the name.
  public let place: String
  /// What to do about it, as a clause.
  public let remedy: String

  /// One line: place, problem, remedy.
  public var description: String { place + ": " + problem + "; " + remedy }
}

/// Finds the actors that a person means by a name.
enum ActorLookup {
  /// Whether a record has a name, accents and capitals aside.
  static func has(_ record: ActorRecord, _ name: String) -> Bool {
    let key = name.foldedForNames
    return record.name.foldedForNames == key
      || record.aliases.contains { $0.words.foldedForNames == key }
  }

  /// The name by which a decision refers to what a person named: the fullest of a report's, as it is
  /// there or as the name of the actor that has it as another form.
  ///
  /// Throws, with the nearest names, where the reports have none such.
  static func name(
    _ name: String, in report: ReportID?, _ records: [ActorRecord], place: String
  ) throws -> String {
    let key = name.foldedForNames
    let members = records.flatMap(\.members).filter { report == nil || $0.report == report }
    if let own = members.first(where: { $0.name.foldedForNames == key }) { return own.name }
    if let record = records.first(where: { has($0, name) }),
      let own = record.members.first(where: { report == nil || $0.report == report })
    {
      return own.name
    }
    let near = nearest(to: key, among: Set(members.map(\.name)))
    let quoted = near.map { "\"\($0)\"" }.joined(separator: ", ")
    throw ActorError(
      problem: report == nil
        ? "no report of the ledger names this actor" : "the report does not name this actor",
      place: place + ": " + name,
      remedy: near.isEmpty
        ? "`sayso actors` lists the names" : "nearest are \(quoted); `sayso actors` lists the names"
    )
  }

  /// At most three names that share a word with one, or differ from it by few letters.
  private static func nearest(to key: String, among names: Set<String>) -> [String] {
    let words = Set(key.split(separator: " ").filter { $0.count > 2 })
    return names.sorted().compactMap { name -> (Int, String)? in
      let own = name.foldedForNames
      let distance = editDistance(Array(own), Array(key))
      let shares = own.split(separator: " ").contains { words.contains($0) }
      guard shares || distance <= max(2, key.count / 4) else { return nil }
      return (distance, name)
    }.sorted { $0 < $1 }.prefix(3).map(\.1)
  }

  /// Letters to change, add or take away (Levenshtein, 1966).
  private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let cost = min(row[j] + 1, row[j + 1] + 1, corner + (letter == other ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
