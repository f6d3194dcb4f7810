/// A set of sources that are searched from at once, a bit for each.
protocol SourceSet: BitwiseCopyable {
  /// How many sources it has room for.
  static var width: Int { get }
  static var empty: Self { get }
  /// Whether no bit is set.
  var isEmpty: Bool { get }
  /// How many bits are set.
  var bitCount: Int { get }
  mutating func insert(_ bit: Int)
  static func | (left: Self, right: Self) -> Self
  static func & (left: Self, right: Self) -> Self
  static prefix func ~ (set: Self) -> Self
}

extension UInt64: SourceSet {
  static var width: Int { 64 }
  static var empty: UInt64 { 0 }
  var isEmpty: Bool { self == 0 }
  var bitCount: Int { nonzeroBitCount }
  mutating func insert(_ bit: Int) { self |= 1 << UInt64(bit) }
}

extension SIMD8<UInt64>: SourceSet {
  static var width: Int { 512 }
  static var empty: SIMD8<UInt64> { SIMD8(repeating: 0) }
  mutating func insert(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }

  // Comparing the sets as such goes number by number.
  var isEmpty: Bool {
    @inline(__always) get {
      let half = lowHalf | highHalf
      let quarter = half.lowHalf | half.highHalf
      return quarter[0] | quarter[1] == 0
    }
  }

  var bitCount: Int {
    @inline(__always) get { Int(truncatingIfNeeded: nonzeroBitCount.wrappedSum()) }
  }
}
