import Sayso

/// A brief on one screen.
struct BriefPage {
  private let terminal: Terminal
  private let outline: BriefOutline

  init(_ briefing: Desk.Briefing, _ terminal: Terminal, mostClaims: Int) {
    outline = BriefOutline(briefing, mostClaims: mostClaims)
    self.terminal = terminal
  }

  /// The page.
  var text: String {
    var page = lines(outline.title, .bold) + lines(outline.facts, .faint)
    for section in outline.sections {
      page += "\n" + lines(section.title.uppercased(), .faint)
      for entry in section.entries {
        // What has lines under it stands apart.
        page += (entry.lines.isEmpty ? "" : "\n") + lines(entry.text, entry.style, indent: 2)
        for line in entry.lines { page += lines(line.text, line.style, indent: 2 + 2 * line.depth) }
      }
    }
    return page
  }

  private func lines(_ text: String, _ style: Style? = nil, indent: Int = 0) -> String {
    let pad = String(repeating: " ", count: indent)
    return DisplayText.wrap(DisplayText.oneLine(text), to: terminal.width - indent).map {
      pad + terminal.styled($0, style) + "\n"
    }.joined()
  }
}

/// A brief as Markdown (CommonMark 0.31).
struct BriefMarkdown {
  private let outline: BriefOutline

  init(_ briefing: Desk.Briefing, mostClaims: Int) {
    outline = BriefOutline(briefing, mostClaims: mostClaims)
  }

  /// The document.
  var text: String {
    var page = "# \(escaped(outline.title))\n\n\(escaped(outline.facts))\n"
    for section in outline.sections {
      page += "\n## \(section.title)\n\n"
      for entry in section.entries {
        let words = escaped(entry.text)
        page += "- " + (entry.style == .bold ? "**\(words)**" : words) + "\n"
        for line in entry.lines {
          page += String(repeating: "  ", count: line.depth) + "- " + escaped(line.text) + "\n"
        }
      }
    }
    return page
  }

  /// One line without signs that Markdown would read.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in DisplayText.oneLine(text) {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
