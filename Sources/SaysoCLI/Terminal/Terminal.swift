#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How wide and how colourful the output may be.
struct Terminal {
  /// Columns to fill.
  let width: Int
  /// Whether to use colours.
  let isColoured: Bool

  /// Width without a terminal: about what a wide window or a printed page holds.
  static let widthElsewhere = 100
  /// Narrower than this no column could hold a word.
  static let narrowest = 40

  /// A terminal of a width, with or without colours.
  init(width: Int, isColoured: Bool) {
    self.width = max(Terminal.narrowest, width)
    self.isColoured = isColoured
  }

  /// The terminal that standard output is connected to.
  ///
  /// `COLUMNS` sets the width anywhere. Without it and without a terminal it is
  /// `widthElsewhere`. `NO_COLOR`, when not empty, and `TERM=dumb` turn colours off.
  static func current() -> Terminal {
    let isTerminal = isTerminal(STDOUT_FILENO)
    let width =
      setting("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      ?? (isTerminal ? windowWidth() : nil) ?? widthElsewhere
    return Terminal(
      width: width,
      isColoured: isTerminal && (setting("NO_COLOR") ?? "").isEmpty && setting("TERM") != "dumb")
  }

  /// Whether a descriptor is connected to a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// A setting of the environment.
  static func setting(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func windowWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// `text` in a style, or as it is where colours are off.
  func styled(_ text: String, _ style: Style?) -> String {
    guard isColoured, let style, !text.isEmpty else { return text }
    return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
  }
}

/// The styles in use (ECMA-48, "select graphic rendition").
enum Style: String {
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case magenta = "35"
  case cyan = "36"
}
