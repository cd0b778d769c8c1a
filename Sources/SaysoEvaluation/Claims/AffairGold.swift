internal import Foundation
internal import SaysoRecords

/// The gold of one affair as its file has it; Evaluation/affairs/README.md gives the format.
package struct AffairGold: Decodable, Sendable {
  struct Story: Decodable {
    let name: String
    let reports: [String]
  }

  /// A statement; its words lie in `content` or in `spans`.
  struct Entry: Decodable {
    let report: String
    let content: String?
    let spans: [[Int]]?
    let speaker: String
    let stance: String
    let claim: String
    let also: [String]?
    let chain: [String]?
    let said: String?
  }

  struct Quantity: Decodable {
    let id: String
    let report: String
    let words: String?
    let spans: [[Int]]?
    let claim: String
    let owner: String
    let low: Double?
    let high: Double?
    let copyOf: String?
  }

  struct Pair: Decodable {
    let a: String
    let b: String
    let verdict: String?
  }

  struct Text: Decodable {
    let report: String
    let sha256: String
  }

  struct ClaimEntry: Decodable {
    let id: String
    let wording: String
  }

  let stories: [Story]
  let origins: [[String]]
  let claims: [ClaimEntry]
  let statements: [Entry]
  let figures: [Quantity]
  let comparisons: [Pair]
  let incomparable: [Pair]
  let texts: [Text]?
}
