#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import SaysoRecords

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The bytes of snapshots, each in a file named by its digest, in a folder beside the ledger.
///
/// A file is written under another name, brought to the disk and then renamed: a process that is
/// killed leaves no half snapshot under a digest. What is there is never written again.
struct SnapshotStore {
  /// The folder; it is made with the first snapshot.
  let folder: String

  /// The store of the ledger at `path`.
  init(ledger path: String) { folder = path + ".snapshots" }

  /// The file of a snapshot, in a folder of those that begin with the same byte.
  func file(of digest: SHA256Digest) -> String {
    folder + "/" + digest.hex.prefix(2) + "/" + digest.hex
  }

  /// Keeps `bytes`, unless they are there.
  ///
  /// - Returns: their digest.
  func write(_ bytes: [UInt8]) throws -> SHA256Digest {
    let digest = SHA256Digest(hex: sha256(bytes))
    let path = file(of: digest)
    if try held(path, byteCount: bytes.count) { return digest }
    let parent = folder + "/" + digest.hex.prefix(2)
    for made in [folder, parent] where mkdir(made, 0o777) != 0 && errno != EEXIST {
      throw SnapshotStore.failure("the folder of snapshots cannot be made", made, errno)
    }
    let (descriptor, temporary) = try create(beside: path)
    do {
      defer { close(descriptor) }
      try SnapshotStore.writeAll(bytes, to: descriptor, path: temporary)
      guard fsync(descriptor) == 0 else {
        throw SnapshotStore.failure("the snapshot cannot be written", temporary, errno)
      }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw SnapshotStore.failure("the snapshot cannot be written", path, code)
    }
    // The name, too, must outlive a power cut; some file systems cannot sync a folder.
    let directory = open(parent, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
    return digest
  }

  /// The bytes of a snapshot, compared with their digest.
  func read(_ digest: SHA256Digest) throws -> [UInt8] {
    let path = file(of: digest)
    let bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      let isThere = access(path, F_OK) == 0
      throw LedgerError(
        isThere ? .unreadable : .missing,
        isThere ? "a kept snapshot cannot be read" : "a kept snapshot is not there", place: path,
        remedy: isThere
          ? "allow reading it" : "restore the folder of snapshots, or fetch the report again",
        cause: isThere ? "\(error)" : nil)
    }
    guard sha256(bytes) == digest.hex else {
      throw LedgerError(
        .damaged, "a kept snapshot is not the one that its digest was made of", place: path,
        remedy: "restore the folder of snapshots, or fetch the report again")
    }
    return bytes
  }

  /// Whether a file of that length lies at `path`; one of another length was damaged later and is
  /// written anew.
  private func held(_ path: String, byteCount: Int) throws -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return Int(status.st_size) == byteCount }
    guard errno == ENOENT || errno == ENOTDIR else {
      throw SnapshotStore.failure("the folder of snapshots cannot be read", path, errno)
    }
    return false
  }

  /// A new file that only this call writes to; what a killed process left stays aside.
  private func create(beside path: String) throws -> (descriptor: Int32, path: String) {
    for attempt in 0..<1000 {
      let temporary = "\(path).\(getpid())-\(attempt).part"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else {
        throw SnapshotStore.failure("the snapshot cannot be written", temporary, errno)
      }
    }
    throw SnapshotStore.failure("the snapshot cannot be written", path, EEXIST)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        #else
          Darwin.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        #endif
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        throw failure("the snapshot cannot be written", path, errno)
      }
    }
  }

  private static func failure(_ problem: String, _ place: String, _ code: Int32) -> LedgerError {
    let (kind, remedy): (LedgerError.Kind, String) =
      switch code {
      case ENOSPC, EDQUOT: (.full, "free some disk space and run the command again")
      case EACCES, EPERM, EROFS: (.readOnly, "allow writing to the ledger's folder")
      default: (.unreadable, "check the disk and run the command again")
      }
    return LedgerError(
      kind, problem, place: place, remedy: remedy, cause: String(cString: strerror(code)))
  }
}
