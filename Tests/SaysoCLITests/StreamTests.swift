import Foundation
import Testing

/// How the program behaves in pipes, and to whom it shows colours.
struct StreamTests {
  private func line(_ number: Int, length: Int = 1) -> String {
    let words = String(repeating: "It was so, the minister said. ", count: length)
    return #"{"id":"id-\#(number)","text":"\#(words)"}"# + "\n"
  }

  @Test func `JSON lines are answered in order with the ids that they came with`() throws {
    let input = (0..<300).map { line($0, length: 1 + (300 - $0) / 30) }.joined()
    let run = try SaysoProcess.run(
      ["read", "--json", "--jobs", "4", "-"], in: packageFolder.path, input: Array(input.utf8))
    let ids = run.output.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(ids == (0..<300).map { "{\"id\":\"id-\($0)\"" })
    #expect(run.status == 0)
  }

  @Test func `a broken line costs only itself and its number is told`() throws {
    let input = line(1) + "{broken\n" + line(3)
    let run = try SaysoProcess.run(
      ["read", "--json", "-"], in: packageFolder.path, input: Array(input.utf8))
    #expect(run.status == 2)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.messages.first?.hasPrefix("sayso: standard input, line 2: ") == true)
  }

  @Test(arguments: [
    (#"{"id":"a","text":"He said so."}"#, ["a"]),
    ("{\"id\":\"a\",\"text\":\"He said so.\"}\r\n{\"id\":\"b\",\"text\":\"So.\"}\r\n", ["a", "b"]),
    ("\u{FEFF}{\"id\":\"a\",\"text\":\"He said so.\"}\n", ["a"]),
    ("{ \n\"id\":\"a\",\"text\":\"He said so.\"\n}\n", ["a"]),
    ("[{\"id\":\"a\",\"text\":\"He.\"},{\"id\":\"b\",\"text\":\"She.\"}]", ["a", "b"]),
    ("\n\n{\"id\":7,\"text\":\"He said so.\"}\n", ["7"]),
  ])
  func `standard input is known for what it is`(_ input: String, ids: [String]) throws {
    let run = try SaysoProcess.run(
      ["read", "--json", "-"], in: packageFolder.path, input: Array(input.utf8))
    #expect(run.errors.isEmpty)
    let seen = run.output.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(seen == ids.map { "{\"id\":\"\($0)\"" })
  }

  @Test(arguments: ["read", "text"])
  func `words of a report cannot steer the terminal`(_ verb: String) throws {
    let input =
      #"{"text":"It \u001b[31mwas\u0007 so, he said.","title":"\u001b]0;x\u0007A \u202etitle"}"#
    let run = try SaysoProcess.run([verb, "-"], in: packageFolder.path, input: Array(input.utf8))
    #expect(run.output.contains("A title"))
    for scalar in run.output.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x202E)
    }
  }

  @Test func `the text of a line is left exactly as given`() throws {
    let text = "  \u{FEFF}Two  spaces,\ta tab\r\nand “quotes” é e\u{301} \u{1F600}.\n\n"
    let input = try JSONSerialization.data(withJSONObject: ["id": "x", "text": text])
    let run = try SaysoProcess.run(
      ["read", "--json", "-"], in: packageFolder.path, input: Array(input))
    let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect((answer?["text"] as? String).map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a caller who waits for each answer is answered`() throws {
    let process = Process()
    process.executableURL = SaysoProcess.program
    process.arguments = ["read", "--json", "--jobs", "4", "-"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<5 {
      try input.fileHandleForWriting.write(contentsOf: Data(line(number).utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.hasPrefix("{\"id\":\"id-\(number)\""))
      #expect(answer.hasSuffix("\n"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: ["read --json", "read", "read --csv", "text", "text --json"])
  func `a reader that goes away is no failure`(_ verb: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", (0..<300).map { line($0, length: 8) }.joined())
    let run = try SaysoProcess.shell(
      "{ \"$0\" \(verb) a.jsonl a.jsonl; echo $? > status; } | head -n 1 > first", in: folder.path)
    #expect(run.errors.isEmpty)
    // A verb whose whole output fits into the pipe may end before anybody goes away.
    let status = try String(contentsOfFile: folder.file("status"), encoding: .utf8)
    #expect(["0\n", "1\n"].contains(status))
  }

  @Test(
    arguments: [
      ([], 64), (["reed"], 64), (["read"], 64), (["read", "--loud", "x"], 64),
      (["read", "--json", "--csv", "x"], 64), (["read", "--jobs", "0", "x"], 64),
      (["read", "--published", "2031-02-30", "x"], 64), (["statements", "--stance", "shouts"], 64),
      (["statements", "--since", "yesterday"], 64), (["statements", "--limit", "0"], 64),
      (["help", "read"], 0),
    ] as [([String], Int32)])
  func `wrong usage is told on one line`(_ arguments: [String], status: Int32) throws {
    let run = try SaysoProcess.run(arguments, in: packageFolder.path)
    if arguments.isEmpty {
      #expect(run.status == 0, "without a verb it shows its help")
      return
    }
    #expect(run.status == status)
    guard status == 64 else { return }
    #expect(run.output.isEmpty)
    #expect(run.messages.count == 1)
    #expect(run.errors.hasPrefix("sayso: ") && run.errors.contains("--help`"))
  }

  @Test func `a question without an answer ends with 1`() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "The minister said that it was so.\n")
    _ = try SaysoProcess.run(["add", "good.txt"], in: folder.path)
    let run = try SaysoProcess.run(["statements", "--by", "nobody"], in: folder.path)
    #expect(run.status == 1)
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test func `colours are for terminals, unless NO_COLOR is set`() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
    func run(_ environment: [String: String]) throws -> String {
      try SaysoProcess.shell(
        "exec script -qec \"$0 read Examples/reports/01-harbour-strike.txt\" /dev/null",
        in: packageFolder.path, environment: environment.merging(["TERM": "xterm"]) { $1 }
      ).output
    }
    #expect(try run([:]).contains("\u{1B}[1m"))
    #expect(try !run(["NO_COLOR": "1"]).contains("\u{1B}["))
    #expect(
      try !SaysoProcess.run(["read", "Examples/reports"], in: packageFolder.path).output
        .contains("\u{1B}["))
  }
}
