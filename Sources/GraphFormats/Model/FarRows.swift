/// The bits of rows far behind the others that have a value.
struct FarRows: Sendable {
  /// The bits by row.
  private(set) var bits: [Int: UInt64] = [:]
  private var first = Int.max
  private var last = -1

  /// Whether there is none.
  var isEmpty: Bool { last < 0 }
  /// How many rows there are up to the last one.
  var end: Int { last + 1 }

  /// The bits of a row, if it has any.
  func bits(at row: Int) -> UInt64? {
    // Nearly all rows that are asked for come before.
    guard row >= first, row <= last else { return nil }
    return bits[row]
  }

  /// Gives a row its bits.
  mutating func set(_ value: UInt64, at row: Int) {
    bits[row] = value
    first = min(first, row)
    last = max(last, row)
  }

  /// Takes the bits of a row away.
  mutating func remove(_ row: Int) {
    bits[row] = nil
    if bits.isEmpty { self = FarRows() }
  }
}
