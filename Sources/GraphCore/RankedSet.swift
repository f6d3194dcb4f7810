/// A set of small whole numbers that knows of each how many of them are below it.
///
/// It costs a bit and a half for each number that could be in it, and so stays in the processor's
/// cache where a table of their ranks would not.
struct RankedSet: Equatable, Sendable {
  /// A bit for each number.
  private var words: [UInt64]
  /// How many numbers of the set are below those of each word.
  private var ranks: [UInt32]
  /// How many numbers there are in the set.
  private(set) var count = 0

  /// The set of some numbers.
  ///
  /// - Parameters:
  ///   - numbers: The numbers.
  ///   - bound: What they are below.
  init(of numbers: some Sequence<UInt32>, below bound: Int) {
    words = [UInt64](repeating: 0, count: (bound + 63) / 64)
    ranks = []
    for number in numbers { words[Int(number / 64)] |= 1 << UInt64(number % 64) }
    setRanks()
  }

  /// The set of the positions at which there is `true`.
  init(_ isIncluded: [Bool]) {
    words = [UInt64](repeating: 0, count: (isIncluded.count + 63) / 64)
    ranks = []
    for word in words.indices {
      var bits: UInt64 = 0
      for position in (64 * word)..<min(64 * word + 64, isIncluded.count) {
        bits |= (isIncluded[position] ? 1 : 0) << UInt64(position - 64 * word)
      }
      words[word] = bits
    }
    setRanks()
  }

  private mutating func setRanks() {
    ranks.reserveCapacity(words.count)
    for word in words {
      ranks.append(UInt32(count))
      count += word.nonzeroBitCount
    }
  }

  /// How many numbers of the set are below one of them; `nil` if that is not in the set.
  func rank(of number: Int) -> Int? {
    let word = number / 64
    guard word < words.count, words[word] >> UInt64(number % 64) & 1 == 1 else { return nil }
    return rank(ofMember: number)
  }

  /// How many numbers of the set are below one that is in it.
  func rank(ofMember number: Int) -> Int {
    let below = words[number / 64] & ((1 << UInt64(number % 64)) &- 1)
    return Int(ranks[number / 64]) &+ below.nonzeroBitCount
  }

  /// The numbers of the set, in ascending order.
  var numbers: [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(64 * index + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
    return numbers
  }
}
