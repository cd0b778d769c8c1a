package import SaysoRecords

/// A name as a range of tokens.
package struct NameSpan: Hashable, Sendable {
  /// Its tokens, as indices into the annotated text; all in one sentence.
  package let tokens: Range<Int>
  /// What kind of name it is.
  package let type: NameType

  /// A name of a kind at a place.
  package init(tokens: Range<Int>, type: NameType) {
    self.tokens = tokens
    self.type = type
  }
}

/// The labels of tokens in names: "O", and "B-" or "I-" with the kind (Ramshaw and Marcus, 1995).
package enum NameLabels {
  /// All labels by number.
  package static let all =
    ["O"] + NameType.allCases.flatMap { ["B-" + $0.rawValue, "I-" + $0.rawValue] }

  /// Whether a label (nil: the start of a sentence) may be followed by another.
  package static func allows(_ from: String?, _ to: String) -> Bool {
    guard to.hasPrefix("I-") else { return true }
    return from?.dropFirst(2) == to.dropFirst(2)
  }

  /// The kind of a label's number; nil for "O".
  package static func type(_ label: UInt8) -> NameType? {
    label == 0 ? nil : NameType.allCases[Int(label - 1) / 2]
  }

  /// Whether a label's number opens a name.
  package static func opens(_ label: UInt8) -> Bool { label % 2 == 1 }

  /// The names that labels of all tokens make.
  package static func names(_ labels: [UInt8], sentences: [Range<Int>]) -> [NameSpan] {
    var result: [NameSpan] = []
    for sentence in sentences {
      var start = sentence.lowerBound
      var open: NameType?
      for index in sentence {
        let type = type(labels[index])
        if let kind = open, type != kind || opens(labels[index]) {
          result.append(NameSpan(tokens: start..<index, type: kind))
          open = nil
        }
        if open == nil, let type {
          open = type
          start = index
        }
      }
      if let kind = open {
        result.append(NameSpan(tokens: start..<sentence.upperBound, type: kind))
      }
    }
    return result
  }
}
