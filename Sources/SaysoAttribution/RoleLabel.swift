/// The labels of the role tagger: outside, and begin and inside of each role.
package enum RoleLabel: UInt8, CaseIterable, Sendable {
  /// Part of no statement.
  case outside
  /// First token of a source's piece.
  case beginSource
  /// A later token of it.
  case inSource
  /// First token of a cue's piece.
  case beginCue
  /// A later token of it.
  case inCue
  /// First token of a content's piece.
  case beginContent
  /// A later token of it.
  case inContent

  /// The roles.
  package enum Role: UInt8, CaseIterable, Sendable {
    /// Who says it.
    case source
    /// What signals it.
    case cue
    /// What is said.
    case content
  }

  /// The role of a label; nil outside.
  package var role: Role? {
    switch self {
    case .outside: return nil
    case .beginSource, .inSource: return .source
    case .beginCue, .inCue: return .cue
    case .beginContent, .inContent: return .content
    }
  }

  /// Whether the label begins a piece.
  package var begins: Bool { self == .beginSource || self == .beginCue || self == .beginContent }

  /// The label for a role's first or later token.
  package static func label(_ role: Role, begins: Bool) -> RoleLabel {
    switch (role, begins) {
    case (.source, true): return .beginSource
    case (.source, false): return .inSource
    case (.cue, true): return .beginCue
    case (.cue, false): return .inCue
    case (.content, true): return .beginContent
    case (.content, false): return .inContent
    }
  }

  /// Name in model files.
  package var name: String { ["O", "B-S", "I-S", "B-Q", "I-Q", "B-C", "I-C"][Int(rawValue)] }

  /// The probability of each role, `[token * 3 + role]`, from that of each label.
  package static func roles(_ marginals: [Float]) -> [Float] {
    let width = allCases.count
    var roles = [Float](repeating: 0, count: marginals.count / width * 3)
    for item in 0..<marginals.count / width {
      for role in 0..<3 {
        let at = item * width + 1 + 2 * role
        roles[item * 3 + role] = marginals[at] + marginals[at + 1]
      }
    }
    return roles
  }

  /// Whether one label may follow another (nil: the start): inside only after its own role.
  package static func allows(_ from: RoleLabel?, _ to: RoleLabel) -> Bool {
    to.role == nil || to.begins || from?.role == to.role
  }
}

/// A run of tokens with one role.
package struct RolePiece: Sendable, Hashable {
  /// Its role.
  package let role: RoleLabel.Role
  /// Its tokens.
  package let tokens: Range<Int>

  /// A piece from its parts.
  package init(_ role: RoleLabel.Role, _ tokens: Range<Int>) {
    self.role = role
    self.tokens = tokens
  }

  /// The pieces of a labelled text, ascending; none runs over a border (`starts` holds the first
  /// tokens of paragraphs).
  package static func pieces(_ labels: [UInt8], starts: Set<Int> = []) -> [RolePiece] {
    var result: [RolePiece] = []
    var start: Int?
    var role: RoleLabel.Role?
    for (index, value) in labels.enumerated() {
      let label = RoleLabel(rawValue: value) ?? .outside
      if let from = start, let current = role,
        label.begins || label.role != current
          || starts.contains(index)
      {
        result.append(RolePiece(current, from..<index))
        start = nil
        role = nil
      }
      if start == nil, let own = label.role {
        start = index
        role = own
      }
    }
    if let from = start, let current = role {
      result.append(RolePiece(current, from..<labels.count))
    }
    return result
  }
}
