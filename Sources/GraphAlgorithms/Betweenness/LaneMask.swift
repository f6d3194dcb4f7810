/// Picks lanes of a vector by a set of them, a bit each.
struct LaneMask: ~Copyable {
  typealias Lanes = SIMD8<Double>

  /// For each set of lanes, all ones in the lanes that are in it.
  private let bits: Buffer<SIMD8<UInt64>>

  init() {
    bits = Buffer(repeating: SIMD8(repeating: 0), count: 256)
    for mask in 0..<256 {
      for lane in 0..<8 where mask >> lane & 1 == 1 {
        bits[mask][lane] = .max
      }
    }
  }

  /// The lanes of `left` whose bits are set, the other lanes of `right`.
  @inline(__always)
  func choose(_ left: Lanes, _ mask: UInt8, _ right: Lanes) -> Lanes {
    let chosen = bits[Int(mask)]
    let mixed =
      (unsafeBitCast(left, to: SIMD8<UInt64>.self) & chosen)
      | (unsafeBitCast(right, to: SIMD8<UInt64>.self) & ~chosen)
    return unsafeBitCast(mixed, to: Lanes.self)
  }

  /// The lanes of `left` whose bits are set, zero in the others.
  @inline(__always)
  func keep(_ left: Lanes, _ mask: UInt8) -> Lanes {
    unsafeBitCast(
      unsafeBitCast(left, to: SIMD8<UInt64>.self) & bits[Int(mask)], to: Lanes.self)
  }
}
