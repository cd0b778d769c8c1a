package import SaysoRecords

/// Writes JSON (RFC 8259) into bytes, members in the order of the calls, without white space.
///
/// Written by hand because the order of members is part of the exchange format, and because the
/// platform's encoder boxes every value.
package struct JSONWriter: Sendable {
  /// What has been written so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer that has written nothing.
  package init() {}

  /// An object whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// An array with one value per item, which `each` writes.
  package mutating func array<Item>(
    _ items: some Sequence<Item>, _ each: (inout JSONWriter, Item) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { each(&self, item) }
    close(UInt8(ascii: "]"))
  }

  /// The name of the next member.
  package mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member named after a stance.
  package mutating func name(_ stance: Stance) { name(of: stance.rawValue) }

  /// A member whose name is made from what the object is about.
  package mutating func name(of key: String) {
    value(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A string, or null.
  package mutating func value(_ text: String?) {
    guard var text else { return null() }
    text.withUTF8 { string($0) }
  }

  /// A string from its UTF-8 bytes.
  package mutating func value(utf8: [UInt8]) { utf8.withUnsafeBufferPointer { string($0) } }

  /// A whole number.
  package mutating func value(_ number: Int) { raw(String(number)) }

  /// A truth value.
  package mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

  /// A number in its shortest form that reads back equal; whole ones without a point; null where it
  /// is nil or not finite.
  package mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    if number.rounded() == number, abs(number) < 9e15 {
      raw(String(Int(number)))
    } else {
      raw(number.description)
    }
  }

  /// A number with at most three decimals.
  package mutating func value(thousandths number: Double) {
    value((number * 1000).rounded() / 1000)
  }

  /// null.
  package mutating func null() { raw("null") }

  /// A line break, which ends a value that stands on a line of its own.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// Copies runs of bytes that need no escape at once; the rest of UTF-8 stands as it is.
  private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for (place, byte) in utf8.enumerated()
    where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      bytes.append(contentsOf: utf8[start..<place])
      escape(byte)
      start = place + 1
    }
    bytes.append(contentsOf: utf8[start...])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x00..<0x20:
      bytes.append(contentsOf: "u00".utf8)
      let digits: StaticString = "0123456789abcdef"
      digits.withUTF8Buffer {
        bytes.append($0[Int(byte >> 4)])
        bytes.append($0[Int(byte & 0xF)])
      }
    default: bytes.append(byte)
    }
  }
}
