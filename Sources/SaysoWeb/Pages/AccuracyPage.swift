#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What Sayso gets right and wrong, by measure, from the file of floors that every change is held to.
extension Site {
  private struct Floors: Decodable {
    struct Entry: Decodable {
      let name: String
      let floors: [String: Double]
    }
    let entries: [Entry]
  }

  func accuracy(_ request: PageRequest) throws -> PageAnswer {
    guard let bytes = WebFile.bytes("floors.json") else {
      preconditionFailure("the floors are inside the program")
    }
    let floors = try JSONDecoder().decode(Floors.self, from: Data(bytes))
    return page(
      "accuracy", title: "Accuracy", request,
      [
        "entries": floors.entries.map { entry in
          [
            "name": entry.name,
            "floors": entry.floors.sorted { $0.key < $1.key }.map { measure, value in
              [
                "measure": measure, "value": Site.percent(value),
                "bar": Int((max(0, min(1, value)) * 100).rounded()),
              ] as Fields
            },
          ] as Fields
        }
      ])
  }

  private static func percent(_ share: Double) -> String {
    guard share <= 1 else { return String(Int(share.rounded())) }
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
