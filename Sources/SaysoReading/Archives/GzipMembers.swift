/// The members of a gzip file (RFC 1952 §2.2), unpacked one after the other.
///
/// Archives of the web pack each record as a member, so that a broken one costs only itself.
/// Zeros between and after members are passed over; other bytes that are no member are damage.
final class GzipMembers: ByteSource {
  private let file: any ByteSource
  private let inflater = Inflater(.gzip)
  private var packed = [UInt8](repeating: 0, count: 1 << 16)
  /// The part of `packed` that is still to be read.
  private var waiting = 0..<0
  /// Where in the file `packed` starts.
  private var packedStart = 0
  private var member: Member?
  /// How many more bytes may be read twice after damage, so that a hostile file ends.
  private var rereading = 16 << 20

  private struct Member {
    let start: Int
    var made = 0
  }

  /// After an error too: where the broken member starts, when none of its bytes were given.
  private(set) var memberStart: Int?

  /// A member is refused when it unpacks to more than this and so many times its size.
  ///
  /// zlib packs at most 1032:1 (its technical notes); pages pack some 5:1 to 20:1.
  private static let freeBytes = 256 << 20
  private static let densest = 250

  /// The members in `file`, from its start.
  init(_ file: any ByteSource) { self.file = file }

  var remaining: Int? { nil }

  func seek(to offset: Int) -> Bool { false }

  private var place: Int { packedStart + waiting.lowerBound }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    memberStart = nil
    while true {
      if member == nil, try !openMember() { return 0 }
      guard var current = member else { return 0 }
      let isAtEnd = waiting.isEmpty ? try !refill() : false
      let (step, taken, made) = packed.withUnsafeBytes { bytes in
        inflater.step(from: UnsafeRawBufferPointer(rebasing: bytes[waiting]), into: buffer)
      }
      waiting = (waiting.lowerBound + taken)..<waiting.upperBound
      memberStart = current.made == 0 ? current.start : nil
      current.made += made
      member = step == .ended ? nil : current
      if case .broken(let words) = step {
        throw failure("a packed part is broken", at: current.start, words)
      }
      let size = place - current.start
      guard current.made <= GzipMembers.freeBytes || current.made / size <= GzipMembers.densest
      else {
        member = current
        throw failure("a packed part of \(size) bytes unpacks without end", at: current.start)
      }
      if made > 0 { return made }
      if isAtEnd, step == .going {
        throw failure("the file breaks off inside of a packed part", at: current.start)
      }
    }
  }

  /// Begins the member that comes next; false at the end of the file.
  private func openMember() throws(ReadingError) -> Bool {
    while true {
      if waiting.isEmpty, try !refill() { return false }
      if packed[waiting.lowerBound] != 0 { break }
      waiting.removeFirst()
    }
    inflater.restart()
    member = Member(start: place)
    return true
  }

  /// Reads more behind the bytes that wait; false at the end of the file.
  private func refill() throws(ReadingError) -> Bool {
    packedStart += waiting.lowerBound
    let kept = waiting.count
    packed.withUnsafeMutableBytes { $0.copyBytes(from: Array($0[waiting])) }
    waiting = 0..<kept
    let file = file
    let count = try packed.withUnsafeMutableBytes { buffer in
      Result { () throws(ReadingError) in
        try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept...]))
      }
    }.get()
    waiting = 0..<(kept + count)
    return count > 0
  }

  /// Goes on at the next bytes that look like the header of a member, after the start of the broken
  /// one where the file can be gone back in.
  func passDamage() -> Bool {
    let resume = max((member?.start ?? place - 1) + 1, place - (1 << 16))
    member = nil
    if resume < place, place - resume <= rereading, file.seek(to: resume) {
      rereading -= place - resume
      packedStart = resume
      waiting = 0..<0
    }
    do throws(ReadingError) {
      return try findHeader()
    } catch {
      return false
    }
  }

  /// RFC 1952 §2.3: 1F 8B, method 8, flags with the three high bits zero.
  private func findHeader() throws(ReadingError) -> Bool {
    while true {
      while waiting.count >= 4 {
        let start = waiting.lowerBound
        if packed[start] == 0x1F, packed[start + 1] == 0x8B, packed[start + 2] == 8,
          packed[start + 3] & 0xE0 == 0
        {
          return true
        }
        waiting.removeFirst()
      }
      guard try refill() else { return false }
    }
  }

  private func failure(_ problem: String, at start: Int, _ cause: String? = nil) -> ReadingError {
    ReadingError(
      problem, place: "byte \(start)",
      remedy: "fetch the archive again; what is whole in it is read", cause: cause)
  }
}
