import Foundation
import Testing

/// Each kind of bad input gets one line that says what, where and how to mend it.
///
/// The rest of the batch goes on and the exit status tells. docs/bad-input.md lists them for users.
struct BadInputTests {
  /// One kind of bad input: a file beside a good one.
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let bytes: @Sendable () -> [UInt8]
    /// What the message must say.
    let says: [String]
    /// Whether the report is read all the same.
    let isKept: Bool
    var testDescription: String { name }

    init(
      _ name: String, _ file: String, _ text: @autoclosure @escaping @Sendable () -> String,
      says: [String], isKept: Bool = false
    ) {
      self.init(name, file, bytes: { Array(text().utf8) }, says: says, isKept: isKept)
    }

    init(
      _ name: String, _ file: String, bytes: @escaping @Sendable () -> [UInt8], says: [String],
      isKept: Bool = false
    ) {
      self.name = name
      self.file = file
      self.bytes = bytes
      self.says = says
      self.isKept = isKept
    }
  }

  static let kinds = [
    Kind("an empty file", "bad.txt", "", says: ["the file is empty"]),
    Kind("a file of blanks", "bad.txt", " \n\t\n", says: ["the file is empty"]),
    Kind(
      "a picture named .txt", "bad.txt",
      bytes: {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<4000).map { UInt8($0 % 251) }
      },
      says: ["this is no text"]),
    Kind(
      "a line of 50 MB", "bad.jsonl",
      #"{"id":"long","text":""# + String(repeating: "said so ", count: 6_250_000) + #""}"#,
      says: ["line 1", "longer than"]),
    Kind(
      "a text of one line of 50 MB", "bad.txt",
      String(repeating: "It said so. ", count: 4_200_000), says: ["larger than"]),
    Kind(
      "broken YAML", "bad.md", "---\ntitle: \"never closed\n---\n\nThe mayor said so.\n",
      says: ["front matter"], isKept: true),
    Kind(
      "invalid UTF-8", "bad.txt",
      bytes: {
        Array("The mayor of \u{E9}vora said “so”: ".utf8) + [0xFF, 0xC3, 0x28]
          + Array(" yes.\n".utf8)
      },
      says: ["UTF-8"], isKept: true),
    Kind(
      "a date that is none", "bad.md",
      "---\ntitle: A title\ndate: 2031-02-30\n---\n\nThe mayor said so.\n", says: ["2031-02-30"],
      isKept: true),
    Kind(
      "a JSON line without text", "bad.jsonl", #"{"id":"1","title":"A title"}"# + "\n",
      says: ["line 1", "no \"text\""]),
    Kind("a line that is no JSON", "bad.jsonl", "{\"id\":\n", says: ["line 1", "no JSON"]),
    Kind(
      "a language that no model covers", "bad.txt",
      """
      Der Bürgermeister sagte am Freitag, dass die Stadt das Gelände kaufen werde und dass die \
      Arbeiten noch in diesem Jahr beginnen sollen. Die Opposition wies das zurück.
      """, says: ["not analysed", "(de)"], isKept: true),
  ]

  @Test(arguments: kinds)
  func `bad input costs only itself and is told on one line`(_ kind: Kind) throws {
    let folder = try TemporaryFolder()
    try folder.write(kind.file, kind.bytes())
    try folder.write("good.txt", "The minister said that it was so.\n")
    let run = try SaysoProcess.run(
      ["read", "--json", kind.file, "good.txt"], in: folder.path)
    #expect(run.status == 2)
    let message = try #require(run.messages.first)
    #expect(message.hasPrefix("sayso: \(kind.file)"), "\(message)")
    #expect(message.contains("; "), "it says how to mend it: \(message)")
    for words in kind.says { #expect(message.contains(words), "\(message)") }
    #expect(run.messages.dropFirst() == ["sayso: 2 reports read, 1 problem"])
    #expect(run.output.split(separator: "\n").count == (kind.isKept ? 2 : 1))
    #expect(run.output.contains("The minister said"))
  }

  @Test func `a page cut in the middle is read as far as it goes`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "cut.html",
      """
      <html lang="en"><head><title>Cut</title></head><body><article><p>The mayor said on Friday that \
      the old harbour would be closed to ships for a month.</p><p>The union denied that anybody had \
      asked it bef
      """)
    let run = try SaysoProcess.run(["text", "cut.html"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("closed to ships for a month."))
  }

  @Test func `a folder without permission is told and the others are read`() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.file("shut"), withIntermediateDirectories: false)
    try folder.write("open.txt", "The minister said that it was so.\n")
    // As root nothing is shut: the program then runs as nobody, from a place that nobody can reach.
    try manager.copyItem(atPath: SaysoProcess.program.path, toPath: folder.file("sayso"))
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.file("shut"))
    defer {
      do {
        try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.file("shut"))
      } catch {}
    }
    let run = try SaysoProcess.shell(
      """
      if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --clear-groups ./sayso "$@"; fi
      exec ./sayso "$@"
      """, ["read", "--json", "shut", "open.txt"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.messages.first?.contains("shut: the folder cannot be opened") == true, "\(run)")
    #expect(run.output.contains("The minister said"))
  }

  @Test(arguments: [
    ["read", "Examples/reports"], ["read", "--json", "Examples/reports"],
    ["text", "Examples/reports"], ["--help"], ["--version"],
  ])
  func `a full disk on standard output is an error`(_ arguments: [String]) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try SaysoProcess.shell(
      "exec \"$0\" \"$@\" > /dev/full", arguments, in: packageFolder.path)
    #expect(run.status == 2)
    #expect(run.messages.count == 1)
    #expect(run.errors.hasPrefix("sayso: standard output: the results could not be written"))
  }

  @Test func `standard input that is empty is told, a stream of no lines is not`() throws {
    let whole = try SaysoProcess.run(["read", "-"], in: packageFolder.path)
    #expect(whole.status == 2)
    #expect(whole.errors.contains("standard input: the file is empty"))
    let lines = try SaysoProcess.run(["read", "--json", "-"], in: packageFolder.path)
    #expect(lines.status == 1)
    #expect(lines.errors.isEmpty)
  }
}
