internal import ExactTexts

/// The values of one attribute, one row for each node, edge or graph that may have it.
///
/// A row costs 4 bytes (`boolean`, `int`, `float`) or 8 (`long`, `double`), and a bit that says
/// whether there is a value; a text costs 8 and its own bytes. Rows after the last value cost
/// nothing, nor do those before a value that has few others before it: else a small file of many
/// attributes and nodes could fill the memory.
struct AttributeColumn: Sendable {
  private(set) var type: AttributeType
  private var narrow: [UInt32] = []
  private var wide: [UInt64] = []
  private var texts = TextPool()
  private var presence: [UInt64] = []
  /// How many of the rows in these arrays have a value.
  private var present = 0
  /// The rows behind them.
  private var far = FarRows()

  init(_ type: AttributeType) {
    self.type = type
  }

  /// How many rows there are up to the last that was ever given a value.
  var count: Int { max(near, far.end) }

  /// How many rows the arrays have.
  private var near: Int { isNarrow ? narrow.count : wide.count }

  private var isNarrow: Bool {
    switch type {
    case .boolean, .int, .float: true
    case .long, .double, .string: false
    }
  }

  /// Whether a row has a value.
  func hasValue(at row: Int) -> Bool {
    let word = row >> 6
    if word < presence.count, presence[word] >> (UInt64(row) & 63) & 1 == 1 { return true }
    return !far.isEmpty && far.bits(at: row) != nil
  }

  /// How many rows have a value.
  var valueCount: Int { present + far.bits.count }

  /// Whether any row has a value.
  var hasValues: Bool { valueCount > 0 }

  /// The value of a row.
  func value(at row: Int) -> AttributeValue? {
    guard hasValue(at: row) else { return nil }
    let bits = bits(at: row)
    switch type {
    case .boolean: return .boolean(bits != 0)
    case .int: return .int(Int32(truncatingIfNeeded: bits))
    case .float: return .float(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .long: return .long(Int64(bitPattern: bits))
    case .double: return .double(Double(bitPattern: bits))
    case .string: return .string(texts.string(at: bits))
    }
  }

  /// The bits of a row that has a value.
  @inline(__always)
  private func bits(at row: Int) -> UInt64 {
    if row < near { return isNarrow ? UInt64(narrow[row]) : wide[row] }
    return far.bits(at: row) ?? 0
  }

  /// Goes through the rows that have a value, ascending.
  func forEachRow<Failure: Error>(_ body: (Int) throws(Failure) -> Void) throws(Failure) {
    for (place, word) in presence.enumerated() {
      var rest = word
      while rest != 0 {
        try body(place << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    for row in far.bits.keys.sorted() { try body(row) }
  }

  /// Whether every value satisfies a condition.
  func allSatisfy(_ condition: (AttributeValue) -> Bool) -> Bool {
    var isSo = true
    forEachRow { row in isSo = isSo && value(at: row).map(condition) ?? true }
    return isSo
  }

  /// Whether any row has a whole number that 32 bits don't hold.
  var hasLargeNumbers: Bool {
    guard type == .long else { return false }
    var isLarge = false
    forEachRow { row in
      isLarge = isLarge || Int32(exactly: Int64(bitPattern: bits(at: row))) == nil
    }
    return isLarge
  }

  /// Whether any row has a text of no length.
  var hasEmptyText: Bool {
    guard type == .string else { return false }
    var isEmpty = false
    forEachRow { row in isEmpty = isEmpty || withText(ofRow: row) { $0.isEmpty } }
    return isEmpty
  }

  /// Gives a row a value of the column's type, or takes it away.
  mutating func set(_ value: AttributeValue?, at row: Int) {
    guard let value else {
      return remove(row)
    }
    switch value {
    case .boolean(let value): set(narrow: value ? 1 : 0, at: row)
    case .int(let value): set(narrow: UInt32(bitPattern: value), at: row)
    case .float(let value): set(narrow: value.bitPattern, at: row)
    case .long(let value): set(wide: UInt64(bitPattern: value), at: row)
    case .double(let value): set(wide: value.bitPattern, at: row)
    case .string(let value):
      var value = value
      value.withUTF8 { setText($0, at: row) }
    }
  }

  /// Gives a row of a column of texts its bytes, which are UTF-8.
  mutating func setText(_ bytes: UnsafeBufferPointer<UInt8>, at row: Int) {
    dropText(at: row)
    set(wide: texts.append(bytes), at: row)
    if texts.isWasteful { compact() }
  }

  private mutating func remove(_ row: Int) {
    guard hasValue(at: row) else { return }
    dropText(at: row)
    guard row < near else { return far.remove(row) }
    presence[row >> 6] &= ~(1 << (UInt64(row) & 63))
    present -= 1
  }

  /// Gives a row of a `boolean`, `int` or `float` its bits.
  mutating func set(narrow bits: UInt32, at row: Int) {
    if row < narrow.count {
      narrow[row] = bits
    } else if row == narrow.count, far.isEmpty {
      narrow.append(bits)
    } else {
      return setFar(UInt64(bits), at: row)
    }
    markPresent(row)
  }

  /// Gives a row of a `long` or `double` its bits, or one of a `string` the place where it starts.
  mutating func set(wide bits: UInt64, at row: Int) {
    if row < wide.count {
      wide[row] = bits
    } else if row == wide.count, far.isEmpty {
      wide.append(bits)
    } else {
      return setFar(bits, at: row)
    }
    markPresent(row)
  }

  /// Gives a row behind the arrays its bits, and lengthens the arrays as soon as there are values
  /// enough for that.
  private mutating func setFar(_ bits: UInt64, at row: Int) {
    far.set(bits, at: row)
    guard far.end <= 64 + 16 * valueCount else { return }
    if isNarrow {
      narrow.append(contentsOf: repeatElement(0, count: far.end - narrow.count))
    } else {
      wide.append(contentsOf: repeatElement(0, count: far.end - wide.count))
    }
    for (row, bits) in far.bits {
      if isNarrow { narrow[row] = UInt32(truncatingIfNeeded: bits) } else { wide[row] = bits }
      markPresent(row)
    }
    far = FarRows()
  }

  /// Copies the bits of the values in at most 32 rows, of a text where it is.
  ///
  /// - Returns: Which of the rows have a value, a bit each.
  func bits(of rows: [Int], into target: UnsafeMutablePointer<UInt64>) -> UInt32 {
    var present: UInt32 = 0
    for (place, row) in rows.enumerated() where hasValue(at: row) {
      present |= 1 << UInt32(place)
      target[place] = bits(at: row)
    }
    return present
  }

  /// Lends the UTF-8 of the text at a place.
  @inline(__always)
  func withText<Result>(
    at place: UInt64, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    texts.withText(at: place, body)
  }

  /// Lends the UTF-8 of the text of a row that has one.
  @inline(__always)
  func withText<Result>(
    ofRow row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    texts.withText(at: bits(at: row), body)
  }

  /// Makes room for this many rows, with texts as long as those that are there.
  mutating func reserve(_ rows: Int) {
    // Few values here and there may never fill it.
    guard rows > near, near > rows / 8, present > near / 4 else { return }
    texts.reserve(rows, insteadOf: near)
    if isNarrow { narrow.reserveCapacity(rows) } else { wide.reserveCapacity(rows) }
    presence.reserveCapacity(rows >> 6 + 1)
  }

  /// Turns a column of `int` into one of `long`, or of `float` into one of `double`, or any into
  /// one of texts, with the same values.
  mutating func widen(to type: AttributeType) {
    guard type != self.type else { return }
    var other = AttributeColumn(type)
    forEachRow { row in other.set(value(at: row)?.widened(to: type), at: row) }
    self = other
  }

  private mutating func markPresent(_ row: Int) {
    let word = row >> 6
    if word >= presence.count {
      presence.append(contentsOf: repeatElement(0, count: word + 1 - presence.count))
    }
    let bit: UInt64 = 1 << (UInt64(row) & 63)
    if presence[word] & bit == 0 { present += 1 }
    presence[word] |= bit
  }

  private mutating func dropText(at row: Int) {
    if type == .string, hasValue(at: row) { texts.drop(at: bits(at: row)) }
  }

  private mutating func compact() {
    var other = AttributeColumn(.string)
    forEachRow { row in withText(ofRow: row) { other.setText($0, at: row) } }
    self = other
  }
}

extension AttributeColumn: Equatable {
  /// Whether both have the same values in the same rows, texts byte by byte; one NaN is as good as
  /// another.
  static func == (left: AttributeColumn, right: AttributeColumn) -> Bool {
    guard left.type == right.type else { return false }
    for row in 0..<max(left.count, right.count) {
      let (one, other) = (left.value(at: row), right.value(at: row))
      if case .string(let text)? = one, case .string(let other)? = other {
        guard text.isExactly(other) else { return false }
      } else {
        guard one == other || (one?.isNaN == true && other?.isNaN == true) else { return false }
      }
    }
    return true
  }
}
