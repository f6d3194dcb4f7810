/// Numbers the names of an edge list as they appear, and puts them into their final order.
///
/// Integers below 2²³ are looked up in a table, at most 32 MB of it; all other names in a hash
/// table over their bytes.
struct EdgeListNameTable: ~Copyable {
  /// How many integers have a place of their own.
  static let directLimit = 1 << 23

  /// What stands for a name without a number, because there are too many or no more are taken.
  static let none = UInt32.max

  /// How many names there are.
  private(set) var count = 0

  /// How many names there may be.
  private var limit: Int

  /// For each small integer, its number and 1; 0 if it has not appeared.
  private var direct: UnsafeMutablePointer<UInt32>
  private var directCapacity = 1 << 12

  /// For each place of the hash table, a half of the hash and the text's position and 1, or 0.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 1 << 8

  /// The bytes of the texts, where each ends, and the number that it has.
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var numbersOfTexts: [UInt32] = []

  /// Differs from run to run, so that nobody can write a file in which all names collide.
  private let seed = UInt64.random(in: .min ... .max)

  init(limit: Int) {
    self.limit = limit
    direct = .allocate(capacity: directCapacity)
    direct.initialize(repeating: 0, count: directCapacity)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
  }

  deinit {
    direct.deallocate()
    slots.deallocate()
  }

  // MARK: Names in, numbers out

  /// The number of a name that is an integer below the limit.
  @inline(__always)
  mutating func number(ofInteger integer: Int) -> UInt32 {
    if integer < directCapacity {
      let entry = direct[integer]
      if entry != 0 { return entry &- 1 }
    }
    return add(integer)
  }

  @inline(never)
  private mutating func add(_ integer: Int) -> UInt32 {
    guard count < limit else { return Self.none }
    if integer >= directCapacity {
      var capacity = directCapacity
      while capacity <= integer { capacity *= 2 }
      let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
      larger.initialize(from: direct, count: directCapacity)
      (larger + directCapacity).initialize(repeating: 0, count: capacity - directCapacity)
      direct.deallocate()
      direct = larger
      directCapacity = capacity
    }
    count += 1
    direct[integer] = UInt32(count)
    return UInt32(count - 1)
  }

  /// The number of a name that is a text, or `nil` if it is not UTF-8.
  mutating func number(ofText text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = hash(text)
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let position = Int(slots[slot] & 0xFFFF_FFFF) - 1
        let start = position == 0 ? 0 : Int(ends[position - 1])
        if Int(ends[position]) - start == text.count,
          bytes.withUnsafeBufferPointer({ $0[start..<(start + text.count)].elementsEqual(text) })
        {
          return numbersOfTexts[position]
        }
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return add(text, hash)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32? {
    guard !text.contains(where: { $0 >= 0x80 }) || String(validating: text, as: UTF8.self) != nil
    else { return nil }
    guard count < limit, bytes.count + text.count <= UInt32.max else { return Self.none }
    if 2 * ends.count >= slotCount { growSlots() }
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    slots[slot] = (hash >> 32) << 32 | UInt64(ends.count)
    numbersOfTexts.append(UInt32(count))
    count += 1
    return UInt32(count - 1)
  }

  private mutating func growSlots() {
    slots.deallocate()
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    bytes.withUnsafeBufferPointer { bytes in
      for position in ends.indices {
        let start = position == 0 ? 0 : Int(ends[position - 1])
        let hash = hash(UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[position])]))
        var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] = (hash >> 32) << 32 | UInt64(position + 1)
      }
    }
  }

  /// Multiplies eight bytes at a time with what came before, and folds the product.
  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var state = seed ^ UInt64(text.count)
    var place = 0
    func mix(_ word: UInt64) {
      let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.high ^ product.low
    }
    while place + 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < raw.count {
      rest = rest << 8 | UInt64(raw[place])
      place += 1
    }
    mix(rest)
    mix(seed)
    return state
  }

  // MARK: The final order

  /// Takes no more names, and puts those there are into their final order.
  ///
  /// - Returns: The names, and for each number so far the final one.
  mutating func sort() -> (names: NodeNames, numbers: [UInt32]) {
    limit = 0
    var numbers = [UInt32](repeating: 0, count: count)
    var integers: [UInt32] = []
    for integer in 0..<directCapacity where direct[integer] != 0 {
      numbers[Int(direct[integer]) - 1] = UInt32(integers.count)
      integers.append(UInt32(integer))
    }
    let order = orderOfTexts()
    for (place, position) in order.enumerated() {
      numbers[Int(numbersOfTexts[position])] = UInt32(integers.count + place)
    }
    var (sortedBytes, sortedEnds) = (bytes, ends)
    if !order.elementsEqual(ends.indices) {
      sortedBytes.removeAll(keepingCapacity: true)
      sortedEnds.removeAll(keepingCapacity: true)
      for position in order {
        sortedBytes.append(contentsOf: bytes[range(of: position)])
        sortedEnds.append(UInt32(sortedBytes.count))
      }
    }
    return (NodeNames(integers: integers, bytes: sortedBytes, ends: sortedEnds), numbers)
  }

  /// The positions of the texts, those first that are integers too large for the table.
  private func orderOfTexts() -> [Int] {
    var integers: [Int] = []
    var others: [Int] = []
    for position in ends.indices {
      let digits = bytes[range(of: position)]
      let isInteger =
        digits.first != UInt8(ascii: "0") && digits.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
      if isInteger { integers.append(position) } else { others.append(position) }
    }
    integers.sort { left, right in
      let (left, right) = (bytes[range(of: left)], bytes[range(of: right)])
      return left.count != right.count
        ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
    return integers + others
  }

  private func range(of position: Int) -> Range<Int> {
    (position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])
  }
}
