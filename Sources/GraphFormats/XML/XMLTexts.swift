/// Texts by number that are written to XML many times, escaped once.
///
/// One access to memory finds a short text with its length, and one store writes it; of those of
/// more than fifteen bytes, the table only says where they are.
struct XMLTexts {
  /// An entry: a short text with its length in the last byte, or where a long one is.
  typealias Entry = SIMD16<UInt8>

  /// What the last byte of an entry says of a long text.
  static let long: UInt8 = 255

  private var entries: [Entry] = []
  private var pool = TextPool()

  /// Enters an escaped text under a number that is greater than those before.
  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, at number: Int) {
    if number > entries.count {
      entries.append(contentsOf: repeatElement(Entry(), count: number - entries.count))
    }
    var entry = Entry()
    if bytes.count < Entry.scalarCount {
      for (place, byte) in bytes.enumerated() { entry[place] = byte }
      entry[Entry.scalarCount - 1] = UInt8(bytes.count)
    } else {
      let place = pool.append(bytes)
      for byte in 0..<8 { entry[byte] = UInt8(truncatingIfNeeded: place >> UInt64(byte * 8)) }
      entry[Entry.scalarCount - 1] = Self.long
    }
    entries.append(entry)
  }

  /// Fetches the entries with some numbers.
  ///
  /// They lie all over memory; fetched with nothing between them, they are waited for together.
  func fetch(_ numbers: [Int], into result: inout [Entry]) {
    result.removeAll(keepingCapacity: true)
    // One call for all: with a call for each, fewer of them would be under way at the same time.
    entries.withUnsafeBufferPointer { entries in
      result.append(contentsOf: numbers.lazy.map { entries[$0] })
    }
  }

  /// Lends the bytes of a long text.
  func withLong(_ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var place: UInt64 = 0
    for byte in 0..<8 { place |= UInt64(entry[byte]) << UInt64(byte * 8) }
    pool.withText(at: place, body)
  }
}
