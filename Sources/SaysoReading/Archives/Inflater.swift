internal import CZlib

/// One stream of zlib that unpacks as it is fed (RFC 1950, 1951, 1952).
///
/// The state of zlib keeps its own address, so that it stays in one place in memory.
final class Inflater {
  /// What packs the stream.
  enum Wrapping: Int32 {
    case gzip = 31
    case zlib = 15
    case raw = -15
  }

  /// What became of one step.
  enum Step: Equatable {
    /// More was unpacked, or more input or room is needed.
    case going
    /// The stream is whole, its check sum right.
    case ended
    /// The stream is broken; what zlib says.
    case broken(String)
  }

  private let state: UnsafeMutablePointer<z_stream>

  /// A stream at its start.
  init(_ wrapping: Wrapping) {
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    let status = inflateInit2_(
      state, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has no memory, or is not the one this was built with")
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
  }

  /// Makes ready for the next stream of the same kind.
  func restart() { inflateReset(state) }

  /// Unpacks as much of `input` into `output` as there is room for.
  func step(
    from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (step: Step, taken: Int, made: Int) {
    // zlib counts in 32 bits.
    let fed = min(input.count, 1 << 30)
    let room = min(output.count, 1 << 30)
    state.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    state.pointee.avail_in = UInt32(fed)
    state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(room)
    let status = inflate(state, Z_NO_FLUSH)
    let taken = fed - Int(state.pointee.avail_in)
    let made = room - Int(state.pointee.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: return (.going, taken, made)
    case Z_STREAM_END: return (.ended, taken, made)
    default:
      let words = state.pointee.msg.map { String(cString: $0) } ?? "a dictionary is needed"
      return (.broken(words), taken, made)
    }
  }
}
