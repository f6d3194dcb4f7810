/// The text of a file that is being written, handed on in pieces.
struct ByteOutput: ~Copyable {
  /// Whole pages, since the system takes longer over parts of them, and few enough bytes to stay in
  /// the processor's cache while they are copied.
  private static let pieceSize = 1 << 16

  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init(capacity: Int = Self.pieceSize + 1 << 12) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Hands on whole pieces, if there are any, and the rest if it is the last.
  @inline(__always)
  mutating func flush<Failure: Error>(
    last: Bool = false, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    if count >= Self.pieceSize || last && count > 0 { try handOn(last: last, to: sink) }
  }

  @inline(never)
  private mutating func handOn<Failure: Error>(
    last: Bool, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let rest = last ? 0 : count % Self.pieceSize
    try sink(Array(UnsafeBufferPointer(start: base, count: count - rest)))
    base.update(from: base + (count - rest), count: rest)
    count = rest
  }

  /// Lends what there is and begins anew.
  mutating func take(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: base, count: count))
    count = 0
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let other = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    other.update(from: base, count: count)
    base.deallocate()
    base = other
    capacity = larger
  }
}

// MARK: - Bytes

extension ByteOutput {
  /// Lends memory for some bytes.
  ///
  /// - Parameters:
  ///   - room: How many there may be.
  ///   - fill: Writes them, and says how many there are.
  @inline(__always)
  mutating func append(room: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(room)
    count += fill(base + count)
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  /// Appends bytes as they are.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends bytes as they are.
  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends the first bytes of a block.
  @inline(__always)
  mutating func append<Block: SIMD<UInt8>>(_ block: Block, count length: Int) {
    reserve(Block.scalarCount)
    UnsafeMutableRawPointer(base + count).storeBytes(of: block, as: Block.self)
    count += length
  }

  /// Appends a text as it is; within the caller, where its length is known, it is a store or two.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    (base + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Appends a text as it is.
  mutating func append(plain text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a text, in which every byte that is not of a set is written in another way.
  @inline(__always)
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, plain: ByteSet,
    _ other: (inout ByteOutput, UInt8) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, plain.contains(bytes[end]) { end += 1 }
      append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      guard end < bytes.count else { return }
      other(&self, bytes[end])
      start = end + 1
    }
  }
}

// MARK: - Numbers

extension ByteOutput {
  /// Appends a number.
  @inline(__always)
  mutating func append(_ number: Int64) {
    append(room: DecimalDigits.room) { DecimalDigits.write(number, to: $0) }
  }

  /// Appends a number as its description has it, or `NaN`, `INF` and `-INF`.
  mutating func append(_ number: Double) {
    if !appendShort(number) { append(plain: AttributeValue.double(number).description) }
  }

  /// Appends a number if its description has no exponent and is found quickly.
  mutating func appendShort(_ number: Double) -> Bool {
    let before = count
    append(room: DecimalDigits.room) { DecimalDigits.write(number, to: $0) }
    return count > before
  }
}
