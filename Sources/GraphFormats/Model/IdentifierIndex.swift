/// Finds the number of what has an identifier, by the bytes of the identifier.
///
/// Two identifiers are the same if their bytes are: no Unicode equivalence comes in, as none does
/// in the formats. Those that count on from the first one, as in `n0`, `n1`, `n2`, cost nothing;
/// other entries cost 8 bytes each and a third to be free. The identifiers themselves stay with
/// whoever asks.
struct IdentifierIndex: Sendable {
  private var series = IdentifierSeries()
  /// The upper half of the hash, which also chooses the place, and the number plus one; 0 where
  /// nothing is.
  private var slots: [UInt64] = []
  private var count = 0

  /// Makes collisions unforeseeable, so that no file can be made of them.
  private static let seed = UInt64.random(in: 1 ... .max)

  /// Whether there is no identifier.
  var isEmpty: Bool { series.count == 0 && count == 0 }

  /// The number of an identifier, if among the numbers with its hash there is one that `matches`.
  @inline(__always)
  func find(
    _ bytes: UnsafeBufferPointer<UInt8>, where matches: (Int) -> Bool
  ) -> Int? {
    if let number = series.find(bytes) { return number }
    return count == 0 ? nil : findInTable(bytes, where: matches)
  }

  private func findInTable(
    _ bytes: UnsafeBufferPointer<UInt8>, where matches: (Int) -> Bool
  ) -> Int? {
    let mask = slots.count - 1
    let tag = Self.hash(bytes) >> 32
    var place = Int(tag) & mask
    while slots[place] != 0 {
      let slot = slots[place]
      let number = Int(slot & 0xFFFF_FFFF) - 1
      if slot >> 32 == tag, matches(number) { return number }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Enters a number below 2³² − 1 for an identifier that is not there yet.
  mutating func insert(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    if series.count == 0, count == 0 {
      series = IdentifierSeries(number, bytes)
      if series.count > 0 { return }
    } else if series.takes(number, bytes) {
      return
    }
    if (count + 1) * 3 > slots.count * 2 {
      let old = slots
      slots = [UInt64](repeating: 0, count: max(16, old.count * 2))
      for slot in old where slot != 0 { place(slot) }
    }
    place((Self.hash(bytes) >> 32) << 32 | UInt64(number + 1))
    count += 1
  }

  private mutating func place(_ slot: UInt64) {
    let mask = slots.count - 1
    var place = Int(slot >> 32) & mask
    while slots[place] != 0 {
      place = (place + 1) & mask
    }
    slots[place] = slot
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = seed ^ UInt64(bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 8 <= raw.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 0
    while position < raw.count {
      rest = rest << 8 | UInt64(raw[position])
      position += 1
    }
    return mix(state ^ rest)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let folded = high ^ low
    return (folded ^ (folded >> 29)) &* 0xBF58_476D_1CE4_E5B9
  }
}
