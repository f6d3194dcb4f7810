/// A set of bytes, asked in constant time.
package struct ByteSet: Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// The bytes that satisfy a condition.
  package init(_ isMember: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where isMember(byte) {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: words.0 |= bit
      case 1: words.1 |= bit
      case 2: words.2 |= bit
      default: words.3 |= bit
      }
    }
  }

  /// The bytes of ASCII characters.
  package init(ascii text: StaticString) {
    let bytes = text.withUTF8Buffer { Array($0) }
    self.init { bytes.contains($0) }
  }

  /// Whether a byte is in the set.
  package func contains(_ byte: UInt8) -> Bool {
    // Without a jump, which texts would make hard to foresee.
    let word =
      byte < 0x80
      ? byte < 0x40 ? words.0 : words.1
      : byte < 0xC0 ? words.2 : words.3
    return word >> UInt64(byte & 63) & 1 == 1
  }

  /// The ten digits.
  package static let digits = ByteSet { (0x30...0x39).contains($0) }
  /// Space, tab, line feed and carriage return.
  package static let space = ByteSet(ascii: " \t\n\r")
}
