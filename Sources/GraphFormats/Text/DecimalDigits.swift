/// Writes numbers straight into memory, with the same digits as their descriptions have.
enum DecimalDigits {
  /// How many bytes a number takes at most.
  static let room = 32

  /// Two digits each of 00 to 99.
  private static let pairs: StaticString =
    """
    00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445\
    46474849505152535455565758596061626364656667686970717273747576777879808182838485868788899091\
    9293949596979899
    """

  /// Writes a whole number.
  ///
  /// - Returns: How many bytes it took.
  @inline(__always)
  static func write(_ number: Int64, to start: UnsafeMutablePointer<UInt8>) -> Int {
    guard number < 0 else { return write(number.magnitude, to: start) }
    start[0] = UInt8(ascii: "-")
    return 1 + write(number.magnitude, to: start + 1)
  }

  /// Writes a whole number that is not negative.
  ///
  /// - Returns: How many bytes it took.
  static func write(_ number: UInt64, to start: UnsafeMutablePointer<UInt8>) -> Int {
    let length = count(of: number)
    fill(start, length, with: number)
    return length
  }

  /// Writes a floating-point number as its description does, or nothing if that has to do it.
  ///
  /// A decimal number of up to fifteen digits differs from all other such numbers as a `Double`
  /// does, too. So one that is found by scaling, and that gives the number when it is divided by
  /// an exact power of ten, has the digits of the shortest description. All others are left to the
  /// standard library.
  ///
  /// - Returns: How many bytes it took; 0 if none were written.
  static func write(_ number: Double, to start: UnsafeMutablePointer<UInt8>) -> Int {
    let size = number.magnitude
    // Within the range in which descriptions have no exponent.
    guard size >= 1e-4 || size == 0, size < 1e15 else { return 0 }
    var place = 0
    if number.sign == .minus {
      start[0] = UInt8(ascii: "-")
      place = 1
    }
    let whole = UInt64(size)
    if Double(whole) == size {
      place += write(whole, to: start + place)
      start[place] = UInt8(ascii: ".")
      start[place + 1] = UInt8(ascii: "0")
      return place + 2
    }
    let wholeDigits = whole == 0 ? 0 : count(of: whole)
    var digits = 15 - wholeDigits
    if whole == 0 { digits += size < 1e-1 ? size < 1e-2 ? size < 1e-3 ? 3 : 2 : 1 : 0 }
    let power = powers[digits]
    let scaled = (size * power).rounded()
    guard scaled / power == size else { return 0 }
    var fraction = UInt64(scaled) - whole &* UInt64(power)
    if fraction % 100_000_000 == 0, digits > 8 {
      fraction /= 100_000_000
      digits -= 8
    }
    while fraction % 10 == 0, digits > 1 {
      fraction /= 10
      digits -= 1
    }
    place += write(whole, to: start + place)
    start[place] = UInt8(ascii: ".")
    fill(start + place + 1, digits, with: fraction)
    return place + 1 + digits
  }

  /// Powers of ten, each of which a `Double` is exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
  ]

  /// How many digits a number has.
  private static func count(of number: UInt64) -> Int {
    var length = 1
    var rest = number
    while rest >= 10_000 {
      rest /= 10_000
      length += 4
    }
    return length + (rest < 10 ? 0 : rest < 100 ? 1 : rest < 1_000 ? 2 : 3)
  }

  /// Writes the last digits of a number.
  @inline(__always)
  private static func fill(
    _ start: UnsafeMutablePointer<UInt8>, _ length: Int, with number: UInt64
  ) {
    let pairs = UnsafeRawPointer(pairs.utf8Start)
    let memory = UnsafeMutableRawPointer(start)
    var rest = number
    var place = length
    while place >= 2 {
      place -= 2
      let pair = pairs.loadUnaligned(
        fromByteOffset: Int(truncatingIfNeeded: rest % 100) * 2, as: UInt16.self)
      memory.storeBytes(of: pair, toByteOffset: place, as: UInt16.self)
      rest /= 100
    }
    if place == 1 { start[0] = UInt8(truncatingIfNeeded: 0x30 + rest % 10) }
  }
}
