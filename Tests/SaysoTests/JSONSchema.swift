import Foundation

/// The part of JSON Schema (draft 2020-12) that the published schemas use.
///
/// A keyword that is not known here is a problem of every value, so that nothing passes unchecked.
struct JSONSchema {
  private let root: JSONTree
  private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

  /// The schema of docs/ with a name.
  init(named name: String) throws {
    let file = packageFolder.appending(path: "docs/\(name).schema.json")
    root = try JSONTree(Data(contentsOf: file))
  }

  /// What is wrong with one line of output; empty where nothing is.
  func problems(of line: some Collection<UInt8>) throws -> [String] {
    check(try JSONTree(line), root, at: "$")
  }

  private func check(_ value: JSONTree, _ schema: JSONTree, at place: String) -> [String] {
    (schema.members ?? [:]).sorted { $0.key < $1.key }.flatMap { keyword, rule in
      apply(keyword, rule, to: value, schema, at: place)
    }
  }

  private func apply(
    _ keyword: String, _ rule: JSONTree, to value: JSONTree, _ schema: JSONTree, at place: String
  ) -> [String] {
    func unless(_ condition: Bool, _ problem: String) -> [String] {
      condition ? [] : ["\(place): \(problem)"]
    }
    let limit = rule.number ?? 0
    switch keyword {
    case let keyword where JSONSchema.annotations.contains(keyword): return []
    case "$ref":
      let name = String((rule.text ?? "").dropFirst("#/$defs/".count))
      guard let target = root["$defs"]?[name] else {
        return unless(false, "\(name) is not defined")
      }
      return check(value, target, at: place)
    case "type":
      let names = rule.text.map { [$0] } ?? (rule.items ?? []).compactMap(\.text)
      return unless(!value.types.isDisjoint(with: names), "is none of \(names)")
    case "enum": return unless(rule.items?.contains(value) == true, "is none of the values")
    case "const": return unless(rule == value, "is not the value")
    case "anyOf":
      let fits = (rule.items ?? []).contains { check(value, $0, at: place).isEmpty }
      return unless(fits, "fits none of the choices")
    case "required":
      guard let members = value.members else { return [] }
      let names = (rule.items ?? []).compactMap(\.text).filter { members[$0] == nil }
      return names.map { "\(place): \($0) is missing" }
    case "properties":
      return (value.members ?? [:]).sorted { $0.key < $1.key }.flatMap { name, member in
        rule[name].map { check(member, $0, at: place + "." + name) } ?? []
      }
    case "additionalProperties":
      let unknown = (value.members ?? [:]).keys.filter { schema["properties"]?[$0] == nil }
      return rule == .bool(false) ? unknown.sorted().map { "\(place): \($0) is not known" } : []
    case "items":
      return (value.items ?? []).enumerated().flatMap { check($1, rule, at: "\(place)[\($0)]") }
    case "minItems": return unless(Double(value.items?.count ?? .max) >= limit, "has too few items")
    case "maxItems": return unless(Double(value.items?.count ?? 0) <= limit, "has too many items")
    case "minimum": return unless(value.number ?? limit >= limit, "is too small")
    case "maximum": return unless(value.number ?? limit <= limit, "is too large")
    case "pattern":
      guard let text = value.text else { return [] }
      let found = text.range(of: rule.text ?? "", options: .regularExpression)
      return unless(found != nil, "does not match the pattern")
    default: return unless(false, "the schema's \(keyword) is not known to this test")
    }
  }
}
