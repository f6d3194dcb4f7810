import GraphFormats

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes a file whole or not at all.
enum OutputFile {
  /// Takes the next bytes of a file.
  typealias Sink = ([UInt8]) throws(CommandFailure) -> Void

  /// Writes to a temporary file beside the target and moves it there; a device or pipe is written to
  /// as it is.
  ///
  /// - Throws: ``CommandFailure`` with status 73 when the file can't be created and 74 when writing
  ///   fails; what stood in the file before is then still there.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    try write(to: path) { (sink) throws(CommandFailure) in try sink(bytes) }
  }

  /// Writes as ``write(_:to:)`` does what comes piece by piece.
  ///
  /// - Throws: ``CommandFailure`` as there, and what the body throws.
  static func write(
    to path: String, _ body: (Sink) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var status = stat()
    let exists = stat(path, &status) == 0
    let format = status.st_mode & S_IFMT
    if exists, format == S_IFDIR {
      throw CommandFailure(.cannotCreate, "can't write \(path): it is a folder; name a file in it")
    }
    if exists, format != S_IFREG {
      let descriptor = open(path, O_WRONLY)
      guard descriptor >= 0 else { throw failure(.cannotCreate, path, errno) }
      defer { close(descriptor) }
      return try fill(ByteSink(descriptor: descriptor, name: path), path, body)
    }
    if exists, access(path, W_OK) != 0 { throw failure(.cannotCreate, path, errno) }
    let target = exists ? resolved(path) : path
    // A short name of its own: the target's may be as long as names can be.
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let temporary = "\(folder).parkgraph-\(getpid()).part"
    try Interruption.removing(temporary) { () throws(CommandFailure) in
      let file: ByteSink
      do throws(WritingError) {
        file = try ByteSink(creating: temporary, new: true)
      } catch {
        throw failure(.cannotCreate, path, error.code)
      }
      do throws(CommandFailure) {
        try fill(file, path, body)
        if exists { chmod(temporary, status.st_mode & 0o7777) }
        if rename(temporary, target) != 0 { throw failure(.ioError, path, errno) }
      } catch {
        unlink(temporary)
        throw error
      }
    }
  }

  /// Writes all that comes, and ends the file.
  private static func fill(
    _ file: consuming ByteSink, _ path: String, _ body: (Sink) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var file = file
    func failing(_ work: () throws(WritingError) -> Void) throws(CommandFailure) {
      do throws(WritingError) { try work() } catch { throw failure(.ioError, path, error.code) }
    }
    try body { (piece) throws(CommandFailure) in
      try failing { () throws(WritingError) in try file.write(piece) }
    }
    try failing { () throws(WritingError) in try file.finish() }
  }

  /// Makes a folder, unless it is there.
  ///
  /// - Throws: ``CommandFailure`` with status 73 when it can't be made.
  static func createFolder(_ path: String) throws(CommandFailure) {
    if mkdir(path, 0o777) != 0, errno != EEXIST || FileKind.of(path) != .folder {
      throw failure(.cannotCreate, path, errno == EEXIST ? ENOTDIR : errno)
    }
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
