/// Log-odds as probabilities, the same to the last bit on every system.
enum Likelihood {
  /// 1 / (1 + e^-x), to about six digits.
  static func of(_ logOdds: Float) -> Float {
    let x = max(-30, min(30, logOdds))
    return 1 / (1 + power(-x * 1.442695))
  }

  /// 2^x: the whole part as an exponent, the rest by its Taylor series to the sixth power, which is
  /// exact to the last bits of a Float on -0.5...0.5.
  private static func power(_ x: Float) -> Float {
    let whole = x.rounded()
    let rest = (x - whole) * 0.6931472
    var (sum, term) = (Float(1), Float(1))
    for step in 1...6 {
      term *= rest / Float(step)
      sum += term
    }
    return Float(sign: .plus, exponent: Int(whole), significand: sum)
  }
}
