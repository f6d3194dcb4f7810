/// How numbers are written in text formats: shortest, and so that the same number is read back.
package enum NumberText {
  /// The digits of a finite number, always with a point or an exponent: `1.0`, `5e-324`.
  package static func text(
    _ value: some BinaryFloatingPoint & LosslessStringConvertible
  ) -> String {
    String(value)
  }

  /// The number that a text writes in decimal digits, and nothing else: no spaces, no hexadecimal
  /// digits, no `inf`.
  package static func double(_ text: some StringProtocol) -> Double? {
    guard isDecimal(text.utf8) else { return nil }
    return Double(text)
  }

  /// The whole number that a text writes as it would be written: no plus sign, no leading zeros.
  package static func integer(_ text: some StringProtocol) -> Int64? {
    var digits = Substring(text).utf8
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    guard let first = digits.first, digits.allSatisfy(ByteSet.digits.contains),
      first != UInt8(ascii: "0") || digits.count == 1 && text.utf8.count == 1
    else { return nil }
    return Int64(text)
  }

  /// The number that a text writes in decimal digits, and nothing else.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard isDecimal(bytes) else { return nil }
    return ValueParser.double(bytes) ?? Double(String(decoding: bytes, as: UTF8.self))
  }

  /// The whole number that a text writes as it would be written.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    // With no more digits, it does not overflow.
    guard bytes.count > start, bytes.count - start <= 18 else {
      return integer(String(decoding: bytes, as: UTF8.self))
    }
    guard bytes[start] != UInt8(ascii: "0") || bytes.count == 1 else { return nil }
    var number: Int64 = 0
    for byte in bytes[start...] {
      guard ByteSet.digits.contains(byte) else { return nil }
      number = number * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return isNegative ? -number : number
  }

  /// Whether a text is a sign, digits with or without a point, an exponent.
  private static func isDecimal(_ text: some Collection<UInt8>) -> Bool {
    var rest = text[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    let whole = rest.prefix(while: ByteSet.digits.contains)
    rest = rest.dropFirst(whole.count)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: ByteSet.digits.contains).count
      rest = rest.dropFirst(fraction)
    }
    guard !whole.isEmpty || fraction > 0 else { return false }
    guard let mark = rest.first else { return true }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(ByteSet.digits.contains)
  }
}
