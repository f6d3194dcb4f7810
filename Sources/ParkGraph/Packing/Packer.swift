/// A value with a compact form, in which the built-in data is compiled in.
///
/// Not a file format: writer and reader are always of one build, so it has no version. Decoding
/// through JSON would take longer than all the rest of a short command. It is valid UTF-8, so that it
/// fits in a string literal.
package protocol Packable {
  /// Appends the value.
  func pack(into packer: inout Packer)
  /// Reads what ``pack(into:)`` wrote.
  init(from unpacker: inout Unpacker) throws(UnpackingError)
}

/// The text is not what a ``Packer`` wrote.
package struct UnpackingError: Error {}

/// Writes values one after the other; each string once, in a table at the front.
package struct Packer {
  private var body: [UInt8] = []
  private var strings: [String] = []
  // By bytes: texts that are equal as Swift strings may differ in them.
  private var positions: [[UInt8]: Int] = [:]

  package init() {}

  /// The table of strings and the values after it, as UTF-8.
  package var bytes: [UInt8] {
    var front = Packer()
    front.pack(strings.count)
    for string in strings {
      front.pack(string.utf8.count)
      front.body += string.utf8
    }
    return front.body + body
  }

  /// A whole number, five bits a character from `?` to `~`, the sixth saying whether more follow; the
  /// sign in the lowest bit.
  package mutating func pack(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 32 {
      body.append(Self.zero + UInt8(rest & 31 | 32))
      rest >>= 5
    }
    body.append(Self.zero + UInt8(rest))
  }

  /// A string, as its place in the table.
  package mutating func pack(_ string: String) {
    let bytes = Array(string.utf8)
    if let position = positions[bytes] {
      pack(position)
    } else {
      positions[bytes] = strings.count
      pack(strings.count)
      strings.append(string)
    }
  }

  /// The character for zero.
  fileprivate static let zero = UInt8(ascii: "?")
}

/// Reads values in the order in which they were written.
package struct Unpacker {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var strings: [String] = []

  /// Starts to read; the bytes must outlive the reader.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) throws(UnpackingError) {
    self.bytes = bytes
    let count = try unpackInt()
    guard (0...bytes.count).contains(count) else { throw UnpackingError() }
    strings.reserveCapacity(count)
    for _ in 0..<count {
      let length = try unpackInt()
      guard length >= 0, length <= bytes.count - position else { throw UnpackingError() }
      strings.append(String(decoding: bytes[position..<position + length], as: UTF8.self))
      position += length
    }
  }

  /// Whether everything has been read.
  package var isAtEnd: Bool { position == bytes.count }

  package mutating func unpackInt() throws(UnpackingError) -> Int {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 65, by: 5) {
      guard position < bytes.count, bytes[position] >= Packer.zero else { throw UnpackingError() }
      let character = UInt64(bytes[position] - Packer.zero)
      position += 1
      number |= (character & 31) << shift
      if character < 32 {
        return Int(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
      }
    }
    throw UnpackingError()
  }

  package mutating func unpackString() throws(UnpackingError) -> String {
    let position = try unpackInt()
    guard strings.indices.contains(position) else { throw UnpackingError() }
    return strings[position]
  }
}
