/// Identifiers that count on: the same bytes before numbers without leading zeros, each greater by
/// one than the number before it, as in `n7`, `n8`, `n9`, `n10`.
///
/// What an identifier stands for follows from its digits, since there is but one way to write a
/// number so: no table is needed, nor a look at the identifiers that are there.
struct IdentifierSeries: Sendable {
  /// With no more digits, numbers do not overflow.
  private static let maximumDigits = 18

  /// How many identifiers there are.
  private(set) var count = 0
  private var prefix: [UInt8] = []
  /// The number within the first identifier, and the one that it stands for.
  private var first = 0
  private var firstNumber = 0

  init() {}

  /// Begins with an identifier, or not at all if there is no number at its end.
  init(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    var start = bytes.count
    while start > 0, 0x30...0x39 ~= bytes[start - 1] { start -= 1 }
    while start < bytes.count - 1, bytes[start] == 0x30 { start += 1 }
    guard start < bytes.count, bytes.count - start <= Self.maximumDigits else { return }
    prefix = Array(bytes[..<start])
    guard let value = value(bytes) else { return }
    first = value
    firstNumber = number
    count = 1
  }

  /// The number that an identifier stands for, if it is one of the series.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard count > 0, let value = value(bytes), value >= first, value - first < count else {
      return nil
    }
    return firstNumber + (value - first)
  }

  /// Adds an identifier if it is the next of the series.
  mutating func takes(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count > 0, number == firstNumber + count, value(bytes) == first + count else {
      return false
    }
    count += 1
    return true
  }

  /// The number after the prefix.
  @inline(__always)
  private func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = prefix.count
    guard bytes.count > start, bytes.count - start <= Self.maximumDigits else { return nil }
    for place in 0..<start where prefix[place] != bytes[place] { return nil }
    // A leading zero is part of another identifier.
    guard bytes[start] != 0x30 || bytes.count == start + 1 else { return nil }
    var value = 0
    for place in start..<bytes.count {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }
}
