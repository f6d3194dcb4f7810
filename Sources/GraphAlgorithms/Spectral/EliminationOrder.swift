/// An order in which to eliminate the unknowns of symmetric equations, those with the fewest others
/// first, so that few new terms come up (Tinney, Walker 1967): none in a tree, few in a thin graph.
struct EliminationOrder {
  /// The unknowns as they are eliminated.
  private(set) var unknowns: [UInt32] = []
  /// For each unknown, by its place in the order, how many later ones its equation touches.
  private(set) var counts: [UInt32] = []
  /// For each unknown, by its place in the order, the place of the first of those; `none` if there
  /// is no other.
  private(set) var parents: [UInt32] = []

  static let none = UInt32.max

  /// Finds the order, or `nil` if there would be too many terms.
  ///
  /// - Parameters:
  ///   - count: How many unknowns there are.
  ///   - mostTerms: How many terms and products there may be before it is given up.
  ///   - others: Those that the equation of an unknown touches; repeated ones do no harm.
  init?(count: Int, mostTerms: Int, others: (Int) -> [UInt32]) {
    var neighbors = Neighbors((0..<count).map(others))
    unknowns.reserveCapacity(count)
    var later: [[UInt32]] = []
    later.reserveCapacity(count)
    var terms = 0
    for _ in 0..<count {
      guard let (unknown, rest) = neighbors.eliminateFewest() else { return nil }
      // As many products as there are pairs among the rest.
      terms += 1 + rest.count * (rest.count + 1) / 2
      if max(terms, neighbors.work / 8) > mostTerms { return nil }
      unknowns.append(unknown)
      later.append(rest)
    }
    var places = [UInt32](repeating: 0, count: count)
    for (place, unknown) in unknowns.enumerated() { places[Int(unknown)] = UInt32(place) }
    counts = later.map { UInt32($0.count) }
    parents = later.map { $0.map { places[Int($0)] }.min() ?? Self.none }
  }
}

/// Which unknowns touch which, as they are eliminated.
private struct Neighbors {
  /// For each unknown its neighbors, with some that are eliminated.
  private var lists: [[UInt32]]
  /// How many neighbors of each wait.
  private var waiting: [Int]
  private var isEliminated: [Bool]
  /// The unknowns by how many neighbors of them wait; those that have moved on are still behind.
  private var queues: [[UInt32]]
  private var fewest = 0
  private var marks: [UInt32]
  private var mark: UInt32 = 0
  /// How many entries of lists have been looked at.
  private(set) var work = 0

  /// More neighbors than this are too many for anything thin.
  private static let most = 512

  init(_ lists: [[UInt32]]) {
    self.lists = lists
    waiting = lists.map(\.count)
    isEliminated = [Bool](repeating: false, count: lists.count)
    queues = [[UInt32]](repeating: [], count: Self.most)
    marks = [UInt32](repeating: 0, count: lists.count)
    for unknown in lists.indices {
      clear(unknown)
      enqueue(unknown)
    }
  }

  private mutating func enqueue(_ unknown: Int) {
    let count = waiting[unknown]
    guard count < Self.most else { return }
    queues[count].append(UInt32(unknown))
    fewest = min(fewest, count)
  }

  /// Leaves in a list each neighbor that waits once.
  private mutating func clear(_ unknown: Int) {
    mark += 1
    marks[unknown] = mark
    var kept: [UInt32] = []
    for other in lists[unknown] where !isEliminated[Int(other)] && marks[Int(other)] != mark {
      marks[Int(other)] = mark
      kept.append(other)
    }
    work += lists[unknown].count
    waiting[unknown] = kept.count
    lists[unknown] = kept
  }

  /// Eliminates an unknown with as few neighbors as any, which then touch each other.
  mutating func eliminateFewest() -> (UInt32, [UInt32])? {
    while fewest < Self.most {
      guard let last = queues[fewest].popLast() else {
        fewest += 1
        continue
      }
      let unknown = Int(last)
      guard !isEliminated[unknown], waiting[unknown] == fewest else { continue }
      clear(unknown)
      isEliminated[unknown] = true
      let rest = lists[unknown]
      lists[unknown] = []
      for other in rest {
        let other = Int(other)
        if rest.count == 1 {
          // The list of a hub among leaves is not gone through for each of them.
          waiting[other] -= 1
        } else {
          lists[other] += rest
          clear(other)
        }
        enqueue(other)
      }
      return (last, rest)
    }
    return nil
  }
}
