/// What went wrong, in the words of the exchange format.
extension ExchangeFormat {
  /// A problem: `{"error": {"status", "problem", "remedy"}}`.
  public static func problem(status: Int, _ problem: String, remedy: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("error")
      json.object { json in
        json.name("status")
        json.value(status)
        json.name("problem")
        json.value(problem)
        json.name("remedy")
        json.value(remedy)
      }
    }
    json.endLine()
    return json.bytes
  }
}
