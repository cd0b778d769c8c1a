import SaysoRecords

/// Reads reports given as JSON objects: `{"id","text","title","published","url","outlet"}`.
enum JSONReader {
  /// The draft of one object; `text` is kept byte for byte.
  static func draft(of value: JSONValue, place: String) throws(ReadingError) -> ReportDraft {
    guard case .object(let members) = value else {
      throw ReadingError(
        "the JSON is no object", place: place,
        remedy: "give each report as {\"id\": …, \"text\": …}")
    }
    if let item = NinjsReader(value, place: place) { return try item.draft() }
    guard let stated = members["text"], case .string(let text) = stated else {
      throw ReadingError(
        "the JSON object has no \"text\"", place: place,
        remedy: "give the report's words as a string under \"text\"")
    }
    guard LineOfText(text[...]).isEmpty == false else {
      throw ReadingError(
        "the \"text\" is empty", place: place, remedy: "give the report's words under \"text\"")
    }
    var draft = PlainTextReader.draft(ofGiven: text)
    draft.metadata.id = members["id"]?.text
    var fields: [String: [String]] = [:]
    for (name, member) in members where name != "text" && name != "id" {
      let values = member.elements.compactMap { $0.text ?? $0["name"]?.text }
      if !values.isEmpty { fields[name] = values }
    }
    draft.metadata.take(fields)
    return draft
  }

  /// An error about JSON, with the byte it was found at.
  static func error(_ failure: JSONValue.Failure, place: String) -> ReadingError {
    ReadingError(
      "this is no JSON: \(failure.problem) at byte \(failure.offset + 1)", place: place,
      remedy: "write one complete JSON object for each report")
  }
}
