internal import Crypto
package import SaysoRecords

extension SaysoRecords.SHA256Digest {
  /// The SHA-256 digest of exactly these bytes (FIPS 180-4).
  package init(of bytes: some Collection<UInt8>) {
    var hash = SHA256()
    let whole: Void? = bytes.withContiguousStorageIfAvailable {
      hash.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if whole == nil {
      Array(bytes).withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    let digits = Array("0123456789abcdef".utf8)
    var hex: [UInt8] = []
    hex.reserveCapacity(64)
    for byte in hash.finalize() {
      hex.append(digits[Int(byte >> 4)])
      hex.append(digits[Int(byte & 15)])
    }
    self.init(hex: String(decoding: hex, as: UTF8.self))
  }
}
