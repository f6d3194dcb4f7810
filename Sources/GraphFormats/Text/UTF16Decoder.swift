/// Turns UTF-16 that arrives piece by piece into UTF-8.
struct UTF16Decoder {
  let isBigEndian: Bool
  private var half: UInt8?
  private var high: UInt16?

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// Whether what came so far ends in the middle of a character.
  var isInsideOfCharacter: Bool { half != nil || high != nil }

  /// The text of the next bytes; `nil` if there is half of a surrogate pair among them.
  mutating func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let (upper, lower) = isBigEndian ? (first, byte) : (byte, first)
      guard append(UInt16(upper) << 8 | UInt16(lower), to: &text) else { return nil }
    }
    return text
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) -> Bool {
    let scalar: Unicode.Scalar?
    switch (high, unit) {
    case (nil, 0xD800...0xDBFF):
      high = unit
      return true
    case (let first?, 0xDC00...0xDFFF):
      high = nil
      scalar = Unicode.Scalar(
        0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
    case (nil, _): scalar = Unicode.Scalar(unit)
    default: scalar = nil
    }
    guard let scalar else { return false }
    text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    return true
  }
}
