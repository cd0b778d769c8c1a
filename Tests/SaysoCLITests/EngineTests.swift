import Foundation
import Testing

/// The choice of an engine.
struct EngineTests {
  private static let text = """
    The pier of Gullhaven is shut, mayor Tova Brand said on Monday.

    "Nobody was hurt," she told reporters. The harbour office denied that the pier had been unsafe.
    """

  @Test func `each engine finds who said what, and the environment names one`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("pier.txt", Array(EngineTests.text.utf8))
    for engine in ["careful", "fast"] {
      let asked = try SaysoProcess.run(
        ["read", "--engine", engine, "--json", "pier.txt"], in: scratch.path)
      #expect(asked.status == 0)
      #expect(asked.output.contains("\"stance\":\"denies\""))
      let named = try SaysoProcess.run(
        ["read", "--json", "pier.txt"], in: scratch.path, environment: ["SAYSO_ENGINE": engine])
      #expect(named.output == asked.output)
    }
    let standard = try SaysoProcess.run(
      ["read", "--json", "pier.txt"], in: scratch.path, environment: ["SAYSO_ENGINE": ""])
    let careful = try SaysoProcess.run(
      ["read", "--engine", "careful", "--json", "pier.txt"], in: scratch.path)
    #expect(standard.output == careful.output)
  }

  @Test func `an engine that there is none of is refused in one sentence`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("pier.txt", Array(EngineTests.text.utf8))
    let run = try SaysoProcess.run(
      ["read", "pier.txt"], in: scratch.path, environment: ["SAYSO_ENGINE": "swift"])
    #expect(run.status == 2)
    #expect(
      run.messages == [
        "sayso: model SAYSO_ENGINE=swift: there is no engine of this name; set it to careful or fast"
      ])
    let option = try SaysoProcess.run(
      ["read", "--engine", "swift", "pier.txt"], in: scratch.path)
    #expect(option.status == 64)
  }

  @Test func `a report is read anew by another engine, and what people put right stays`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("pier.txt", Array(EngineTests.text.utf8))
    func run(_ arguments: [String]) throws -> SaysoProcess {
      try SaysoProcess.run(arguments, in: scratch.path)
    }
    _ = try run(["add", "--engine", "fast", "pier.txt"])
    let denial = try run(["statements", "--stance", "denies", "--json"]).output
    let id = try #require(denial.split(separator: "\"").dropFirst(3).first)
    #expect(try run(["correct", String(id), "--stance", "doubts"]).status == 0)
    let again = try run(["add", "--engine", "careful", "pier.txt"])
    #expect(again.output.contains("1 read again by other models"))
    let after = try run(["statements", "--json"]).output
    #expect(after.contains("\"stance\":\"doubts\""))
    #expect(!after.contains("\"stance\":\"denies\""))
    let same = try run(["add", "--engine", "careful", "pier.txt"])
    #expect(same.output.contains("1 already there"))
  }
}
