internal import GraphCore

/// Searches for the distances of many nodes on one thread, and adds them up.
final class LevelThread {
  private var search: WideSearch<SIMD8<UInt64>>
  private let thinSearch: ThinSearch
  /// For each node, how many others it reaches, the sum of the distances, that of their inverses,
  /// and that of the inverses of one step more.
  let sums: Buffer<SIMD4<Double>>
  let farthest: Buffer<UInt32>
  /// How many pairs are each number of steps apart.
  let pairs: Buffer<Int>
  /// How many leaves each node has.
  private let leafCounts: Buffer<Int32>
  /// For each level, what a node on it adds to the sums.
  private let factors: Buffer<SIMD4<Double>>

  init(_ outgoing: ArcPointers, _ incoming: ArcPointers, _ graph: WideGraph) {
    search = WideSearch(outgoing, incoming)
    sums = Buffer(repeating: SIMD4(repeating: 0), count: outgoing.nodeCount)
    farthest = Buffer(repeating: 0, count: outgoing.nodeCount)
    pairs = Buffer(repeating: 0, count: outgoing.nodeCount + 3)
    leafCounts = Buffer(repeating: 0, count: outgoing.nodeCount)
    factors = Buffer(repeating: SIMD4(repeating: 0), count: outgoing.nodeCount + 2)
    for level in 1..<factors.count {
      let steps = Double(level)
      factors[level] = SIMD4(1, steps, 1 / steps, 1 / (steps + 1))
    }
    thinSearch = ThinSearch(incoming, leafCounts: leafCounts.base)
    for component in graph.components {
      for leaf in component.leaves {
        leafCounts[outgoing.targets[outgoing.range(of: leaf).lowerBound]] += 1
      }
    }
  }

  func run(_ job: WideBatches.Job, shouldStop: () -> Bool) {
    switch job.search {
    case .oneByOne: for source in job.sources where !shouldStop() { searchThin(from: source) }
    case .wide: searchWide(job, shouldStop)
    case .deep(let alternates): searchDeep(job, alternates: alternates, shouldStop)
    }
  }

  private var totals: LevelTotals {
    LevelTotals(
      sums: sums.base, farthest: farthest.base, pairs: pairs.base, leafCounts: leafCounts.base,
      factors: factors.base)
  }

  private func searchWide(_ job: WideBatches.Job, _ shouldStop: () -> Bool) {
    let totals = totals
    search.run(sources: job.sources, members: job.members, shouldStop: shouldStop) {
      level, node, reached in totals.add(level, node, reached)
    }
  }

  private func searchDeep(_ job: WideBatches.Job, alternates: Bool, _ shouldStop: () -> Bool) {
    let totals = totals
    search.runDeep(
      sources: job.sources, members: job.members, alternates: alternates, shouldStop: shouldStop
    ) { level, node, reached in totals.add(level, node, reached) }
  }

  private func searchThin(from source: UInt32) {
    let (factors, pairs, leafCount) = (factors.base, pairs.base, Int(leafCounts[source]))
    var sum = SIMD4<Double>(repeating: 0)
    var last = 0
    thinSearch.run(from: source) { level, count in
      sum += factors[level] * Double(count)
      last = level
      pairs[level] &+= count
      // For the source's leaves all is one step farther.
      pairs[level + 1] &+= count &* leafCount
    }
    sums[source] = sum
    farthest[source] = UInt32(last)
  }
}

/// Where a thread adds what its searches reach.
private struct LevelTotals {
  let sums: UnsafeMutablePointer<SIMD4<Double>>
  let farthest: UnsafeMutablePointer<UInt32>
  let pairs: UnsafeMutablePointer<Int>
  let leafCounts: UnsafeMutablePointer<Int32>
  let factors: UnsafeMutablePointer<SIMD4<Double>>

  @inline(__always)
  func add(_ level: Int, _ node: Int, _ reached: SIMD8<UInt64>) {
    let count = reached.bitCount
    sums[node] += factors[level] * Double(count)
    farthest[node] = max(farthest[node], UInt32(truncatingIfNeeded: level))
    pairs[level] &+= count
    pairs[level &+ 1] &+= count &* Int(leafCounts[node])
  }
}
