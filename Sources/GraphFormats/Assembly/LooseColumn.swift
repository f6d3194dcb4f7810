/// The values of one attribute while a file is read, before it is known which type holds them all.
///
/// As long as they are of one type, or all are numbers that a `Double` is exactly, they are in a
/// column as they will be in the end; only values of several types are kept one by one.
struct LooseColumn {
  /// A value as a file has it, whose text need not outlive the call.
  enum Value {
    case whole(Int64)
    case decimal(Double)
    case text(UnsafeBufferPointer<UInt8>)
  }

  /// A value that isn't of the type declared.
  struct Mismatch: Error {
    let type: AttributeType
    let value: AttributeValue
  }

  var name: String
  /// The type that the file declares, if it declares one.
  private(set) var declared: AttributeType?
  private(set) var defaultValue: AttributeValue?
  /// Whether values are texts that may all be numbers or truth values.
  var infersFromText = false
  /// The values, of the declared type as soon as there is one, but for those of several types.
  private(set) var column = AttributeColumn(.string)
  /// Which of the rows in a column of `double` had whole numbers, ascending.
  private var wholes: [Int] = []
  /// The values of several types, with their rows.
  private(set) var mixed: [(row: Int, value: AttributeValue)] = []
  private var lastRow = -1
  /// Where the first value of each type was found.
  private(set) var firsts: [AttributeType: TextPosition] = [:]

  init(_ name: String) {
    self.name = name
  }

  /// Whether there is no value.
  var isEmpty: Bool { lastRow < 0 }

  /// Whether the last row with a value is this one.
  func hasValue(inLast row: Int) -> Bool { lastRow == row }

  /// The value of a row as the file has it.
  private func value(at row: Int) -> AttributeValue? {
    guard let value = column.value(at: row) else { return nil }
    if case .double(let number) = value, isWhole(row) { return .long(Int64(number)) }
    return value
  }

  private func isWhole(_ row: Int) -> Bool {
    var (low, high) = (0, wholes.count)
    while low < high {
      let middle = (low + high) / 2
      if wholes[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < wholes.count && wholes[low] == row
  }

  /// Declares the type, and turns what is already there into it.
  mutating func declare(
    _ type: AttributeType, default defaultValue: AttributeValue?
  ) throws(Mismatch) {
    if column.type != type || !mixed.isEmpty {
      var other = AttributeColumn(type)
      try column.forEachRow { (row) throws(Mismatch) in
        other.set(try value(at: row)?.converted(to: type), at: row)
      }
      for (row, value) in mixed { other.set(try value.converted(to: type), at: row) }
      column = other
      mixed = []
    }
    wholes = []
    self.defaultValue = try defaultValue?.converted(to: type)
    declared = type
  }

  // MARK: Adding

  /// Adds a value for a row after all those that have one.
  mutating func append(
    _ value: Value, row: Int, at position: TextPosition?
  ) throws(Mismatch) {
    switch (value, declared ?? column.type) {
    case (.whole(let number), .long) where !isEmpty && mixed.isEmpty:
      column.set(wide: UInt64(bitPattern: number), at: row)
    case (.decimal(let number), .double) where !isEmpty && mixed.isEmpty:
      column.set(wide: number.bitPattern, at: row)
    case (.text(let bytes), .string) where (!isEmpty || declared != nil) && mixed.isEmpty:
      column.setText(bytes, at: row)
    case (.text(let bytes), .double) where declared != nil:
      guard let number = NumberText.double(bytes) else {
        return try append(value.value, row: row, at: position)
      }
      column.set(wide: number.bitPattern, at: row)
    default: return try append(value.value, row: row, at: position)
    }
    lastRow = row
  }

  /// Adds a value for a row after all those that have one.
  mutating func append(
    _ value: AttributeValue, row: Int, at position: TextPosition?
  ) throws(Mismatch) {
    if let declared {
      column.set(try value.converted(to: declared), at: row)
    } else {
      if let position, firsts[value.type] == nil { firsts[value.type] = position }
      store(value, at: row)
    }
    lastRow = row
  }

  private mutating func store(_ value: AttributeValue, at row: Int) {
    if isEmpty { column = AttributeColumn(value.type) }
    guard mixed.isEmpty else { return mixed.append((row, value)) }
    switch (column.type, value) {
    case (value.type, _): column.set(value, at: row)
    case (.double, .long(let whole)) where Double(exactly: whole) != nil:
      column.set(.double(Double(whole)), at: row)
      wholes.append(row)
    case (.long, .double) where takeForDecimal(): column.set(value, at: row)
    default:
      var values: [(row: Int, value: AttributeValue)] = []
      column.forEachRow { row in
        if let value = self.value(at: row) { values.append((row, value)) }
      }
      mixed = values
      column = AttributeColumn(.string)
      wholes = []
      mixed.append((row, value))
    }
  }

  /// Turns a column of whole numbers into one of `double`, if each is one exactly.
  private mutating func takeForDecimal() -> Bool {
    var other = AttributeColumn(.double)
    var rows: [Int] = []
    column.forEachRow { row in
      guard case .long(let whole)? = column.value(at: row), let number = Double(exactly: whole)
      else { return }
      other.set(wide: number.bitPattern, at: row)
      rows.append(row)
    }
    guard rows.count == column.valueCount else { return false }
    (column, wholes) = (other, rows)
    return true
  }

  /// Replaces the values by others.
  mutating func replace(by column: AttributeColumn) {
    self.column = column
    mixed = []
  }
}

extension LooseColumn.Value {
  /// The value as one that can be kept.
  var value: AttributeValue {
    switch self {
    case .whole(let number): .long(number)
    case .decimal(let number): .double(number)
    case .text(let bytes): .string(String(decoding: bytes, as: UTF8.self))
    }
  }
}
