/// Counts distances in narrow classes, however many distances there are and however far apart.
///
/// The classes are given by the first bits of a number: between a power of two and the next there
/// are 1,024 of equal width. They do not depend on the distances, so that what several threads
/// counted adds up to the same, whichever of them counted what; and bins whose width is a power of
/// two are whole numbers of classes. It is the histogram of Tene's HdrHistogram, with the least and
/// the greatest distance of each class beside the count.
///
/// Memory is taken for the powers of two that occur, 24 KB each.
final class DistanceCounter {
  private struct Class: BitwiseCopyable {
    var count: Int
    var least: Double
    var greatest: Double

    static let empty = Class(count: 0, least: .infinity, greatest: 0)
  }

  /// How many bits after the exponent tell classes apart.
  private static let precision = 10
  private static let blockSize = 1 << precision
  private static let exponents = 2047
  private static let none = UInt32.max

  /// Where the classes of each exponent are, in blocks.
  private let blocks = Buffer(repeating: none, count: exponents)
  private var classes: Buffer<Class>
  private var blockCount = 0

  init() {
    classes = Buffer(repeating: .empty, count: 4 * Self.blockSize)
  }

  /// Counts the distances that a search has found from its source.
  ///
  /// - Parameters:
  ///   - search: The search.
  ///   - source: Its source.
  ///   - isOrdered: Whether to count all, or only those of nodes with a higher number.
  func add(_ search: BucketSearch, from source: Int, isOrdered: Bool) {
    for node in search.reached.dropFirst() {
      add(search.distances[node], if: isOrdered || node > source)
    }
  }

  /// Counts a distance, or does not: which of them cannot be guessed, so that no branch asks.
  @inline(__always)
  private func add(_ distance: Double, if isCounted: Bool) {
    let bits = distance.bitPattern
    let exponent = Int(truncatingIfNeeded: bits &>> 52)
    let bin = Int(truncatingIfNeeded: bits &>> UInt64(52 - Self.precision)) & (Self.blockSize - 1)
    if blocks[exponent] == Self.none { addBlock(exponent) }
    let place = Int(blocks[exponent]) &* Self.blockSize &+ bin
    var entry = classes[place]
    entry.count &+= isCounted ? 1 : 0
    let (least, greatest) = (isCounted ? distance : .infinity, isCounted ? distance : 0)
    entry.least = least < entry.least ? least : entry.least
    entry.greatest = greatest > entry.greatest ? greatest : entry.greatest
    classes[place] = entry
  }

  private func addBlock(_ exponent: Int) {
    if (blockCount + 1) * Self.blockSize > classes.count {
      let more = Buffer(repeating: Class.empty, count: 2 * classes.count)
      more.base.update(from: classes.base, count: classes.count)
      classes = more
    }
    blocks[exponent] = UInt32(blockCount)
    blockCount += 1
  }

  /// What some counters have counted together, the classes that have any, in ascending order.
  static func total(_ counters: [DistanceCounter]) -> [DistanceSummary.Class] {
    var total: [DistanceSummary.Class] = []
    for exponent in 0..<exponents {
      let blocks = counters.filter { $0.blocks[exponent] != none }
      if blocks.isEmpty { continue }
      for place in 0..<blockSize {
        var sum = Class.empty
        for counter in blocks {
          let entry = counter.classes[Int(counter.blocks[exponent]) * blockSize + place]
          sum.count += entry.count
          sum.least = min(sum.least, entry.least)
          sum.greatest = max(sum.greatest, entry.greatest)
        }
        if sum.count > 0 {
          total.append(
            DistanceSummary.Class(distances: sum.least...sum.greatest, pairCount: sum.count))
        }
      }
    }
    return total
  }
}
