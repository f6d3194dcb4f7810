/// A numbering 0, 1, 2 … of the identifiers that are in use, in ascending order.
///
/// It costs no memory while no identifier is missing, which is the case in every graph that nothing
/// was removed from; else 4 bytes for each in use, and a bit and a half for each up to the greatest.
package struct DenseNumbering: Equatable, Sendable {
  /// How many identifiers are numbered.
  package let count: Int

  /// The identifier behind each number; empty when each is its own number.
  private let rawValues: [UInt32]

  /// The identifiers, whose ranks are their numbers; `nil` likewise.
  private let identifiers: RankedSet?

  /// Numbers `0 ..< count` by themselves.
  package init(count: Int) {
    self.count = count
    rawValues = []
    identifiers = nil
  }

  /// Numbers identifiers that ascend.
  private init(_ rawValues: [UInt32]) {
    let bound = rawValues.last.map { Int($0) + 1 } ?? 0
    let hasGaps = rawValues.count < bound
    count = rawValues.count
    self.rawValues = hasGaps ? rawValues : []
    identifiers = hasGaps ? RankedSet(of: rawValues, below: bound) : nil
  }

  init(of identifiers: some Sequence<UInt32>, count: Int, slots: Int) {
    guard count < slots else {
      self.init(count: count)
      return
    }
    var rawValues: [UInt32] = []
    rawValues.reserveCapacity(count)
    rawValues.append(contentsOf: identifiers)
    self.init(rawValues)
  }

  /// The numbering of those identifiers whose numbers are in a set.
  func keeping(_ numbers: RankedSet) -> DenseNumbering {
    numbers.count == count ? self : DenseNumbering(numbers.numbers.map { rawValue(at: $0) })
  }

  /// The identifier with the given number.
  package func rawValue(at number: Int) -> UInt32 {
    precondition(number >= 0 && number < count, "There are fewer of them in the graph.")
    return rawValues.isEmpty ? UInt32(number) : rawValues[number]
  }

  /// The number of an identifier, or `nil` if it is not in use.
  package func number(of rawValue: UInt32) -> Int? {
    guard let identifiers else { return Int(rawValue) < count ? Int(rawValue) : nil }
    return identifiers.rank(of: Int(rawValue))
  }
}
