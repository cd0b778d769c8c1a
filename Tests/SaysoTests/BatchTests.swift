import Foundation
import Testing

@testable import Sayso

struct BatchTests {
  /// The ids and failures of a batch, in order.
  private func outcomes(
    _ paths: [String], reader: ReportReader = ReportReader(), jobs: Int = 2
  ) async throws -> [String] {
    var seen: [String] = []
    try await Batch(paths, reader: reader, jobs: jobs).forEach({ $0.text.string }) { outcome in
      switch outcome {
      case .read(let text, let place, _):
        seen.append("\(place.split(separator: "/").last ?? ""): \(text.prefix(12))")
      case .failed(let error):
        seen.append("\(error.place.split(separator: "/").last ?? "") failed: \(error.problem)")
      }
    }
    return seen
  }

  @Test(arguments: [1, 2, 5])
  func `reports come in the order of files and lines, and a broken one costs only itself`(
    jobs: Int
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "The first one said so.\n")
    try folder.write("b.txt", "")
    try folder.write(
      "c.jsonl",
      #"{"id":"1","text":"Second, it said."}"# + "\n\n{broken\n"
        + #"{"id":"2","text":"Third, it said."}"#)
    try folder.write("d.txt", "The fourth one said so.\n")
    #expect(
      try await outcomes([folder.path], jobs: jobs) == [
        "a.txt: The first on", "b.txt failed: the file is empty", "c.jsonl, line 1: Second, it s",
        "c.jsonl, line 3 failed: this is no JSON: a name in quotation marks is missing at byte 2",
        "c.jsonl, line 4: Third, it sa", "d.txt: The fourth o",
      ])
  }

  @Test func `a path that leads nowhere is a failure and the next one is read`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "The first one said so.\n")
    #expect(
      try await outcomes([folder.file("none.txt"), file]) == [
        "none.txt failed: there is nothing to read", "a.txt: The first on",
      ])
  }

  @Test func `a line over the limit costs only itself`() async throws {
    let folder = try TemporaryFolder()
    let long = #"{"id":"1","text":""# + String(repeating: "x ", count: 100_000) + #""}"#
    let file = try folder.write(
      "a.jsonl", long + "\n" + #"{"id":"2","text":"A short one."}"# + "\n")
    let seen = try await outcomes([file], reader: ReportReader(largestLine: 100_000))
    #expect(
      seen == [
        "a.jsonl, line 1 failed: the line is longer than 100000 bytes",
        "a.jsonl, line 2: A short one.",
      ])
  }

  @Test func `progress counts files where their number is known`() async throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write(name + ".txt", "It said so.") }
    var steps: [String] = []
    try await Batch([folder.path], jobs: 2).forEach(
      { $0 }, progress: { steps.append("\($0) of \($1 ?? -1)") }, each: { _ in })
    #expect(steps == ["1 of 3", "2 of 3", "3 of 3"])
  }
}

struct LineSourceTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func `lines come out whole whatever piece of the input they end in`(length: Int) throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: length) + "\n\nlast"
    let file = try folder.write("a", text)
    let source = try #require(LineSource(path: file, longestLine: 1 << 20))
    var lines: [Int] = []
    while let line = source.next() { lines.append(line.count) }
    #expect(lines == [length, 0, 4])
    #expect(source.failure == nil)
  }

  @Test func `of a line over the limit one byte more than the limit is given`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a", String(repeating: "x", count: 300_000) + "\nnext\n")
    let source = try #require(LineSource(path: file, longestLine: 1000))
    #expect(source.next()?.count == 1001)
    #expect(source.next() == Array("next".utf8))
    #expect(source.next() == nil)
  }

  @Test func `peeking takes nothing`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a", "\n \n{\"a\":1}\nmore")
    let source = try #require(LineSource(path: file, longestLine: 1000))
    #expect(source.peek() == Array("{\"a\":1}".utf8))
    #expect(
      source.rest(upTo: 100).map { String(decoding: $0, as: UTF8.self) } == "\n \n{\"a\":1}\nmore")
    #expect(source.rest(upTo: 3) == nil)
  }
}
