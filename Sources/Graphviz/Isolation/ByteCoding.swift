/// Puts values into bytes, for a process that runs the same code.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }

  mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value)))
  }

  mutating func write(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  mutating func write(_ value: Double) {
    write(value.bitPattern)
  }

  mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes += value
  }

  mutating func write(_ value: String) {
    write(value.utf8.count)
    bytes += value.utf8
  }

  mutating func write<Value>(_ values: [Value], _ each: (Value, inout ByteWriter) -> Void) {
    write(values.count)
    for value in values { each(value, &self) }
  }

  mutating func write<Value>(_ value: Value?, _ some: (Value, inout ByteWriter) -> Void) {
    write(value != nil)
    if let value { some(value, &self) }
  }
}

/// Takes values out of bytes whose origin is not trusted: whatever they are, the result is values
/// or an error.
struct ByteReader {
  struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func word() throws(Malformed) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func int() throws(Malformed) -> Int {
    guard let value = Int(exactly: Int64(bitPattern: try word())) else { throw Malformed() }
    return value
  }

  /// A place in something of so many elements.
  mutating func index(below count: Int) throws(Malformed) -> Int {
    let value = try int()
    guard value >= 0, value < count else { throw Malformed() }
    return value
  }

  mutating func bool() throws(Malformed) -> Bool {
    switch try take(1).first {
    case 0: false
    case 1: true
    default: throw Malformed()
    }
  }

  mutating func double() throws(Malformed) -> Double {
    Double(bitPattern: try word())
  }

  /// A number that is one.
  mutating func finite() throws(Malformed) -> Double {
    let value = try double()
    guard value.isFinite else { throw Malformed() }
    return value
  }

  mutating func byteArray() throws(Malformed) -> [UInt8] {
    Array(try take(try int()))
  }

  mutating func string() throws(Malformed) -> String {
    let bytes = try take(try int())
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
    return text
  }

  mutating func array<Value>(
    _ each: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> [Value] {
    let count = try int()
    // Every element takes a byte at least, so that no count makes this allocate much.
    guard count >= 0, count <= rest.count else { throw Malformed() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  mutating func optional<Value>(
    _ some: (inout ByteReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try bool() ? try some(&self) : nil
  }
}
