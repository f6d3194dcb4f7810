internal import GraphCore

/// The matrix of a graph's strengths, to multiply vectors with; symmetric if the graph is undirected.
final class AdjacencyProduct: SymmetricProduct {
  let nodeCount: Int
  let offsets: Buffer<UInt32>
  private let targets: Buffer<UInt32>
  private let weights: Buffer<Double>
  /// The second ends of undirected self-loops, which have one arc; empty if there are none.
  private let loops: Buffer<Double>

  /// Prepares the product that sums, for each node, over the given arcs.
  ///
  /// An undirected self-loop counts twice, having two ends here.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - arcs: Its arcs one way.
  ///   - greatest: The strength that is to be between 1 and 2, and all others in proportion, so that
  ///     no product is too great or too small for a number; `nil` if they are to stay as they are.
  init(_ graph: FrozenGraph, along arcs: Arcs, scaledBy greatest: Double? = nil) {
    nodeCount = graph.nodeCount
    offsets = Buffer(arcs.offsets)
    targets = Buffer(arcs.targets)
    var strengths = graph.weightRole == .strength ? arcs.weights : []
    // A power of two changes no digit.
    if let greatest, greatest > 0, greatest.exponent != 0 {
      let scale = Double(sign: .plus, exponent: min(1022, -greatest.exponent), significand: 1)
      for arc in strengths.indices { strengths[arc] *= scale }
    }
    weights = Buffer(strengths)
    var loops = [Double](repeating: 0, count: graph.isDirected ? 0 : nodeCount)
    for node in loops.indices {
      for arc in arcs.range(of: node) where Int(arcs.targets[arc]) == node {
        loops[node] += strengths.isEmpty ? 1 : strengths[arc]
      }
    }
    self.loops = Buffer(loops.contains { $0 > 0 } ? loops : [])
  }

  /// The arcs of a node.
  func arcs(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// Where an arc leads.
  func target(of arc: Int) -> UInt32 { targets[arc] }

  /// How strong an arc is here.
  func weight(of arc: Int) -> Double { weights.count > 0 ? weights[arc] : 1 }

  /// What the second ends of a node's undirected self-loops add to their arcs.
  func loop(at node: Int) -> Double { loops.count > 0 ? loops[node] : 0 }

  /// How many arcs a node has at most.
  var mostTerms: Int {
    (0..<nodeCount).reduce(0) { max($0, Int(offsets[$1 + 1] - offsets[$1])) }
  }

  /// Multiplies a vector.
  func multiply(
    _ vector: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, _ crew: Crew
  ) {
    crew.each { _, rows in multiply(vector, into: result, rows: rows) }
  }

  /// Finds some elements of the product.
  func multiply(
    _ vector: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, rows: Range<Int>
  ) {
    for node in rows {
      var sum = 0.0
      if weights.count > 0 {
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          sum += vector[Int(targets[arc])] * weights[arc]
        }
      } else {
        for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
          sum += vector[Int(targets[arc])]
        }
      }
      result[node] = loops.count > 0 ? sum + loops[node] * vector[node] : sum
    }
  }
}
