import Foundation
import Sayso
import Testing

@Suite struct PipelineTests {
  /// A text with what attribution meets: quotations, split ones, relays, figures, dates, marks.
  static let text = """
    Harbour Minister Joren Vask said on Tuesday that about 1,200 tons had leaked. “We closed it,” he \
    said, “within the hour.”

    The engineer, according to the Gazette, wrote that the sensor "would fail". A spokesman declined to \
    comment. It failed, a report said, citing an official.

    “One paragraph opens here.

    “Another closes it,” Zoë Brandt told Reuters — ‘twice’. The company denied a report that it’s selling.
    """

  private func report(_ text: String, language: String? = "en") throws -> Report {
    let line = try JSONSerialization.data(
      withJSONObject: [
        "id": "r", "text": text, "published": "2031-03-14", "language": language ?? "en",
      ])
    return try ReportReader().reading(jsonLine: ArraySlice(line), number: 1, file: "test").report
  }

  @Test func `the same report gives the same records, from any number of tasks`() async throws {
    let pipeline = try Pipeline(engine: .fast)
    let report = try report(PipelineTests.text)
    let first = pipeline.read(report)
    #expect(first.statements.count >= 5)
    await withTaskGroup(of: ReadReport.self) { group in
      for _ in 0..<8 { group.addTask { pipeline.read(report) } }
      for await read in group { #expect(read == first) }
    }
  }

  @Test func `statement ids are different and stay when another pipeline reads`() throws {
    let report = try report(PipelineTests.text)
    let ids = try Pipeline(engine: .fast).read(report).statements.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(try Pipeline(engine: .fast).read(report).statements.map(\.id) == ids)
  }

  @Test func `every span lies inside and holds its words, however the text is cut or mangled`()
    throws
  {
    let seed = ProcessInfo.processInfo.environment["SAYSO_SEED"].flatMap { UInt64($0) } ?? 20_311
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pipeline = try Pipeline(engine: .fast)
    let whole = Array(PipelineTests.text)
    let noise = Array("\"“”‘’'—.,?!()\n é😀\u{301}x")
    for round in 0..<60 {
      var mangled = whole
      switch round % 4 {
      case 0: mangled = Array(whole.prefix(1 + random(whole.count)))
      case 1: mangled = Array(whole.dropFirst(random(whole.count))) + whole
      case 2: for _ in 0..<40 { mangled[random(mangled.count)] = noise[random(noise.count)] }
      default: for _ in 0..<40 { mangled.remove(at: random(mangled.count)) }
      }
      guard mangled.contains(where: { !$0.isWhitespace }) else { continue }
      let report = try report(String(mangled))
      let read = pipeline.read(report)
      for passage in read.passages {
        #expect(passage.matches(report.text), "seed \(seed), round \(round)")
      }
      for statement in read.statements {
        #expect((0...1).contains(statement.confidence.value))
      }
    }
  }

  @Test func `a report in another language is kept and not analysed`() throws {
    let read = try Pipeline(engine: .fast).read(report(PipelineTests.text, language: "de"))
    #expect(!read.analysed)
    #expect(read.passages.isEmpty)
  }

  @Test func `a folder without the models is an error that names it`() {
    #expect(throws: (any Error).self) { try Pipeline(models: "/nowhere/at/all") }
    do {
      _ = try Pipeline(models: "/nowhere/at/all")
    } catch {
      #expect("\(error)".contains("/nowhere/at/all/tagger.bin"))
      #expect("\(error)".contains("--models"))
    }
  }
}
