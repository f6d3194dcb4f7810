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
  init(_ graph: FrozenGraph, along arcs: Arcs) {
    nodeCount = graph.nodeCount
    offsets = Buffer(arcs.offsets)
    targets = Buffer(arcs.targets)
    weights = Buffer(graph.weightRole == .strength ? arcs.weights : [])
    var loops = [Double](repeating: 0, count: graph.isDirected ? 0 : nodeCount)
    for node in loops.indices {
      for arc in arcs.range(of: node) where Int(arcs.targets[arc]) == node {
        loops[node] += graph.weightRole == .strength ? arcs.weights[arc] : 1
      }
    }
    self.loops = Buffer(loops.contains { $0 > 0 } ? loops : [])
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
