/// The letters and digits of a title, for telling whether two titles are the same.
enum TitleKey {
  /// Small ASCII letters, digits and the bytes of all other letters; quotation marks and dashes go.
  static func key(_ title: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(title.utf8.count)
    for scalar in title.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: key.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5A: key.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case 0..<0xC0, 0x2000..<0x2C00, 0x3000...0x3004, 0x3008...0x3020: break
      default: key += Array(String(Character(scalar)).lowercased().utf8)
      }
    }
    return key
  }

  /// The words of a title, each as its key.
  static func words(_ title: String) -> Set<[UInt8]> {
    Set(
      title.split { $0 == " " || $0 == "-" || $0 == "–" }.map { key(String($0)) }.filter {
        $0.count > 2
      })
  }
}
