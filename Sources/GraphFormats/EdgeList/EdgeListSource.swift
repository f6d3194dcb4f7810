#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The bytes of an edge list, in pieces of whole lines.
struct EdgeListSource: ~Copyable {
  /// Where the bytes come from, unless they are in memory.
  private let descriptor: Int32?
  private let isOwned: Bool
  /// The bytes, if they come from memory.
  private let bytes: [UInt8]
  /// How many of them were taken.
  private var taken = 0
  /// Whether it can be read again from where reading began.
  let isRewindable: Bool
  private let start: off_t

  /// The lines to come, or the beginning of them; those before `passed` were given out.
  private let buffer: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var filled = 0
  private var passed = 0
  private var isFirst = true
  private var isAtEnd = false

  /// What turns UTF-16 into UTF-8, if the bytes begin as it does.
  private var decoder: UTF16Decoder?
  /// What it has turned into, and how much of that was taken.
  private var decoded: [UInt8] = []
  private var takenOfDecoded = 0

  init(path: String, limit: Int) throws(EdgeListError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw EdgeListError(.file, "can't be opened: \(FileSystem.advise(errno))")
    }
    self.init(descriptor: descriptor, isOwned: true, bytes: [], limit: limit)
  }

  init(descriptor: Int32, limit: Int) {
    self.init(descriptor: descriptor, isOwned: false, bytes: [], limit: limit)
  }

  init(bytes: [UInt8], limit: Int) {
    self.init(descriptor: nil, isOwned: false, bytes: bytes, limit: limit)
  }

  private init(descriptor: Int32?, isOwned: Bool, bytes: [UInt8], limit: Int) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    self.bytes = bytes
    start = descriptor.map { lseek($0, 0, SEEK_CUR) } ?? 0
    isRewindable = start >= 0
    // Of a text in memory no line is longer than it is, nor twice that in UTF-8.
    capacity = max(64, descriptor == nil ? min(limit, bytes.count * 2) : limit)
    // One more for a line feed after the last line, and one to look at behind it.
    buffer = .allocate(capacity: capacity + 2)
    buffer.initialize(repeating: 0, count: capacity + 2)
  }

  deinit {
    buffer.deallocate()
    if isOwned, let descriptor { close(descriptor) }
  }

  /// Goes back to where reading began.
  mutating func rewind() throws(EdgeListError) {
    (taken, filled, passed) = (0, 0, 0)
    (isFirst, isAtEnd) = (true, false)
    (decoder, decoded, takenOfDecoded) = (nil, [], 0)
    guard let descriptor else { return }
    guard lseek(descriptor, start, SEEK_SET) >= 0 else {
      throw EdgeListError(.file, "can't be read again: \(FileSystem.advise(errno))")
    }
  }

  /// Some whole lines.
  struct Piece {
    /// The bytes, with at least one more behind them in memory.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether they are the first of all.
    let isFirst: Bool
    /// Whether they are the beginning of a line that is longer than allowed, instead.
    let isTooLong: Bool
  }

  /// The next lines, valid until the next call; `nil` at the end.
  mutating func next() throws(EdgeListError) -> Piece? {
    buffer.update(from: buffer + passed, count: filled - passed)
    filled -= passed
    passed = 0
    while !isAtEnd {
      let known = filled
      let count = decoder == nil ? try fill(buffer + filled, capacity - filled) : try decode()
      filled += count
      isAtEnd = count == 0
      if isFirst, decoder == nil, filled > 1 || isAtEnd, try startsUTF16() { continue }
      if isAtEnd && filled > 0 {
        buffer[filled] = UInt8(ascii: "\n")
        filled += 1
      }
      passed = endOfLastLine(after: known)
      if passed > 0 { return piece(isTooLong: false) }
      guard filled >= capacity else { continue }
      guard startsComment() else { return piece(isTooLong: true) }
      // What it says doesn't matter, only that it is a comment.
      buffer[0] = UInt8(ascii: "#")
      filled = 1
    }
    return nil
  }

  private mutating func piece(isTooLong: Bool) -> Piece {
    defer { isFirst = false }
    return Piece(
      bytes: UnsafeBufferPointer(start: buffer, count: passed), isFirst: isFirst,
      isTooLong: isTooLong)
  }

  private static var halfCharacter: EdgeListError {
    EdgeListError(.encoding, "the UTF-16 text has half of a surrogate pair; save it as UTF-8")
  }

  /// Whether the bytes begin as UTF-16 does; they are then decoded from now on.
  private mutating func startsUTF16() throws(EdgeListError) -> Bool {
    guard filled > 1 else { return false }
    switch (buffer[0], buffer[1]) {
    case (0xFF, 0xFE): decoder = UTF16Decoder(isBigEndian: false)
    case (0xFE, 0xFF): decoder = UTF16Decoder(isBigEndian: true)
    default: return false
    }
    let rest = Array(UnsafeBufferPointer(start: buffer + 2, count: filled - 2))
    guard let text = decoder?.decode(rest) else { throw Self.halfCharacter }
    decoded = text
    (filled, isAtEnd) = (0, false)
    return true
  }

  /// Puts the next bytes in UTF-8 into the buffer, and says how many; none at the end.
  private mutating func decode() throws(EdgeListError) -> Int {
    while takenOfDecoded == decoded.count {
      var count = 0
      var fault: EdgeListError?
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, initialized in
        do throws(EdgeListError) {
          if let first = bytes.baseAddress { count = try fill(first, bytes.count) }
        } catch { fault = error }
        initialized = count
      }
      if let fault { throw fault }
      guard let text = decoder?.decode(piece), count > 0 || decoder?.isInsideOfCharacter == false
      else { throw Self.halfCharacter }
      if count == 0 { return 0 }
      (decoded, takenOfDecoded) = (text, 0)
    }
    let count = min(capacity - filled, decoded.count - takenOfDecoded)
    for place in 0..<count { buffer[filled + place] = decoded[takenOfDecoded + place] }
    takenOfDecoded += count
    return count
  }

  /// Reads the next bytes, and says how many; none at the end.
  private mutating func fill(
    _ buffer: UnsafeMutablePointer<UInt8>, _ room: Int
  ) throws(EdgeListError) -> Int {
    guard let descriptor else {
      let count = min(room, bytes.count - taken)
      bytes.withUnsafeBufferPointer { bytes in
        guard let first = bytes.baseAddress else { return }
        buffer.update(from: first + taken, count: count)
      }
      taken += count
      return count
    }
    while true {
      let count = Self.read(descriptor, buffer, room)
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw EdgeListError(.file, "can't be read: \(FileSystem.advise(errno))")
      }
    }
  }

  private static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int
  ) -> Int {
    #if canImport(Darwin)
    Darwin.read(descriptor, buffer, count)
    #elseif canImport(Glibc)
    Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
    Musl.read(descriptor, buffer, count)
    #endif
  }

  /// How many bytes there are up to the end of the last line that is there whole.
  ///
  /// - Parameter known: How many bytes are known to have no line feed among them.
  /// - Returns: The number of bytes; 0 if no line is there whole.
  private func endOfLastLine(after known: Int) -> Int {
    var end = filled
    while end > known && buffer[end - 1] != UInt8(ascii: "\n") { end -= 1 }
    if end > known { return end }
    guard filled >= capacity else { return 0 }
    // A carriage return ends a line too, but the last byte may be half of an end.
    end = filled - 1
    while end > 0 && buffer[end - 1] != UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  private func startsComment() -> Bool {
    var place = 0
    while place < filled - 1 && (buffer[place] == 0x20 || buffer[place] == 0x09) { place += 1 }
    return buffer[place] == UInt8(ascii: "#") || buffer[place] == UInt8(ascii: "%")
      || (buffer[place] == UInt8(ascii: "/") && buffer[place + 1] == UInt8(ascii: "/"))
  }
}
