/// Reads booleans and numbers as files write them.
///
/// White space around a value means nothing. Booleans are `true` and `false` in any case, `1` and
/// `0`. Numbers are decimal, with an exponent or without, or hexadecimal with a binary exponent as
/// C's `%a` writes them; `NaN`, `INF`, `Infinity` in any case, with a sign or without.
enum ValueParser {
  /// A whole number as it was found.
  enum Whole: Equatable {
    /// It is this one.
    case number(Int64)
    /// It is whole, but not between −2⁶³ and 2⁶³ − 1.
    case outOfRange
    /// It has a fraction, or is no number.
    case none
  }

  /// The bytes without the white space around them.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start == 0 && end == bytes.count
      ? bytes : UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// True or false, or `nil` if it is neither.
  static func boolean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    let word = trimmed(bytes)
    if word.count == 1 { return word[0] == 0x31 ? true : word[0] == 0x30 ? false : nil }
    if matches(word, "true") { return true }
    if matches(word, "false") { return false }
    return nil
  }

  /// A whole number; `3.0` and `1e3` are whole, too.
  static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Whole {
    let word = trimmed(bytes)
    guard let first = word.first else { return .none }
    let isNegative = first == UInt8(ascii: "-")
    var position = isNegative || first == UInt8(ascii: "+") ? 1 : 0
    guard position < word.count else { return .none }
    var number: Int64 = 0
    var overflows = false
    while position < word.count {
      let digit = Int64(word[position]) - 0x30
      guard 0...9 ~= digit else { return wholeFloat(word) }
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      // Negative throughout, because −2⁶³ has no positive counterpart.
      let (sum, overflowToo) = product.subtractingReportingOverflow(digit)
      overflows = overflows || overflow || overflowToo
      number = sum
      position += 1
    }
    if overflows || !isNegative && number == .min { return .outOfRange }
    return .number(isNegative ? number : -number)
  }

  /// A number, or `nil` if it is none; one too large for a `Double` is infinite.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let word = trimmed(bytes)
    guard let first = word.first else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var position = isNegative || first == UInt8(ascii: "+") ? 1 : 0
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var seen = 0
    var isFraction = false
    while position < word.count {
      let byte = word[position]
      if 0x30...0x39 ~= byte {
        seen += 1
        if digits < 19 {
          mantissa = mantissa * 10 + UInt64(byte - 0x30)
          if mantissa > 0 { digits += 1 }
          if isFraction { scale -= 1 }
        } else {
          digits = 20
        }
      } else if byte == UInt8(ascii: ".") && !isFraction {
        isFraction = true
      } else {
        break
      }
      position += 1
    }
    guard seen > 0 else { return special(word) }
    if position < word.count {
      guard word[position] | 0x20 == UInt8(ascii: "e") else { return special(word) }
      guard let exponent = exponent(word[(position + 1)...]) else { return nil }
      scale += exponent
    }
    // Both are exact up to 2⁵³ and 10²², and so is the product or quotient (Clinger 1990).
    if digits <= 19 && mantissa <= 1 << 53 && -22...22 ~= scale {
      let value = Double(mantissa)
      let result = scale < 0 ? value / powers[-scale] : value * powers[scale]
      return isNegative ? -result : result
    }
    if digits <= 19, -27 ... -1 ~= scale {
      let result = quotient(mantissa, powersOfFive[-scale], -scale)
      return isNegative ? -result : result
    }
    return slow(word)
  }

  /// The `Double` nearest to a number divided by a power of ten, of which that of five is given.
  ///
  /// The quotient of integers has at least 62 bits, and whether there is a remainder decides what
  /// would be a tie: so the one rounding of its conversion is right.
  private static func quotient(_ number: UInt64, _ powerOfFive: UInt64, _ exponent: Int) -> Double {
    guard number != 0 else { return 0 }
    let (shift, otherShift) = (number.leadingZeroBitCount, powerOfFive.leadingZeroBitCount)
    let divisor = powerOfFive << UInt64(otherShift)
    let scaled = number << UInt64(shift)
    // Half of it, so that the quotient fits.
    let (quotient, remainder) = divisor.dividingFullWidth((scaled >> 1, scaled << 63))
    let result = Double(remainder == 0 ? quotient : quotient | 1)
    let power = otherShift - shift - exponent - 63
    return result * Double(sign: .plus, exponent: power, significand: 1)
  }

  /// Those that 64 bits hold.
  private static let powersOfFive: [UInt64] = {
    var powers: [UInt64] = [1]
    while powers.count <= 27 { powers.append(powers[powers.count - 1] * 5) }
    return powers
  }()

  /// Whether a text stands for a value of a type, or of a wider one of its kind.
  static func isValue(_ bytes: UnsafeBufferPointer<UInt8>, of type: AttributeType) -> Bool {
    switch type {
    case .string: true
    case .boolean: boolean(bytes) != nil
    case .int, .long: if case .number = whole(bytes) { true } else { false }
    case .float, .double: double(bytes) != nil
    }
  }

  /// How many digits of a number there are from its first one that is not 0 to its exponent; more
  /// than any decimal number needs if it is hexadecimal.
  static func significantDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes {
      switch byte | 0x20 {
      case 0x31...0x39: count += 1
      case 0x30: count += count > 0 ? 1 : 0
      case UInt8(ascii: "x"): return .max
      case UInt8(ascii: "e"): return count
      default: break
      }
    }
    return count
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number of an exponent, cut where it makes no difference any more.
  private static func exponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var digits = bytes
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var exponent = 0
    for byte in digits {
      guard 0x30...0x39 ~= byte else { return nil }
      exponent = min(exponent * 10 + Int(byte - 0x30), 1_000_000)
    }
    return isNegative ? -exponent : exponent
  }

  private static func wholeFloat(_ word: UnsafeBufferPointer<UInt8>) -> Whole {
    guard let value = double(word), value.isFinite, value == value.rounded() else { return .none }
    return Int64(exactly: value).map { .number($0) } ?? .outOfRange
  }

  /// What is not decimal.
  private static func special(_ word: UnsafeBufferPointer<UInt8>) -> Double? {
    var rest = word
    let isNegative = word.first == UInt8(ascii: "-")
    if isNegative || word.first == UInt8(ascii: "+") {
      rest = UnsafeBufferPointer(rebasing: word.dropFirst())
    }
    if matches(rest, "nan") { return .nan }
    if matches(rest, "inf") || matches(rest, "infinity") {
      return isNegative ? -.infinity : .infinity
    }
    guard rest.count > 2, rest[0] == 0x30, rest[1] | 0x20 == UInt8(ascii: "x") else { return nil }
    return slow(word)
  }

  private static func slow(_ word: UnsafeBufferPointer<UInt8>) -> Double? {
    guard word.count < 2000 else { return nil }
    return Double(String(decoding: word, as: UTF8.self))
  }

  /// Whether a word is one in small letters, but for the case.
  static func matches(_ word: UnsafeBufferPointer<UInt8>, _ other: StaticString) -> Bool {
    other.withUTF8Buffer { other in
      guard word.count == other.count else { return false }
      for position in 0..<word.count where word[position] | 0x20 != other[position] {
        return false
      }
      return true
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
