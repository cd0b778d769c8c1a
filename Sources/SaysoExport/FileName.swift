internal import Crypto

/// Names of files and marks that anything may be called: lower-case ASCII letters, digits and hyphens.
///
/// Ids and titles come from reports: they may hold "../", signs of links, or differ only in their case, which
/// some file systems ignore. The digest keeps them apart.
enum FileName {
  /// A name made of words that a person knows again, with the digest of what is named.
  static func of(_ words: String, id: String) -> String {
    let readable = slug(words)
    return (readable.isEmpty ? "" : readable + "-") + mark(id)
  }

  /// The first eight hexadecimal digits of the SHA-256 of an id.
  static func mark(_ id: String) -> String {
    let digits: [Character] = Array("0123456789abcdef")
    return SHA256.hash(data: Array(id.utf8)).prefix(4).reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }

  private static let longest = 60

  private static func slug(_ words: String) -> String {
    var slug = ""
    for scalar in words.lowercased().unicodeScalars {
      guard slug.utf8.count < longest else { break }
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      default: if !slug.isEmpty, !slug.hasSuffix("-") { slug.append("-") }
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}
