/// Things in the order of their scores, greatest first and what is not a number last.
///
/// Those whose scores differ by no more than a part in 10¹⁰ share a rank, and are in an order of
/// their own: only rounding, or where an iteration ended, tells such scores apart.
struct Places<Item> {
  private(set) var items: [Item] = []
  /// The rank of each, from 1; after two of rank 1 comes 3.
  private(set) var ranks: [Int] = []

  private static var leastDifference: Double { 1e-10 }

  /// Ranks things by their scores.
  ///
  /// - Parameters:
  ///   - all: The things.
  ///   - score: The score of one.
  ///   - precedes: Which of two comes first that share a rank.
  /// - Complexity: O(*n* log *n*)
  init(
    _ all: some Sequence<Item>, by score: (Item) -> Double, precedes: (Item, Item) -> Bool
  ) {
    let sorted = all.map { (item: $0, score: score($0)) }.sorted { left, right in
      left.score > right.score || (right.score.isNaN && !left.score.isNaN)
    }
    var first = 0
    while first < sorted.count {
      let rest = sorted[first...]
      let end =
        rest.firstIndex { !Self.isTied(sorted[first].score, $0.score) } ?? sorted.endIndex
      items += sorted[first..<end].map(\.item).sorted(by: precedes)
      ranks += Array(repeating: first + 1, count: end - first)
      first = end
    }
  }

  private static func isTied(_ greater: Double, _ less: Double) -> Bool {
    if greater == less || (greater.isNaN && less.isNaN) { return true }
    return greater.isFinite && greater - less <= leastDifference * abs(greater)
  }
}
