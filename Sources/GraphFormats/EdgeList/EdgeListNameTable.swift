#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Numbers the names of an edge list as they appear, and puts them into their final order.
///
/// Integers below 2²³ are looked up in a table, at most 32 MB of it; all other names in a hash
/// table over their bytes.
struct EdgeListNameTable: ~Copyable {
  /// How many integers have a place of their own.
  static let directLimit = 1 << 23

  /// How many of them are remembered beside it.
  private static let few = 1 << 12

  /// What stands for a name without a number, because there are too many or no more are taken.
  static let none = UInt32.max

  /// How many names there are.
  private(set) var count = 0

  /// How many names there may be.
  private var limit: Int

  /// For each small integer, its number and 1; 0 if it has not appeared.
  private var direct: UnsafeMutablePointer<UInt32>
  private var directCapacity = 1 << 12

  /// The integers that have appeared, as long as they are few: to find them in a large table would
  /// take milliseconds in the shortest file.
  private var fewIntegers: [UInt32]? = []

  /// For each place of the hash table, a half of the hash and the text's position and 1, or 0.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 1 << 8

  /// The bytes of the texts, one after the other.
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity = 1 << 12

  /// For each text, where it ends and which number it has; a nothing comes before the first.
  private var texts = [Text(end: 0, number: 0)]

  private struct Text {
    let end: UInt32
    let number: UInt32
  }

  /// Differs from run to run, so that nobody can write a file in which all names collide.
  private let seed = UInt64.random(in: .min ... .max)

  init(limit: Int) {
    self.limit = limit
    direct = Self.zeros(directCapacity)
    slots = Self.zeros(slotCount)
    bytes = .allocate(capacity: byteCapacity)
  }

  deinit {
    free(direct)
    free(slots)
    bytes.deallocate()
  }

  /// Zeros that take no memory until something else is written there.
  private static func zeros<Number: BitwiseCopyable>(
    _ count: Int
  ) -> UnsafeMutablePointer<Number> {
    guard let memory = calloc(count, MemoryLayout<Number>.stride) else {
      // Without overcommitment the system is out of memory here, as it is in any allocation.
      preconditionFailure("There is no memory for the names of the nodes.")
    }
    return memory.bindMemory(to: Number.self, capacity: count)
  }

  /// How many bytes the table of the integers takes at most.
  var directByteCount: Int { 4 * directCapacity }

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
      let larger: UnsafeMutablePointer<UInt32> = Self.zeros(capacity)
      larger.update(from: direct, count: directCapacity)
      free(direct)
      direct = larger
      directCapacity = capacity
    }
    count += 1
    direct[integer] = UInt32(count)
    if let few = fewIntegers?.count {
      if few < Self.few { fewIntegers?.append(UInt32(integer)) } else { fewIntegers = nil }
    }
    return UInt32(count - 1)
  }

  /// The number of a name that is a text, or `nil` if it is not UTF-8.
  mutating func number(ofText text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = hash(text)
    let slots = slots
    let mask = slotCount - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let position = Int(slots[slot] & 0xFFFF_FFFF)
        let start = Int(texts[position - 1].end)
        if Int(texts[position].end) - start == text.count,
          memcmp(bytes + start, text.baseAddress ?? UnsafePointer(bytes), text.count) == 0
        {
          return texts[position].number
        }
      }
      slot = (slot + 1) & mask
    }
    return add(text, hash)
  }

  @inline(never)
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32? {
    guard !text.contains(where: { $0 >= 0x80 }) || String(validating: text, as: UTF8.self) != nil
    else { return nil }
    guard count < limit, byteCount + text.count <= UInt32.max else { return Self.none }
    if byteCount + text.count > byteCapacity {
      while byteCount + text.count > byteCapacity { byteCapacity += byteCapacity / 2 }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
      larger.update(from: bytes, count: byteCount)
      bytes.deallocate()
      bytes = larger
    }
    if 2 * texts.count > slotCount { growSlots() }
    if let first = text.baseAddress { (bytes + byteCount).update(from: first, count: text.count) }
    byteCount += text.count
    texts.append(Text(end: UInt32(byteCount), number: UInt32(count)))
    count += 1
    place(hash, position: texts.count - 1)
    return UInt32(count - 1)
  }

  private mutating func growSlots() {
    free(slots)
    slotCount *= 2
    slots = Self.zeros(slotCount)
    for position in texts.indices.dropFirst() {
      place(hash(bytes(of: position)), position: position)
    }
  }

  private func place(_ hash: UInt64, position: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
    slots[slot] = (hash >> 32) << 32 | UInt64(position)
  }

  private func bytes(of position: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(texts[position - 1].end)
    return UnsafeBufferPointer(start: bytes + start, count: Int(texts[position].end) - start)
  }

  /// Multiplies eight bytes at a time with what came before, and folds the product.
  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var state = seed ^ UInt64(text.count)
    var place = 0
    while place + 8 <= raw.count {
      state = Self.mixed(state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < raw.count {
      rest = rest << 8 | UInt64(raw[place])
      place += 1
    }
    return Self.mixed(Self.mixed(state ^ rest) ^ seed)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  // MARK: The final order

  /// Takes no more names, and puts those there are into their final order.
  ///
  /// - Returns: The names, and for each number so far the final one.
  mutating func sort() -> (names: NodeNames, numbers: [UInt32]) {
    limit = 0
    var numbers = [UInt32](repeating: 0, count: count)
    var integers = fewIntegers?.sorted() ?? []
    if fewIntegers == nil {
      for integer in 0..<directCapacity where direct[integer] != 0 {
        integers.append(UInt32(integer))
      }
    }
    for (place, integer) in integers.enumerated() {
      numbers[Int(direct[Int(integer)]) - 1] = UInt32(place)
    }
    let order = orderOfTexts()
    var sortedBytes: [UInt8] = []
    var sortedEnds: [UInt32] = []
    sortedBytes.reserveCapacity(byteCount)
    sortedEnds.reserveCapacity(order.count)
    for (place, position) in order.enumerated() {
      numbers[Int(texts[position].number)] = UInt32(integers.count + place)
      sortedBytes.append(contentsOf: bytes(of: position))
      sortedEnds.append(UInt32(sortedBytes.count))
    }
    return (NodeNames(integers: integers, bytes: sortedBytes, ends: sortedEnds), numbers)
  }

  /// The positions of the texts, those first that are integers too large for the table.
  private func orderOfTexts() -> [Int] {
    var integers: [Int] = []
    var others: [Int] = []
    for position in texts.indices.dropFirst() {
      let digits = bytes(of: position)
      let isInteger =
        digits.first != UInt8(ascii: "0") && digits.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
      if isInteger { integers.append(position) } else { others.append(position) }
    }
    integers.sort { left, right in
      let (left, right) = (bytes(of: left), bytes(of: right))
      return left.count != right.count
        ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
    return integers + others
  }
}
