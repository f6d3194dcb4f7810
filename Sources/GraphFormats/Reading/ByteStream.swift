#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Bytes that arrive piece by piece, from memory or from a file, so that a file of any size is read
/// in little memory.
///
/// ```swift
/// var stream = ByteStream(Array("parks".utf8))
/// try stream.next()  // [112, 97, 114, 107, 115]
/// try stream.next()  // nil
/// ```
///
/// It is not copyable, because what is read is gone; an opened file closes when it goes away.
public struct ByteStream: ~Copyable, Sendable {
  /// How many bytes a piece of a file has at most.
  public static let pieceSize = 1 << 18

  /// What messages call it: the path of a file, or `nil` for bytes in memory.
  public let name: String?

  /// How many bytes there are in all, where that is known: not of a pipe.
  let size: Int?

  private let descriptor: Int32?
  private let closes: Bool
  private var bytes: [UInt8]?

  /// Creates a stream of bytes in memory, which come as one piece.
  ///
  /// - Complexity: O(1)
  public init(_ bytes: [UInt8]) {
    name = nil
    size = bytes.count
    descriptor = nil
    closes = false
    self.bytes = bytes
  }

  /// Opens a file.
  ///
  /// - Parameter path: The path of the file.
  /// - Throws: ``ReadingError`` with the reason ``ReadingError/Reason/unreadable`` if there is no
  ///   such file, it is a folder, or it can't be opened.
  /// - Complexity: O(1)
  public init(contentsOf path: String) throws(ReadingError) {
    name = path
    (descriptor, size) = try Self.open(path)
    closes = true
    bytes = nil
  }

  /// Takes what an open file descriptor gives, such as standard input, and leaves it open.
  ///
  /// - Parameters:
  ///   - descriptor: The file descriptor.
  ///   - name: What messages call it.
  /// - Complexity: O(1)
  public init(descriptor: Int32, name: String) {
    self.name = name
    size = nil
    self.descriptor = descriptor
    closes = false
    bytes = nil
  }

  deinit {
    if closes, let descriptor { close(descriptor) }
  }

  /// The next piece, never empty, or `nil` at the end.
  ///
  /// - Throws: ``ReadingError`` with the reason ``ReadingError/Reason/unreadable`` if the system
  ///   fails to read.
  /// - Complexity: O(bytes in the piece)
  public mutating func next() throws(ReadingError) -> [UInt8]? {
    guard let descriptor else {
      defer { bytes = nil }
      return bytes.flatMap { $0.isEmpty ? nil : $0 }
    }
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      var got: Int
      repeat {
        got = read(descriptor, buffer.baseAddress, buffer.count)
      } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    guard failure == 0 else {
      throw ReadingError(.unreadable, "can't be read: \(FileSystem.advise(failure))")
    }
    return piece.isEmpty ? nil : piece
  }

  /// All that is left, as one array.
  ///
  /// - Parameter limit: How many bytes there may be.
  /// - Returns: The bytes.
  /// - Throws: ``ReadingError`` if the system fails to read, or there is more than the limit.
  /// - Complexity: O(bytes)
  public mutating func rest(limit: Int) throws(ReadingError) -> [UInt8] {
    var all: [UInt8] = []
    while let piece = try next() {
      guard all.count + piece.count <= limit else {
        throw ReadingError(limit: "the file has more than \(limit) bytes")
      }
      if all.isEmpty { all = piece } else { all += piece }
    }
    return all
  }

  private static func open(_ path: String) throws(ReadingError) -> (Int32, size: Int?) {
    #if canImport(Glibc)
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
    let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else {
      throw ReadingError(.unreadable, "can't be opened: \(FileSystem.advise(errno))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return (descriptor, nil) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw ReadingError(.unreadable, "can't be read: \(FileSystem.advise(EISDIR))")
    case S_IFREG: return (descriptor, Int(status.st_size))
    default: return (descriptor, nil)
    }
  }
}
