/// The names of nodes by their numbers, in as little memory as they need.
///
/// Names that are the numbers 0, 1, 2 … or a run of integers take no memory, other small integers
/// take 4 bytes each, and texts their bytes in UTF-8 and 4 more.
public struct NodeNames: Sendable {
  /// How many names are integers below 2³²: they come first, and ascend.
  private let integerCount: Int
  /// The first of the integers, if each is one more than the one before.
  private let base: UInt32
  /// The integers, if they are not such a run.
  private let integers: [UInt32]
  /// The bytes of the other names, one after the other.
  private let bytes: [UInt8]
  /// Where each of the other names ends among the bytes.
  private let ends: [UInt32]

  /// Names nodes by their numbers: “0”, “1”, “2” and so on.
  ///
  /// - Precondition: 0 ≤ `count` < 2³².
  /// - Complexity: O(1)
  public init(count: Int) {
    precondition(count >= 0 && count <= UInt32.max, "A graph has up to 2³² − 1 nodes.")
    self.init(integerCount: count, base: 0, integers: [], bytes: [], ends: [])
  }

  /// Names nodes by texts.
  ///
  /// - Parameter names: A name for each node, in the order of their numbers.
  /// - Precondition: The names have less than 4 GiB in all.
  /// - Complexity: O(length of all names)
  public init(_ names: some Sequence<String>) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for name in names {
      bytes.append(contentsOf: name.utf8)
      precondition(bytes.count <= UInt32.max, "The names have 4 GiB or more.")
      ends.append(UInt32(bytes.count))
    }
    self.init(integerCount: 0, base: 0, integers: [], bytes: bytes, ends: ends)
  }

  /// - Parameters:
  ///   - integers: The names that are integers, ascending.
  ///   - bytes: The bytes of the other names, in UTF-8.
  ///   - ends: Where each of the other names ends.
  init(integers: [UInt32], bytes: [UInt8], ends: [UInt32]) {
    let first = integers.first ?? 0
    let isRun = integers.last.map { Int($0 - first) == integers.count - 1 } ?? true
    self.init(
      integerCount: integers.count, base: first, integers: isRun ? [] : integers, bytes: bytes,
      ends: ends)
  }

  private init(
    integerCount: Int, base: UInt32, integers: [UInt32], bytes: [UInt8], ends: [UInt32]
  ) {
    self.integerCount = integerCount
    self.base = base
    self.integers = integers
    self.bytes = bytes
    self.ends = ends
  }

  /// The node with a name, by its number; `nil` if there is none.
  ///
  /// Names are compared byte by byte.
  ///
  /// - Complexity: O(log count) if all names are integers; otherwise O(length of all names)
  public func number(of name: String) -> Int? {
    if integerCount > 0, let integer = UInt32(name), String(integer).utf8.elementsEqual(name.utf8) {
      if integers.isEmpty {
        if integer >= base, Int(integer - base) < integerCount { return Int(integer - base) }
      } else {
        var (low, high) = (0, integerCount)
        while low < high {
          let middle = (low + high) / 2
          if integers[middle] < integer { low = middle + 1 } else { high = middle }
        }
        if low < integerCount, integers[low] == integer { return low }
      }
    }
    let wanted = Array(name.utf8)
    for text in ends.indices where range(ofText: text).count == wanted.count {
      if bytes[range(ofText: text)].elementsEqual(wanted) { return integerCount + text }
    }
    return nil
  }

  /// Appends the bytes of a name.
  func append(_ number: Int, to text: inout [UInt8]) {
    if number < integerCount {
      text.append(contentsOf: String(integer(at: number)).utf8)
    } else {
      text.append(contentsOf: bytes[range(ofText: number - integerCount)])
    }
  }

  private func integer(at number: Int) -> UInt32 {
    integers.isEmpty ? base + UInt32(number) : integers[number]
  }

  private func range(ofText text: Int) -> Range<Int> {
    (text == 0 ? 0 : Int(ends[text - 1]))..<Int(ends[text])
  }

  /// How many bytes the names take.
  package var storedByteCount: Int { 4 * integers.count + bytes.count + 4 * ends.count }
}

extension NodeNames: RandomAccessCollection {
  /// The number of the first node.
  public var startIndex: Int { 0 }
  /// How many names there are.
  public var endIndex: Int { integerCount + ends.count }

  /// The name of the node with a number.
  ///
  /// - Precondition: The number is below `count`.
  /// - Complexity: O(length of the name)
  public subscript(number: Int) -> String {
    precondition(number >= 0 && number < endIndex, "There are fewer nodes.")
    if number < integerCount { return String(integer(at: number)) }
    return String(decoding: bytes[range(ofText: number - integerCount)], as: UTF8.self)
  }
}
