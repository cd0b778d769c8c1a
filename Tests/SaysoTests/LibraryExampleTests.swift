import Foundation
import Sayso
import Testing

/// The example of the README, as it stands there.
private func printStatements() async throws {
  let pipeline = try Pipeline()
  try await Batch(["reports"], jobs: 2).forEach({ pipeline.read($0) }) { outcome in
    guard case .read(let read, _, _) = outcome else { return }
    for statement in read.statements {
      print(statement.speaker?.actor ?? "unknown", statement.stance, statement.content.text)
    }
  }
}

struct LibraryExampleTests {
  @Test func `the README shows code that compiles`() throws {
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let function = source.components(separatedBy: "printStatements() async throws {\n")[1]
    let lines = function.components(separatedBy: "\n}\n")[0].components(separatedBy: "\n")
    let code = lines.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
      .joined(separator: "\n")
    let page = try String(contentsOf: packageFolder.appending(path: "README.md"), encoding: .utf8)
    #expect(page.contains("```swift\nimport Sayso\n\n\(code)\n```\n"))
  }
}
