#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import Sayso

/// The API as OpenAPI 3.1, made from the table of operations.
enum APIDescription {
  /// The document.
  static let json: [UInt8] = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(document)) + [10]
    } catch {
      preconditionFailure("the description of the API holds only texts: \(error)")
    }
  }()

  private static var document: Value {
    var paths: [String: Value] = [:]
    for operation in API.operations {
      paths[path(operation.path)] = ["get": get(operation)]
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Sayso", "version": .text(saysoVersion),
        "description": .text(
          "Who said what in the reports of one ledger. Items follow the schemas of the command line. "
            + "A number, a day or a stance that is there and empty is refused (400); a text that is "
            + "empty counts as left out."),
      ],
      "paths": .object(paths),
      "components": [
        "schemas": [
          "Error": [
            "type": "object", "required": ["error"],
            "properties": [
              "error": [
                "type": "object", "required": ["status", "problem", "remedy"],
                "properties": [
                  "status": ["type": "integer"], "problem": ["type": "string"],
                  "remedy": ["type": "string"],
                ],
              ]
            ],
          ]
        ]
      ],
    ]
  }

  /// "/stories/:story" as "/stories/{story}".
  static func path(_ path: String) -> String {
    path.split(separator: "/").map { part in
      "/" + (part.first == ":" ? "{\(part.dropFirst())}" : part)
    }.joined()
  }

  private static func get(_ operation: API.Operation) -> Value {
    let names = operation.path.split(separator: "/").filter { $0.first == ":" }
    var parameters = names.map { name -> Value in
      [
        "name": .text(String(name.dropFirst())), "in": "path", "required": true,
        "schema": ["type": "string", "minLength": 1],
      ]
    }
    parameters += operation.parameters.map { parameter in
      var schema: [String: Value] = ["type": .text(parameter.type)]
      if let format = parameter.format { schema["format"] = .text(format) }
      if !parameter.choices.isEmpty {
        schema["enum"] = .list(parameter.choices.map { .text($0) })
      }
      if parameter.name == "limit" { (schema["minimum"], schema["maximum"]) = (1, 500) }
      if parameter.name == "start" { (schema["minimum"], schema["maximum"]) = (0, 10_000_000) }
      return [
        "name": .text(parameter.name), "in": "query", "required": false,
        "description": .text(parameter.summary), "schema": .object(schema),
      ]
    }
    let item: Value = [
      "type": "object",
      "description": .text(
        operation.schema.map { "As docs/\($0).schema.json says." } ?? "OpenAPI 3.1."),
    ]
    let body: Value =
      operation.isList
      ? [
        "type": "object", "required": ["items", "next"],
        "properties": [
          "items": ["type": "array", "items": item],
          "next": ["type": ["integer", "null"], "description": "The start of the next page."],
        ],
      ] : item
    func response(_ summary: String, _ schema: Value) -> Value {
      ["description": .text(summary), "content": ["application/json": ["schema": schema]]]
    }
    let error: Value = ["$ref": "#/components/schemas/Error"]
    return [
      "operationId": .text(operation.name), "summary": .text(operation.summary),
      "parameters": .list(parameters),
      "responses": [
        "200": response(operation.summary, body),
        "400": response("What was asked cannot be read.", error),
        "404": response("There is no such thing.", error),
      ],
    ]
  }

  /// A value of JSON that is written down in the program.
  enum Value: Encodable, ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
  {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([Value])
    case object([String: Value])

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(arrayLiteral elements: Value...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, Value)...) {
      self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let value): try container.encode(value)
      case .number(let value): try container.encode(value)
      case .flag(let value): try container.encode(value)
      case .list(let value): try container.encode(value)
      case .object(let value): try container.encode(value)
      }
    }
  }
}
