#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `e` to the power of `x`.
package func exponential(_ x: Float) -> Float { expf(x) }

/// Natural logarithm.
package func logarithm(_ x: Float) -> Float { logf(x) }

/// The logistic function, 1 / (1 + e^-x).
package func logistic(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
