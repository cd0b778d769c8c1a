extension ModelFile {
  /// Stores a table under a prefix.
  package mutating func set(_ prefix: String, table: HashedTable) {
    set(prefix + ".shape", floats: [Float(table.bits), Float(table.columns), table.scale])
    sections[prefix + ".weights"] = table.weights.map { UInt8(bitPattern: $0) }
  }

  /// Reads a table back.
  package func table(_ prefix: String) throws -> HashedTable {
    let shape = try floats(prefix + ".shape")
    let payload = try section(prefix + ".weights")
    guard shape.count == 3, (1...24).contains(Int(shape[0])), (1...512).contains(Int(shape[1])),
      payload.count == (Int(shape[1]) + 7) / 8 * 8 << Int(shape[0])
    else {
      throw ModelError(
        problem: "the table '\(prefix)' has an impossible shape", place: prefix,
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    return HashedTable(
      bits: Int(shape[0]), columns: Int(shape[1]), scale: shape[2],
      weights: payload.withUnsafeBytes { Array($0.bindMemory(to: Int8.self)) })
  }

  /// Stores a sequence model under a prefix.
  package mutating func set(_ prefix: String, sequence: SequenceModel) {
    set(prefix + ".labels", strings: sequence.labels)
    set(prefix + ".table", table: sequence.table)
    set(prefix + ".transitions", floats: sequence.transitions)
    set(prefix + ".starts", floats: sequence.starts)
  }

  /// Reads a sequence model back.
  package func sequence(_ prefix: String) throws -> SequenceModel {
    let labels = try strings(prefix + ".labels")
    let table = try table(prefix + ".table")
    let transitions = try floats(prefix + ".transitions")
    let starts = try floats(prefix + ".starts")
    guard table.columns == labels.count, transitions.count == labels.count * labels.count,
      starts.count == labels.count
    else {
      throw ModelError(
        problem: "the parts of '\(prefix)' do not fit each other", place: prefix,
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    return SequenceModel(labels: labels, table: table, transitions: transitions, starts: starts)
  }

  /// Stores a classifier under a prefix.
  package mutating func set(_ prefix: String, classifier: LinearClassifier) {
    set(prefix + ".labels", strings: classifier.labels)
    set(prefix + ".table", table: classifier.table)
  }

  /// Reads a classifier back.
  package func classifier(_ prefix: String) throws -> LinearClassifier {
    let labels = try strings(prefix + ".labels")
    let table = try table(prefix + ".table")
    guard table.columns == labels.count else {
      throw ModelError(
        problem: "the parts of '\(prefix)' do not fit each other", place: prefix,
        remedy: "rebuild it with sayso-train, or reinstall sayso")
    }
    return LinearClassifier(labels: labels, table: table)
  }
}
