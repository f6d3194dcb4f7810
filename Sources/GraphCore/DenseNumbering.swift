/// A numbering 0, 1, 2 … of the identifiers that are in use, in ascending order.
///
/// It costs no memory while no identifier is missing, which is the case in every graph that nothing
/// was removed from.
package struct DenseNumbering: Equatable, Sendable {
  /// How many identifiers are numbered.
  package let count: Int

  /// The identifier behind each number; empty when each is its own number.
  private let rawValues: [UInt32]

  /// The number of each identifier, `UInt32.max` where there is none; empty likewise.
  private let numbers: [UInt32]

  /// Numbers `0 ..< count` by themselves.
  package init(count: Int) {
    self.init(count: count, rawValues: [], numbers: [])
  }

  private init(count: Int, rawValues: [UInt32], numbers: [UInt32]) {
    self.count = count
    self.rawValues = rawValues
    self.numbers = numbers
  }

  init<Identifiers: Sequence<UInt32>>(of identifiers: Identifiers, count: Int, slots: Int) {
    guard count < slots else {
      self.init(count: count)
      return
    }
    var numbers = [UInt32](repeating: .max, count: slots)
    var rawValues: [UInt32] = []
    rawValues.reserveCapacity(count)
    for identifier in identifiers {
      numbers[Int(identifier)] = UInt32(rawValues.count)
      rawValues.append(identifier)
    }
    self.init(count: count, rawValues: rawValues, numbers: numbers)
  }

  /// The identifier with the given number.
  package func rawValue(at number: Int) -> UInt32 {
    precondition(number >= 0 && number < count, "There are fewer of them in the graph.")
    return numbers.isEmpty ? UInt32(number) : rawValues[number]
  }

  /// The number of an identifier, or `nil` if it is not in use.
  package func number(of rawValue: UInt32) -> Int? {
    if numbers.isEmpty { return Int(rawValue) < count ? Int(rawValue) : nil }
    guard Int(rawValue) < numbers.count, numbers[Int(rawValue)] != .max else { return nil }
    return Int(numbers[Int(rawValue)])
  }
}
