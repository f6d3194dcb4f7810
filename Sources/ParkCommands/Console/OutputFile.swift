#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes a file whole or not at all.
enum OutputFile {
  /// Writes to a temporary file beside the target and moves it there; a device or pipe is written to
  /// as it is.
  ///
  /// - Throws: ``CommandFailure`` with status 73 when the file can't be created and 74 when writing
  ///   fails; what stood in the file before is then still there.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    var status = stat()
    let exists = stat(path, &status) == 0
    let format = status.st_mode & S_IFMT
    if exists, format == S_IFDIR {
      throw CommandFailure(.cannotCreate, "can't write \(path): it is a folder; name a file in it")
    }
    if exists, format != S_IFREG {
      try write(bytes, over: path)
      return
    }
    if exists, access(path, W_OK) != 0 { throw failure(.cannotCreate, path, errno) }
    let target = exists ? resolved(path) : path
    // A short name of its own: the target's may be as long as names can be.
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let temporary = "\(folder).parkgraph-\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw failure(.cannotCreate, path, errno) }
    var code = bytes.withUnsafeBufferPointer { Descriptor.writeAll($0, to: descriptor) }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, exists { chmod(temporary, status.st_mode & 0o7777) }
    if code == 0, rename(temporary, target) != 0 { code = errno }
    if code != 0 {
      unlink(temporary)
      throw failure(.ioError, path, code)
    }
  }

  /// Makes a folder, unless it is there.
  ///
  /// - Throws: ``CommandFailure`` with status 73 when it can't be made.
  static func createFolder(_ path: String) throws(CommandFailure) {
    if mkdir(path, 0o777) != 0, errno != EEXIST || FileKind.of(path) != .folder {
      throw failure(.cannotCreate, path, errno == EEXIST ? ENOTDIR : errno)
    }
  }

  private static func write(_ bytes: [UInt8], over path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw failure(.cannotCreate, path, errno) }
    let code = bytes.withUnsafeBufferPointer { Descriptor.writeAll($0, to: descriptor) }
    close(descriptor)
    if code != 0 { throw failure(.ioError, path, code) }
  }

  /// Where a link leads, so that the link stays and its target changes.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(
    _ status: ExitStatus, _ path: String, _ code: Int32
  ) -> CommandFailure {
    let advice = code == ENOENT ? "; create its folder first" : ""
    return CommandFailure(
      status, "can't write \(path): \(Descriptor.describe(code))\(advice)")
  }
}
