import Testing

@testable import SaysoCLI

struct DisplayTextTests {
  @Test(arguments: [
    ("", 0), ("word", 4), ("Zoë", 3), ("Zoe\u{308}", 3), ("東京", 4), ("한국", 4), ("😀", 2),
    ("👩‍👩‍👧", 2), ("“a”", 3), ("…", 1), ("ｗ", 2), ("❤️", 2), ("กิ", 1),
  ])
  func `a text is as wide as a terminal shows it`(_ text: String, width: Int) {
    #expect(DisplayText.width(of: text) == width)
  }

  @Test(arguments: [
    ("\u{1B}[31mred\u{1B}]0;title\u{7}", "[31mred]0;title"), ("a\nb\t c\u{A0}d", "a b c d"),
    ("\u{202E}abc\u{2069}", "abc"), ("\u{9B}31m", "31m"), ("  a  ", "a"), ("", ""),
  ])
  func `nothing that steers a terminal gets through`(_ text: String, shown: String) {
    #expect(DisplayText.oneLine(text) == shown)
  }

  @Test func `lines break at spaces, long words inside`() {
    #expect(
      DisplayText.wrap("the quick brown fox", to: 10) == ["the quick", "brown fox"])
    #expect(DisplayText.wrap("extraordinarily so", to: 6) == ["extrao", "rdinar", "ily so"])
    #expect(DisplayText.wrap("東京東京 a", to: 5) == ["東京", "東京", "a"])
    #expect(DisplayText.wrap("", to: 5) == [])
  }

  @Test func `no line is wider than asked and no letter is lost`() {
    let text =
      "Étienne 東京 said \u{1F600}\u{1F600} that “extraordinarily” long 한국어words are 1,150 pages"
    for width in 2...60 {
      let lines = DisplayText.wrap(text, to: width)
      #expect(lines.allSatisfy { DisplayText.width(of: $0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func `columns stand beside each other and wrap on their own`() {
    let columns = Columns([5, 6], indent: 1, in: Terminal(width: 40, isColoured: false))
    let row = columns.row([
      [.init("one two"), .init("x")], [.init("東京 b")], [.init("the rest of the line is here now")],
    ])
    #expect(
      row == """
         one    東京 b  the rest of the line is
         two            here now
         x

        """)
  }

  @Test func `colours are there only where they are wanted`() {
    let plain = Terminal(width: 80, isColoured: false)
    let coloured = Terminal(width: 80, isColoured: true)
    #expect(plain.styled("a", .red) == "a")
    #expect(coloured.styled("a", .red) == "\u{1B}[31ma\u{1B}[0m")
    #expect(coloured.styled("a", nil) == "a")
  }
}
