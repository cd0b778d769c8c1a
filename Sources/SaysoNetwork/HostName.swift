/// Host names in the form that is looked up and sent.
enum HostName {
  /// The name in ASCII and lower case; nil where it is none.
  ///
  /// Labels in other scripts are encoded by Punycode after lowering (of RFC 5891 only that; names
  /// that need other mappings are to be given in their ASCII form). A last label that is a number
  /// makes it an IPv4 address, as browsers see it, and one that is none is no host.
  static func ascii(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.first == UInt8(ascii: "[") {
      guard bytes.last == UInt8(ascii: "]"),
        case .v6(let high, let low)? = IPAddress(
          String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self))
      else { return nil }
      return "[\(IPAddress.v6(high, low))]"
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      .map(String.init)
    if labels.count > 1, labels.last == "" { labels.removeLast() }
    var encoded: [String] = []
    for label in labels {
      guard let ascii = asciiLabel(label) else { return nil }
      encoded.append(ascii)
    }
    let name = encoded.joined(separator: ".")
    guard name.utf8.count <= 253 else { return nil }
    if let last = encoded.last, isNumber(last) {
      return IPAddress(loose: name).map(\.description)
    }
    return name
  }

  private static func asciiLabel(_ label: String) -> String? {
    var ascii = label
    if !label.utf8.allSatisfy({ $0 < 0x80 }) {
      guard let encoded = punycode(Array(label.unicodeScalars)) else { return nil }
      ascii = "xn--" + encoded
    }
    guard (1...63).contains(ascii.utf8.count),
      ascii.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-_".utf8.contains($0)
      })
    else { return nil }
    return ascii
  }

  private static func isNumber(_ label: String) -> Bool {
    label.utf8.allSatisfy { (0x30...0x39).contains($0) }
      || (label.hasPrefix("0x") && label.utf8.dropFirst(2).allSatisfy(WebAddress.isHex))
  }

  /// The Punycode of a label (RFC 3492, section 6.3); nil for one that is too long.
  static func punycode(_ scalars: [Unicode.Scalar]) -> String? {
    guard scalars.count <= 63 else { return nil }
    let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    var output = scalars.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var next = 128
    var delta = 0
    var bias = 72
    while handled < scalars.count {
      guard let least = scalars.map({ Int($0.value) }).filter({ $0 >= next }).min() else {
        return nil
      }
      delta += (least - next) * (handled + 1)
      next = least
      for scalar in scalars {
        if scalar.value < next { delta += 1 }
        guard scalar.value == next else { continue }
        var rest = delta
        var k = 36
        while true {
          let threshold = min(max(k - bias, 1), 26)
          if rest < threshold { break }
          output.append(digits[threshold + (rest - threshold) % (36 - threshold)])
          rest = (rest - threshold) / (36 - threshold)
          k += 36
        }
        output.append(digits[rest])
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The bias after a delta (RFC 3492, section 6.1).
  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}
