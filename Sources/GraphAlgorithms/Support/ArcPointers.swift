internal import GraphCore

/// The arcs of a graph as inner loops read them: without a copy, and without a check of each index.
///
/// Bounds are checked in debug builds only, in which the tests run.
struct ArcPointers: @unchecked Sendable {
  let nodeCount: Int
  let offsets: UnsafeBufferPointer<UInt32>
  let targets: UnsafeBufferPointer<UInt32>
  let edges: UnsafeBufferPointer<UInt32>
  let weights: UnsafeBufferPointer<Double>

  /// The arcs of a node, as positions in `targets`, `edges` and `weights`.
  @inline(__always)
  func range(of node: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(offsets[node]), Int(offsets[node &+ 1])))
  }

  /// How many arcs a node has.
  @inline(__always)
  func degree(of node: Int) -> Int { Int(offsets[node &+ 1]) &- Int(offsets[node]) }

  /// The node that an arc starts from, found by halving.
  func tail(of arc: Int) -> Int {
    var (low, high) = (0, nodeCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= arc {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }

  /// Lists where the arcs of some nodes lead, node by node.
  ///
  /// Eight are copied whether or not a node has as many, and those in excess are written over by
  /// the next node. For nodes of few arcs this spares a wrong guess of where the loop over them
  /// ends, which costs more than the rest.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - heads: Where to write, with room for eight more than there are.
  /// - Returns: How many there are.
  @inline(__always)
  func copyHeads(
    of nodes: UnsafeBufferPointer<UInt32>, to heads: UnsafeMutablePointer<UInt32>
  ) -> Int {
    guard let base = targets.baseAddress else { return 0 }
    var count = 0
    for node in nodes {
      var arc = Int(offsets[Int(node)])
      let end = Int(offsets[Int(node) &+ 1])
      let degree = end &- arc
      if arc &+ 8 <= targets.count {
        let eight = UnsafeRawPointer(base + arc).loadUnaligned(as: SIMD8<UInt32>.self)
        UnsafeMutableRawPointer(heads + count).storeBytes(of: eight, as: SIMD8<UInt32>.self)
        arc &+= 8
      }
      while arc < end {
        heads[count &+ degree &- (end &- arc)] = targets[arc]
        arc &+= 1
      }
      count &+= degree
    }
    return count
  }
}

extension Arcs {
  /// Hands over the arcs as pointers, which are good until `body` returns.
  func withPointers<Result, Failure>(
    _ body: (ArcPointers) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) in
      try targets.withUnsafeBufferPointer { (targets) throws(Failure) in
        try edges.withUnsafeBufferPointer { (edges) throws(Failure) in
          try weights.withUnsafeBufferPointer { (weights) throws(Failure) in
            try body(
              ArcPointers(
                nodeCount: offsets.count - 1, offsets: offsets, targets: targets, edges: edges,
                weights: weights))
          }
        }
      }
    }
  }
}
