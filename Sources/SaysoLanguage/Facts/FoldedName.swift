extension String {
  /// Small letters without accents, curly marks made plain: for comparing names.
  ///
  /// Letters that no decomposition parts ("ø", "ł") go to their usual plain form; other scripts stay.
  package var foldedForNames: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar.value < 0x80 {
        result.unicodeScalars.append(
          (0x41...0x5A).contains(scalar.value)
            ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
      } else if let plain = PlainLetters.table[scalar] {
        result += plain
      } else if !(0x300...0x36F).contains(scalar.value) {
        result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }
}

/// Latin letters with marks, and what is written for them without.
private enum PlainLetters {
  static let table: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"),
      ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"), ("h", "ĥħḥ"), ("i", "ìíîïĩīĭįıỉị"), ("j", "ĵ"),
      ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợ"), ("oe", "œ"),
      ("r", "ŕŗř"), ("s", "śŝşšșṣ"), ("ss", "ß"), ("t", "ţťŧțṭ"), ("th", "þ"),
      ("u", "ùúûüũūŭůűųưụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓ"),
      ("'", "’‘ʼʻ`´ʹ"), ("-", "‐‑–—"), (" ", "\u{A0}"), ("e", "ә"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, letters) in rows {
      for scalar in letters.unicodeScalars {
        table[scalar] = plain
        for capital in scalar.properties.uppercaseMapping.unicodeScalars
        where table[capital] == nil && capital.value >= 0x80 { table[capital] = plain }
      }
    }
    return table
  }()
}
