import Foundation
import Testing

@testable import Sayso

struct VersionComparisonTests {
  /// One statement of a version: who, cue, what, stance, and a figure's words with its value.
  struct Said {
    var who: String?
    var cue = "said"
    var what: String
    var stance = Stance.asserts
    var figure: (words: String, value: Double)?

    init(
      _ who: String?, _ what: String, cue: String = "said", _ stance: Stance = .asserts,
      figure: (String, Double)? = nil
    ) {
      (self.who, self.what, self.cue, self.stance) = (who, what, cue, stance)
      self.figure = figure
    }
  }

  /// A report whose text is its statements, a line for each, behind `opening`.
  private func version(
    _ said: [Said], opening: String = "", title: String? = "Bridge closed",
    url: String? = "https://post.example/bridge", analysed: Bool = true
  ) -> ReadReport {
    var text = opening
    var places: [(who: TextSpan?, cue: TextSpan, what: TextSpan, figure: TextSpan?)] = []
    func put(_ words: String) -> TextSpan {
      let start = text.utf8.count
      text += words
      return TextSpan(start, text.utf8.count)
    }
    for said in said {
      let who = said.who.map(put)
      text += " "
      let cue = put(said.cue)
      text += " "
      let what = put(said.what)
      let figure = said.figure.flatMap { figure -> TextSpan? in
        let before = said.what.components(separatedBy: figure.words)[0].utf8.count
        let start = what.start + before
        return TextSpan(start, start + figure.words.utf8.count)
      }
      text += ".\n"
      places.append((who, cue, what, figure))
    }
    let frozen = FrozenText(text)
    func passage(_ span: TextSpan) -> Passage { Passage([span], in: frozen) }
    return ReadReport(
      report: Report(
        id: ReportID("r"), title: title, url: url, sha256: noDigest, text: frozen, blocks: []),
      statements: zip(said, places).enumerated().map { index, pair in
        let (said, place) = pair
        return Statement(
          id: StatementID("r.\(index)"), kind: .indirect, stance: said.stance,
          confidence: Confidence(0.9),
          speaker: place.who.map {
            Speaker(passage: passage($0), actor: said.who, named: true)
          }, cue: passage(place.cue), content: passage(place.what))
      },
      figures: zip(said, places).compactMap { said, place in
        guard let figure = said.figure, let span = place.figure else { return nil }
        return Figure(
          passage: passage(span), low: figure.value, high: figure.value, bound: .exactly,
          unit: "person", counts: nil)
      }, analysed: analysed)
  }

  /// A change in one line: what, the old words, the new words.
  private func lines(_ comparison: VersionComparison) -> [String] {
    comparison.statements.map { change in
      switch change {
      case .appeared(let new): "appeared: \(new.content.text)"
      case .vanished(let old): "vanished: \(old.content.text)"
      case .changed(let old, let new, let aspects):
        "\(aspects.map(\.rawValue).joined(separator: "+")): \(old.content.text) -> "
          + new.content.text
      }
    }
  }

  private let mayor = Said("Ilse Müller", "the Harl bridge is safe and stays open")
  private let engineer = Said(
    "Tom Vask", "14 workers were hurt at the pier", figure: ("14 workers", 14))

  @Test func `the same words elsewhere in the text are unchanged`() {
    let old = version([mayor, engineer])
    let new = version([engineer, mayor], opening: "UPDATE. ")
    let comparison = VersionComparison(from: old, to: new)
    #expect(comparison.statements == [])
    #expect(comparison.unchanged == 2)
    #expect(comparison.fields == [])
    #expect(comparison.textChanged > 0)
    #expect(VersionComparison(from: old, to: old).textChanged == 0)
  }

  @Test(arguments: [
    (
      Said("Ilse Müller", "the Harl bridge is safe and stays open", cue: "denied", .denies),
      "stance+cue"
    ),
    (Said("Müller", "the Harl bridge is safe and stays open"), ""),
    (Said("Ilse Müller", "the Harl bridge is safe but closed for now"), "words"),
    (Said("Ilse Müller", "“the Harl bridge is safe, and stays open”"), ""),
    (Said("Ilse Müller", "The Harl bridge is safe and stays open"), ""),
    (Said("a spokesman", "the Harl bridge is safe and stays open"), "speaker"),
    (Said(nil, "the Harl bridge is safe and stays open"), "speaker"),
  ])
  func `a statement that changed is told with both its forms`(new: Said, aspects: String) {
    let comparison = VersionComparison(
      from: version([mayor, engineer]), to: version([new, engineer]))
    #expect(
      lines(comparison) == (aspects.isEmpty ? [] : ["\(aspects): \(mayor.what) -> \(new.what)"]))
  }

  @Test func `a figure that changed is told`() {
    let more = Said("Tom Vask", "17 workers were hurt at the pier", figure: ("17 workers", 17))
    let comparison = VersionComparison(
      from: version([mayor, engineer]), to: version([mayor, more]))
    #expect(lines(comparison) == ["figure+words: \(engineer.what) -> \(more.what)"])
    #expect(comparison.unchanged == 1)
  }

  @Test func `statements appear and vanish, and no other is made of them`() {
    let union = Said("the union", "nobody had asked its members", cue: "complained")
    let comparison = VersionComparison(
      from: version([mayor, engineer]), to: version([union, mayor]))
    #expect(lines(comparison) == ["appeared: \(union.what)", "vanished: \(engineer.what)"])
    let again = Said("Ilse Müller", "buses would run to the harbour")
    #expect(
      lines(VersionComparison(from: version([mayor]), to: version([again])))
        == ["appeared: \(again.what)", "vanished: \(mayor.what)"])
  }

  @Test func `a statement that grew is the same statement`() {
    let grown = Said(
      "Ilse Müller",
      "the Harl bridge is safe and stays open until engineers from the ministry have looked at the "
        + "second pillar and its four bearings")
    #expect(
      lines(VersionComparison(from: version([mayor]), to: version([grown])))
        == ["words: \(mayor.what) -> \(grown.what)"])
  }

  @Test func `each statement has one partner, the one that fits best`() {
    let one = Said("Ilse Müller", "the north pier is closed for repairs")
    let two = Said("Ilse Müller", "the south pier is closed for repairs")
    let changed = Said("Ilse Müller", "the south pier is closed for repairs until May")
    #expect(
      lines(VersionComparison(from: version([one, two]), to: version([changed, one])))
        == ["words: \(two.what) -> \(changed.what)"])
    let comparison = VersionComparison(from: version([one, one, two]), to: version([one]))
    #expect(lines(comparison) == ["vanished: \(one.what)", "vanished: \(two.what)"])
    #expect(comparison.unchanged == 1)
  }

  @Test func `the order of the lists does not matter, and the reverse mirrors`() {
    let union = Said("the union", "nobody had asked its members about the pier")
    let denied = Said("Ilse Müller", "the Harl bridge is not safe", .denies)
    let old = version([mayor, engineer, mayor, union])
    let new = version([union, denied, engineer])
    let forward = VersionComparison(from: old, to: new)
    func shuffled(_ read: ReadReport) -> ReadReport {
      ReadReport(
        report: read.report, statements: read.statements.reversed(), figures: read.figures,
        analysed: true)
    }
    #expect(VersionComparison(from: shuffled(old), to: shuffled(new)) == forward)
    let backward = VersionComparison(from: new, to: old)
    #expect(backward.unchanged == forward.unchanged)
    #expect(backward.textChanged == forward.textChanged)
    #expect(
      backward.statements.count { if case .appeared = $0 { true } else { false } }
        == forward.statements.count { if case .vanished = $0 { true } else { false } })
  }

  @Test func `metadata that changed is told, another form of the address is not`() {
    let old = version([mayor])
    let new = version(
      [mayor], title: "Bridge open", url: "http://www.post.example/bridge/?utm_source=x")
    #expect(
      VersionComparison(from: old, to: new).fields
        == [.init(field: "title", old: "Bridge closed", new: "Bridge open")])
    #expect(
      VersionComparison(from: old, to: version([mayor], title: nil, url: nil)).fields.map(\.field)
        == ["title", "url"])
  }

  @Test func `nothing is claimed of statements where no model covered a version`() {
    let comparison = VersionComparison(from: version([mayor]), to: version([], analysed: false))
    #expect(!comparison.statementsCompared)
    #expect(comparison.statements == [])
  }

  @Test func `thousands of alike statements are no trouble`() {
    let many = (0..<3000).map { Said("Ilse Müller", "the bridge is safe \($0 % 3)") }
    let comparison = VersionComparison(from: version(many), to: version(Array(many.dropLast(2))))
    #expect(comparison.unchanged == 2998)
    #expect(comparison.statements.count == 2)
  }

  @Test(
    arguments: [
      ("a b c d", "a b c d", 0.0), ("a b c d", "a b x d", 0.25), ("a b", "c d", 1.0), ("", "", 0),
      ("", "a", 1), ("a b c", "b c a", 1.0 / 3), ("a  b\nc", "a b c", 0),
    ] as [(String, String, Double)])
  func `the share of changed words is that of the shortest way`(
    old: String, new: String, share: Double
  ) {
    #expect(abs(WordDifference.share(FrozenText(old), FrozenText(new)) - share) < 1e-9)
    #expect(abs(WordDifference.share(FrozenText(new), FrozenText(old)) - share) < 1e-9)
  }

  @Test func `long texts that differ altogether are compared in time`() {
    let old = (0..<60_000).map { "a\($0)" }.joined(separator: " ")
    let new = (0..<60_000).map { "b\($0)" }.joined(separator: " ")
    #expect(WordDifference.share(FrozenText(old), FrozenText(new)) == 1)
  }
}
