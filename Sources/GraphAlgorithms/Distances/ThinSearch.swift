internal import GraphCore

/// Breadth-first search from one node after the other, in a graph whose levels have few nodes.
///
/// Where a graph is little more than a path, sources next to each other reach hardly a node on the
/// same level, and to search from many at once is as much work as one by one, and harder.
struct ThinSearch: ~Copyable {
  private let arcs: ArcPointers
  /// How many leaves each node has, which are not searched.
  private let leafCounts: UnsafeMutablePointer<Int32>
  /// The source that was the last to reach each node, from 1.
  private let reachedBy: Buffer<UInt32>
  private let queue: Buffer<UInt32>

  /// Prepares searches.
  ///
  /// - Parameters:
  ///   - arcs: The arcs to follow.
  ///   - leafCounts: How many leaves each node has, good as long as this is.
  init(_ arcs: ArcPointers, leafCounts: UnsafeMutablePointer<Int32>) {
    self.arcs = arcs
    self.leafCounts = leafCounts
    reachedBy = Buffer(repeating: 0, count: arcs.nodeCount)
    queue = Buffer(uninitialized: arcs.nodeCount)
  }

  /// Searches from a node, once from each.
  ///
  /// - Parameters:
  ///   - source: The node.
  ///   - onLevel: Is told how many nodes and leaves are so many steps away.
  @inline(__always)
  func run(from source: UInt32, onLevel: (_ level: Int, _ count: Int) -> Void) {
    let (reachedBy, queue) = (reachedBy.base, queue.base)
    let mark = source + 1
    reachedBy[Int(source)] = mark
    queue[0] = source
    var (begin, end) = (0, 1)
    var leafCount = Int(leafCounts[Int(source)])
    var level = 0
    while true {
      level += 1
      let start = end
      var nextLeafCount = 0
      for place in begin..<start {
        for arc in arcs.range(of: Int(queue[place])) {
          let head = arcs.targets[arc]
          if reachedBy[Int(head)] == mark { continue }
          reachedBy[Int(head)] = mark
          queue[end] = head
          end &+= 1
          nextLeafCount &+= Int(leafCounts[Int(head)])
        }
      }
      let count = end - start + leafCount
      if count == 0 { return }
      onLevel(level, count)
      begin = start
      leafCount = nextLeafCount
    }
  }
}
