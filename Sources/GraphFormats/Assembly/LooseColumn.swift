/// The values of one attribute while a file is read, before it is known which type holds them all.
struct LooseColumn {
  var name: String
  /// The type that the file declares, if it declares one.
  private(set) var declared: AttributeType?
  private(set) var defaultValue: AttributeValue?
  /// Whether values are texts that may all be numbers or truth values.
  var infersFromText = false
  /// The rows that have a value, ascending.
  private(set) var rows: [Int] = []
  /// The values of these rows; of the declared type as soon as there is one.
  private(set) var values: [AttributeValue] = []
  /// Where the first value of each type was found.
  private var firsts: [AttributeType: TextPosition] = [:]

  init(_ name: String) {
    self.name = name
  }

  /// A value that isn't of the type declared.
  struct Mismatch: Error {
    let type: AttributeType
    let value: AttributeValue
  }

  /// Declares the type, and turns what is already there into it.
  mutating func declare(
    _ type: AttributeType, default defaultValue: AttributeValue?
  ) throws(Mismatch) {
    for index in values.indices {
      values[index] = try values[index].converted(to: type)
    }
    self.defaultValue = try defaultValue?.converted(to: type)
    declared = type
  }

  /// Adds a value for a row after all those that have one.
  mutating func append(
    _ value: AttributeValue, row: Int, at position: TextPosition?
  ) throws(Mismatch) {
    var value = value
    if let declared {
      value = try value.converted(to: declared)
    } else if let position, firsts[value.type] == nil {
      firsts[value.type] = position
    }
    rows.append(row)
    values.append(value)
  }

  /// Whether the last row with a value is this one.
  func hasValue(inLast row: Int) -> Bool { rows.last == row }

  /// Finds the type that holds every value, and turns the values into it.
  ///
  /// - Returns: The type, and what to say if values of several types became texts.
  mutating func settle() -> (AttributeType, ReadingRemark?) {
    if let declared { return (declared, nil) }
    if infersFromText { inferFromText() }
    let types = Set(values.map(\.type))
    guard types.count > 1 else { return (types.first ?? .string, nil) }
    if types == [.long, .double], let numbers = doubles() {
      values = numbers
      return (.double, nil)
    }
    let place = firsts.values.sorted().dropFirst().first
    values = values.map { .string($0.text) }
    let names = types.map(\.rawValue).sorted().joined(separator: ", ")
    return (
      .string,
      ReadingRemark(
        at: place, "the attribute “\(name)” has values of the types \(names): kept as text")
    )
  }

  /// Turns texts into numbers or truth values, if all of them are.
  private mutating func inferFromText() {
    func all(_ convert: (String) -> AttributeValue?) -> [AttributeValue]? {
      var converted: [AttributeValue] = []
      for value in values {
        guard case .string(let text) = value, let value = convert(text) else { return nil }
        converted.append(value)
      }
      return converted
    }
    guard !values.isEmpty else { return }
    let isBoolean = ["true", "false"]
    if let numbers = all({ NumberText.integer($0).map(AttributeValue.long) }) {
      values = numbers
    } else if let numbers = all({ text in
      Self.isCode(text) ? nil : AttributeValue.number(text).map(AttributeValue.double)
    }),
      numbers.contains(where: {
        if case .double(let number) = $0 { number.isFinite } else { false }
      })
    {
      values = numbers
    } else if let truths = all({ text in
      isBoolean.contains(text.lowercased())
        ? AttributeValue.boolean(text).map(AttributeValue.boolean) : nil
    }) {
      values = truths
    }
  }

  /// Whether the digits of a text aren't the ones that its number would be written with: `007`,
  /// `+49`.
  private static func isCode(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return digits.first == UInt8(ascii: "+")
      || digits.first == UInt8(ascii: "0")
        && digits.dropFirst().first.map(ByteSet.digits.contains) == true
  }

  /// The values as floating-point numbers, if each is one exactly.
  private func doubles() -> [AttributeValue]? {
    var numbers: [AttributeValue] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .long(let whole):
        guard let number = Double(exactly: whole) else { return nil }
        numbers.append(.double(number))
      default: numbers.append(value)
      }
    }
    return numbers
  }
}

extension AttributeValue {
  /// The value as text, like the description but for `Infinity` and `-Infinity`.
  package var text: String {
    switch self {
    case .float(let value) where value.isInfinite: value < 0 ? "-Infinity" : "Infinity"
    case .double(let value) where value.isInfinite: value < 0 ? "-Infinity" : "Infinity"
    default: description
    }
  }

  /// The same value in another type, if that type can hold it.
  func converted(to type: AttributeType) throws(LooseColumn.Mismatch) -> AttributeValue {
    if self.type == type { return self }
    guard let value = conversion(to: type) else {
      throw LooseColumn.Mismatch(type: type, value: self)
    }
    return value
  }

  private func conversion(to type: AttributeType) -> AttributeValue? {
    switch (type, self) {
    case (.string, _): .string(text)
    case (.boolean, .long(let number)) where number == 0 || number == 1: .boolean(number == 1)
    case (.boolean, .string(let text)): Self.boolean(text).map(AttributeValue.boolean)
    case (.int, .long(let number)): Int32(exactly: number).map(AttributeValue.int)
    case (.int, .string(let text)):
      NumberText.integer(text).flatMap {
        Int32(exactly: $0).map(AttributeValue.int)
      }
    case (.long, .string(let text)): NumberText.integer(text).map(AttributeValue.long)
    case (.long, .int(let number)): .long(Int64(number))
    case (.double, .long(let number)): Double(exactly: number).map(AttributeValue.double)
    case (.double, .float(let number)): .double(Double(number))
    case (.double, .string(let text)): Self.number(text).map(AttributeValue.double)
    case (.float, .long(let number)): Float(exactly: number).map(AttributeValue.float)
    case (.float, .double(let number)): .float(Float(number))
    case (.float, .string(let text)): Self.number(text).map { .float(Float($0)) }
    default: nil
    }
  }

  /// What a text says of truth: `true` or `false` in any case, `1` or `0`.
  static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// The number that a text writes, `NaN`, `INF`, `Infinity` in any case and their negatives too.
  static func number(_ text: String) -> Double? {
    if let number = NumberText.double(text) { return number }
    switch text.lowercased() {
    case "nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: return nil
    }
  }
}
