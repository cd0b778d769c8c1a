#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Double {
  /// The natural exponential.
  var exponential: Double { exp(self) }
}
