/// Texts one after another in one piece of memory, each behind its length.
struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var dropped = 0

  /// Whether more than half of the memory, and a good deal, is of texts that were dropped.
  var isWasteful: Bool { dropped > 1 << 14 && dropped > bytes.count / 2 }

  /// Adds a text.
  ///
  /// - Returns: Where it is.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let start = bytes.count
    var length = text.count
    while length >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
      length >>= 7
    }
    bytes.append(UInt8(length))
    bytes.append(contentsOf: text)
    return UInt64(start)
  }

  /// Makes room for so many texts, should they be as long as the ones that are there.
  mutating func reserve(_ count: Int, insteadOf current: Int) {
    let needed = Double(bytes.count) * Double(count) / Double(current)
    bytes.reserveCapacity(Int(needed))
  }

  /// Forgets a text; its memory comes back when the pool is made anew.
  mutating func drop(at place: UInt64) {
    dropped += withText(at: place) { $0.count } + 1
  }

  /// Lends the bytes of a text.
  @inline(__always)
  func withText<Result>(
    at place: UInt64, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { all in
      var start = Int(place)
      var length = 0
      var shift = 0
      while true {
        let byte = all[start]
        start += 1
        length |= Int(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return body(UnsafeBufferPointer(rebasing: all[start..<start + length]))
    }
  }

  /// A text as a string.
  func string(at place: UInt64) -> String {
    withText(at: place) { String(decoding: $0, as: UTF8.self) }
  }
}
