import Foundation
import SaysoReading
import Testing

/// The archives of other libraries' tests are read, or refused with the right sentence.
///
/// They lie beside the repository, or where SAYSO_DATA says, and not in it.
@Suite struct ArchiveCorpusTests {
  private static let folder: URL =
    ProcessInfo.processInfo.environment["SAYSO_DATA"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data").standardizedFileURL

  /// What each file gives: reports, revisits, answers with another status, passed over, failures.
  private static let expected: [String: [Int]] = [:]

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("warc").path)
  }

  @Test(.enabled(if: isThere, "no corpora: set SAYSO_DATA"))
  func `every archive of the corpora gives what it holds`() throws {
    let root = Self.folder.appendingPathComponent("warc")
    var seen = 0
    for folder in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
      let path = root.appendingPathComponent(folder).path
      guard folder != "README.md" else { continue }
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
        let source = try ArchiveSource(path: path + "/" + name)
        var sentences: [String] = []
        while let result = source.next() {
          switch result {
          case .success(let file):
            sentences.append(
              "  + \(file.name.replacing(path + "/", with: "")) \(file.origin.mediaType ?? "-") \(file.origin.charset ?? "-") \(file.origin.retrieved ?? "-") \(file.bytes.count) \(String(decoding: file.bytes.prefix(40), as: UTF8.self).debugDescription)"
            )
          case .failure(let error):
            sentences.append("  - " + error.description.replacing(path + "/", with: ""))
          }
        }
        let counts = source.counts
        print("\(folder)/\(name)", counts)
        for sentence in sentences { print(sentence) }
        seen += 1
      }
    }
    #expect(seen == 30)
  }
}
