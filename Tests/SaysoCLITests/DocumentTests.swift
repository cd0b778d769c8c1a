import Foundation
import Testing

/// What the documents show is what the program does.
struct DocumentTests {
  @Test func `the tour of the README shows real output`() throws {
    let file = packageFolder.appending(path: "README.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let scratch = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("Examples"),
      withDestinationPath: packageFolder.appending(path: "Examples").path)
    var pieces = page.components(separatedBy: "<!-- tour: ")
    #expect(pieces.count > 3)
    for number in pieces.indices.dropFirst() {
      let parts = pieces[number].components(separatedBy: " -->\n")
      try #require(parts.count == 2)
      let command = parts[0]
      let run = try SaysoProcess.shell(
        command.replacing("sayso ", with: "\"$0\" "), in: scratch.path,
        environment: ["COLUMNS": "96", "SAYSO_ENGINE": ""])
      #expect(run.errors.isEmpty)
      let shown = "```text\n$ \(command)\n\(run.output)```\n"
      let rest = DocumentTests.split(parts[1])
      if let block = rest.block, !Golden.isBlessing {
        #expect(block == shown, "README.md differs; scripts/bless rewrites it")
      }
      pieces[number] = command + " -->\n" + shown + rest.after
    }
    guard Golden.isBlessing else { return }
    try Data(pieces.joined(separator: "<!-- tour: ").utf8).write(to: file)
    Issue.record("README.md was rewritten; read the diff")
  }

  /// The fenced block at the start of a text, if there is one, and what follows it.
  private static func split(_ text: String) -> (block: String?, after: String) {
    guard text.hasPrefix("```text\n"), let end = text.range(of: "\n```\n") else {
      return (nil, text)
    }
    return (String(text[..<end.upperBound]), String(text[end.upperBound...]))
  }

  @Test func `every link inside the documents leads somewhere`() throws {
    let root = packageFolder.path
    let pages =
      try FileManager.default.subpathsOfDirectory(atPath: root + "/docs").map { "docs/" + $0 }
      + ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      + ["Examples/README.md"]
    var links = 0
    for page in pages where page.hasSuffix(".md") {
      let folder = URL(filePath: root + "/" + page).deletingLastPathComponent()
      let text = try String(contentsOfFile: root + "/" + page, encoding: .utf8)
      for piece in text.components(separatedBy: "](").dropFirst() {
        let target = String(piece.prefix { $0 != ")" && $0 != "#" })
        if target.isEmpty || target.contains("://") { continue }
        links += 1
        let path = folder.appending(path: target).path
        #expect(FileManager.default.fileExists(atPath: path), "\(page): \(target)")
      }
    }
    #expect(links > 10)
  }

  @Test func `every schema is named in the README`() throws {
    let page = try String(
      contentsOf: packageFolder.appending(path: "README.md"), encoding: .utf8)
    let docs = try FileManager.default.contentsOfDirectory(
      atPath: packageFolder.appending(path: "docs").path)
    for schema in docs where schema.hasSuffix(".schema.json") {
      #expect(page.contains("docs/" + schema), "\(schema)")
    }
  }

  @Test(arguments: ["scripts/demo", "scripts/test", "scripts/check", ".ci/run"])
  func `a missing toolchain is told in one line with the command that installs it`(
    _ script: String
  ) throws {
    let scratch = try TemporaryFolder()
    for tool in ["sh", "dirname", "uname"] {
      let path = ["/bin/", "/usr/bin/"].map { $0 + tool }.first {
        FileManager.default.isExecutableFile(atPath: $0)
      }
      try FileManager.default.createSymbolicLink(
        atPath: scratch.file(tool), withDestinationPath: try #require(path))
    }
    let path = packageFolder.appending(path: script).path
    let run = try SaysoProcess.shell(
      "exec \"$1\"", [path], in: scratch.path, environment: ["PATH": scratch.path])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.messages.count == 1)
    #expect(run.errors.contains("the Swift toolchain") && run.errors.contains("swiftly"))
  }
}
