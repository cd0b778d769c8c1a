import SaysoRecords

/// Sorts tokens into the classes of the grammar of quantities, by bytes alone.
struct FigureScanner {
  let bytes: [UInt8]

  /// The class of every token.
  func words(_ tokens: [TextSpan]) -> [FigureWord] {
    var result: [FigureWord] = []
    result.reserveCapacity(tokens.count)
    for token in tokens { result.append(word(token)) }
    return result
  }

  private func word(_ token: TextSpan) -> FigureWord {
    let first = bytes[token.start]
    if first &- 48 < 10 || first == 0x2E && token.length > 1 && bytes[token.start + 1] &- 48 < 10 {
      return FigureWord(.digits)
    }
    if first < 0x80, (first | 0x20) &- 97 >= 26 {
      switch first {
      case 0x2D: return FigureWord(.hyphen)
      case 0x24: return FigureWord(.currencySign)
      case 0x25: return FigureWord(.percent)
      default: break
      }
    }
    if let entry = FigureLexicon.words.entry(bytes, token.start, token.end) {
      return checked(entry, token)
    }
    if first >= 0x80 { return foreign(token) }
    if first &- 65 < 26 { return FigureWord(.capital) }
    return FigureWord(first &- 97 < 26 ? .word : .mark)
  }

  /// Codes stand in capitals; "US" is a country, not the pronoun.
  private func checked(_ word: FigureWord, _ token: TextSpan) -> FigureWord {
    let isCapital = bytes[token.start] &- 65 < 26
    return switch word.kind {
    case .currencyCode where !isCapital: FigureWord(.word)
    case .stop where isCapital && token.length > 1 && bytes[token.start + 1] &- 65 < 26:
      FigureWord(.capital)
    default: word
    }
  }

  /// Dashes, currency signs, and words that begin beyond ASCII.
  private func foreign(_ token: TextSpan) -> FigureWord {
    if FigureLexicon.currency(sign: bytes[token.start..<token.end]) != nil {
      return FigureWord(.currencySign)
    }
    let (value, _) = scalar(in: bytes, at: token.start)
    switch ScalarClass(value) {
    case .hyphen: return FigureWord(.hyphen)
    case .dash: return FigureWord(value <= 0x2013 ? .hyphen : .mark)
    case .letter: return FigureWord(.word)
    default: return FigureWord(.mark)
    }
  }
}
