#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file that bytes are written to piece by piece: the counterpart of ``ByteStream``.
///
/// ```swift
/// var file = try ByteSink(creating: path)
/// try GraphMLWriter().write(parks) { (piece) throws(WritingError) in try file.write(piece) }
/// try file.finish()
/// ```
///
/// Room on the disk is reserved ahead of what is written, which takes the system half of the time
/// that looking for it page by page does. What was reserved in vain is given back in the end.
///
/// It is not copyable; a file that was created and not finished closes when it goes away.
public struct ByteSink: ~Copyable, Sendable {
  /// How much is reserved at once at first; then as much again as there is, up to the most.
  private static let reservations = (first: 1 << 20, most: 1 << 26)

  /// What messages call it: the path of the file.
  public let name: String

  /// How much is written at once, up to a multiple of it in the file.
  ///
  /// Systems keep memory for so much at hand. For more at once Linux looks for larger pieces, of
  /// which those that nobody used for long have to be fetched from a machine around it.
  private static let portion = 1 << 15

  private let descriptor: Int32
  private var closes: Bool
  private var mayReserve: Bool
  private var written = 0
  private var reserved = 0

  /// Creates a file, or empties the one that is there.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - isNew: Whether it is an error if there is a file.
  /// - Throws: ``WritingError`` if it can't be created.
  /// - Complexity: O(1)
  public init(creating path: String, new isNew: Bool = false) throws(WritingError) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (isNew ? O_EXCL : O_TRUNC)
    #if canImport(Glibc)
    let descriptor = Glibc.open(path, flags, 0o666)
    #else
    let descriptor = Darwin.open(path, flags, 0o666)
    #endif
    guard descriptor >= 0 else { throw WritingError(path, "can't be created", errno) }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    self.init(descriptor, name: path, closes: true, mayReserve: isFile)
  }

  /// Writes to an open file descriptor, such as standard output, and leaves it open.
  ///
  /// - Parameters:
  ///   - descriptor: The file descriptor.
  ///   - name: What messages call it.
  /// - Complexity: O(1)
  public init(descriptor: Int32, name: String) {
    self.init(descriptor, name: name, closes: false, mayReserve: false)
  }

  private init(_ descriptor: Int32, name: String, closes: Bool, mayReserve: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.closes = closes
    self.mayReserve = mayReserve
  }

  deinit {
    // After an error, nothing but what was written is left either.
    if reserved > written { _ = ftruncate(descriptor, off_t(written)) }
    if closes { close(descriptor) }
  }

  /// Writes the next bytes.
  ///
  /// - Parameter piece: The bytes.
  /// - Throws: ``WritingError`` if the system fails to.
  /// - Complexity: O(bytes)
  public mutating func write(_ piece: [UInt8]) throws(WritingError) {
    // A file of one piece is as long as that.
    if mayReserve, written > 0, written + piece.count > reserved { reserve(piece.count) }
    let start = written
    let code = piece.withUnsafeBytes { bytes in
      while written - start < bytes.count {
        let rest = bytes[(written - start)...].prefix(Self.portion - written % Self.portion)
        let count = Self.write(UnsafeRawBufferPointer(rebasing: rest), to: descriptor)
        guard count >= 0 else {
          if errno == EINTR { continue }
          return errno
        }
        written += count
      }
      return 0
    }
    guard code == 0 else { throw WritingError(name, "can't be written", code) }
  }

  /// Ends the file: gives back what was reserved in vain, and closes it if it was created.
  ///
  /// - Throws: ``WritingError`` if the system fails to.
  /// - Complexity: O(1)
  public mutating func finish() throws(WritingError) {
    mayReserve = false
    if reserved > written, ftruncate(descriptor, off_t(written)) != 0 {
      throw WritingError(name, "can't be ended", errno)
    }
    reserved = written
    guard closes else { return }
    closes = false
    // Some systems tell only now that there was no room.
    guard close(descriptor) == 0 else { throw WritingError(name, "can't be written", errno) }
  }

  /// Reserves room for some bytes and more; a system that can't has nothing reserved.
  private mutating func reserve(_ count: Int) {
    #if canImport(Glibc)
    let start = max(written, reserved)
    let step = max(count, min(max(start, Self.reservations.first), Self.reservations.most))
    // If it fails, the file may be longer all the same, and there may be room for what comes.
    mayReserve = posix_fallocate(descriptor, off_t(start), off_t(step)) == 0
    reserved = start + step
    #else
    mayReserve = false
    #endif
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Glibc)
    Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
    Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
