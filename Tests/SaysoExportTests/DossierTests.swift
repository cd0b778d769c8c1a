import Foundation
import Sayso
import SaysoRecords
import Testing

@testable import SaysoExport

struct DossierTests {
  @Test func `nothing of a report becomes a tag, a script or a link that runs`() throws {
    let page = try SampleLedger().text(.html)
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("<i>"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("&lt;b&gt;us&lt;/b&gt; &amp; &quot;them&quot;"))
    #expect(page.contains("default-src 'none'"))
    for word in ["src=", "@import", "url("] { #expect(!page.contains(word)) }
  }

  @Test func `nothing of a report turns the direction of the page`() throws {
    let words = "The pier\u{202E} is \u{2067}shut\u{200F}"
    let text = FrozenText("\(words)\u{61C}, Zoë Brandt said.")
    let read = ReadReport(
      report: Report(
        id: ReportID("r-4"), title: "Turned \u{202D}title", outlet: "Quay\u{2066} News",
        sha256: noDigest, text: text, blocks: []),
      statements: [
        Statement(
          id: StatementID("t.1"), kind: .indirect, stance: .asserts, confidence: Confidence(0.9),
          speaker: Speaker(
            passage: passage("Zoë Brandt", in: text), actor: "Zoë Brandt", named: true),
          cue: passage("said", in: text), content: passage(words, in: text))
      ], analysed: true)
    let page = try SampleLedger([read]).text(.html)
    let turning = page.unicodeScalars.filter {
      TurningCharacters.turns($0) || TurningCharacters.marks($0)
    }
    #expect(turning.isEmpty)
    #expect(page.contains("The pier⟦U+202E⟧ is ⟦U+2067⟧shut⟦U+200F⟧"))
    #expect(page.contains("Turned ⟦U+202D⟧title"))
  }

  @Test func `every link inside leads to one place of the page`() throws {
    let page = try SampleLedger().text(.html)
    let targets = page.components(separatedBy: "href=\"#").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(targets.count > 5)
    for target in Set(targets) {
      #expect(page.components(separatedBy: "id=\"\(target)\"").count == 2, "\(target)")
    }
  }

  @Test func `the exact words are marked in the report`() throws {
    let page = try SampleLedger().text(.html)
    let reports = try #require(page.components(separatedBy: "<section id=\"reports\">").last)
    for read in [hostileRead(), plainRead()] {
      for statement in read.statements {
        for words in statement.content.words {
          #expect(reports.contains("<mark>\(MarkupText.escaped(words))</mark>"))
        }
        #expect(reports.contains("id=\"s-\(FileName.mark(statement.id.text))\""))
      }
    }
  }

  @Test func `nobody named is told as such`() throws {
    #expect(try SampleLedger().text(.html).contains("nobody named asserts"))
  }

  @Test(arguments: [
    [[TextSpan(0, 10)]], [[TextSpan(2, 5)], [TextSpan(2, 5)]],
    [[TextSpan(0, 6)], [TextSpan(4, 9)], [TextSpan(5, 6)]],
    [[TextSpan(1, 3), TextSpan(7, 30)], [TextSpan(3, 7)]], [[TextSpan(4, 4)]], [],
  ])
  func `pieces tile the text and carry the marks that lie on them`(_ marks: [[TextSpan]]) {
    let whole = TextSpan(0, 10)
    let pieces = MarkedText.pieces(of: whole, marks: marks)
    #expect(pieces.first?.span.start == 0 && pieces.last?.span.end == 10)
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.span.end == $1.span.start })
    for piece in pieces {
      for place in piece.span.start..<piece.span.end {
        let on = marks.indices.filter { marks[$0].contains { $0.contains(place) } }
        #expect(piece.marks == on)
      }
    }
    let opened = pieces.flatMap(\.openings)
    #expect(Set(opened).count == opened.count)
    #expect(Set(opened) == Set(pieces.flatMap(\.marks)))
  }
}
