import Foundation

@testable import SaysoReading
@testable import SaysoReadingTests

/// Archives and packed content.
extension FuzzTarget {
  static let archives: [FuzzTarget] = [
    archive("warc", as: "a.warc", words: FuzzWords.warc) {
      let records = ["One", "Two"].map {
        ArchiveFixtures.response("https://oskholm.example/\($0)", "Ferry \($0) runs.")
      }
      let page = Array(ArchiveFixtures.page("Ferry").utf8)
      let packed = ArchiveFixtures.answer(
        ArchiveFixtures.gzip(page), fields: ["Content-Encoding: gzip"])
      let chunked = ArchiveFixtures.answer(
        Array("5\r\n<p>It\r\n9\r\n rained. \r\n0\r\n\r\n".utf8),
        fields: ["Transfer-Encoding: chunked"])
      return [
        ("a.warc", records.flatMap { $0 }), ("a.warc.gz", records.flatMap(ArchiveFixtures.gzip)),
        (
          "coded.warc",
          ArchiveFixtures.record("response", "https://oskholm.example/", block: packed)
            + ArchiveFixtures.record("response", "https://oskholm.example/", block: chunked)
            + ArchiveFixtures.record("resource", "https://oskholm.example/", block: page)
        ),
      ]
    },
    archive("arc", as: "a.arc", words: FuzzWords.warc) {
      let page = Array(ArchiveFixtures.page("Ferry").utf8)
      return [
        (
          "a.arc",
          ArchiveFixtures.arcHeader
            + ArchiveFixtures.arcRecord(
              "http://oskholm.example/", "text/html", ArchiveFixtures.answer(page))
        )
      ]
    },
    archive("zip", as: "a.zip", words: FuzzWords.paths) {
      let page = Array(ArchiveFixtures.page("Ferry").utf8)
      let records = ArchiveFixtures.gzip(ArchiveFixtures.response("https://a.example/", "It ran."))
      return [
        ("a.zip", ArchiveFixtures.zip([("a.html", page), ("b/c.txt", page), ("../d.txt", page)])),
        (
          "a.wacz",
          ArchiveFixtures.zip([
            ("datapackage.json", Array("{}".utf8)), ("archive/a.warc.gz", records),
          ])
        ),
      ]
    },
    archive("tar", as: "a.tar", words: FuzzWords.paths) {
      let page = Array(ArchiveFixtures.page("Ferry").utf8)
      let tar = ArchiveFixtures.tar([("a.html", page), ("b/c.txt", page), ("../d.txt", page)])
      return [("a.tar", tar), ("a.tgz", ArchiveFixtures.gzip(tar))]
    },
    FuzzTarget(
      "content", words: ["\r\n", "0\r\n\r\n", ";a=b", "\u{1}\u{0}", "fff"],
      seeds: {
        let page = Array(ArchiveFixtures.page("Ferry").utf8)
        let packed = ArchiveFixtures.gzip(page)
        return [
          ("gzip", [0] + packed), ("members", [0] + packed + packed),
          // The stored blocks of a gzip member are deflate without a wrapping.
          ("deflate", [1] + packed[10..<(packed.count - 8)]),
          // A brotli stream of one empty last block (RFC 7932, section 9.2).
          ("br", [2, 6]), ("chunked", [4] + Array("3\r\nabc\r\n0\r\n\r\n".utf8)),
        ]
      },
      check: checkContent),
  ]

  /// The most bytes that a body may have here.
  private static let largestBody = 1 << 20

  /// The codings that the first byte of an input chooses from.
  private static let codings = [["gzip"], ["deflate"], ["br"], ["br, gzip", "deflate"]]

  private static func checkContent(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let body = Array(bytes.dropFirst())
    guard Int(first) % 5 < codings.count else {
      FuzzLaws.hold(ChunkedBody.decode(body).count <= body.count, "chunks only lose bytes")
      return
    }
    do throws(ReadingError) {
      let content = try ContentDecoding.decode(
        body, encodings: codings[Int(first) % 5], limit: largestBody, place: "a")
      FuzzLaws.hold(content.count <= largestBody, "content keeps to its limit")
    } catch {
      FuzzLaws.check(error)
    }
  }

  /// A file for the archive at hand; archives are read from files only.
  private static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sayso-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      FuzzLaws.hold(false, "there is room for a file (\(error))")
    }
    return folder
  }()

  private static func archive(
    _ name: String, as file: String, words: [String], seeds: @escaping @Sendable () -> [Seed]
  ) -> FuzzTarget {
    FuzzTarget(name, words: words, seeds: seeds) { bytes in
      let place = folder.appendingPathComponent(file)
      do {
        try Data(bytes).write(to: place)
      } catch {
        FuzzLaws.hold(false, "the file can be written (\(error))")
      }
      checkArchive(place.path)
    }
  }

  private static func checkArchive(_ path: String) {
    do throws(ReadingError) {
      let source = try ArchiveSource(path: path, largestBody: largestBody)
      var given = 0
      var failures = 0
      while let result = source.next() {
        switch result {
        case .success(let file):
          given += 1
          FuzzLaws.hold(file.bytes.count <= largestBody, "a body keeps to its limit")
          FuzzLaws.hold(
            !file.name.dropFirst(path.count).split(separator: "/").contains(".."),
            "no path climbs out: \(file.name)")
          // What a record states about its page goes on into the reader.
          if given <= 2, !file.bytes.starts(with: "%PDF-".utf8) {
            _ = ReportReader().readings(of: file)
          }
        case .failure(let error):
          failures += 1
          FuzzLaws.check(error)
        }
        FuzzLaws.hold(given + failures < 100_000, "the archive ends")
      }
      FuzzLaws.hold(source.counts.given == given, "what was given is counted")
      FuzzLaws.hold(source.counts.failures == failures, "what failed is counted")
    } catch {
      FuzzLaws.check(error)
    }
  }
}
