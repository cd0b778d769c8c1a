/// The publishing status of an item of a wire service (IPTC NewsCodes, "publishing status").
enum WireStatus {
  /// Why an item of that status is no report; nil for one that may be used.
  ///
  /// - Parameters:
  ///   - status: the code, with or without its scheme ("stat:canceled"), lower-case.
  ///   - item: what the item is called in the sentence.
  static func refusal(_ status: String, item: String, place: String) -> ReadingError? {
    let code = status.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? status
    switch code {
    case "canceled", "cancelled":
      return ReadingError(
        "\(item) was cancelled by its provider", place: place,
        remedy: "leave it out, and look for a corrected item")
    case "withheld", "withhold":
      return ReadingError(
        "\(item) is withheld by its provider until further notice", place: place,
        remedy: "leave it out until it is released")
    default: return nil
    }
  }
}
