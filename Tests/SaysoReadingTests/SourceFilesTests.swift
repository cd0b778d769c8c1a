#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import SaysoReading
import SaysoRecords
import Testing

/// Files and folders, made fresh for each test.
@Suite struct SourceFilesTests {
  /// Runs `body` with an empty folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/sayso-reading-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }
    }
    let folder = String(cString: try #require(made))
    defer { remove(tree: folder) }
    try body(folder)
  }

  private func remove(tree folder: String) {
    chmod(folder, 0o700)
    SourceFiles([folder]).forEach { if case .success(let path) = $0 { unlink(path) } }
    for name in ["b", "shut", ".hidden.txt", "notes.bin", "loop"] {
      chmod(folder + "/" + name, 0o700)
      unlink(folder + "/" + name)
      rmdir(folder + "/" + name)
    }
    rmdir(folder)
  }

  private func write(_ text: String, _ path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  @Test func `folders are read in order of names, without hidden and other files`() throws {
    try withFolder { folder in
      mkdir(folder + "/b", 0o755)
      for name in ["z.txt", "a.md", "b/c.HTML", ".hidden.txt", "notes.bin"] {
        try write("It rained, she said.", folder + "/" + name)
      }
      symlink(folder, folder + "/loop")
      var found: [String] = []
      SourceFiles([folder, folder + "/notes.bin"]).forEach {
        if case .success(let path) = $0 { found.append(String(path.dropFirst(folder.count + 1))) }
      }
      #expect(found == ["a.md", "b/c.HTML", "z.txt", "notes.bin"])
    }
  }

  @Test func `what is missing, empty or shut is told, and the rest is read`() throws {
    try withFolder { folder in
      mkdir(folder + "/b", 0o755)
      mkdir(folder + "/shut", 0o000)
      try write("It rained, she said.", folder + "/z.txt")
      var lines: [String] = []
      var reports = 0
      ReportReader().read([folder + "/none.txt", folder + "/b", folder]) { result in
        switch result {
        case .success: reports += 1
        case .failure(let error): lines.append(error.description)
        }
      }
      #expect(reports == 1)
      #expect(
        lines[0]
          == "\(folder)/none.txt: there is nothing to read (No such file or directory); check the path"
      )
      #expect(
        lines[1]
          == "\(folder)/b: the folder holds no reports; name a folder with pages, texts, feeds, mails, documents or archives"
      )
      // The superuser may open every folder.
      if geteuid() == 0 {
        #expect(lines.count == 2)
      } else {
        #expect(
          lines.dropFirst(2).first
            == "\(folder)/shut: the folder cannot be opened (Permission denied); allow reading it, or leave it out"
        )
      }
    }
  }

  @Test func `JSON lines stream whatever the piece they are cut in`() throws {
    try withFolder { folder in
      let path = folder + "/many.jsonl"
      let text = String(repeating: "It rained in Elvane, the mayor said on Monday. ", count: 60)
      let count = 400
      try write(
        (0..<count).map { "{\"id\":\"r\($0)\",\"text\":\"\(text)\"}\n" }.joined(), path)
      var ids: [String] = []
      ReportReader().read([path]) { result in
        if case .success(let reading) = result { ids.append(reading.report.id.text) }
      }
      #expect(ids == (0..<count).map { "r\($0)" })
      var refused: [String] = []
      ReportReader(largestLine: 100).read([path]) { result in
        if case .failure(let error) = result { refused.append(error.description) }
      }
      #expect(refused.count == count)
      #expect(
        refused[0]
          == "\(path), line 1: the line is longer than 100 bytes; split it, or give the report as a file of its own"
      )
    }
  }
}
