/// The values of one attribute, one row for each node, edge or graph that may have it.
///
/// A row costs 4 bytes (`boolean`, `int`, `float`) or 8 (`long`, `double`), and a bit that says
/// whether there is a value; a text costs 8 and its own bytes. Rows after the last value cost
/// nothing.
struct AttributeColumn: Sendable {
  private(set) var type: AttributeType
  private var narrow: [UInt32] = []
  private var wide: [UInt64] = []
  private var texts = TextPool()
  private var presence: [UInt64] = []

  init(_ type: AttributeType) {
    self.type = type
  }

  /// How many rows there are up to the last that was ever given a value.
  var count: Int { isNarrow ? narrow.count : wide.count }

  private var isNarrow: Bool {
    switch type {
    case .boolean, .int, .float: true
    case .long, .double, .string: false
    }
  }

  /// Whether a row has a value.
  func hasValue(at row: Int) -> Bool {
    let word = row >> 6
    return word < presence.count && presence[word] >> (UInt64(row) & 63) & 1 == 1
  }

  /// Whether any row has a value.
  var hasValues: Bool { presence.contains { $0 != 0 } }

  /// Whether any row has a text of no length.
  var hasEmptyText: Bool {
    type == .string
      && wide.indices.contains { hasValue(at: $0) && texts.withText(at: wide[$0]) { $0.isEmpty } }
  }

  /// The value of a row.
  func value(at row: Int) -> AttributeValue? {
    guard hasValue(at: row) else { return nil }
    switch type {
    case .boolean: return .boolean(narrow[row] != 0)
    case .int: return .int(Int32(bitPattern: narrow[row]))
    case .float: return .float(Float(bitPattern: narrow[row]))
    case .long: return .long(Int64(bitPattern: wide[row]))
    case .double: return .double(Double(bitPattern: wide[row]))
    case .string: return .string(texts.string(at: wide[row]))
    }
  }

  /// Whether any row has a whole number that 32 bits don't hold.
  var hasLargeNumbers: Bool {
    type == .long
      && wide.indices.contains { row in
        Int32(exactly: Int64(bitPattern: wide[row])) == nil && hasValue(at: row)
      }
  }

  /// Gives a row a value of the column's type, or takes it away.
  mutating func set(_ value: AttributeValue?, at row: Int) {
    guard let value else {
      if hasValue(at: row) {
        dropText(at: row)
        presence[row >> 6] &= ~(1 << (UInt64(row) & 63))
      }
      return
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

  /// The bits of a row of a `boolean`, `int` or `float`.
  mutating func set(narrow bits: UInt32, at row: Int) {
    if row < narrow.count {
      narrow[row] = bits
    } else {
      if row > narrow.count {
        narrow.append(contentsOf: repeatElement(0, count: row - narrow.count))
      }
      narrow.append(bits)
    }
    markPresent(row)
  }

  /// The bits of a row of a `long` or `double`, or where the text of a `string` starts.
  mutating func set(wide bits: UInt64, at row: Int) {
    if row < wide.count {
      wide[row] = bits
    } else {
      if row > wide.count { wide.append(contentsOf: repeatElement(0, count: row - wide.count)) }
      wide.append(bits)
    }
    markPresent(row)
  }

  /// Copies the bits of the values in at most 32 rows, of a text where it is.
  ///
  /// - Returns: Which of the rows have a value, a bit each.
  func bits(of rows: [Int], into target: UnsafeMutablePointer<UInt64>) -> UInt32 {
    var present: UInt32 = 0
    for (place, row) in rows.enumerated() where hasValue(at: row) {
      present |= 1 << UInt32(place)
      target[place] = isNarrow ? UInt64(narrow[row]) : wide[row]
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
    texts.withText(at: wide[row], body)
  }

  /// A column of some of the rows, in an order of their own.
  func rows(_ rows: [Int]) -> AttributeColumn {
    var other = AttributeColumn(type)
    for (place, row) in rows.enumerated() { other.set(value(at: row), at: place) }
    return other
  }

  /// Makes room for this many rows, with texts as long as those that are there.
  mutating func reserve(_ rows: Int) {
    guard count > 0, rows > count else { return }
    texts.reserve(rows, insteadOf: count)
    if isNarrow { narrow.reserveCapacity(rows) } else { wide.reserveCapacity(rows) }
    presence.reserveCapacity(rows >> 6 + 1)
  }

  /// Turns a column of `int` into one of `long`, or of `float` into one of `double`, or any into
  /// one of texts, with the same values.
  mutating func widen(to type: AttributeType) {
    guard type != self.type else { return }
    var other = AttributeColumn(type)
    for row in 0..<count {
      guard let value = value(at: row) else { continue }
      other.set(value.widened(to: type), at: row)
    }
    self = other
  }

  private mutating func markPresent(_ row: Int) {
    let word = row >> 6
    if word >= presence.count {
      presence.append(contentsOf: repeatElement(0, count: word + 1 - presence.count))
    }
    presence[word] |= 1 << (UInt64(row) & 63)
  }

  private mutating func dropText(at row: Int) {
    if type == .string, hasValue(at: row) { texts.drop(at: wide[row]) }
  }

  private mutating func compact() {
    var fresh = TextPool()
    for row in 0..<wide.count where hasValue(at: row) {
      wide[row] = texts.withText(at: wide[row]) { fresh.append($0) }
    }
    texts = fresh
  }
}

extension AttributeColumn: Equatable {
  /// Whether both have the same values in the same rows; one NaN is as good as another.
  static func == (left: AttributeColumn, right: AttributeColumn) -> Bool {
    guard left.type == right.type else { return false }
    for row in 0..<max(left.count, right.count) {
      let (one, other) = (left.value(at: row), right.value(at: row))
      guard one == other || (one?.isNaN == true && other?.isNaN == true) else { return false }
    }
    return true
  }
}
