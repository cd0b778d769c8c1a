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
    .appendingPathComponent("../../../shared/data").standardizedFileURL

  /// What each file gives: reports, revisits, answers with another status, what is passed over, and
  /// the failures' sentences.
  private static let expected: [(file: String, counts: [Int], failures: [String])] = [
    ("internetarchive-warc/alexa_short_header.arc.gz", [0, 0, 0, 2], []),
    ("internetarchive-warc/crlf_at_1k_boundary.warc.gz", [1, 0, 0, 0], []),
    ("resiliparse/block-sized-records.warc", [0, 0, 0, 3], []),
    ("resiliparse/block-sized-records.warc.gz", [0, 0, 0, 3], []),
    ("resiliparse/block-sized-records.warc.lz4", [0, 0, 0, 3], []),
    (
      "resiliparse/clipped.warc.gz", [0, 0, 0, 0],
      ["record 1, byte 0: the file breaks off inside of a packed part"]
    ),
    ("resiliparse/clueweb-quirk.warc.gz", [29, 0, 0, 1], []),
    ("resiliparse/warcfile.warc", [16, 0, 0, 34], []),
    ("resiliparse/warcfile.warc.gz", [16, 0, 0, 34], []),
    ("resiliparse/warcfile.warc.lz4", [16, 0, 0, 34], []),
    (
      "warcio/bad.arc", [0, 0, 0, 1],
      [
        "record 1, byte 0: the record states no length",
        "record 2, byte 134: the record states no length",
        "record 4, byte 262: the record states no length",
      ]
    ),
    ("warcio/example-bad-non-chunked.warc.gz", [1, 1, 0, 4], []),
    ("warcio/example-digest.warc", [0, 0, 0, 4], []),
    ("warcio/example-iana.org-chunked.warc", [1, 0, 0, 2], []),
    ("warcio/example-resource.warc.gz", [1, 0, 0, 2], []),
    ("warcio/example-space-in-target-uri.warc.gz", [0, 0, 0, 2], []),
    (
      "warcio/example-space-in-url.arc", [0, 0, 0, 1],
      ["record 2, byte 151: the archive breaks off inside of the record"]
    ),
    (
      "warcio/example-trunc.warc", [0, 0, 0, 3],
      ["record 3 (http://example.com/): the packed content (gzip) breaks off"]
    ),
    ("warcio/example-wget-bad-target-uri.warc.gz", [1, 0, 0, 5], []),
    ("warcio/example-wrong-chunks.warc.gz", [1, 0, 0, 1], []),
    ("warcio/example.arc", [1, 0, 0, 1], []),
    ("warcio/example.arc.gz", [1, 0, 0, 1], []),
    ("warcio/example.warc", [1, 1, 0, 4], []),
    ("warcio/example.warc.gz", [1, 1, 0, 4], []),
    ("warcio/post-test.warc.gz", [3, 0, 0, 3], []),
    ("webarchive-commons/IAH-20080430204825-00000-blackbook-truncated.arc", [3, 0, 0, 6], []),
    ("webarchive-commons/IAH-urls-wget.warc", [3, 0, 8, 25], []),
    ("webarchive-commons/IAH-urls-wget.warc.gz", [3, 0, 8, 25], []),
    ("webarchive-commons/link-extraction-test.warc", [7, 0, 0, 1], []),
    ("webarchive-commons/mutliple-headers.warc", [1, 0, 0, 0], []),
  ]

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("warc").path)
  }

  @Test(.enabled(if: isThere, "no corpora: set SAYSO_DATA"))
  func `every archive of the corpora gives what it holds, or says why not`() throws {
    for (file, counts, failures) in Self.expected {
      let path = Self.folder.appendingPathComponent("warc/" + file).path
      let source = try ArchiveSource(path: path)
      var met: [String] = []
      while let result = source.next() {
        if case .failure(let error) = result { met.append(error.description) }
      }
      let seen = source.counts
      print(file, seen, met)
      #expect(
        [seen.given, seen.revisits, seen.otherAnswers, seen.passedOver] == counts, "\(file)")
      #expect(met.count == failures.count && seen.failures == failures.count, "\(file): \(met)")
      for (sentence, start) in zip(met, failures) {
        #expect(sentence.hasPrefix("\(path), \(start)"))
      }
    }
  }

  @Test(.enabled(if: isThere, "no corpora: set SAYSO_DATA"))
  func `no archive of the corpora is left out`() throws {
    let root = Self.folder.appendingPathComponent("warc")
    var files: [String] = []
    for folder in try FileManager.default.contentsOfDirectory(atPath: root.path)
    where folder != "README.md" {
      let path = root.appendingPathComponent(folder).path
      files += try FileManager.default.contentsOfDirectory(atPath: path).map { "\(folder)/\($0)" }
    }
    #expect(files.sorted() == Self.expected.map(\.file).sorted())
  }
}
