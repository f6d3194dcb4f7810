/// Walks through the text of a file, byte by byte in UTF-8, and knows the place of each.
///
/// A line ends with a line feed, a carriage return or both. A byte order mark is skipped, and
/// UTF-16 that begins with one is read as UTF-8.
package struct TextCursor: ~Copyable {
  private var stream: ByteStream
  private var decoder: UTF16Decoder?
  private let limit: Int
  private var piece: [UInt8] = []
  private var index = 0
  /// How many bytes came before this piece, as they were in the file.
  private var bytesRead = 0
  /// How many bytes of text came before this piece.
  private var base = 0
  private var line = 1
  private var lineStart = 0
  private var isAfterReturn = false
  private var hasBegun = false

  /// Begins at the start of a stream.
  ///
  /// - Parameters:
  ///   - stream: The file.
  ///   - limit: How many bytes it may have.
  package init(_ stream: consuming ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The place of the next byte.
  package var position: TextPosition {
    TextPosition(line: line, column: base + index - lineStart + 1)
  }

  /// The next byte, or `nil` at the end.
  package mutating func peek() throws(ReadingError) -> UInt8? {
    if index < piece.count { return piece[index] }
    return try refill() ? piece[index] : nil
  }

  /// Goes past the byte that was peeked at.
  package mutating func advance() {
    guard index < piece.count else { return }
    let byte = piece[index]
    index += 1
    if byte == UInt8(ascii: "\n") {
      if !isAfterReturn { line += 1 }
      lineStart = base + index
      isAfterReturn = false
    } else if byte == UInt8(ascii: "\r") {
      line += 1
      lineStart = base + index
      isAfterReturn = true
    } else {
      isAfterReturn = false
    }
  }

  /// The next byte, gone past, or `nil` at the end.
  package mutating func next() throws(ReadingError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    advance()
    return byte
  }

  /// Goes past the bytes that belong to a set.
  package mutating func skip(_ set: ByteSet) throws(ReadingError) {
    repeat { _ = pass(set, atMost: .max) } while try isAtEndOfPiece()
  }

  /// Goes past the bytes that belong to a set and appends them to others, which may be so many in
  /// the end.
  package mutating func take(
    _ set: ByteSet, into bytes: inout [UInt8], limit: Int
  ) throws(ReadingError) {
    repeat {
      let start = index
      let count = pass(set, atMost: max(0, limit - bytes.count))
      piece.withUnsafeBufferPointer {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<start + count]))
      }
      if bytes.count >= limit, let byte = try peek(), set.contains(byte) { throw tooLong(limit) }
    } while try isAtEndOfPiece()
  }

  /// Whether a piece has ended and another one has come.
  @inline(__always)
  private mutating func isAtEndOfPiece() throws(ReadingError) -> Bool {
    guard index == piece.count else { return false }
    return try refill()
  }

  /// Goes past those of the next bytes of the piece that belong to a set.
  ///
  /// - Returns: How many they were.
  private mutating func pass(_ set: ByteSet, atMost limit: Int) -> Int {
    let start = index
    let end = piece.count - start > limit ? start + limit : piece.count
    var (place, line, lineStart, isAfterReturn) = (start, line, lineStart, isAfterReturn)
    piece.withUnsafeBufferPointer { bytes in
      while place < end, set.contains(bytes[place]) {
        let byte = bytes[place]
        place += 1
        // Tells both ends of lines from nearly all else.
        if byte <= 0x0D, byte == 0x0A || byte == 0x0D {
          if byte == 0x0D || !isAfterReturn { line += 1 }
          lineStart = base + place
          isAfterReturn = byte == 0x0D
        } else {
          isAfterReturn = false
        }
      }
    }
    (index, self.line, self.lineStart, self.isAfterReturn) = (place, line, lineStart, isAfterReturn)
    return place - start
  }

  /// The error of a name or value that is longer than is allowed.
  package func tooLong(_ limit: Int) -> ReadingError {
    ReadingError(limit: "a value has more than \(limit) bytes", at: position)
  }

  /// The error that something else stands here than is expected, and what to do about it.
  package mutating func unexpected(
    _ expected: String, advice: String = ReadingError.advice
  ) throws(ReadingError) -> ReadingError {
    let place = position
    guard let first = try peek() else {
      return ReadingError(
        .syntax, at: place,
        "found the end of the file, expected \(expected); check whether the file is whole")
    }
    var found: [UInt8] = []
    while let byte = try peek(), found.count < 24, byte > 0x20 {
      found.append(byte)
      advance()
    }
    let text =
      found.isEmpty
      ? "the control character \(first)" : "“\(Excerpt.of(String(decoding: found, as: UTF8.self)))”"
    return ReadingError(.syntax, at: place, "found \(text), expected \(expected); \(advice)")
  }

  /// The next bytes, which are not gone past: so many, or all that the file has.
  package mutating func ahead(_ count: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    while piece.count - index < count {
      let rest = piece[index...]
      piece.removeSubrange(index...)
      let hasMore = try refill()
      piece.insert(contentsOf: rest, at: 0)
      if !hasMore { break }
    }
    return piece[index...].prefix(count)
  }

  /// Gets the next piece; false at the end.
  private mutating func refill() throws(ReadingError) -> Bool {
    repeat {
      base += piece.count
      index = 0
      piece = []
      guard let bytes = try stream.next() else {
        if let decoder, decoder.isInsideOfCharacter {
          self.decoder = nil
          throw ReadingError(
            .encoding, at: position,
            "the file ends inside of a character; check whether the file is whole")
        }
        return false
      }
      bytesRead += bytes.count
      guard bytesRead <= limit else {
        throw ReadingError(limit: "the file has more than \(limit) bytes")
      }
      try accept(bytes)
    } while piece.isEmpty
    return true
  }

  private mutating func accept(_ bytes: [UInt8]) throws(ReadingError) {
    piece = bytes
    if !hasBegun {
      hasBegun = true
      switch (bytes.first, bytes.dropFirst().first) {
      case (0xEF, 0xBB) where bytes.count > 2 && bytes[2] == 0xBF:
        piece.removeFirst(3)
      case (0xFF, 0xFE):
        guard !bytes.dropFirst(2).starts(with: [0, 0]) else {
          throw ReadingError(
            .encoding, at: position,
            "the text is UTF-32, expected UTF-8 or UTF-16; save it as UTF-8")
        }
        decoder = UTF16Decoder(isBigEndian: false)
        piece.removeFirst(2)
      case (0xFE, 0xFF):
        decoder = UTF16Decoder(isBigEndian: true)
        piece.removeFirst(2)
      default: break
      }
    }
    if decoder != nil {
      let place = position
      guard let text = decoder?.decode(piece) else {
        throw ReadingError(
          .encoding, at: place,
          "the UTF-16 text from here on has half of a surrogate pair; save it as UTF-8")
      }
      piece = text
    }
  }
}
