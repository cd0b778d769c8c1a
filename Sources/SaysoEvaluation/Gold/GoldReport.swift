/// A report of the hand-made gold set as its file holds it: offsets, no text.
///
/// Offsets are code points. Those of `title` and of the blocks' pieces count in the corpus text;
/// those of the statements count in the report's text, which is its blocks, each the pieces joined,
/// parted by an empty line. Evaluation/gold/GUIDELINE.md says what the rest means.
package struct GoldReport: Codable, Sendable {
  /// One block of the text.
  package struct Block: Codable, Sendable {
    /// "paragraph" or "heading".
    package var kind: String
    /// What of the corpus text belongs to it: `[start, end)`.
    package var pieces: [[Int]]
  }

  /// Somebody who speaks.
  package struct Actor: Codable, Sendable {
    /// Where its forms stand in the text, the fullest first.
    package var spans: [[Int]]
    /// Forms that may be printed for it and do not stand in the text ("Russia" for "Moscow").
    package var forms: [String]?
    /// person, office, body, state, group or outlet.
    package var kind: String?
    /// Whether the report gives a proper name for it.
    package var named: Bool?
    /// Of a group: the actors in it.
    package var members: [String]?
  }

  /// One step of a chain.
  package struct Relay: Codable, Sendable {
    /// The words.
    package var spans: [[Int]]
    /// Who it is.
    package var actor: String?
  }

  /// A quantity in a content.
  package struct Quantity: Codable, Sendable {
    /// Its words.
    package var span: [Int]
    /// Lowest value meant; nil where open.
    package var low: Double?
    /// Highest value meant; nil where open.
    package var high: Double?
    /// exactly, about, at-least, at-most, more-than, less-than, up-to or range.
    package var bound: String
    /// "person", "%", "USD", "km"; nil for bare counts.
    package var unit: String?
    /// The words for what is counted.
    package var counts: [Int]?
    /// The place in the list of the figure that it is a part of.
    package var partOf: Int?
  }

  /// A statement.
  package struct Entry: Codable, Sendable {
    /// Who says it; nil where the text names none.
    package var speaker: [[Int]]?
    /// Which actor that is; nil where nobody can know.
    package var actor: String?
    /// What signals it.
    package var cue: [[Int]]?
    /// What is said.
    package var content: [[Int]]
    /// The stance by its name.
    package var stance: String
    /// How it reached the page, nearest the speaker first.
    package var chain: [Relay]
    /// The day it was said.
    package var said: String?
    /// When it is to hold.
    package var holds: String?
    /// The quantities in it.
    package var figures: [Quantity]
  }

  /// The corpus file below the data folder.
  package var file: String
  /// Its line, from 1, where it is JSON lines with a `text` each.
  package var line: Int?
  /// The headline, in the corpus text; nil where the corpus has it in a field or nowhere.
  package var title: [[Int]]?
  /// The day of publication.
  package var published: String?
  /// The parts of the text.
  package var blocks: [Block]
  /// SHA-256 of the text's UTF-8 bytes, hexadecimal.
  package var sha256: String
  /// The actors by a short id.
  package var actors: [String: Actor]
  /// What is said, in no certain order.
  package var statements: [Entry]

  /// Which half the report is in: an even first digit of the hash is tuned on.
  package var half: GoldHalf {
    "02468ace".contains(sha256.first ?? "0") ? .tune : .held
  }
}

/// The halves of the gold set.
package enum GoldHalf: String, CaseIterable, Sendable {
  /// Errors are read and mended here.
  case tune
  /// Only scored.
  case held
}
