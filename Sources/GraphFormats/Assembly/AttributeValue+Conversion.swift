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

  /// The number that a text writes, with the same words.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    NumberText.double(bytes) ?? number(String(decoding: bytes, as: UTF8.self))
  }
}
